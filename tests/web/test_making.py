"""Who makes files waits for a turn; who reads does not wait for them."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import TooManyRequests

from tests.web.conftest import in_file, small_graph
from tests.web.saving import ASKED, local_app, save
from web import making
from web.commands.serving import THREADS


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return local_app(in_file(tmp_path_factory.mktemp("making")), small_graph())


@pytest.fixture
def busy(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[FlaskClient]:
    """A visitor while as many files are being made as can be."""
    monkeypatch.setattr(making, "PATIENCE", 0.05)
    client = app.test_client()
    with app.app_context(), ExitStack() as turns:
        for _ in range(making.AT_ONCE):
            turns.enter_context(making.making())
        yield client


def test_who_finds_no_turn_is_told_to_come_again(busy: FlaskClient) -> None:
    response = busy.get(ASKED.replace("/ask", "/answer.svg"))
    assert response.status_code == 429
    assert "Many files are being made just now" in response.text


def test_what_is_shown_or_only_read_waits_for_no_turn(app: Flask, request: pytest.FixtureRequest) -> None:
    client = app.test_client()
    keys = [save(client, kind=kind) for kind in ("frozen", "live")]
    busy: FlaskClient = request.getfixturevalue("busy")
    for address in (
        ASKED,
        *(f"/{page}/{key}" for page in ("view", "embed") for key in keys),
        f"/view/{keys[0]}.png",
    ):
        assert busy.get(address).status_code == 200, address
    assert busy.get(f"/view/{keys[1]}.png").status_code == 429


def test_turns_and_places_are_given_back(app: Flask) -> None:
    with app.app_context():
        for _ in range(3 * (making.AT_ONCE + making.WAITING)):
            with pytest.raises(RuntimeError), making.making():
                raise RuntimeError
        with making.making():
            pass


def test_those_who_wait_leave_half_of_the_server_to_readers(app: Flask) -> None:
    assert making.AT_ONCE + making.WAITING <= THREADS // 2
    with app.app_context(), ExitStack() as places:
        here = app.extensions["govgraph.making"]
        for _ in range(making.AT_ONCE + making.WAITING):
            places.enter_context(making._held(here.places, 0.0))
        # Refused at once: the patience is for those who have a place.
        with pytest.raises(TooManyRequests), making.making():
            pass

"""A database that asks for a password: what a wrong one gives, and that none is ever shown."""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.errors import StoreUnavailable
from graph.stores import open_store
from graph.stores.neo4j_address import read_address
from graph.stores.neo4j_server import Server as Connection
from tests.neo4j.jars import VERSIONS
from tests.neo4j.plugin import URI, Servers
from tests.neo4j.server import USER, Place, Server
from tests.neo4j.test_faults import command, until_it_answers, visitor
from tests.worlds import london
from web import create_app
from web.commands.failures import Code
from web.config import Settings

pytestmark = [
    pytest.mark.neo4j,
    pytest.mark.slow,
    pytest.mark.skipif(bool(URI), reason="the server that the environment names has a password of its own"),
]
RIGHT, WRONG = "the-right-password", "the-wrong-password"


@pytest.fixture(scope="module", params=VERSIONS)
def locked(request: pytest.FixtureRequest, servers: Servers) -> Iterator[Server]:
    """A server that asks for the right password and holds the London graph."""
    with servers.another(request.param, password=RIGHT) as server:
        with open_store(server.place.uri, RIGHT) as store:
            store.load(london())
        yield server


@pytest.fixture
def place(locked: Server) -> Place:
    """Where it is, when it has forgotten the wrong passwords of the last test."""
    with open_store(locked.place.uri, RIGHT) as store:
        # After three wrong ones the server refuses the right one too, for five seconds.
        until_it_answers(store.version)
    return locked.place


@pytest.mark.parametrize("given", [WRONG, ""], ids=["wrong", "none"])
def test_a_wrong_password_is_said_so_and_where_the_right_one_goes(place: Place, given: str) -> None:
    visits = create_app(Settings(store=place.uri, password=given)).test_client()
    page, reply = visits.get("/"), visits.get("/api/v1/ask/up?subject=heg")
    line = command(place, "ask", "up", "heg", password=given)
    assert (page.status_code, reply.status_code, line.returncode) == (503, 503, Code.STORE)
    assert line.stdout.count("\n") == 1
    for seen in (page.text, reply.text, line.stdout):
        assert "a wrong password, or none (NEO4J_PASSWORD, or the file that NEO4J_PASSWORD_FILE names)" in seen


def test_several_wrong_passwords_are_said_to_cost_a_few_seconds(place: Place) -> None:
    seen = []
    with open_store(place.uri, WRONG) as store:
        for _ in range(6):
            with pytest.raises(StoreUnavailable) as refused:
                store.version()
            seen.append(str(refused.value))
    assert "wrong password" in seen[0]
    assert "wait after several wrong passwords" in seen[-1]
    assert "NEO4J_PASSWORD" in seen[-1]


def test_the_right_password_opens_it_from_a_file_too(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command(place, "ask", "up", "heg", password=RIGHT).returncode == Code.DONE
    file = tmp_path / "password"
    file.write_text(RIGHT + "\n", encoding="utf-8")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(file))
    assert command(place, "ask", "up", "heg", password=WRONG).returncode == Code.DONE


def test_a_password_that_has_to_be_changed_first_is_said_so(place: Place) -> None:
    first = "the-first-password"
    with place.driver() as driver, driver.session(database="system") as session:
        session.run("ALTER USER $user SET PASSWORD $first CHANGE REQUIRED", user=USER, first=first).consume()
    try:
        with open_store(place.uri, first) as store, pytest.raises(StoreUnavailable, match="changed first"):
            store.version()
    finally:
        with (
            neo4j.GraphDatabase.driver(place.uri, auth=(USER, first)) as driver,
            driver.session(database="system") as session,
        ):
            session.run("ALTER CURRENT USER SET PASSWORD FROM $first TO $right", first=first, right=RIGHT).consume()


def test_no_password_is_shown_anywhere(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    seen = []
    for given in (RIGHT, WRONG):
        settings = Settings(store=place.uri, password=given)
        visits = create_app(settings).test_client()
        seen += [visits.get(address).text for address in ("/", "/ask?subject=heg&object=lhb", "/api/v1/", "/readyz")]
        seen += [command(place, *flag, "ask", "up", "heg", password=given).stdout for flag in ((), ("--debug",))]
        seen += [command(place, "load", "nowhere", password=given).stdout]
        connection = Connection(read_address(place.uri, given))
        store = open_store(place.uri, given)
        try:
            store.version()
        except StoreUnavailable as error:
            seen += traceback.format_exception(error)
        seen += map(repr, (settings, connection, read_address(place.uri, given), store, vars(store)))
        store.close()
    seen += [record.getMessage() + repr(vars(record)) for record in caplog.records]
    assert any("neo4j" in record.name for record in caplog.records)
    for text in seen:
        assert RIGHT not in text
        assert WRONG not in text


def test_a_password_in_the_address_is_refused_and_not_repeated(place: Place) -> None:
    told = Place(f"{USER}:{WRONG}@{place.address}")
    line = command(told, "ask", "up", "heg")
    page = visitor(told).get("/")
    assert (line.returncode, page.status_code) == (Code.STORE, 503)
    for seen in (line.stdout, page.text):
        assert "must hold no password" in seen
        assert "NEO4J_PASSWORD_FILE" in seen
        assert WRONG not in seen

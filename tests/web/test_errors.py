from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.errors import BadQuestion, BadSpan, GovernanceError, StoreUnavailable, UnknownEntity, UnknownSource
from tests.web.conftest import in_file
from web import create_app
from web.config import Settings
from web.errors import status_of
from web.params import BadParameter


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (BadSpan("x"), 400),
        (BadQuestion("x"), 400),
        (BadParameter("at", "x"), 400),
        (UnknownEntity("x"), 404),
        (UnknownSource("x"), 404),
        (StoreUnavailable("x"), 503),
        (GovernanceError("x"), 500),
    ],
)
def test_each_error_has_its_status(error: GovernanceError, status: int) -> None:
    assert status_of(error) == status


@pytest.mark.parametrize("address", ["/fault", "/api/fault"])
def test_a_fault_of_the_program_shows_nothing_of_it(tmp_path: Path, address: str) -> None:
    def fault() -> str:
        raise RuntimeError("secret detail")

    app = create_app(in_file(tmp_path))
    app.add_url_rule(address, view_func=fault)
    response = app.test_client().get(address)
    assert response.status_code == 500
    assert "The fault is in this program" in response.text
    assert "secret" not in response.text
    assert response.is_json == address.startswith("/api/")


def test_a_store_that_goes_away_before_names_can_be_suggested_is_said_to_be_away() -> None:
    def misnamed() -> str:
        raise UnknownEntity("Nothing is called so.", ["heg"])

    app = create_app(Settings(store="neo4j://127.0.0.1:1"))
    app.add_url_rule("/misnamed", view_func=misnamed)
    response = app.test_client().get("/misnamed")
    assert response.status_code == 503
    assert "cannot be reached" in response.text


@pytest.mark.parametrize("address", ["/HEDG", "/bodies/health-equity-delivery", "/hedgg/"])
def test_an_address_that_names_somebody_leads_there(visitor: FlaskClient, address: str) -> None:
    response = visitor.get(address)
    assert response.status_code == 404
    assert '<a href="/entity/hedg">Health Equity Delivery Group</a>' in response.text


def test_a_missing_file_or_address_of_the_api_names_nobody(visitor: FlaskClient) -> None:
    assert "Did you mean" not in visitor.get("/static/hedg").text
    assert visitor.get("/api/hedg").get_json()["status"] == 404

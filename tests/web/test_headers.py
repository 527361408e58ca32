from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import fill, small_graph
from tests.worlds import london
from web import create_app
from web.config import Settings
from web.headers import POLICY, SECURITY

EVERYWHERE = ["/", "/nothing", "/entity/x", "/healthz", "/readyz", "/suggest?text=x", "/api/v1/", "/static/icon.svg"]


@pytest.mark.parametrize("address", EVERYWHERE)
def test_every_response_has_every_header(visitor: FlaskClient, address: str) -> None:
    with visitor.get(address) as response:
        assert {name: response.headers.get(name) for name in SECURITY} == SECURITY


def test_the_policy_lets_nothing_in_from_outside() -> None:
    assert POLICY.startswith("default-src 'none'")
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_no_page_sets_a_cookie(visitor: FlaskClient) -> None:
    assert "Set-Cookie" not in visitor.get("/").headers


class TestKeeping:
    def test_a_page_asked_for_again_is_not_sent_again(self, visitor: FlaskClient) -> None:
        first = visitor.get("/entities")
        again = visitor.get("/entities", headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")

    def test_a_load_makes_every_page_new(self, kept: Settings) -> None:
        fill(kept, small_graph())
        client = create_app(kept).test_client()
        tag = client.get("/entities").headers["ETag"]
        fill(kept, london())
        assert client.get("/entities", headers={"If-None-Match": tag}).status_code == 200

    def test_other_settings_make_every_page_new(self, kept: Settings) -> None:
        fill(kept, small_graph())
        tags = {
            create_app(settings).test_client().get("/ask?q=list").headers["ETag"]
            for settings in (kept, replace(kept, saving="anyone"), replace(kept, address="https://new.example"))
        }
        assert len(tags) == 3

    def test_an_error_is_never_kept(self, visitor: FlaskClient) -> None:
        response = visitor.get("/ask?q=up&subject=zzz")
        assert response.headers["Cache-Control"] == "no-store"
        assert "ETag" not in response.headers

    def test_a_static_file_with_the_stamp_is_kept_for_long(self, visitor: FlaskClient) -> None:
        with visitor.get("/static/govgraph.css?v=1") as response:
            assert "immutable" in response.headers["Cache-Control"]
        with visitor.get("/static/govgraph.css") as response:
            assert response.headers["Cache-Control"] == "no-cache"

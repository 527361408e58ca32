"""Every page, as somebody without a browser's script gets it."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import fill, in_file, small_graph
from tests.web.states import ADDRESSES
from tests.worlds import say, world
from web import create_app
from web.config import Settings


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_answers_in_full(visitor: FlaskClient, address: str) -> None:
    response = visitor.get(address)
    assert response.status_code == 200
    assert response.mimetype == "text/html"
    assert re.search(r"<title>.+ – govgraph</title>", response.text)
    assert response.text.count("<h1") == 1


def test_every_route_is_tried(visitor: FlaskClient) -> None:
    tried = {
        visitor.application.url_map.bind("x").match(address.partition("?")[0])[0]
        for address in [
            *ADDRESSES,
            "/explore",
            "/entity",
            "/claim/c000",
            "/answer.svg",
            "/explored.svg/lhb",
            "/views",
            "/views/new",
            "/view/aaaa",
            "/view/aaaaaaaaaa.print.png",
            "/view/aaaa/withdraw",
            "/view/aaaa/embed",
            "/embed/aaaa",
            "/oembed",
            "/pictures.css",
            "/suggest",
            "/healthz",
            "/readyz",
            "/static/x",
        ]
    }
    rules = {rule.endpoint for rule in visitor.application.url_map.iter_rules()}
    # What is only sent to is tried where it is tested.
    assert {rule for rule in rules if not rule.startswith("api.")} - {"saved.make", "saved.withdraw"} == tried


class TestTheFirstPage:
    def test_the_worked_questions_work(self, visitor: FlaskClient) -> None:
        page = visitor.get("/").text
        worked = re.findall(r'<li><a href="(/ask[^"]+)">', page)
        assert len(worked) == 5
        for address in worked:
            assert visitor.get(address.replace("&amp;", "&")).status_code == 200

    def test_it_tells_the_newest_document_and_that_its_date_is_inferred(self, visitor: FlaskClient) -> None:
        assert "<dd>October 2024 to March 2025 (inferred)</dd>" in visitor.get("/").text

    def test_it_names_what_is_disputed(self, visitor: FlaskClient) -> None:
        page = visitor.get("/").text
        assert "The Health Equity Group co-chairs the London Health and Care Partnership." in page
        assert "The co-chair is somebody else." in page

    def test_an_empty_store_says_how_to_load(self, empty: Settings) -> None:
        page = create_app(empty).test_client().get("/")
        assert page.status_code == 200
        assert "govgraph load data/london" in page.text

    def test_a_load_is_served_at_once(self, empty: Settings) -> None:
        client = create_app(empty).test_client()
        assert "No data is loaded yet" in client.get("/").text
        fill(empty, small_graph())
        assert "Health Equity Group" in client.get("/").text
        assert client.get("/ask?q=up&subject=HEDG").status_code == 200


class TestForWhoeverRunsIt:
    def test_it_lives_and_is_ready(self, visitor: FlaskClient) -> None:
        assert visitor.get("/healthz").text == "ok\n"
        assert visitor.get("/readyz").get_json()["ready"] is True

    def test_without_data_it_is_not_ready(self, empty: Settings) -> None:
        client = create_app(empty).test_client()
        assert client.get("/healthz").status_code == 200
        assert client.get("/readyz").status_code == 503

    def test_a_damaged_store_is_told_on_every_page(self, tmp_path: Path) -> None:
        (tmp_path / "store.json").write_text("{", encoding="utf-8")
        client = create_app(in_file(tmp_path)).test_client()
        for address in ("/", "/entities", "/ask?q=up&subject=x", "/readyz"):
            response = client.get(address)
            assert response.status_code == 503, address
            assert "store.json" in response.text
        assert client.get("/healthz").status_code == 200
        for address in ("/about", "/about/pictures", "/accessibility"):
            assert client.get(address).status_code == 200


class TestADispute:
    """What others say instead of a disputed tie stands with it, wherever it is shown."""

    @pytest.mark.parametrize(
        "address", ["/ask?q=up&subject=heg", "/ask?q=profile&subject=heg", "/ask?q=gaps&subject=heg", "/entity/heg"]
    )
    def test_the_other_side_is_shown(self, empty: Settings, address: str) -> None:
        rival = say("hedg", "chairs", "lhb", "2022", dispute="who", says="HEDG chairs it.")
        fill(empty, world([say("heg", "reports_to", "lhb", dispute="who"), rival]))
        page = create_app(empty).test_client().get(address).text
        sides = re.findall(r"Disputed: not all of this and that can be true</p>(.*?)</div>", page, re.DOTALL)
        assert sides
        assert all("HEDG chairs it." in side for side in sides)

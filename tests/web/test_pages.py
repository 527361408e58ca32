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
            "/claim/c000",
            "/picture.svg",
            "/suggest",
            "/healthz",
            "/readyz",
            "/static/x",
        ]
    }
    rules = {rule.endpoint for rule in visitor.application.url_map.iter_rules()}
    assert {rule for rule in rules if not rule.startswith("api.")} == tried


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


class TestAnAnswer:
    ASKED = "/ask?q=between&subject=HEDG&object=the+Mayor"

    def test_the_title_tells_it(self, visitor: FlaskClient) -> None:
        page = visitor.get(self.ASKED).text
        assert "<title>Health Equity Delivery Group and Mayor of London: only indirectly – govgraph</title>" in page

    def test_it_says_how_the_names_were_understood(self, visitor: FlaskClient) -> None:
        page = visitor.get(self.ASKED).text
        assert "“HEDG” is taken to mean <strong>Health Equity Delivery Group</strong>" in page
        assert "“the Mayor” is taken to mean <strong>Mayor of London</strong>" in page

    def test_each_source_leads_to_its_very_claim(self, visitor: FlaskClient) -> None:
        page = visitor.get(self.ASKED).text
        claims = set(re.findall(r'href="/claim/([^"]+)"', page))
        assert claims
        for claim in claims:
            there = visitor.get(f"/claim/{claim}", follow_redirects=False)
            address, _, anchor = there.headers["Location"].partition("#")
            assert anchor == claim
            assert f'<article class="claim" id="{claim}"' in visitor.get(address).text

    def test_its_address_asks_the_same_again(self, visitor: FlaskClient) -> None:
        page = visitor.get(self.ASKED).text
        found = re.search(r'<link rel="canonical" href="http://localhost([^"]+)"', page)
        assert found is not None
        again = visitor.get(found[1].replace("&amp;", "&")).text
        assert re.search(r'<span class="verdict-words">.*?</span>', again)
        assert "is taken to mean" not in again

    def test_the_text_holds_the_sources(self, visitor: FlaskClient) -> None:
        text = visitor.get(self.ASKED).text.partition("<textarea")[2].partition("</textarea>")[0]
        assert "The implementation plan, chapter 1 (stated, 9 December 2021)" in text
        assert "Address: http://localhost/ask?q=between" in text

    def test_it_draws_lists_and_tabulates_the_same(self, visitor: FlaskClient) -> None:
        page = visitor.get(self.ASKED).text
        assert "<svg" in page
        assert '<ul class="tree">' in page
        assert "<caption>" in page
        assert 'scope="col"' in page

    def test_a_body_with_two_parents_stands_twice(self, visitor: FlaskClient) -> None:
        page = visitor.get("/ask?q=up&subject=HEDG").text
        assert "also under London Estates Delivery Unit" in page
        assert "also under Health Equity Group" in page

    def test_where_it_ends_it_offers_the_lens_that_goes_on(self, visitor: FlaskClient) -> None:
        page = visitor.get("/ask?q=up&subject=HEDG").text
        assert "Where it ends" in page
        assert re.search(r'<a href="/ask[^"]*lens=leadership[^"]*">ask with lines, oversight and leadership<', page)

    def test_contradictions_stand_side_by_side(self, visitor: FlaskClient) -> None:
        page = visitor.get("/ask?q=between&subject=LHCP&object=HEG").text
        assert '<p class="side-head">Says so</p>' in page
        assert '<p class="side-head">Contradicts</p>' in page

    def test_a_wrong_name_keeps_the_rest_of_the_question(self, visitor: FlaskClient) -> None:
        response = visitor.get("/ask?q=between&subject=Helth+Equ&object=LHB&at=2021&lens=line")
        assert response.status_code == 404
        assert "Nothing is called “Helth Equ”" in response.text
        assert '<a href="/ask?q=between&amp;subject=heg&amp;object=LHB&amp;at=2021&amp;lens=line">' in response.text
        assert 'value="Helth Equ"' in response.text

    def test_a_wrong_day_and_wrong_names_are_told_at_once(self, visitor: FlaskClient) -> None:
        response = visitor.get("/ask?q=between&subject=Helth+Equ&object=zzzz&at=yesterday&firm=1")
        assert response.status_code == 400
        for says in ("called “Helth Equ”", "called “zzzz”", "date “yesterday” is not understood"):
            assert says in response.text
        assert '<input type="hidden" name="firm" value="1">' in response.text

    def test_a_name_that_may_mean_several_is_said_to(self, visitor: FlaskClient) -> None:
        response = visitor.get("/ask?q=up&subject=HEXG")
        assert response.status_code == 404
        assert "“HEXG” may mean several. Choose the one you mean." in response.text
        assert "Health Equity Delivery Group (group)" in response.text

    def test_limits_are_said_and_can_be_taken_away(self, visitor: FlaskClient) -> None:
        page = visitor.get(
            "/ask?q=between&subject=HEDG&object=LHB&firm=1&kind=reports_to&kind=subgroup_of&role=x&entity_kind=group"
            "&source=2021-12"
        ).text
        assert "Asked with limits: only ties of the kind “reports to” or “is a sub-group of”;" in page
        for words in ("possible and disputed ties too", "all documents", "not only as “x”", "not only groups"):
            (address,) = re.findall(rf'<a href="([^"]+)">{re.escape(words)}</a>', page)
            assert visitor.get(address.replace("&amp;", "&")).status_code == 200

    def test_it_offers_each_document_and_only_firm_ties(self, visitor: FlaskClient) -> None:
        page = visitor.get(self.ASKED).text
        assert re.search(r'<a href="/ask[^"]+source=2021-12">only what “The implementation plan” supports</a>', page)
        assert re.search(r'<a href="/ask[^"]+firm=1">only firm ties</a>', page)

    def test_a_limited_tie_says_so_in_text_table_and_picture(self, visitor: FlaskClient) -> None:
        page = visitor.get("/ask?q=up&subject=Mayor+of+London&lens=oversight").text
        assert '<p class="scope">Limited to: the annual report</p>' in page
        assert '<span class="scope">Limited to: the annual report</span>' in page
        assert "limited to the annual" in page.partition('<figure class="picture">')[2].partition("</svg>")[0]

    def test_a_list_names_the_documents_behind_each_row(self, visitor: FlaskClient) -> None:
        page = visitor.get("/ask?q=list&entity_kind=group").text
        table = page.partition('aria-labelledby="rows_head"')[2].partition("</section>")[0]
        plan = '<a href="/source/2021-12">The implementation plan</a>'
        assert f'<td role="cell" data-head="Documents">{plan}</td>' in table
        assert f'<summary>2 documents</summary><ul class="cell-list"><li>{plan}</li>' in table
        assert "Named in “The implementation plan”" in page.partition("<textarea")[2]

    def test_the_kind_that_alone_counts_stands_in_its_titles(self, visitor: FlaskClient) -> None:
        page = visitor.get("/ask?q=up&subject=lhb&kind=chairs&lens=leadership&typed=x").text
        asked = "Whom does the London Health Board answer to, counting only ties of the kind “chairs”?"
        assert f'<span class="asked">{asked}</span>' in page
        assert f"It was understood as: {asked}</p>" in page
        assert "<title>Whom the London Health Board answers to, only ties of the kind “chairs”: " in page

    @pytest.mark.parametrize("kind", ["member_of", "chairs"])
    def test_whatever_it_is_limited_to_its_links_can_be_asked(self, visitor: FlaskClient, kind: str) -> None:
        page = visitor.get(f"/ask?q=profile&subject=lhb&kind={kind}").text
        addresses = re.findall(r'href="(/ask[^"]+)"', page)
        assert addresses
        for address in addresses:
            assert visitor.get(address.replace("&amp;", "&")).status_code == 200, address

    def test_without_a_question_it_leads_to_the_form(self, visitor: FlaskClient) -> None:
        assert visitor.get("/ask").headers["Location"] == "/"

    def test_asked_about_the_same_twice_it_says_so(self, visitor: FlaskClient) -> None:
        response = visitor.get("/ask?q=between&subject=LHB&object=LHB")
        assert response.status_code == 400
        assert "is on both sides" in response.text


class TestThePicture:
    ASKED = "/picture.svg?q=between&subject=HEDG&object=Mayor+of+London"

    def test_it_is_an_svg_of_its_own(self, visitor: FlaskClient) -> None:
        response = visitor.get(self.ASKED)
        assert response.mimetype == "image/svg+xml"
        assert response.text.startswith("<svg")
        assert "Content-Disposition" not in response.headers

    def test_it_can_be_saved(self, visitor: FlaskClient) -> None:
        response = visitor.get(f"{self.ASKED}&download=1")
        assert response.headers["Content-Disposition"] == 'attachment; filename="govgraph.svg"'

    def test_where_there_is_nothing_to_draw_it_says_so(self, visitor: FlaskClient) -> None:
        response = visitor.get("/picture.svg?q=up&subject=alone")
        assert response.status_code == 404
        assert "nothing to draw" in response.text


class TestSuggestions:
    def test_they_name_what_to_put_into_the_field(self, visitor: FlaskClient) -> None:
        first = visitor.get("/suggest?text=hedg").get_json()["suggestions"][0]
        assert first == {
            "value": "Health Equity Delivery Group",
            "name": "Health Equity Delivery Group",
            "also": "HEDG",
            "kind": "group",
        }

    def test_no_text_gives_none(self, visitor: FlaskClient) -> None:
        assert visitor.get("/suggest").get_json() == {"suggestions": []}


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

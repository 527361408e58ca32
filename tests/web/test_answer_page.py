"""The page of an answer, as somebody without a browser's script gets it."""

import re
from decimal import Decimal

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import fill
from tests.worlds import say, world
from web import create_app
from web.config import Settings


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

    def test_limits_are_said_and_can_be_taken_away(self, visitor: FlaskClient) -> None:
        page = visitor.get(
            "/ask?q=between&subject=HEDG&object=LHB&firm=1&kind=reports_to&kind=subgroup_of&role=lead&entity_kind=group"
            "&source=2021-12"
        ).text
        assert "Asked with limits: only ties of the kind “reports to” or “is a sub-group of”;" in page
        for words in ("possible and disputed ties too", "all documents", "not only as “lead”", "not only groups"):
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

    def test_where_rows_are_the_answer_they_come_before_the_picture_and_what_would_change_it(
        self, visitor: FlaskClient
    ) -> None:
        page = visitor.get("/ask?q=members&subject=lhb").text
        places = [page.index(f'id="{head}"') for head in ("keep_head", "rows_head", "picture_head", "change_head")]
        assert places == sorted(places)
        assert '<a href="#change_head">What would change this answer</a>' in page

    def test_sums_fill_the_column_beside_what_would_change_them(self, empty: Settings) -> None:
        fill(empty, world([say("a", "funds", "b", amount=Decimal(5), currency="GBP", year="2020-21")]))
        page = create_app(empty).test_client().get("/ask?q=money").text
        places = [page.index(f'id="{head}"') for head in ("sums_head", "change_head", "rows_head")]
        assert places == sorted(places)

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


def test_only_what_suits_the_kind_of_thing_is_offered_to_be_asked(visitor: FlaskClient) -> None:
    person = visitor.get("/ask?q=profile&subject=khan").text
    assert "where Sadiq Khan sits" in person
    assert "who sits on Sadiq Khan" not in person
    assert "who sits on the Health Equity Group" in visitor.get("/ask?q=profile&subject=heg").text

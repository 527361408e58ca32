"""Saved views as somebody meets them: made, listed, opened after the data has changed, downloaded, withdrawn."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.model import Entity
from graph.render.forms import FORMS
from graph.saved import SavedView
from graph.stores import open_store
from graph.subgraph import Subgraph
from tests.web import saving
from tests.web.conftest import EVIL, fill, small_graph
from tests.web.saving import ASKED, local_app
from tests.worlds import say, world
from web import create_app, saved_pages
from web.config import Settings
from web.current import today

EXPLORED = "/explore/lhb?up=lhb&down=lhb"
CHANGED = [
    say("hedg", "reports_to", "mayor", "2024-11"),
    say("mayor", "chairs", "lhb", "2024-11"),
]


def changed_graph() -> Subgraph:
    """What a later load brings: HEDG reports to the Mayor by itself."""
    return world(
        CHANGED,
        entities=[Entity("hedg", "group", "Health Equity Delivery Group", "HEDG"), Entity("mayor", "post", "Mayor")],
    )


@pytest.fixture
def app(kept: Settings) -> Flask:
    """An app that serves this computer alone, on a store of every kind, with the small graph."""
    return local_app(kept, small_graph())


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def save(client: FlaskClient, **fields: str) -> str:
    """Save a view; the address of its page."""
    return f"/view/{saving.save(client, **fields)}"


def test_the_way_from_an_answer_to_a_saved_view(client: FlaskClient) -> None:
    page = client.get(ASKED).text
    (way,) = re.findall(r'href="(/views/new\?address=[^"]+)"', page)
    form = client.get(way.replace("&amp;", "&")).text
    assert "Does the Health Equity Delivery Group answer to the Mayor of London?" in form
    address = save(client, kind="frozen", note="For the board.")
    shown = client.get(address).text
    for words in ("Only indirectly", "For the board.", "frozen on", "reports to the London Health Board", "<svg"):
        assert words in shown
    for words in ("Copy for GOV.UK", "[Image: picture.png]", "Copy the text alternative"):
        assert words in shown
    listed = client.get("/views").text
    assert f'href="{address}"' in listed
    assert "The data has not changed since." in listed


def test_who_has_saved_a_view_is_told_so_and_finds_it_at_the_top_of_the_list(client: FlaskClient) -> None:
    for title in ("One", "Two", "Three"):
        response = client.post("/views", data={"address": ASKED, "kind": "live", "title": title})
        assert response.headers["Location"].endswith("#saved")
        assert '<p class="notice saved-now" id="saved" tabindex="-1">' in client.get(response.headers["Location"]).text
    assert re.findall(r">(One|Two|Three)</a>", client.get("/views").text) == ["Three", "Two", "One"]


def test_a_view_that_no_other_computer_can_reach_says_so(client: FlaskClient) -> None:
    address = save(client)
    for page in (address, f"{address}/embed"):
        assert "its setting GOVGRAPH_ADDRESS" in client.get(page, base_url="http://localhost").text
        assert "GOVGRAPH_ADDRESS" not in client.get(page, base_url="https://govgraph.example.gov.uk").text


def test_a_title_of_ones_own_is_the_heading_of_the_page(client: FlaskClient) -> None:
    page = client.get(save(client, title="Who answers to the Mayor")).text
    assert '<h1 id="page_title">Who answers to the Mayor</h1>' in page


def test_an_error_leads_to_its_field(client: FlaskClient) -> None:
    page = client.post("/views", data={"address": ASKED, "frames": "these", "sites": "example"}).text
    assert '<a href="#view_sites">' in page
    assert 'id="view_sites"' in page


def test_what_is_frozen_is_the_same_bytes_after_the_data_has_changed(client: FlaskClient, kept: Settings) -> None:
    address = save(client, kind="frozen")
    forms = re.findall(r'href="(/view/[a-z0-9]+\.[a-z.]+)"', client.get(address).text)
    assert len(forms) == len(FORMS)
    before = {form: client.get(form).data for form in (address, *forms)}
    assert all(before.values())
    fill(kept, changed_graph())
    assert {form: client.get(form).data for form in before} == before
    assert "The data has changed since it was saved." in client.get("/views").text


def test_what_is_live_changes_and_is_dated(client: FlaskClient, kept: Settings) -> None:
    address = save(client)
    before, table = client.get(address).text, client.get(f"{address}.csv").data
    assert "Only indirectly" in before
    assert "The data has changed" not in before
    fill(kept, changed_graph())
    after = client.get(address).text
    assert "Only indirectly" not in after
    assert "live: asked on" in after
    assert "The newest document in the data is of October 2024 to March 2025 (inferred)." in before
    assert "The newest document in the data is of 2024-11." in after
    assert "The data has changed since the view was saved" in after
    assert "<strong>The data has changed since it was saved.</strong>" in after
    assert client.get(f"{address}.csv").data != table


def test_a_live_view_of_what_is_no_more_says_so(client: FlaskClient, kept: Settings) -> None:
    address = save(client)
    fill(kept, world([say("a", "reports_to", "b")]))
    response = client.get(address)
    assert response.status_code == 404
    assert "hedg" in response.text


def test_a_picture_of_the_explorer_can_be_saved(client: FlaskClient) -> None:
    address = save(client, address=EXPLORED)
    page = client.get(address).text
    assert "London Health Board and its surroundings" in page
    assert "+ 1" not in page, "nothing can be opened in what is saved"
    assert "The Health Equity Group reports to the London Health Board." in page
    assert client.get(f"{address}.svg").status_code == 200


def test_a_title_of_ones_own_stands_before_the_answer(client: FlaskClient) -> None:
    page = client.get(save(client, title="HEDG & the Mayor")).text
    assert "HEDG &amp; the Mayor" in page
    assert "Does the Health Equity Delivery Group answer to the Mayor of London? Only indirectly." in page


def test_what_is_withdrawn_says_when_and_why_and_keeps_nothing(client: FlaskClient) -> None:
    address = save(client, kind="frozen", note="Somebody’s name.")
    assert "Withdraw" in client.get(f"{address}/withdraw").text
    assert client.post(f"{address}/withdraw", data={"reason": "A name was wrong."}).status_code == 303
    for form in (address, f"{address}.svg", f"{address}/embed"):
        response = client.get(form)
        assert response.status_code == 410
        assert "This view was withdrawn on" in response.text
        assert "A name was wrong." in response.text
    listed = client.get("/views").text
    assert "This view was withdrawn on" in listed
    assert "Somebody’s name." not in listed


def test_a_view_expires_after_its_last_day(client: FlaskClient, kept: Settings) -> None:
    day = today()
    assert "It is shown until" in client.get(save(client, expires=day.isoformat())).text
    over = SavedView("2222222222", "live", "Over", ASKED, "Any day", "v", day, expires=day - timedelta(1))
    with open_store(kept.store, kept.password) as store:
        store.views().add(over, {})
        response = client.get("/view/2222222222")
        assert response.status_code == 410
        assert "This view expired on" in response.text
        for page in (response.text, client.get("/views").text):
            assert 'href="/view/2222222222/withdraw"' in page, "what is kept of it can still be deleted"
        client.post("/view/2222222222/withdraw")
        assert "/view/2222222222/withdraw" not in client.get("/view/2222222222").text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"expires": "tomorrow"}, "“tomorrow” is no day"),
        ({"expires": "2001-01-01"}, "must lie between today and"),
        ({"frames": "these"}, "Name the sites"),
        ({"frames": "these", "sites": "example"}, "is no site"),
        ({"kind": "warm"}, "it can be: frozen, live"),
        ({"title": "x" * 201}, "type at most 200"),
    ],
)
def test_a_wrong_field_is_named_and_what_was_typed_stays(
    client: FlaskClient, fields: dict[str, str], words: str
) -> None:
    response = client.post("/views", data={"address": ASKED, "note": "It stays.", **fields})
    assert response.status_code == 400
    assert words in response.text
    assert "It stays." in response.text


@pytest.mark.parametrize(
    "address", ["/entities", "https://example.org/", "/views", "", "/ask?q=up&subject=nobody-at-all"]
)
def test_what_cannot_be_saved_is_refused_readably(client: FlaskClient, address: str) -> None:
    response = client.get("/views/new", query_string={"address": address})
    assert response.status_code in (400, 404)
    assert "Traceback" not in response.text
    assert client.post("/views", data={"address": address}).status_code in (400, 404)


def test_only_a_page_of_this_program_can_save(client: FlaskClient) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        response = client.post("/views", data={"address": ASKED}, headers=headers)
        assert response.status_code == 403
        assert "a page of another site" in response.text
    for headers in ({"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}):
        assert client.post("/views", data={"address": ASKED, "kind": "live"}, headers=headers).status_code == 303


def test_who_serves_others_saves_on_the_command_line_unless_all_may(small: Flask) -> None:
    visitor = small.test_client()
    assert "Save this view" not in visitor.get(ASKED).text
    assert visitor.get(f"/views/new?address={ASKED}").status_code == 403
    assert visitor.post("/views", data={"address": ASKED}).status_code == 403
    settings = replace(Settings(), store="networkx:", saving="anyone")
    app = create_app(settings)
    assert app.test_client().get("/views").status_code == 200


def test_a_page_writes_out_no_more_than_can_be_read(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_pages, "MOST_LISTED", 1)
    page = client.get(save(client)).text
    assert "2 more are not shown here; the files hold them." in page


def test_hostile_words_are_words(client: FlaskClient) -> None:
    page = client.get(save(client, title=EVIL, note=EVIL)).text
    assert EVIL not in page
    assert EVIL not in client.get("/views").text


def test_a_file_has_a_readable_name_and_is_asked_for_again_by_its_tag(client: FlaskClient) -> None:
    address = save(client, kind="frozen")
    response = client.get(f"{address}.pptx")
    named = 'filename="does-the-health-equity-delivery-group-answer-to-the-mayor-of.pptx"'
    assert f"attachment; {named}" in response.headers["Content-Disposition"]
    again = client.get(f"{address}.pptx", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    assert client.get(f"{address}.svg").headers["Content-Disposition"].startswith("inline")
    assert client.get(f"{address}.gif").status_code == 400
    assert client.get(f"{address}.svg?subject=lhb").status_code == 400
    assert client.get("/view/aaaaaaaaaa").status_code == 404


def test_days_are_those_of_the_place_where_it_runs() -> None:
    assert abs(today() - date.today()) <= timedelta(1)  # noqa: DTZ011 - compared with the naive day

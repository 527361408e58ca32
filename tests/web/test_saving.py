"""What saved views are made of, apart from the pages that show them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from flask import Flask

from graph.errors import BadQuestion, StoreUnavailable, TooLarge
from graph.render.bounds import MOST_BOXES
from graph.saved import SavedView
from graph.stores.networkx_store import NetworkxStore
from tests.worlds import say, world
from web.picture import Picture
from web.saving import PAGE, Wish, file_of, gone_words, kept_words, save, shown
from web.seen import Moment, seen_at

NOW = Moment(5.0, "https://govgraph.example.gov.uk", date(2026, 11, 26))
VIEW = SavedView("aaaa", "live", "Who?", "/ask?q=up", "Any day", "v1", date(2026, 11, 26))


def test_what_an_earlier_release_has_frozen_can_still_be_shown() -> None:
    kept = Path(__file__).with_name("kept") / "page.json"
    picture = msgspec.json.decode(kept.read_bytes(), type=Picture)
    assert picture.brief.verdict == "Only indirectly"
    assert picture.brief.note == "A note."
    assert {box.entity for box in picture.drawn.boxes} >= {"hedg", "heg", "lhb", "mayor"}


@pytest.mark.parametrize("day", [date(2026, 11, 25), date(2001, 1, 1)])
def test_what_has_expired_already_is_not_saved(small: Flask, day: date) -> None:
    with small.test_request_context(), pytest.raises(BadQuestion, match="expired already"):
        save(NetworkxStore(), Wish("/ask?q=list", expires=day), NOW)


def test_of_what_no_document_can_hold_the_other_forms_are_kept(small: Flask) -> None:
    store = NetworkxStore()
    store.load(world([say(f"e{number:03}", "reports_to", "top") for number in range(MOST_BOXES + 1)]))
    with small.test_request_context():
        view = save(store, Wish("/ask?q=down&subject=top"), NOW)
        seen = seen_at(store, view.asked, NOW)
        assert ".svg" in view.forms
        assert ".pptx" not in view.forms
        assert [why for why in view.missing if f"at most {MOST_BOXES}" in why]
        assert f"at most {MOST_BOXES}" in seen.refused[".pptx"]
        with pytest.raises(BadQuestion, match=r"is not kept as “\.pptx”"):
            file_of(store, view, ".pptx", NOW)
        with pytest.raises(TooLarge, match="Ask for less"):
            seen.made(".pptx")
        assert "are not in the picture" in " ".join(shown(store, view, NOW).picture.brief.remarks)


@pytest.mark.parametrize("address", ["http://[", "//[x", "http://\u2100.example/ask?q=list", "/entities", ""])
def test_what_is_no_address_of_a_page_is_refused(small: Flask, address: str) -> None:
    with small.test_request_context(), pytest.raises(BadQuestion, match=r"is no address|cannot be saved"):
        seen_at(NetworkxStore(), address, NOW)


@pytest.mark.parametrize("page", [{}, {PAGE: b"{"}, {PAGE: b'{"scene": 1}'}])
def test_a_frozen_view_whose_page_is_lost_or_damaged_says_so(small: Flask, page: dict[str, bytes]) -> None:
    store, view = NetworkxStore(), replace(VIEW, kind="frozen")
    store.views().add(view, page)
    with small.test_request_context(), pytest.raises(StoreUnavailable, match="aaaa"):
        shown(store, view, NOW)


@pytest.mark.parametrize("below", [3, MOST_BOXES - 1, MOST_BOXES + 1])
def test_a_picture_is_laid_out_over_pages_only_where_that_shows_more(small: Flask, below: int) -> None:
    store = NetworkxStore()
    store.load(world([say(f"e{number:03}", "reports_to", "top") for number in range(below)]))
    with small.test_request_context():
        seen = seen_at(store, "/ask?q=down&subject=top", NOW)
    drawn = len(seen.page.drawn.boxes)
    assert drawn + seen.page.left_out == below + 1
    assert len(seen.spread.drawn.boxes) == (below + 1 if below < MOST_BOXES else drawn)
    assert bool(seen.refused) == (below > MOST_BOXES)


def test_it_says_which_view_it_is_and_of_which_day() -> None:
    assert kept_words(VIEW, date(2026, 12, 1)) == (
        "Saved view aaaa, live: asked on 1 December 2026, saved on 26 November 2026"
    )
    gone = replace(VIEW, withdrawn=date(2026, 12, 1), reason="A name was wrong.")
    assert gone_words(gone) == "This view was withdrawn on 1 December 2026. A name was wrong."
    assert gone_words(replace(VIEW, expires=date(2026, 12, 1))) == "This view expired on 1 December 2026."

import re

from flask import Flask

from graph.model import Strength
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.stores.networkx_store import NetworkxStore
from tests.web.conftest import small_graph
from tests.worlds import say, world
from web.drawing import MOST_BOXES, draw_answer, draw_surroundings, draw_top
from web.picture import picture_of


def crowd(size: int) -> NetworkxStore:
    """A store in which that many entities report to one."""
    store = NetworkxStore()
    store.load(world([say(f"e{number:03}", "reports_to", "top") for number in range(size)]))
    return store


def test_a_picture_never_holds_more_boxes_than_can_be_read(small: Flask) -> None:
    store = crowd(60)
    with small.test_request_context():
        surroundings = draw_surroundings(store.about(["top"]), "top")
        answer = draw_answer(store, ask(store, "down", "top"))
    for drawing in (surroundings, answer):
        assert drawing is not None
        assert drawing.left_out == 61 - MOST_BOXES
        assert drawing.svg.count("<a ") == MOST_BOXES


def test_boxes_lead_to_their_pages(small: Flask) -> None:
    store = NetworkxStore()
    store.load(small_graph())
    with small.test_request_context():
        drawing = draw_answer(store, ask(store, "up", "HEDG", options=Options(lens=Strength.LINE)))
    assert drawing is not None
    assert 'href="/entity/lhb"' in drawing.svg


def test_limits_stand_in_the_caption_and_a_file_has_no_links(small: Flask) -> None:
    store = NetworkxStore()
    store.load(small_graph())
    answer = ask(store, "up", "mayor", options=Options(lens=Strength.OVERSIGHT))
    with small.test_request_context():
        page = draw_answer(store, answer)
    file = picture_of(store, answer)
    assert page is not None
    assert file is not None
    assert "<a " in page.svg
    drawn = file.to_bytes(".svg").decode()
    assert "<a " not in drawn
    for text in (page.svg, drawn):
        words = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", text))
        assert "Mayor of London – London Assembly: limited to the annual report." in words


def test_many_limits_are_counted(small: Flask) -> None:
    store = NetworkxStore()
    store.load(world([say(f"e{number}", "reports_to", "top", scope=f"s{number}") for number in range(9)]))
    with small.test_request_context():
        drawing = draw_surroundings(store.about(["top"]), "top")
    assert drawing is not None
    assert "5 more ties are limited in scope." in drawing.svg


def test_a_limit_of_several_years_is_said_once(small: Flask) -> None:
    years = [say("mayor", "approves", "fund", scope="expenditure", year=f"202{year}-2{year + 1}") for year in (4, 5)]
    store = NetworkxStore()
    store.load(world(years))
    with small.test_request_context():
        drawing = draw_surroundings(store.about(["fund"]), "fund")
    assert drawing is not None
    assert drawing.svg.count("limited to expenditure") == 1


def test_what_changed_is_drawn_with_what_happened_to_it(small: Flask) -> None:
    store = NetworkxStore()
    store.load(
        world(
            [
                say("new", "reports_to", "top", start="1 May 2020"),
                say("old", "reports_to", "top", source="2014", start="2010", end="3 June 2018"),
                say("b", "chairs", "top", start="2019"),
            ]
        )
    )
    options = Options(at="2015", until="2022")
    with small.test_request_context():
        every = draw_answer(store, ask(store, "changes", options=options))
    assert every is not None
    for entity in ("New", "Old", "B", "Top"):
        assert f">{entity}<" in every.svg
    for words in ("not at this time", "not in force at this time", "As at", "did not change"):
        assert words not in every.svg
    written = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", every.svg))
    assert "What changed between 2015 and 2022; drawn as in 2022." in written
    assert written.count("+ began") == 2
    assert written.count("\N{MINUS SIGN} ended") == 1


def test_where_nothing_is_tied_there_is_no_picture(small: Flask) -> None:
    store = NetworkxStore()
    store.load(small_graph())
    with small.test_request_context():
        assert draw_answer(store, ask(store, "up", "alone")) is None
        assert draw_surroundings(store.about(["alone"]), "alone") is None
        assert draw_top(world([])) is None


def test_the_top_is_small(small: Flask) -> None:
    with small.test_request_context():
        drawing = draw_top(crowd(60).read())
    assert drawing is not None
    assert drawing.svg.count("<a ") <= 10

from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from graph.exploring.first import first_view
from graph.exploring.view import DIRECTIONS, Opening
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.spans import read_span
from graph.stores.networkx_store import NetworkxStore
from tests.web.conftest import small_graph
from web.explored import Explored, explored_from, read_explored
from web.params import BadParameter

STORE = NetworkxStore()
STORE.load(small_graph())


def read(address: str, focus: str = "lhb") -> Explored:
    return read_explored(STORE, focus, MultiDict(parse_qs(urlsplit(address).query, keep_blank_values=True)))


def test_without_words_the_address_means_what_is_open_at_first(small: Flask) -> None:
    first = read("/explore/lhb")
    assert first.view == first_view(STORE, "lhb")
    with small.test_request_context():
        assert first.address() == "/explore/lhb"
        assert first.selecting(box="heg") == "/explore/lhb?box=heg#evidence"


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_an_address_is_read_as_it_was_written(small: Flask, direction: str) -> None:
    first = read("/explore/lhb")
    with small.test_request_context():
        there = read(first.toggled("lhb", direction))
        assert there.view == first.view.toggled("lhb", direction)
        further = read(there.toggled("a b/c:d", direction))
        assert Opening("a b/c:d", direction) in further.view.opened
        assert read(there.toggled("lhb", direction)).view == first.view


def test_that_all_is_closed_can_be_said(small: Flask) -> None:
    explored = read("/explore/lhb")
    with small.test_request_context():
        for opening in sorted(explored.view.opened, key=str):
            explored = read(explored.toggled(opening.entity, opening.direction))
        assert explored.view.opened == frozenset()
        assert explored.address() == "/explore/lhb?up="


def test_days_groups_selection_and_order_are_kept(small: Flask) -> None:
    there = read("/explore/lhb?at=2021&show=lhb:down:group&box=heg&sort=to")
    assert there.view.window == read_span("2021")
    assert there.view.unfolded == {"lhb:down:group"}
    assert (there.limits.at, there.box, there.sort) == ("2021", "heg", "to")
    with small.test_request_context():
        assert read(there.address()) == there
        assert read(there.selecting(line="x")).box == ""
        assert there.around("heg") == "/explore/heg?at=2021"
        assert read(there.showing("lhb:down:group")).view.unfolded == frozenset()
        assert read(there.sorted_by("tie")).sort == "tie"


@pytest.mark.parametrize("query", ["at=nonsense", "sort=colour", "box=a&box=b", "&".join(["up=a"] * 61)])
def test_what_cannot_be_used_is_refused(query: str) -> None:
    with pytest.raises(BadParameter):
        read(f"/explore/lhb?{query}")


@pytest.mark.parametrize(
    ("question", "names", "opened"),
    [
        ("between", ("HEDG", "mayor"), {("hedg", "up"), ("heg", "up"), ("ledu", "up"), ("lhb", "up")}),
        ("up", ("heg",), {("heg", "up")}),
        ("up", ("alone",), {("alone", "up")}),
        ("down", ("lhb",), {("lhb", "down"), ("heg", "down"), ("ledu", "down")}),
        ("members", ("lhb",), {("lhb", "members")}),
        ("money", ("lhb",), {("lhb", "money")}),
    ],
)
def test_an_answer_is_explored_along_its_routes(
    small: Flask, question: str, names: tuple[str, ...], opened: set[tuple[str, str]]
) -> None:
    with small.test_request_context():
        there = read(explored_from(ask(STORE, question, names[0], "".join(names[1:]))), names[0].lower())
    assert {(one.entity, one.direction) for one in there.view.opened} == opened


def test_the_day_of_an_answer_is_kept_and_an_answer_about_nobody_is_not_explored(small: Flask) -> None:
    with small.test_request_context():
        assert "at=2021" in explored_from(ask(STORE, "up", "heg", options=Options(at="2021")))
        assert explored_from(ask(STORE, "gaps")) == ""
        assert explored_from(ask(STORE, "profile", "heg")) == "/explore/heg"

"""The questions with rows give the same from every store as from the graph itself."""

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from graph.answers import to_json
from graph.errors import NotInTime
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from graph.stores import open_store
from graph.subgraph import Subgraph
from tests.worlds import london, say, world

ASKED = [
    ("members", "lhb", "", Options()),
    ("members", "boroughs", "", Options(at="2024-11")),
    ("seats", "khan", "", Options()),
    ("shared", "lhb", "heg", Options()),
    ("shared", "", "", Options()),
    ("money", "", "", Options()),
    ("money", "pot", "", Options(at="2021")),
    ("gaps", "", "", Options()),
    ("changes", "", "", Options(at="2015", until="2025")),
    ("list", "", "", Options(at="2021-12", kinds=frozenset({"body"}))),
    ("list", "", "", Options(sources=frozenset({"2024-11"}))),
    ("profile", "lhb", "", Options()),
    ("profile", "heg", "", Options(sources=frozenset({"2024-11"}))),
]


def governance() -> Subgraph:
    """London in brief, with money, a change of role and a loop."""
    graph = london()
    claims = [
        *graph.claims.values(),
        say("lhb", "funds", "pot", "2021-12", amount=Decimal(100), currency="GBP", year="2021-22", id="m1"),
        say("pot", "funds", "heg", "2021-12", amount=Decimal(60), currency="GBP", year="2021-22", id="m2"),
        say("camden", "member_of", "heg", "2024-11", role="observer", start="2016", end="2018", id="m3"),
        say("camden", "member_of", "heg", "2024-11", role="member", start="2020", id="m4"),
        say("lhb", "reports_to", "hedg", "2024-11", planned="planned", via=("heg",), id="m5"),
        say("boroughs", "member_of", "heg", "2024-11", id="m6"),
    ]
    return world(claims, kinds={"pot": "fund"}, entities=graph.entities.values(), sources=graph.sources.values())


@pytest.mark.parametrize(("question", "subject", "end", "options"), ASKED)
def test_every_store_says_the_same_where_there_was_no_time(
    store: Store, question: str, subject: str, end: str, options: Options
) -> None:
    store.load(governance())
    answer = ask(store, question, subject, end, replace(options, seconds=1e-9))
    assert (answer.rows, answer.truncated) == ((), "time")
    assert answer.summary.startswith("The search was cut short after 1e-09 seconds: nothing was found by then")


def test_a_reading_in_so_many_seconds_is_whole_or_is_ended(store: Store) -> None:
    store.load(governance())
    about, naming, of_kinds = (
        partial(store.about, ["lhb"]),
        partial(store.naming, "heg"),
        partial(store.of_kinds, ["funds", "member_of"]),
    )
    for reading in (store.read, about, naming, of_kinds):
        assert reading(seconds=60.0) == reading()
        with suppress(NotInTime):
            assert reading(seconds=1e-9) == reading()


@pytest.mark.parametrize(("question", "subject", "end", "options"), ASKED)
def test_every_store_gives_the_same_rows(store: Store, question: str, subject: str, end: str, options: Options) -> None:
    with open_store("networkx://") as plain:
        for each in (store, plain):
            each.load(governance())
        answers = [to_json(ask(each, question, subject, end, options)) for each in (store, plain)]
        assert ask(plain, question, subject, end, options).rows
    assert answers[0] == answers[1]

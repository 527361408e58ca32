"""`list`: what existed on a day, or what a source names, by kind."""

from collections.abc import Iterable
from typing import Any

import pytest

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Claim, Source
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.rows import Listed
from graph.stores import open_store
from tests.worlds import say, world

CLAIMS = [
    say("a", "dated", source="2015", start="2010", role="founded"),
    say("b", "dated", source="2015", end="2012"),
    say("c", "described", source="2015"),
    say("d", "described", source="undated"),
    say("e", "described", source="2015", planned="planned"),
    say("p", "described", source="2015"),
]


def asked(claims: Iterable[Claim] = CLAIMS, **options: Any) -> Answer:
    with open_store("networkx://") as store:
        store.load(world(claims, kinds={"p": "person"}))
        return ask(store, "list", "", "", Options(**options))


def told(answer: Answer) -> dict[str, str]:
    return {row.entity.id: row.certainty for row in answer.rows if isinstance(row, Listed)}


@pytest.mark.parametrize(
    ("at", "wanted"),
    [
        ("2011", {"a": "certain", "d": "undated"}),
        ("2015", {"a": "certain", "c": "certain", "p": "certain", "e": "planned", "d": "undated"}),
        ("2020", {"a": "possible", "c": "possible", "p": "possible", "e": "planned", "d": "undated"}),
    ],
)
def test_what_existed_on_a_day(at: str, wanted: dict[str, str]) -> None:
    assert told(asked(at=at)) == wanted


def test_a_plan_without_any_day_is_listed_on_every_day() -> None:
    claims = [say("e", "described", source="undated", planned="planned")]
    assert told(asked(claims, at="2011")) == {"e": "planned"}
    assert told(asked([*claims, say("e", "described", source="2015", planned="planned")], at="2011")) == {}


def test_a_plan_to_follow_another_is_no_plan_of_that_one() -> None:
    claims = [
        say("a", "succeeds", "b", source="2015", planned="planned"),
        say("b", "described", source="2018", planned="planned"),
    ]
    assert told(asked(claims, at="2016")) == {"a": "planned"}


def test_a_source_that_has_one_name_does_not_name_the_other_that_it_may_stand_for() -> None:
    claims = [say("a", "possibly_same_as", "b", source="2018"), say("b", "described", source="2015", planned="planned")]
    assert told(asked(claims, sources=frozenset({"2018"}))) == {"a": "certain"}


def test_without_a_day_everything_is_listed_by_kind_then_name() -> None:
    assert list(told(asked())) == ["a", "b", "c", "d", "e", "p"]


def test_only_firm_leaves_out_what_is_planned_undated_or_only_possible() -> None:
    assert told(asked(at="2015", soft=False)) == {"a": "certain", "c": "certain", "p": "certain"}


def test_kinds_are_kinds_of_entity() -> None:
    assert list(told(asked(kinds=frozenset({"person"})))) == ["p"]
    assert list(told(asked(entities=frozenset({"body"})))) == ["a", "b", "c", "d", "e"]
    with pytest.raises(BadQuestion, match="chairs"):
        asked(kinds=frozenset({"chairs"}))


def test_what_a_source_names() -> None:
    assert list(told(asked(sources=frozenset({"undated"})))) == ["d"]


def test_a_day_that_is_only_inferred_is_not_said_to_be_when_a_document_spoke() -> None:
    early, late = (
        Source("early", "Early", inferred="2015-12/2015-12"),
        Source("late", "Late", inferred="2024-10/2025-03"),
    )
    claims = [say("a", "described", "", "early"), say("a", "described", "", "late"), say("b", "described", "", "early")]
    with open_store("networkx://") as store:
        store.load(world(claims, sources=[early, late]))
        dates = [row.dates for row in ask(store, "list", "", "", Options()).rows if isinstance(row, Listed)]
    assert dates == [
        "first spoken of in a document of December 2015 (inferred), "
        "last spoken of in a document of October 2024 to March 2025 (inferred)",
        "spoken of in a document of December 2015 (inferred)",
    ]


@pytest.mark.parametrize(
    ("at", "summary"),
    [
        ("2015", "The documents name 2 boards in 2015. Only planned: 1 board. Without any date: 1 board."),
        (
            "2020",
            "No document in this data names for certain anything of that kind in 2020. "
            "Not confirmed for then, nor known to have ended: 2 boards. Only planned: 1 board. "
            "Without any date: 1 board.",
        ),
    ],
)
def test_the_summary_tells_each_certainty_apart(at: str, summary: str) -> None:
    assert asked(at=at, kinds=frozenset({"board"})).summary == summary

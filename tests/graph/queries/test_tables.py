"""What the questions with rows share: the bound on their work, and how an answer tells of it."""

from collections.abc import Collection
from decimal import Decimal
from itertools import count, takewhile

import pytest

from graph.answers import Answer
from graph.errors import NotInTime
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.queries.tables import MOST_ROWS
from graph.rows import Gap, Listed, Said, Shared
from graph.store import Part
from graph.stores.networkx_store import NetworkxStore
from graph.subgraph import Subgraph
from tests.worlds import reports, say, world

ASKED = [
    ("members", "m", ""),
    ("seats", "a", ""),
    ("shared", "m", "t"),
    ("shared", "m", ""),
    ("shared", "", ""),
    ("money", "", ""),
    ("gaps", "", ""),
    ("gaps", "m", ""),
    ("changes", "", ""),
    ("list", "", ""),
    ("profile", "m", ""),
]
FALSE_WHEN_CUT = ("No document", "Nothing was found", "alone", "looked at", "In 2021")
"""Words that would claim that all was looked at."""


def governance() -> Subgraph:
    """Something to find for each question."""
    return world(
        [
            *reports("xm", "ym", "mt", "zt", "xu", "ux"),
            say("a", "member_of", "m", start="2012"),
            say("a", "member_of", "t", end="2015"),
            say("b", "member_of", "m"),
            say("c", "member_of", "t"),
            say("p", "holds_post", "c"),
            say("q", "holds_post", "c"),
            say("p", "member_of", "m"),
            say("t", "funds", "m", amount=Decimal(10), currency="GBP", year="2021-22"),
            say("m", "funds", "x", amount=Decimal(5), currency="GBP", year="2021-22"),
            say("n", "described", source="undated"),
        ],
        kinds={"a": "person", "b": "person", "p": "person", "q": "person", "c": "post"},
    )


def answered(question: str, subject: str, end: str, seconds: float = 5.0) -> Answer:
    at, until = ("2010", "2020") if question == "changes" else ("", "")
    with NetworkxStore() as store:
        store.load(governance())
        return ask(store, question, subject, end, Options(at=at, until=until, seconds=seconds))


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that goes on by a hundredth of a second whenever it is looked at, and loops that always look."""
    ticks = count()
    monkeypatch.setattr("graph.queries.clock.monotonic", lambda: next(ticks) / 100)
    monkeypatch.setattr("graph.queries.clock.EVERY", 1)


@pytest.mark.parametrize(("question", "subject", "end"), ASKED)
def test_without_time_nothing_is_told_and_nothing_is_claimed(question: str, subject: str, end: str) -> None:
    answer = answered(question, subject, end, 1e-9)
    assert (answer.rows, answer.amounts, answer.truncated) == ((), (), "time")
    assert answer.summary == (
        "The search was cut short after 1e-09 seconds: nothing was found by then, and nothing is ruled out. "
        "Narrow the question, or give it more seconds (10 at most)."
    )
    assert answered(question, subject, end).truncated is None


@pytest.mark.usefixtures("ticking")
@pytest.mark.parametrize(("question", "subject", "end"), ASKED)
def test_wherever_the_time_ran_out_what_is_told_is_true_and_nothing_else_is_claimed(
    question: str, subject: str, end: str
) -> None:
    whole = answered(question, subject, end, 10.0)
    assert whole.rows
    tries = (answered(question, subject, end, number / 100) for number in range(1, 1000))
    stopped = list(takewhile(lambda answer: answer.truncated, tries))
    assert stopped
    for answer in stopped:
        assert answer.truncated == "time"
        assert answer.summary.startswith("The search was cut short after ")
        assert not [words for words in FALSE_WHEN_CUT if words in answer.summary.partition(".")[2] and answer.rows]
        assert answer.amounts == ()
        if isinstance(whole.rows[0], Gap | Listed | Said | Shared):
            assert set(answer.rows) <= set(whole.rows)


class _Slow(NetworkxStore):
    """A store that ends each reading, as a database does when the time is up."""

    def read(self, *, without: Collection[Part] = (), seconds: float | None = None) -> Subgraph:
        if seconds is None:
            return super().read(without=without)
        raise NotInTime("It takes longer.")


def test_a_reading_that_the_store_has_ended_cuts_the_answer() -> None:
    with _Slow() as store:
        store.load(governance())
        answer = ask(store, "list")
    assert (answer.rows, answer.truncated) == ((), "time")
    assert "nothing is ruled out" in answer.summary


def test_an_answer_of_too_many_rows_says_so_and_counts_them_all() -> None:
    with NetworkxStore() as store:
        store.load(world(say(f"e{number}", "described") for number in range(MOST_ROWS + 1)))
        answer = ask(store, "list")
    assert (len(answer.rows), answer.truncated) == (MOST_ROWS, "rows")
    assert answer.summary == f"The documents name {MOST_ROWS + 1} boards."

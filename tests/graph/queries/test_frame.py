"""The question as understood: ids, lens, day and limits; through `ask`."""

import pytest

from graph.model import Strength
from graph.queries.ask import QUESTIONS, ask
from graph.queries.options import Options
from graph.store import Store
from tests.worlds import LINE, OVERSIGHT, london


@pytest.mark.parametrize(
    ("question", "lens", "kinds", "wanted"),
    [
        ("up", None, "", "line"),
        ("down", None, "", "line"),
        ("between", None, "", "leadership"),
        ("up", OVERSIGHT, "", "oversight"),
        ("between", LINE, "", "line"),
        ("up", None, "reports_to", "leadership"),
        ("down", LINE, "chairs", "line"),
    ],
)
def test_each_question_has_its_lens_unless_one_is_asked_for(
    store: Store, question: str, lens: Strength | None, kinds: str, wanted: str
) -> None:
    store.load(london())
    end = "LHB" if QUESTIONS[question].takes_object else ""
    asked = ask(store, question, "HEG", end, Options(lens, kinds=frozenset(filter(None, [kinds])))).question
    assert (asked.ask, asked.lens) == (question, wanted)


def test_the_question_is_written_with_ids_and_names(store: Store) -> None:
    store.load(london())
    asked = ask(store, "between", "equity group", "the mayor", Options(at=" 2024 ")).question
    assert (asked.subject, asked.subject_name) == ("heg", "Health Equity Group")
    assert (asked.object, asked.object_name) == ("mayor", "Mayor of London")
    assert (asked.at, asked.steps, asked.hops, asked.routes, asked.seconds) == ("2024", None, 12, 10, 5.0)


@pytest.mark.parametrize(
    ("at", "words"),
    [("9 December 2019", "on 9 December 2019"), ("2019-06", "in June 2019"), ("2019", "in 2019"), ("", ".")],
)
def test_the_day_is_said_as_it_was_asked(store: Store, at: str, words: str) -> None:
    store.load(london())
    assert words in ask(store, "up", "LHB", options=Options(at=at)).summary

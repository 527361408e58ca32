"""Asking by name: what is refused, and that an answer is of one state of the data."""

import json

import jsonschema
import pytest

from graph import answers
from graph.errors import BadQuestion, BadSpan, StoreUnavailable, UnknownEntity, UnknownSource
from graph.model import Strength
from graph.queries.ask import QUESTIONS, ask
from graph.queries.options import Options
from graph.store import Store
from graph.stores.networkx_store import NetworkxStore
from tests.worlds import LEADERSHIP, london, reports, world

CHAINS = [name for name, kind in QUESTIONS.items() if kind.chains]


@pytest.fixture
def loaded(store: Store) -> Store:
    store.load(london())
    return store


@pytest.mark.parametrize(
    ("question", "subject", "end", "match"),
    [
        ("", "HEG", "", "up, down, between"),
        ("sideways", "HEG", "", "'sideways'"),
        ("up", "", "", "name is missing"),
        ("members", "", "", "name is missing"),
        ("profile", "", "", "name is missing"),
        ("list", "HEG", "", "about no name"),
        ("members", "HEG", "LHB", "one name"),
        ("shared", "HEG", "HEG", "both sides"),
        ("changes", "", "", "Two days"),
        ("up", "  ", "", "name is missing"),
        ("between", "HEG", "", "name is missing"),
        ("between", "", "HEG", "name is missing"),
        ("up", "HEG", "LHB", "one name"),
        ("between", "HEG", "heg", "both sides"),
        ("between", "HEG", "Health Equity Group", "both sides"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(
    loaded: Store, question: str, subject: str, end: str, match: str
) -> None:
    with pytest.raises(BadQuestion, match=match):
        ask(loaded, question, subject, end)


@pytest.mark.parametrize("question", CHAINS)
def test_names_days_and_sources_that_are_not_known_are_refused(loaded: Store, question: str) -> None:
    end = "LHB" if QUESTIONS[question].takes_object else ""
    with pytest.raises(UnknownEntity) as caught:
        ask(loaded, question, "Health Equity", end)
    assert caught.value.suggestions == ("heg", "hedg")
    with pytest.raises(BadSpan, match="soon"):
        ask(loaded, question, "HEG", end, Options(at="soon"))
    with pytest.raises(UnknownSource, match="2021-12, 2024-11"):
        ask(loaded, question, "HEG", end, Options(sources=frozenset({"nowhere"})))


@pytest.mark.parametrize(
    "typed", ["HEDG", "hedg", "health equity delivery group", " HEDG ", "Helth Equity Delivry Group"]
)
def test_names_are_taken_as_people_type_them(loaded: Store, typed: str) -> None:
    assert ask(loaded, "up", typed).question.subject == "hedg"


@pytest.mark.parametrize("question", CHAINS)
def test_an_answer_can_be_asked_again(loaded: Store, question: str) -> None:
    options = Options(
        lens=LEADERSHIP,
        at="2024",
        kinds=frozenset({"reports_to", "chairs"}),
        sources=frozenset({"2024-11"}),
        roles=frozenset({"chair"}),
        entities=frozenset({"body"}),
        soft=False,
        same=True,
        steps=5,
        hops=9,
        routes=7,
        seconds=3.0,
    )
    end = "LHB" if QUESTIONS[question].takes_object else ""
    first = ask(loaded, question, "HEG", end, options)
    asked = first.question
    again = Options(
        lens=Strength[asked.lens.upper()],
        at=asked.at,
        kinds=frozenset(asked.kinds),
        sources=frozenset(asked.sources),
        roles=frozenset(asked.roles),
        entities=frozenset(asked.entities),
        soft=asked.soft,
        same=asked.same,
        steps=asked.steps,
        hops=asked.hops,
        routes=asked.routes,
        seconds=asked.seconds,
    )
    assert again == options
    assert ask(loaded, asked.ask, asked.subject, asked.object, again) == first


@pytest.mark.parametrize("question", CHAINS)
def test_an_answer_keeps_to_its_schema(loaded: Store, question: str) -> None:
    answer = ask(loaded, question, "HEG", "khan" if QUESTIONS[question].takes_object else "", Options(LEADERSHIP))
    assert answer.routes
    text = json.loads(answers.to_json(answer))
    jsonschema.validate(text, answers.json_schema())
    assert {"from", "to", "kind", "sentence", "relations"} <= text["routes"][0]["steps"][0].keys()
    assert text["data_version"] == loaded.version()


class _Restless(NetworkxStore):
    """A store under load: its version changes `turns` times."""

    def __init__(self, turns: int) -> None:
        super().__init__()
        self.turns = turns

    def version(self) -> str:
        self.turns -= 1
        return str(max(self.turns, 0))


def test_a_store_that_changes_all_the_time_is_given_up() -> None:
    store = _Restless(1000)
    store.load(world(reports("ab")))
    with pytest.raises(StoreUnavailable, match="changed"):
        ask(store, "up", "A")


def test_a_store_that_changed_once_is_asked_again() -> None:
    store = _Restless(6)
    store.load(world(reports("ab")))
    assert ask(store, "up", "A").data_version == "0"

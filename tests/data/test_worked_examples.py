"""What the worked examples share: how an answer is told in short lines, and the London data in every kind of store.

The examples stand by question in the modules beside this one. What each must say was read from the documents by hand
before the program was asked; where the two differed, the document was read again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from graph.answers import Amount, Answer, Connection, Route
from graph.model import State
from graph.queries.ask import QUESTIONS, ask
from graph.queries.options import MAX_SECONDS, Options
from graph.rows import AnyRow, Change, Gap, Listed, Named, Pair, Payment, Said, Seat, Shared
from graph.store import Store
from graph.stores import open_store
from graph.told import Tie
from loaders import load
from tests.conftest import PLACES, place_of
from tests.neo4j.jars import NEWEST

HERE = Path(__file__).parent
LONDON = HERE.parents[1] / "data" / "london"
LEAST = 5
"""At least so many of each question."""

HEG, HEDG, LHB = "health-equity-group", "health-equity-delivery-group", "london-health-board"
LRB, LHCP = "london-recovery-board", "london-health-and-care-partnership"
MAYOR, GLA, COUNCILS = "mayor-of-london", "greater-london-authority", "london-councils"
OHID, ICSS = "office-for-health-improvement-and-disparities", "london-icss"
DEVOLUTION_BOARD = "london-health-and-social-care-devolution-programme-board"
MD3326, PAGE, AGREEMENT, DEVOLUTION_PAGE, PLAN = (
    frozenset({source})
    for source in ("md3326-paper", "lhcp-page", "agreement-2015", "devolution-page", "his-plan-2021")
)
"""The documents, as a question is limited to one of them."""
DAY_OF_PLAN = "2021-12-09"
SOFT = frozenset({State.DISPUTED, State.PLANNED, State.IMPLIED})
"""The states that a line tells; the others are sound."""
ALL = ("",)
"""Every line begins with nothing: the whole answer is closed."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the lines that its answer must tell.

    No further line begins with one of `closed`: there the document's list is whole.
    """

    name: str
    question: str
    subject: str = ""
    object: str = ""
    options: Options = field(default_factory=Options)
    verdict: str = ""
    tells: frozenset[str] | set[str] = frozenset()
    closed: tuple[str, ...] = ()

    def holds_in(self, store: Store) -> None:
        """Ask and compare."""
        # A busy machine is no fault of the code: no answer may be cut short by the time it has.
        options = replace(self.options, seconds=MAX_SECONDS)
        answer = ask(store, self.question, self.subject, self.object, options)
        told = set(lines(answer))
        assert answer.truncated is None
        assert answer.verdict == self.verdict, answer.summary
        assert self.tells - told == set()
        assert {line for line in told - self.tells if line.startswith(self.closed)} == set()


def as_parameters(examples: Iterable[Example]) -> list[Any]:
    """The examples for `parametrize`, named by their sentences."""
    return [pytest.param(example, id=example.name) for example in examples]


@pytest.fixture(scope="module", params=[place for place in PLACES if NEWEST not in place], ids="-".join)
def london(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The London data, loaded once; one version of Neo4j is enough, since nothing is written after."""
    graph = load(LONDON).graph
    assert graph is not None
    with open_store(*place_of(request, tmp_path_factory.mktemp("london"))) as store:
        store.load(graph)
        yield store


def test_every_question_has_five_worked_examples() -> None:
    modules = [import_module(f"tests.data.{path.stem}") for path in sorted(HERE.glob("test_worked_examples_*.py"))]
    counts = Counter(example.question for module in modules for example in module.EXAMPLES)
    assert counts.keys() == QUESTIONS.keys()
    assert min(counts.values()) >= LEAST


def lines(answer: Answer) -> Iterator[str]:
    """The answer in short lines of ids: routes, other ties, rows and sums."""
    for route in answer.routes:
        yield f"route {_path(route)}"
        yield from (
            f"step {step.from_id} > {step.to_id}{soft}" for step in route.steps if (soft := _soft(step.relations))
        )
    yield from (f"tie {_path(tie)} ({tie.steps[0].kind})" for tie in answer.ties)
    for row in answer.rows:
        yield from _row(row)
    yield from map(_sum, answer.amounts)


def _path(route: Route | Connection) -> str:
    return " > ".join([route.steps[0].from_id, *(step.to_id for step in route.steps)])


def _soft(ties: Sequence[Tie]) -> str:
    """What makes the first and surest of parallel ties soft by its state; empty where nothing does."""
    return f" ({ties[0].state})" if ties[0].state in SOFT else ""


def _ids(entities: Iterable[Named]) -> str:
    return ", ".join(entity.id for entity in entities)


def _row(row: AnyRow) -> Iterator[str]:
    match row:
        case Seat():
            yield f"{row.group} {row.entity.id}{_soft(row.ties)}"
            yield from (f"{row.entity.id} holds {post.id}" for post in row.posts)
        case Shared():
            yield f"{row.on} {row.entity.id}"
        case Pair():
            yield f"with {row.second.id}: {_ids(row.shared)}"
        case Payment():
            yield from _payment(row)
        case Gap():
            yield f"{row.gap}: {_ids(row.entities)}"
        case Change():
            told = [*row.before, *row.after]
            yield f"{row.change} {told[0].kind if told else 'entity'}: {_ids(row.entities)}"
        case Listed():
            yield row.entity.id
        case Said():
            place = f"{row.evidence.source}, {row.evidence.locator.split(',')[0]}"
            yield f"{row.kind} {_ids(row.entities)} @ {place}{f' ({row.state})' if row.state in SOFT else ''}"


def _payment(row: Payment) -> Iterator[str]:
    recipient = row.recipient.id if row.recipient else "nobody named"
    papers = [_ids(row.decision), _ids(row.budget)]
    told = [f"{row.payer.id} > {recipient}", row.year or "no year", row.amount or "no sum", *filter(None, papers)]
    yield f"{row.part} {'; '.join(told)}"
    if row.part == "payment":
        yield f"payer {row.payer.id}"


def _sum(amount: Amount) -> str:
    parts = {"stated": amount.stated, "implied": amount.implied, "planned": amount.planned}
    known = [f"{value} {name}" for name, value in parts.items() if value != "0"]
    least = ["at least"] if amount.at_least else []
    return " ".join(["sum", amount.direction, amount.year or "no year", *least, *known]).replace("  ", " ")

"""What the tests of verdicts ask: whether a answers to b in a small world."""

from collections.abc import Iterable

from graph.answers import Answer
from graph.model import Claim
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from tests.worlds import world


def asked(store: Store, claims: Iterable[Claim], **options: object) -> Answer:
    store.load(world(claims))
    return ask(store, "between", "a", "b", Options(**options))  # type: ignore[arg-type]


def ways(answer: Answer) -> list[str]:
    return ["".join([route.steps[0].from_id, *(step.to_id for step in route.steps)]) for route in answer.routes]

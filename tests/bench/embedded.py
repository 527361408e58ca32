"""The embedded store, measured beside plain networkx."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from graph.queries.ask import ask
from graph.store import Store
from graph.stores.networkx_store import NetworkxStore
from tests.bench import plain
from tests.bench.asked import QUESTIONS, Asked, picked
from tests.bench.timing import Measured, Spent, alone, memory, side_by_side, spent, timed
from tests.synthetic import cast_of, governance

STORE = "embedded"
Memory = dict[str, float | None]


def make(size: int, file: Path) -> tuple[list[Measured], Memory]:
    """Make the graph and load it into a file: what deriving it and loading it take."""
    derived, graph = timed(lambda: governance(size))
    store = NetworkxStore(file)
    loaded, _ = timed(lambda: store.load(graph))
    again, _ = timed(lambda: store.load(graph))
    lines = [
        Measured(size, STORE, "make the claims and derive", spent([derived])),
        Measured(size, STORE, "load", spent([loaded])),
        Measured(size, STORE, "load again, unchanged", spent([again])),
    ]
    return lines, {"file": file.stat().st_size / 2**20}


def measure(size: int, file: Path) -> tuple[list[Measured], Memory]:
    """Open the file and ask: what opening and each question take, and what the process then holds."""
    before = memory()
    opened, store = timed(lambda: NetworkxStore(file))
    after = memory()
    asked = picked(cast_of(size))
    first, _ = timed(partial(whole(store, asked["up"][0])))
    lines = [Measured(size, STORE, "open", spent([opened])), Measured(size, STORE, "first answer", spent([first]))]
    other = plain.PlainNetwork(store.read())
    for question in QUESTIONS:
        ours, theirs, same = side_by_side(
            [partial(routes, store, each) for each in asked[question]],
            [partial(other.routes, each) for each in asked[question]],
        )
        lines += pair(size, STORE, question, (ours, theirs, same, plain.NAME))
        lines.append(answers(size, STORE, store, asked[question]))
    return lines, {"before": before, "opened": after, "asked": memory()}


def pair(size: int, store: str, question: str, found: tuple[Spent, Spent, bool, str]) -> list[Measured]:
    """The line of a route search beside its alternative."""
    ours, theirs, same, name = found
    return [Measured(size, store, f"{question}: routes", ours, name, theirs, same)]


def answers(size: int, store: str, opened: Store, asked: list[Asked]) -> Measured:
    """The line of the whole answers to the same questions."""
    return Measured(size, store, f"{asked[0].question}: whole answer", alone([whole(opened, each) for each in asked]))


def routes(store: Store, asked: Asked) -> plain.Routes:
    """The routes of one walk, as the store finds them."""
    return set(store.shortest(asked.walk()).routes)


def whole(store: Store, asked: Asked) -> Callable[[], object]:
    """The asking of one question with all that belongs to its answer."""
    return lambda: ask(store, asked.question, asked.subject, asked.object, asked.options())

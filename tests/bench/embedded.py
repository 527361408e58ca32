"""The embedded store, measured beside plain networkx."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from graph.answers import Answer
from graph.names import NameIndex
from graph.queries.ask import ask
from graph.store import Store
from graph.stores.networkx_store import NetworkxStore
from graph.walks import Found
from tests.bench import plain
from tests.bench.asked import QUESTIONS, TYPED, Asked, picked
from tests.bench.timing import Measured, alone, memory, side_by_side, spent, timed
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
    first, _ = timed(partial(whole, store, asked["up"][0]))
    lines = [Measured(size, STORE, "open", spent([opened])), Measured(size, STORE, "first answer", spent([first]))]
    lines += names(size, STORE, store)
    other = plain.PlainNetwork(store.read())
    for question in QUESTIONS:
        lines.append(routes_beside(size, STORE, store, (plain.NAME, other.routes), asked[question]))
        answers = alone([partial(whole, store, each) for each in asked[question]])
        lines.append(Measured(size, STORE, f"{question}: whole answer", answers))
    return lines, {"before": before, "opened": after, "asked": memory()}


def routes_beside(
    size: int, name: str, store: Store, other: tuple[str, Callable[[Asked], plain.Routes]], asked: list[Asked]
) -> Measured:
    """The line of a route search beside another way: the same where it gives the same routes, ordered and cut."""
    ours, theirs, same = side_by_side(
        [partial(routes, store, each) for each in asked], [partial(other[1], each) for each in asked], _alike
    )
    return Measured(size, name, f"{asked[0].question}: routes", ours, other[0], theirs, same)


def names(size: int, name: str, store: Store) -> list[Measured]:
    """The lines of the index of names: making it, and asking it as one types."""
    made, index = timed(lambda: NameIndex(store.entities()))
    asked = alone([partial(index.suggest, typed) for typed in TYPED])
    return [Measured(size, name, "index of names", spent([made])), Measured(size, name, "suggestions", asked)]


def routes(store: Store, asked: Asked) -> Found:
    """What one walk finds."""
    return store.shortest(asked.walk())


def whole(store: Store, asked: Asked) -> Answer:
    """The answer to one question with all that belongs to it."""
    return ask(store, asked.question, asked.subject, asked.object, asked.options())


def _alike(found: Found, others: plain.Routes) -> bool:
    every = plain.ranked(others)
    return list(found.routes) == every[: len(found.routes)] and (
        found.cut == "routes" or len(found.routes) == len(every)
    )

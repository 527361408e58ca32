"""The embedded store, measured beside plain networkx."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from graph.answers import Answer
from graph.names import NameIndex
from graph.store import Store
from graph.stores.networkx_store import NetworkxStore
from graph.walks import Found
from tests.bench import plain, rows
from tests.bench.asked import MISTYPED, QUESTIONS, TIED, TYPED, Asked, picked
from tests.bench.rows import Ids, PlainRows, Rows, ids_of, picked_rows
from tests.bench.timing import Measured, alone, memory, side_by_side, spent, timed
from tests.bench.walked import NotingStore, alike, longer_beside, one_step_longer, walks_beside
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
    opened, store = timed(lambda: NotingStore(file))
    after = memory()
    asked = picked(cast_of(size))
    first, _ = timed(partial(asked["up"][0].answer, store))
    lines = [Measured(size, STORE, "open", spent([opened])), Measured(size, STORE, "first answer", spent([first]))]
    lines += names(size, STORE, store)
    other = plain.PlainNetwork(store.read())
    beside = (plain.NAME, lambda each: other.routes(each.walk()))
    for question in QUESTIONS:
        lines.append(routes_beside(size, STORE, store, beside, asked[question]))
        answers = alone([partial(each.answer, store) for each in asked[question]])
        lines.append(Measured(size, STORE, f"{question}: whole answer", answers))
    lines += [
        routes_beside(size, STORE, store, beside, asked[TIED]),
        walks_beside(size, STORE, store, other, asked["between"]),
        longer_beside(size, STORE, store, other, asked["between"]),
        one_step_longer(size, STORE, store, other, asked[TIED]),
    ]
    others = PlainRows(store.read())
    lines += [rows_beside(size, store, others, each) for each in picked_rows(cast_of(size)).values()]
    return lines, {"before": before, "opened": after, "asked": memory()}


def routes_beside(
    size: int, name: str, store: Store, other: tuple[str, Callable[[Asked], plain.Routes]], asked: list[Asked]
) -> Measured:
    """The line of a route search beside another way: the same where it gives the same routes, ordered and cut."""
    ours, theirs, same = side_by_side(
        [partial(routes, store, each) for each in asked], [partial(other[1], each) for each in asked], alike
    )
    return Measured(size, name, f"{asked[0].question}: routes", ours, other[0], theirs, same)


def names(size: int, name: str, store: Store) -> list[Measured]:
    """The lines of the index of names: making it, and asking it as one types."""
    made, index = timed(lambda: NameIndex(store.entities(), store.tie_counts()))
    lines = [Measured(size, name, "index of names", spent([made]))]
    for what, every in (("suggestions", TYPED), ("suggestions, mistyped", MISTYPED)):
        first, _ = timed(partial(index.suggest, every[0]))
        lines += [
            Measured(size, name, f"{what}: the first", spent([first])),
            Measured(size, name, what, alone([partial(index.suggest, typed) for typed in every])),
        ]
    return lines


def routes(store: Store, asked: Asked) -> Found:
    """What one walk finds."""
    return store.shortest(asked.walk())


def rows_beside(size: int, store: Store, other: PlainRows, asked: list[Rows]) -> Measured:
    """The line of whole answers with rows, beside plain networkx where that answers the question too."""
    what = f"{asked[0].name}: whole answer"
    if other.answer(asked[0]) is None:
        return Measured(size, STORE, what, alone([partial(each.answer, store) for each in asked]))
    ours, theirs, same = side_by_side(
        [partial(each.answer, store) for each in asked], [partial(other.answer, each) for each in asked], _of_the_same
    )
    return Measured(size, STORE, what, ours, rows.NAME, theirs, same)


def _of_the_same(answer: Answer, ids: Ids | None) -> bool:
    """Whether the rows are about the same; those of an answer that was cut are some of them."""
    return ids is not None and (ids_of(answer) <= ids if answer.truncated else ids_of(answer) == ids)

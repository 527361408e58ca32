"""The walks of the question `between` beside plain networkx: all of them together, and the longer routes apart."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from graph.queries.options import Options
from graph.stores.networkx_store import NetworkxStore
from graph.walks import Found, Walk
from tests.bench import plain
from tests.bench.asked import Asked
from tests.bench.timing import Measured, alone, side_by_side, spent, timed

Noted = tuple[Walk, int]
"""A walk, and of how many steps its routes are; 0 for the shortest."""


class NotingStore(NetworkxStore):
    """A store that notes the walks which it is asked for."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.noted: list[Noted] = []

    def shortest(self, walk: Walk) -> Found:
        self.noted.append((walk, 0))
        return super().shortest(walk)

    def exactly(self, walk: Walk, steps: int) -> Found:
        self.noted.append((walk, steps))
        return super().exactly(walk, steps)

    def walks_of(self, asked: Sequence[Asked]) -> list[Noted]:
        """The walks that the whole answers make."""
        self.noted.clear()
        for each in asked:
            each.answer(self)
        return self.noted.copy()


def walks_beside(size: int, name: str, store: NotingStore, other: plain.PlainNetwork, asked: list[Asked]) -> Measured:
    """The line of all walks of all pairs together, those to longer routes included."""
    every = store.walks_of(asked)
    ours, theirs, same = side_by_side(
        [lambda: [_ours(store, each) for each in every]], [lambda: [_theirs(other, each) for each in every]], _all_alike
    )
    what = f"{asked[0].question}: all {len(every)} walks of {len(asked)} pairs together"
    return Measured(size, name, what, ours, f"{plain.NAME}, all_simple_paths", theirs, same)


def longer_beside(size: int, name: str, store: NotingStore, other: plain.PlainNetwork, asked: list[Asked]) -> Measured:
    """The line of the longer routes that are looked for where there are fewer shortest ones than asked for."""
    longer = [(walk, steps) for walk, steps in store.walks_of(asked) if steps]
    ours, theirs, same = side_by_side(
        [partial(_ours, store, each) for each in longer], [partial(_theirs, other, each) for each in longer], alike
    )
    what = f"{asked[0].question}: up to {Options().routes} ranked routes, the longer ones"
    return Measured(size, name, what, ours, plain.LONGER_NAME, theirs, same)


def one_step_longer(
    size: int, name: str, store: NotingStore, other: plain.PlainNetwork, asked: list[Asked]
) -> Measured:
    """The line of the routes one step longer than the shortest; the other way is asked once and stopped in time."""
    walks = [(walk, len(found.routes[0])) for each in asked if (found := store.shortest(walk := each.walk())).routes]
    ours = alone([partial(_ours, store, each) for each in walks])
    beside = [timed(partial(_finished, other, each)) for each in walks]
    same = all(
        found is None or alike(_ours(store, each), found) for each, (_, found) in zip(walks, beside, strict=True)
    )
    stopped = sum(found is None for _, found in beside)
    what = f"{asked[0].question}: one step longer" + (
        f" (beside it {stopped} of {len(walks)} do not finish in {walks[0][0].seconds:.0f} s)" if stopped else ""
    )
    return Measured(size, name, what, ours, plain.LONGER_NAME, spent([taken for taken, _ in beside]), same)


def alike(found: Found, others: plain.Routes) -> bool:
    """Whether a store has found the same routes in its order; of those that it has cut the first."""
    every = plain.ranked(others)
    return list(found.routes) == every[: len(found.routes)] and (
        found.cut == "routes" or len(found.routes) == len(every)
    )


def _all_alike(found: list[Found], others: list[plain.Routes]) -> bool:
    return all(map(alike, found, others))


def _ours(store: NetworkxStore, noted: Noted) -> Found:
    walk, steps = noted
    return store.exactly(walk, steps) if steps else store.shortest(walk)


def _theirs(other: plain.PlainNetwork, noted: Noted) -> plain.Routes:
    walk, steps = noted
    return other.exactly(walk, steps) if steps else other.routes(walk)


def _finished(other: plain.PlainNetwork, noted: Noted) -> plain.Routes | None:
    try:
        return _theirs(other, noted)
    except plain.Unfinished:
        return None

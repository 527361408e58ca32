"""Routes over steps that are at hand: breadth first for the shortest, depth first with known distances for longer ones.

Shortest routes are read off the levels of a breadth-first search (Moore, 1959), from both sides where both ends are
known. Routes of a given length are searched depth first, never leaving the way to the end: a step is taken only where
enough steps remain.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Protocol

from graph.stores.sides import MORE_BELOW, Side, advance_smaller, onwards, outwards
from graph.walks import Found, Walk


class OutOfTime(Exception):
    """The walk has used up its seconds."""


class Ground(Protocol):
    """What is walked on, for one walk: the entities, and the steps that its ties allow."""

    def __contains__(self, entity: object, /) -> bool:
        """Whether there is such an entity."""

    def kind(self, entity: str) -> str:
        """The entity's kind."""

    def beside(self, entity: str, *, upwards: bool) -> Sequence[str]:
        """The other entities one admitted tie away, each once, in the order of ids."""


class RouteSearch:
    """One walk over its ground; it ends at the `deadline` of the monotonic clock, else after the walk's seconds."""

    def __init__(self, ground: Ground, walk: Walk, deadline: float | None = None) -> None:
        self._ground = ground
        self._walk = walk
        self._deadline = time.monotonic() + walk.seconds if deadline is None else deadline
        self._weight = 1 if walk.ties.lens is None else MORE_BELOW
        self.beside = ground.beside

    def shortest(self) -> Found:
        """As `Store.shortest`."""
        walk = self._walk
        if walk.start == walk.end or not all(end in self._ground for end in (walk.start, walk.end) if end):
            return Found()
        try:
            return self._to_end() if walk.end else self._to_all()
        except OutOfTime:
            return Found(cut="time")

    def exactly(self, steps: int) -> Found:
        """As `Store.exactly`."""
        walk = self._walk
        if steps < 1 or walk.start == walk.end or not all(end in self._ground for end in (walk.start, walk.end)):
            return Found()
        try:
            distance = self._distances(steps)
        except OutOfTime:
            return Found(cut="time")
        return self._first(self._of_length(steps, distance))

    def _to_end(self) -> Found:
        """All shortest routes between two ends."""
        walk = self._walk
        bottom, top = self._sides()
        met: list[str] = []
        while not met:
            if not (bottom.frontier and top.frontier):
                return Found()
            met = advance_smaller(bottom, top, self, self._weight)
        steps = bottom.depth + top.depth
        if steps > walk.hops:
            return Found(beyond=frozenset({walk.end}))
        return self._first(self._follow(bottom.root, onwards(bottom, top, met), steps))

    def _to_all(self) -> Found:
        """The shortest routes to all that is reached, nearest first and within a level by ids."""
        walk = self._walk
        side = Side(walk.start, upwards=not walk.down)
        while side.frontier:
            side.advance(self)
        within: dict[int, list[str]] = defaultdict(list)
        for node, level in side.levels.items():
            within[level].append(node)
        beyond = frozenset(chain.from_iterable(nodes for level, nodes in within.items() if level > walk.hops))
        far = range(1, min(walk.hops, side.depth) + 1)
        if walk.down:
            routes = (self._follow(node, side.nearer, level) for level in far for node in sorted(within[level]))
        else:
            ahead = outwards(side, side.levels)
            routes = (self._follow(walk.start, ahead, level) for level in far)
        return self._first(chain.from_iterable(routes), beyond)

    def _first(self, routes: Iterator[tuple[str, ...]], beyond: frozenset[str] = frozenset()) -> Found:
        """As many routes as the walk asks for, and what has cut them."""
        found: list[tuple[str, ...]] = []
        try:
            found.extend(islice(routes, self._walk.most))
            cut = "routes" if next(routes, None) else ""
        except OutOfTime:
            cut = "time"
        return Found(tuple(found), cut, beyond)

    def _sides(self) -> tuple[Side, Side]:
        """The bottom and the top of the routes."""
        walk = self._walk
        low, high = (walk.end, walk.start) if walk.down else (walk.start, walk.end)
        return Side(low, upwards=True), Side(high, upwards=False)

    def _follow(self, first: str, ahead: Mapping[str, Iterable[str]], steps: int) -> Iterator[tuple[str, ...]]:
        """The ways of that many steps over what lies ahead of each, in the order of their ids."""
        route = [first]
        turns = [iter(sorted(ahead.get(first, ())))]
        while turns:
            self.check_time()
            node = next(turns[-1], None)
            if node is None:
                turns.pop()
                route.pop()
            elif len(route) == steps:
                yield (*route, node)
            else:
                route.append(node)
                turns.append(iter(sorted(ahead.get(node, ()))))

    def _distances(self, steps: int) -> dict[str, int]:
        """How far the top is from all that lies on a way of at most that many steps to it, and from some others."""
        bottom, top = self._sides()
        while bottom.depth + top.depth < steps and bottom.frontier and top.frontier:
            advance_smaller(bottom, top, self, self._weight)
        # The first part of a way lies within what the bottom has reached; the rest the top has.
        while top.depth < steps and top.frontier:
            top.advance(self, within=bottom.levels)
        return top.levels

    def _of_length(self, steps: int, distance: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
        bottom, top = self._sides()
        stack: list[tuple[str, ...]] = [(bottom.root,)]
        while stack:
            self.check_time()
            route = stack.pop()
            left = steps - len(route) + 1
            if left == 0:
                if route[-1] == top.root:
                    yield route
                continue
            if route[-1] == top.root or (len(route) > 1 and not self.passable(route[-1])):
                continue
            ahead = [
                node
                for node in self.beside(route[-1], upwards=True)
                if node not in route and distance.get(node, steps) <= left - 1
            ]
            stack.extend((*route, node) for node in reversed(ahead))

    def passable(self, node: str) -> bool:
        """Whether a route may go on behind this entity."""
        kind = self._ground.kind(node)
        if self._walk.through and kind not in self._walk.through:
            return False
        return self._walk.ties.lens is None or kind != "person"

    def check_time(self) -> None:
        """Look at the clock.

        :raises OutOfTime: when the deadline is over.
        """
        if time.monotonic() > self._deadline:
            raise OutOfTime

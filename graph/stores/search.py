"""Routes over steps that are at hand: breadth first for the shortest, depth first with known distances for longer ones.

Shortest routes are read off the levels of a breadth-first search (Moore, 1959). Routes of a given length are searched
depth first, never leaving the way to the end: a step is taken only where enough steps remain.
"""

import contextlib
import heapq
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from graph.walks import Found, Walk


class OutOfTime(Exception):
    """The walk has used up its seconds."""


class Ground(Protocol):
    """What is walked on, for one walk: the entities, and the steps that its ties allow."""

    def __contains__(self, entity: object, /) -> bool:
        """Whether there is such an entity."""

    def kind(self, entity: str) -> str:
        """The entity's kind."""

    def beside(self, entity: str, *, upwards: bool) -> Collection[str]:
        """The other entities one admitted tie away, each once, in any order."""


class RouteSearch:
    """One walk over its ground; it ends at the `deadline` of the monotonic clock, else after the walk's seconds."""

    def __init__(self, ground: Ground, walk: Walk, deadline: float | None = None) -> None:
        self._ground = ground
        self._walk = walk
        self._deadline = time.monotonic() + walk.seconds if deadline is None else deadline
        self._neighbours: dict[tuple[str, bool], tuple[str, ...]] = {}

    def shortest(self) -> Found:
        """As `Store.shortest`."""
        walk = self._walk
        if walk.start == walk.end or not all(end in self._ground for end in (walk.start, walk.end) if end):
            return Found()
        try:
            parents, levels = self._levels(walk.start, upwards=not walk.down, end=walk.end)
            within = [node for node, level in levels.items() if 0 < level <= walk.hops]
            targets = [walk.end] if walk.end else within
            beyond = {
                node for node, level in levels.items() if level > walk.hops and (not walk.end or node == walk.end)
            }
            if walk.end and levels.get(walk.end, walk.hops + 1) > walk.hops:
                return Found(beyond=frozenset(beyond))
            routes, cut = self._collect(parents, levels, targets)
        except OutOfTime:
            return Found(cut="time")
        return Found(tuple(routes), cut, frozenset(beyond))

    def exactly(self, steps: int) -> Found:
        """As `Store.exactly`."""
        walk = self._walk
        if steps < 1 or walk.start == walk.end or not all(end in self._ground for end in (walk.start, walk.end)):
            return Found()
        bottom, top = (walk.end, walk.start) if walk.down else (walk.start, walk.end)
        routes: list[tuple[str, ...]] = []
        try:
            _, distance = self._levels(top, upwards=False)
            for route in self._of_length(bottom, top, steps, distance):
                if len(routes) == walk.most:
                    return Found(tuple(routes), "routes")
                routes.append(route)
        except OutOfTime:
            return Found(tuple(routes), "time")
        return Found(tuple(routes))

    def _levels(self, start: str, *, upwards: bool, end: str = "") -> tuple[dict[str, list[str]], dict[str, int]]:
        """For each entity reached: those before it on a shortest route, and its distance. Stops behind the end."""
        parents: dict[str, list[str]] = defaultdict(list)
        levels = {start: 0}
        frontier = [start]
        while frontier and end not in levels:
            following: list[str] = []
            for node in frontier:
                for other in self._beside(node, upwards):
                    if other not in levels:
                        levels[other] = levels[node] + 1
                        following.append(other)
                    if levels[other] == levels[node] + 1:
                        parents[other].append(node)
            frontier = [node for node in following if self._passable(node)]
        return parents, levels

    def _collect(
        self, parents: dict[str, list[str]], levels: dict[str, int], targets: Iterable[str]
    ) -> tuple[list[tuple[str, ...]], str]:
        """The routes to the targets, nearest first and within a level by ids, until there are enough."""
        by_level: dict[int, list[str]] = defaultdict(list)
        for target in targets:
            by_level[levels[target]].append(target)
        routes: list[tuple[str, ...]] = []
        with contextlib.suppress(OutOfTime):
            for _, alike in sorted(by_level.items()):
                for route in heapq.merge(*(self._along(parents, target) for target in alike)):
                    if len(routes) == self._walk.most:
                        return routes, "routes"
                    routes.append(route)
            return routes, ""
        return routes, "time"

    def _along(self, parents: dict[str, list[str]], target: str) -> Iterator[tuple[str, ...]]:
        """All shortest routes of one target, upwards, in the order of their ids."""
        if self._walk.down:
            yield from self._follow(target, parents, self._walk.start)
            return
        children: dict[str, list[str]] = defaultdict(list)
        waiting, seen = [target], {target}
        while waiting:
            node = waiting.pop()
            for parent in parents.get(node, ()):
                children[parent].append(node)
                if parent not in seen:
                    seen.add(parent)
                    waiting.append(parent)
        yield from self._follow(self._walk.start, children, target)

    def _follow(self, first: str, ahead: dict[str, list[str]], last: str) -> Iterator[tuple[str, ...]]:
        """The ways from the first to the last over what lies ahead of each, in the order of their ids."""
        route = [first]
        turns = [iter(sorted(ahead.get(first, ())))]
        while turns:
            self._check_time()
            node = next(turns[-1], None)
            if node is None:
                turns.pop()
                route.pop()
            elif node == last:
                yield (*route, node)
            else:
                route.append(node)
                turns.append(iter(sorted(ahead.get(node, ()))))

    def _of_length(self, bottom: str, top: str, steps: int, distance: dict[str, int]) -> Iterator[tuple[str, ...]]:
        stack: list[tuple[str, ...]] = [(bottom,)]
        while stack:
            self._check_time()
            route = stack.pop()
            left = steps - len(route) + 1
            if left == 0:
                if route[-1] == top:
                    yield route
                continue
            if route[-1] == top or (len(route) > 1 and not self._passable(route[-1])):
                continue
            ahead = [
                node
                for node in self._beside(route[-1], upwards=True)
                if node not in route and distance.get(node, steps) <= left - 1
            ]
            stack.extend((*route, node) for node in reversed(ahead))

    def _beside(self, node: str, upwards: bool) -> tuple[str, ...]:
        """The entities one admitted tie away, in the order of ids."""
        known = self._neighbours.get((node, upwards))
        if known is not None:
            return known
        self._check_time()
        self._neighbours[node, upwards] = tuple(sorted(self._ground.beside(node, upwards=upwards)))
        return self._neighbours[node, upwards]

    def _passable(self, node: str) -> bool:
        """Whether a route may go on behind this entity."""
        kind = self._ground.kind(node)
        if self._walk.through and kind not in self._walk.through:
            return False
        return self._walk.ties.lens is None or kind != "person"

    def _check_time(self) -> None:
        if time.monotonic() > self._deadline:
            raise OutOfTime

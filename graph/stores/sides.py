"""A search from both ends at once, level by level, on the side that has less before it (Pohl, 1971)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

MORE_BELOW = 8
"""With a lens, about how many answer to one for one that it answers to: so much more lies ahead downwards."""
CHECKED_EACH = 64
"""After how many entities the clock is looked at."""


class Terrain(Protocol):
    """What is searched: the steps, where a route may go on, and the clock."""

    def beside(self, entity: str, *, upwards: bool) -> Sequence[str]:
        """The other entities one step away, in the order of ids."""

    def passable(self, entity: str) -> bool:
        """Whether a route may go on behind an entity that it has reached."""

    def check_time(self) -> None:
        """Raise where the time is over."""


class Side:
    """What is reached from one end: how far away it is, and what lies one step nearer on the shortest ways."""

    def __init__(self, root: str, *, upwards: bool) -> None:
        self.root = root
        self.depth = 0
        self.levels = {root: 0}
        self.nearer: dict[str, list[str]] = {}
        self.frontier = [root]
        """What was reached last."""
        self._upwards = upwards

    def advance(self, terrain: Terrain, within: Mapping[str, int] | None = None) -> None:
        """Go one step further from what may be passed through, if only to what is within."""
        self.depth += 1
        depth, levels, nearer, upwards = self.depth, self.levels, self.nearer, self._upwards
        beside = terrain.beside
        following: list[str] = []
        for count, node in enumerate(self.frontier):
            if not count % CHECKED_EACH:
                terrain.check_time()
            if depth > 1 and not terrain.passable(node):
                continue
            for other in beside(node, upwards=upwards):
                level = levels.get(other)
                if level is None:
                    if within is None or other in within:
                        levels[other] = depth
                        nearer[other] = [node]
                        following.append(other)
                elif level == depth:
                    nearer[other].append(node)
        self.frontier = following

    def meets(self, other: "Side", terrain: Terrain) -> list[str]:
        """What was reached last and the other side has reached too, so that a route leads through it."""
        reached, root = other.levels, other.root
        return [node for node in self.frontier if node in reached and (node == root or terrain.passable(node))]


def advance_smaller(bottom: Side, top: Side, terrain: Terrain, weight: int = 1) -> list[str]:
    """Go one step further where less lies ahead, the top's counted that many times; what both have reached now."""
    upwards = len(bottom.frontier) <= weight * len(top.frontier)
    side, other = (bottom, top) if upwards else (top, bottom)
    side.advance(terrain)
    return side.meets(other, terrain)


def onwards(bottom: Side, top: Side, met: Iterable[str]) -> dict[str, list[str]]:
    """For each entity on a shortest route through what both sides have reached: those next to it towards the top."""
    ahead = outwards(bottom, met)
    for node in _back(top, met):
        ahead[node] += top.nearer.get(node, ())
    return ahead


def outwards(side: Side, ends: Iterable[str]) -> dict[str, list[str]]:
    """For each entity on a shortest way from the root to one of the ends: those next to it on the way there."""
    ahead: dict[str, list[str]] = defaultdict(list)
    for node in _back(side, ends):
        for nearer in side.nearer.get(node, ()):
            ahead[nearer].append(node)
    return ahead


def _back(side: Side, ends: Iterable[str]) -> set[str]:
    """What lies on the shortest ways from the root to the ends, all of these included."""
    seen = set(ends)
    waiting = list(seen)
    while waiting:
        for nearer in side.nearer.get(waiting.pop(), ()):
            if nearer not in seen:
                seen.add(nearer)
                waiting.append(nearer)
    return seen

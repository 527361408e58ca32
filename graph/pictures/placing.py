"""How far from the left each box and gap stands: under what it is joined to, never nearer than the gap allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.pictures.grid import Grid
from graph.pictures.spread import spread

ROUNDS = 24
GAP = 36.0
GAP_WIDTH = 4.0
LINE_GAP = 18.0
ALONE = 0.05
_SIDES = ((True, False), (False, True), (True, True))
_WEIGHTS = (1.0, 2.0, 30.0)
"""Of a join between two boxes, a box and a gap, two gaps: long lines are drawn straight before boxes are centred."""


def middles(grid: Grid, widths: Sequence[float]) -> list[float]:
    """The middle of each place; the least left edge is 0. `widths` holds the widths of the boxes, by place."""
    sizes = [*widths, *(GAP_WIDTH for _ in grid.gaps)]
    rows = [(row, _spaces(grid, row, sizes)) for row in grid.rows]
    pulls = {sides: [_pull(grid, place, *sides) for place in range(len(sizes))] for sides in _SIDES}
    at = [0.0] * len(sizes)
    for number in range(ROUNDS):
        downwards, both = number % 2 == 0, number >= ROUNDS // 2
        pull = pulls[downwards or both, not downwards or both]
        for row, spaces in rows if downwards else reversed(rows):
            wanted = [pull[place].aim(at) for place in row]
            weights = [pull[place].strength for place in row]
            for place, middle in zip(row, spread(wanted, spaces, weights), strict=True):
                at[place] = middle
    left = min((at[place] - sizes[place] / 2 for place in range(len(sizes))), default=0.0)
    return [float(round(middle - left)) for middle in at]


@dataclass(frozen=True, slots=True)
class _Pull:
    """By which places one is drawn, each as strongly as its weight says; by none it stays where it is."""

    place: int
    joined: Sequence[tuple[int, float]]
    strength: float

    def aim(self, at: Sequence[float]) -> float:
        if not self.joined:
            return at[self.place]
        return sum([at[other] * weight for other, weight in self.joined]) / self.strength


def _pull(grid: Grid, place: int, up: bool, down: bool) -> _Pull:
    joined = [*(grid.above[place] if up else ()), *(grid.below[place] if down else ())]
    weights = [_WEIGHTS[(place in grid.gaps) + (other in grid.gaps)] for other in joined]
    return _Pull(place, list(zip(joined, weights, strict=True)), sum(weights) if joined else ALONE)


def _spaces(grid: Grid, row: Sequence[int], sizes: Sequence[float]) -> list[float]:
    return [
        (sizes[left] + sizes[right]) / 2 + (LINE_GAP if left in grid.gaps or right in grid.gaps else GAP)
        for left, right in pairwise(row)
    ]

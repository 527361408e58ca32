"""How far from the left each box and gap stands: under what it is joined to, never nearer than the gap allows."""

from collections.abc import Sequence
from itertools import pairwise

from graph.pictures.grid import Grid
from graph.pictures.spread import spread

ROUNDS = 24
GAP = 36.0
GAP_WIDTH = 4.0
LINE_GAP = 18.0
_WEIGHTS = (1.0, 2.0, 30.0)
"""Of a join between two boxes, a box and a gap, two gaps: long lines are drawn straight before boxes are centred."""


def middles(grid: Grid, widths: Sequence[float]) -> list[float]:
    """The middle of each place; the least left edge is 0. `widths` holds the widths of the boxes, by place."""
    sizes = [*widths, *(GAP_WIDTH for _ in grid.gaps)]
    at = [0.0] * len(sizes)
    for number in range(ROUNDS):
        downwards, both = number % 2 == 0, number >= ROUNDS // 2
        for row in grid.rows if downwards else reversed(grid.rows):
            wanted, weights = zip(
                *(_pull(grid, place, at, downwards or both, not downwards or both) for place in row), strict=True
            )
            places = spread(wanted, _spaces(grid, row, sizes), weights)
            for place, middle in zip(row, places, strict=True):
                at[place] = middle
    left = min((at[place] - sizes[place] / 2 for place in range(len(sizes))), default=0.0)
    return [float(round(middle - left)) for middle in at]


def _pull(grid: Grid, place: int, at: Sequence[float], up: bool, down: bool) -> tuple[float, float]:
    """Where a place is drawn to by what it is joined to, and how strongly."""
    joined = [*(grid.above[place] if up else ()), *(grid.below[place] if down else ())]
    weights = [_WEIGHTS[(place in grid.gaps) + (other in grid.gaps)] for other in joined]
    if not joined:
        return at[place], 0.05
    return sum(at[other] * weight for other, weight in zip(joined, weights, strict=True)) / sum(weights), sum(weights)


def _spaces(grid: Grid, row: Sequence[int], sizes: Sequence[float]) -> list[float]:
    return [
        (sizes[left] + sizes[right]) / 2 + (LINE_GAP if left in grid.gaps or right in grid.gaps else GAP)
        for left, right in pairwise(row)
    ]

"""Trunks made straight: each runs down without a bend as far as the boxes on both sides let it."""

from collections.abc import Mapping, Sequence

from graph.pictures.grid import Grid
from graph.pictures.placing import GAP_WIDTH

LINE_GAP = 10.0


def straightened(
    grid: Grid, widths: Sequence[float], at: Sequence[float], feet: Mapping[int, float], ends: Mapping[int, float]
) -> list[float]:
    """The same middles with the gaps of each trunk moved under one another; boxes stay where they are.

    `feet` holds where the line above a trunk's first gap starts, `ends` where the one line below its last gap ends.
    """
    sizes = [*widths, *(GAP_WIDTH for _ in grid.gaps)]
    moved = list(at)
    for first in grid.gaps:
        if first in feet:
            _straighten(grid, _trunk(grid, first), (feet[first], ends), (sizes, moved))
    return moved


def _trunk(grid: Grid, first: int) -> list[int]:
    trunk = [first]
    while below := [place for place in grid.below[trunk[-1]] if place in grid.gaps]:
        trunk.append(below[0])
    return trunk


def _straighten(
    grid: Grid, trunk: Sequence[int], aims: tuple[float, Mapping[int, float]], rows: tuple[Sequence[float], list[float]]
) -> None:
    """Bend only where a row leaves no room below the last bend."""
    aim, ends = aims
    sizes, at = rows
    run: list[int] = []
    room = (float("-inf"), float("inf"))
    for place in trunk:
        left, right = _room(grid, place, sizes, at)
        narrowed = max(room[0], left), min(room[1], right)
        if run and narrowed[0] > narrowed[1]:
            aim = _move(run, min(max(aim, room[0]), room[1]), at)
            run, narrowed = [], (left, right)
        run.append(place)
        room = narrowed
    end = ends.get(trunk[-1], aim)
    _move(run, end if room[0] <= end <= room[1] else min(max(aim, room[0]), room[1]), at)


def _move(run: Sequence[int], x: float, at: list[float]) -> float:
    for place in run:
        at[place] = float(round(x))
    return x


def _room(grid: Grid, place: int, sizes: Sequence[float], at: Sequence[float]) -> tuple[float, float]:
    """How far left and right a gap can move between its neighbours; its own place where they leave none."""
    row = grid.rows[grid.row_of[place]]
    number = row.index(place)
    left, right = float("-inf"), float("inf")
    if number:
        other = row[number - 1]
        left = at[other] + (sizes[other] + sizes[place]) / 2 + LINE_GAP
    if number + 1 < len(row):
        other = row[number + 1]
        right = at[other] - (sizes[other] + sizes[place]) / 2 - LINE_GAP
    return (left, right) if left <= right else (at[place], at[place])

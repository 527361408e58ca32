"""Other orders of the places in their rows, in which fewer lines cross."""

from collections.abc import Mapping, Sequence
from functools import partial

from graph.pictures.exchanging import exchanged
from graph.pictures.grid import Grid, Rows

ROUNDS = 16
REACH = 16
"""How many places aside one is tried, at most."""


def nudged(grid: Grid, rows: Rows) -> Rows:
    """The rows with fewer crossings, and each place left where it is unless it crosses fewer lines elsewhere."""
    rows = [list(row) for row in rows]
    fewest = grid.crossings(rows)
    for _ in range(ROUNDS):
        _swap_neighbours(grid, rows)
        _sift(grid, rows)
        before, fewest = fewest, grid.crossings(rows)
        if fewest in (0, before):
            break
    return rows


def swept(grid: Grid, rows: Rows) -> Rows:
    """The rows with fewer crossings: sorted again and again by where the lines of each place lead."""
    rows = [list(row) for row in rows]
    best, fewest = [list(row) for row in rows], grid.crossings(rows)
    for number in range(ROUNDS):
        downwards = number % 2 == 0
        order = range(1, len(rows)) if downwards else range(len(rows) - 2, -1, -1)
        for row in order:
            by_barycentre(rows, row, grid.above if downwards else grid.below, -1 if downwards else 1)
        _swap_neighbours(grid, rows)
        crossings = grid.crossings(rows)
        if crossings < fewest:
            best, fewest = [list(row) for row in rows], crossings
        if not fewest:
            break
    return best


def by_barycentre(rows: Rows, row: int, joined: Sequence[Sequence[int]], step: int) -> None:
    """Sort a row by the mean place of what each is joined to; what is joined to nothing keeps its place."""
    at = {place: number for number, place in enumerate(rows[row + step])}
    means = {
        place: sum(at[other] for other in joined[place]) / len(joined[place]) for place in rows[row] if joined[place]
    }
    movable = iter(sorted(means, key=means.__getitem__))
    rows[row] = [next(movable) if place in means else place for place in rows[row]]


def _swap_neighbours(grid: Grid, rows: Rows) -> None:
    at = {place: number for row in rows for number, place in enumerate(row)}
    for row in rows:
        row[:] = exchanged(row, partial(_saves, grid, at), len(row))
        at |= {place: number for number, place in enumerate(row)}


def _saves(grid: Grid, at: Mapping[int, int], left: int, right: int) -> bool:
    return grid.saved(at, left, right) > 0


def _sift(grid: Grid, rows: Rows) -> None:
    """Move each place to where in its row its lines cross the fewest others, the nearest such."""
    at = {place: number for row in rows for number, place in enumerate(row)}
    for row in rows:
        for place in sorted(row):
            start = at[place]
            best = _best(grid, row, at, start)
            if best != start:
                row.insert(best, row.pop(start))
                at |= {other: number for number, other in enumerate(row)}


def _best(grid: Grid, row: Sequence[int], at: Mapping[int, int], start: int) -> int:
    best, least = start, 0
    for step in (-1, 1):
        crossings, number = 0, start + step
        while 0 <= number < len(row) and abs(number - start) <= REACH:
            pair = (row[start], row[number]) if step > 0 else (row[number], row[start])
            crossings -= grid.saved(at, *pair)
            if crossings < least:
                best, least = number, crossings
            number += step
    return best

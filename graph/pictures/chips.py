"""Chips at the foot of a box: small signs that can be followed, in as many rows as they need."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from graph.pictures.marks import Chip
from graph.pictures.style import CHIP_SIZE
from graph.pictures.text import width_of

CHIP_HEIGHT = 24.0
"""No smaller: a finger has to meet it."""
BETWEEN = 4.0
SIDE = 6.0


def chips_in_rows(chips: Sequence[Chip], room: float, top: float) -> tuple[Chip, ...]:
    """The chips with their places, in rows of at most `room` pixels from `top` on, each row in the middle."""
    rows: list[list[Chip]] = []
    left = 0.0
    for chip in chips:
        width = float(round(width_of(chip.words, CHIP_SIZE) + 2 * SIDE))
        if not rows or left < width:
            rows.append([])
            left = room
        rows[-1].append(replace(chip, width=width))
        left -= width + BETWEEN
    return tuple(
        chip
        for number, row in enumerate(rows)
        for chip in _in_the_middle(row, top + BETWEEN + number * (CHIP_HEIGHT + BETWEEN))
    )


def height_of(chips: Sequence[Chip]) -> float:
    """How much higher they make their box; 0 for none."""
    return len([top for top, _ in groupby(chips, key=lambda chip: chip.y)]) * (CHIP_HEIGHT + BETWEEN)


def _in_the_middle(row: Sequence[Chip], top: float) -> list[Chip]:
    x = -(sum(chip.width for chip in row) + BETWEEN * (len(row) - 1)) / 2
    placed = []
    for chip in row:
        placed.append(replace(chip, x=x + chip.width / 2, y=top))
        x += chip.width + BETWEEN
    return placed

"""Where the signs of a legend stand: in rows, as many to a row as fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.pictures.marks import LegendEntry, Point
from graph.pictures.style import LEGEND_SIZE, LINES, NEVER_DASH, POSSIBLE_DASH, THICKER
from graph.pictures.text import width_of

SIDE = 16.0
ROW = 22.0
SAMPLE = 40.0
AFTER_SAMPLE = 8.0
BETWEEN = 20.0
MARK_WIDTH = 2.0


@dataclass(frozen=True, slots=True)
class Sample:
    """An entry of a legend, with the left end of its sign."""

    entry: LegendEntry
    at: Point


@dataclass(frozen=True, slots=True)
class MarkLook:
    """The line that shows a mark of lines of any style: plain, without a sign at its end."""

    colour: str
    width: float
    dash: str


def look_of_mark(key: str) -> MarkLook:
    """How a mark of `captions.MARKS` but a dispute is shown."""
    line = LINES["line"]
    match key:
        case "began":
            return MarkLook(line.colour, line.width * THICKER, "")
        case "same":
            return MarkLook(line.faint, line.width, "")
        case _:
            return MarkLook(line.faint, MARK_WIDTH, POSSIBLE_DASH if key == "possible" else NEVER_DASH)


def legend_height(entries: Sequence[LegendEntry], width: float) -> float:
    """How much room the legend needs in a picture of this width; 0 without entries."""
    return (len(_rows(entries, width)) * ROW + SIDE) if entries else 0.0


def samples_of(entries: Sequence[LegendEntry], width: float, top: float) -> tuple[Sample, ...]:
    """The entries with their places, from `top` on."""
    samples = []
    for row, members in enumerate(_rows(entries, width)):
        x, y = SIDE, top + ROW / 2 + row * ROW
        for entry in members:
            samples.append(Sample(entry, Point(x, y)))
            x += entry_width(entry)
    return tuple(samples)


def entry_width(entry: LegendEntry) -> float:
    """How wide an entry is, with the room behind it."""
    return SAMPLE + AFTER_SAMPLE + width_of(entry.words, LEGEND_SIZE) + BETWEEN


def _rows(entries: Sequence[LegendEntry], width: float) -> list[list[LegendEntry]]:
    rows: list[list[LegendEntry]] = []
    x = width
    for entry in entries:
        if x + entry_width(entry) - BETWEEN > width - SIDE:
            rows.append([])
            x = SIDE
        rows[-1].append(entry)
        x += entry_width(entry)
    return rows

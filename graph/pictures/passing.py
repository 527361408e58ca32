"""Whether lines run through boxes that they do not join: the layout avoids it, and where it fails, that is told."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from graph.pictures.marks import Box, Link, Point
from graph.pictures.style import ANSWERING


def lines_through_boxes(boxes: Sequence[Box], links: Sequence[Link]) -> int:
    """How many lines of answerability run through a box that is at neither of their ends."""
    rows: dict[float, list[Box]] = defaultdict(list)
    for box in sorted(boxes, key=lambda box: box.x):
        rows[box.y].append(box)
    by_top = [(top, max(box.y + box.height for box in row), row) for top, row in sorted(rows.items())]
    return sum(
        any(_passed(by_top, start, end) - {link.from_box, link.to_box} for start, end in pairwise(link.points))
        for link in links
        if link.style in ANSWERING
    )


def _passed(rows: Sequence[tuple[float, float, Sequence[Box]]], start: Point, end: Point) -> set[str]:
    """The boxes whose inside a piece of a line touches, its touching of an edge apart."""
    left, right = sorted((start.x, end.x))
    top, foot = sorted((start.y, end.y))
    passed = set()
    # Rows do not overlap, so that of those that begin above the piece the last alone can reach it.
    first = max(bisect_right(rows, top, key=lambda row: row[0]) - 1, 0)
    for row_top, row_foot, row in rows[first:]:
        if row_top >= foot:
            break
        if row_foot > top:
            near = row[max(bisect_left(row, left, key=lambda box: box.x) - 1, 0) :]
            for box in near:
                if box.x >= right:
                    # A piece that runs straight down has no width.
                    break
                if box.x + box.width > left and box.y + box.height > top:
                    passed.add(box.entity)
    return passed

"""The label of a line: how much room its words take, and where the sign of a dispute stands among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.pictures.marks import Link, Point
from graph.pictures.style import LABEL_LINE, LABEL_SIZE, SIGN
from graph.pictures.text import width_of

DISPUTED = "disputed"
"""The line of a label that has a sign before it."""
PAD = 2.0


@dataclass(frozen=True, slots=True)
class Label:
    """The ground of a label, in pixels from the top left corner of the picture, and the middle of its sign, if any."""

    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]
    sign: Point | None


def size_of(lines: Sequence[str]) -> tuple[float, float]:
    """Width and height of the words of a label, signs included; both 0 without words."""
    return max(map(_width, lines), default=0.0), len(lines) * LABEL_LINE


def label_of(link: Link) -> Label | None:
    """The label of a link; None where it has none, or shares that of another."""
    if not link.label_at or not link.label_lines:
        return None
    width, height = size_of(link.label_lines)
    at, top = link.label_at, link.label_at.y - height / 2
    sign = None
    if DISPUTED in link.label_lines:
        line = link.label_lines.index(DISPUTED)
        left = at.x - (_width(DISPUTED) - SIGN) / 2 - 2
        sign = Point(left, top + line * LABEL_LINE + LABEL_SIZE - 5)
    return Label(at.x - width / 2 - PAD, top, width + 2 * PAD, height, link.label_lines, sign)


def _width(line: str) -> float:
    return width_of(line, LABEL_SIZE) + (SIGN if line == DISPUTED else 0.0)

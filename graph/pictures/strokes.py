"""Where the strokes of a line and of the sign at its end go: the same for every way of drawing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from graph.pictures.marks import Link, Point
from graph.pictures.style import LINES, NEVER_DASH, POSSIBLE_DASH, THICKER, Head

HEAD = 11.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through its corners, from its upper end, and the corners of its sign; of a dot only its middle."""

    corners: tuple[Point, ...]
    width: float
    dash: str
    dotted: bool
    head: Head
    sign: tuple[Point, ...]


def look_of(link: Link) -> tuple[str, str]:
    """The colour and the dashes of a link."""
    look = LINES[link.style]
    if link.change == "ended":
        return look.faint, NEVER_DASH
    colour = look.colour if link.certainty == "certain" and link.change != "same" else look.faint
    return colour, {"certain": look.dash, "possible": POSSIBLE_DASH, "never": NEVER_DASH}[link.certainty]


def thickness_of(link: Link) -> float:
    """How many times as thick as its style a link is drawn."""
    return THICKER if link.change in ("began", "changed") else 1.0


def stroke_of(points: Sequence[Point], style: str, dash: str, thick: float = 1.0) -> Stroke:
    """The stroke of a line of some style through these points, `thick` times as thick as that style."""
    look = LINES[style]
    corners = distinct(points)
    sign = _sign(corners, look.head)
    if look.head == "filled":
        corners[-1] = back(corners[-1], corners[-2], HEAD - 2)
    if corners[0].y > corners[-1].y:
        # Lines that share a trunk start to be dashed at its upper end, so that their dashes fall together.
        corners.reverse()
    dotted = dash.startswith("0.1")
    width = look.width * thick * (1.5 if dotted else 1.0)
    return Stroke(tuple(corners), width, dash, dotted, look.head, tuple(sign))


def distinct(points: Sequence[Point]) -> list[Point]:
    """The corners alone: without points that repeat, or that lie on a straight line."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y):
            kept.pop()
        kept.append(point)
    return kept


def back(tip: Point, before: Point, length: float) -> Point:
    """The point of the line from `before` to `tip` that is `length` before the tip."""
    return _aside(tip, before, length, 0)


def _sign(points: Sequence[Point], head: Head) -> list[Point]:
    tip, before = (points[0], points[1]) if head == "diamond" else (points[-1], points[-2])
    match head:
        case "filled":
            return [_aside(tip, before, HEAD, 5), tip, _aside(tip, before, HEAD, -5)]
        case "open":
            return [_aside(tip, before, HEAD, 5.5), tip, _aside(tip, before, HEAD, -5.5)]
        case "diamond":
            return [tip, _aside(tip, before, 6, 4.5), back(tip, before, 12), _aside(tip, before, 6, -4.5)]
        case "dot":
            return [back(tip, before, 4)]
        case _:
            return []


def _aside(tip: Point, before: Point, length: float, aside: float) -> Point:
    whole = math.dist((tip.x, tip.y), (before.x, before.y)) or 1.0
    along_x, along_y = (tip.x - before.x) / whole, (tip.y - before.y) / whole
    return Point(tip.x - along_x * length - along_y * aside, tip.y - along_y * length + along_x * aside)

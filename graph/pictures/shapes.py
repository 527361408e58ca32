"""The outline of a box for every way of drawing: what tells a board from a group, a person, a plan."""

from dataclasses import dataclass

from graph.pictures.boxes import STACK
from graph.pictures.marks import Box, Point

ROUND = 12.0
PILL = 22.0
CUT = 14.0


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed line through its corners, from the top left one clockwise; `radius` is that of its round corners."""

    corners: tuple[Point, ...]
    radius: float = 0.0


def outlines_of(box: Box) -> tuple[Outline, ...]:
    """The outlines of a box, each drawn over those before, in pixels from the top left corner of the picture."""
    x, y, right, foot = box.x, box.y, box.x + box.width, box.y + box.height
    match box.shape:
        case "stack":
            steps = (STACK, STACK / 2, 0.0)
            return tuple(_rectangle(x + step, y + step, right - STACK + step, foot - STACK + step) for step in steps)
        case "cut":
            points = [(x, y), (right - CUT, y), (right, y + CUT), (right, foot), (x + CUT, foot), (x, foot - CUT)]
            return (_through(points),)
        case "document":
            fold = [(right - CUT, y), (right - CUT, y + CUT), (right, y + CUT)]
            return _through([(x, y), fold[0], fold[2], (right, foot), (x, foot)]), _through(fold)
        case shape:
            radius = {"rounded": ROUND, "pill": min(box.height / 2, PILL)}.get(shape, 0.0)
            return (_rectangle(x, y, right, foot, radius),)


def _rectangle(x: float, y: float, right: float, foot: float, radius: float = 0.0) -> Outline:
    return _through([(x, y), (right, y), (right, foot), (x, foot)], radius)


def _through(points: list[tuple[float, float]], radius: float = 0.0) -> Outline:
    return Outline(tuple(Point(x, y) for x, y in points), radius)

"""A line of right angles as the connectors of an office: straight, or with one or two bends, turned and mirrored."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.pictures.marks import Point

MOST_CORNERS = 6
WHOLE = 100_000
"""What the adjustments of a preset shape are counted in."""
_LEAST = 1.0
_QUARTER = 5_400_000


@dataclass(frozen=True, slots=True)
class Elbow:
    """A preset connector: the frame it has before it is turned, in pixels, and its adjustments in 100,000ths.

    `turn` is in 60,000ths of a degree, as the file format counts.
    """

    preset: str
    left: float
    top: float
    width: float
    height: float
    turn: int = 0
    flip_h: bool = False
    flip_v: bool = False
    adjustments: tuple[int, ...] = ()


def elbow_of(corners: Sequence[Point]) -> Elbow:
    """The connector through these corners, which leaves and arrives upright.

    One with more than six corners keeps its ends and its longest upright stretch.
    """
    if len(corners) % 2 or len(corners) < 4:
        return _straight(corners[0], corners[-1])
    if len(corners) > MOST_CORNERS:
        corners = _simpler(corners)
    start, end = corners[0], corners[-1]
    across, along = end.x - start.x, end.y - start.y
    if abs(along) < _LEAST:
        return _straight(start, end)
    # Where both ends are in one column, a hair's breadth lets the bends be told as parts of it.
    breadth = across if abs(across) >= _LEAST else _LEAST
    adjustments = [(corners[1].y - start.y) / along]
    if len(corners) == MOST_CORNERS:
        adjustments += [(corners[2].x - start.x) / breadth, (corners[3].y - start.y) / along]
    # The presets run from left to right; a quarter turn makes them run up or down.
    quarters, flip_h, flip_v = _turned(down=along > 0, right=breadth > 0)
    length, width = abs(along), abs(breadth)
    middle = Point(start.x + breadth / 2, start.y + along / 2)
    return Elbow(
        preset="bentConnector5" if len(corners) == MOST_CORNERS else "bentConnector3",
        left=middle.x - length / 2,
        top=middle.y - width / 2,
        width=length,
        height=width,
        turn=quarters * _QUARTER,
        flip_h=flip_h,
        flip_v=flip_v,
        adjustments=tuple(round(part * WHOLE) for part in adjustments),
    )


def _straight(start: Point, end: Point) -> Elbow:
    return Elbow(
        preset="straightConnector1",
        left=min(start.x, end.x),
        top=min(start.y, end.y),
        width=abs(end.x - start.x),
        height=abs(end.y - start.y),
        flip_h=end.x < start.x,
        flip_v=end.y < start.y,
    )


def _turned(*, down: bool, right: bool) -> tuple[int, bool, bool]:
    """Quarter turns and mirrorings (sideways, upside down), as PowerPoint itself writes them."""
    if down:
        return (3, True, False) if right else (1, False, False)
    return (1, True, True) if right else (3, False, True)


def _simpler(corners: Sequence[Point]) -> list[Point]:
    """Six corners: both ends with the bends next to them, and between these the longest upright stretch."""
    start, first, last, end = corners[0], corners[1], corners[-2], corners[-1]
    upright = [(corners[at], corners[at + 1]) for at in range(2, len(corners) - 2, 2)]
    column = max(upright, key=lambda stretch: abs(stretch[0].y - stretch[1].y))[0].x
    return [start, first, Point(column, first.y), Point(column, last.y), last, end]

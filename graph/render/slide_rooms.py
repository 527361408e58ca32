"""Where on a slide the answer, the picture, its legend and its caption stand: as large as they can be together."""

from dataclasses import dataclass

from graph.pictures.legend import legend_height
from graph.pictures.scene import Scene
from graph.pictures.style import CAPTION_SIZE, LEGEND_SIZE
from graph.pictures.text import wrap
from graph.render.slide_master import FOOT_TOP, SIDE, WIDTH
from graph.render.slide_tools import Frame

FULL = WIDTH - 2 * SIDE
TOP = 84.0
"""Under the title and the line of the day."""
GAP = 8.0
ANSWER_SIZE, ANSWER_LINE = 14.0, 18.0
COLUMN = 270.0
MOST_ABOVE = 4
"""Lines of the answer above a picture; a longer one stands beside it, or on a slide of its own."""
SMALL, SMALL_LINE = 10.0, 13.0
"""The type of legend and caption, and how far apart its lines are."""
LEAST_SCALE = 0.6
"""Points to a pixel, under which the names of a picture are smaller than 8 points, which nobody reads from a chair."""
MOST_SCALE = 1.0
MOST_ON_A_SLIDE = 25


@dataclass(frozen=True, slots=True)
class Space:
    """A rectangle on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    def scale(self, scene: Scene) -> float:
        """Points to a pixel at which a scene fits into it."""
        return min(MOST_SCALE, self.width / scene.width, self.height / scene.height)

    def holds(self, scene: Scene) -> bool:
        """Whether a scene can be read in it."""
        return len(scene.boxes) <= MOST_ON_A_SLIDE and self.scale(scene) >= LEAST_SCALE

    def frame(self, scene: Scene) -> Frame:
        """Where the scene stands in it: in the middle, at the top."""
        scale = self.scale(scene)
        return Frame(self.left + (self.width - scene.width * scale) / 2, self.top, scale)


@dataclass(frozen=True, slots=True)
class Rooms:
    """Where the picture stands, and where the answer does; an answer without a place needs a slide of its own."""

    picture: Space
    answer: Space | None


def rooms_of(summary: str, scene: Scene, *, apart: bool = False) -> Rooms:
    """The arrangement of a slide in which the picture is largest: the answer above it, beside it, or elsewhere.

    It is elsewhere where it is to stand `apart`.
    """
    foot = FOOT_TOP - GAP - under_height(scene)
    whole = Space(SIDE, TOP, FULL, foot - TOP)
    if apart:
        return Rooms(whole, None)
    if not summary:
        return Rooms(whole, Space(SIDE, TOP, FULL, 0.0))
    offers = []
    lines = len(wrap(summary, ANSWER_SIZE, FULL))
    if lines <= MOST_ABOVE:
        height = lines * ANSWER_LINE + GAP
        above = Space(SIDE, TOP, FULL, height)
        offers.append(Rooms(Space(SIDE, TOP + height, FULL, foot - TOP - height), above))
    if len(wrap(summary, ANSWER_SIZE, COLUMN)) * ANSWER_LINE <= foot - TOP:
        left = SIDE + COLUMN + 2 * GAP
        beside = Space(SIDE, TOP, COLUMN, foot - TOP)
        offers.append(Rooms(Space(left, TOP, WIDTH - SIDE - left, foot - TOP), beside))
    best = max(offers, key=lambda rooms: rooms.picture.scale(scene), default=None)
    return best if best and best.picture.holds(scene) else Rooms(whole, None)


def under_height(scene: Scene) -> float:
    """How much room the legend and the caption of a scene need at the foot of a slide, in points."""
    return _legend_height(scene) + len(caption_lines(scene)) * SMALL_LINE


def under_frame(scene: Scene) -> tuple[Frame, float, float]:
    """Where the legend stands, how wide it is in pixels, and how far from the top the caption begins, in points."""
    top = FOOT_TOP - GAP - under_height(scene)
    scale = SMALL / LEGEND_SIZE
    return Frame(SIDE, top, scale), FULL / scale, top + _legend_height(scene)


def caption_lines(scene: Scene) -> tuple[str, ...]:
    """The caption as it is wrapped at the foot of a slide."""
    return wrap(scene.caption, CAPTION_SIZE, FULL * CAPTION_SIZE / SMALL)


def _legend_height(scene: Scene) -> float:
    scale = SMALL / LEGEND_SIZE
    return legend_height(scene.legend, FULL / scale) * scale

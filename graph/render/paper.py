"""How an answer is laid on A4, for every form that is a paper: what stands upright, what is turned, what goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from graph.pictures.parts import parts_of
from graph.pictures.scene import Scene
from graph.render.brief import Brief, Sheet

LONG, SHORT, SIDE = 297.0, 210.0, 20.0
"""Of a page and of its margins, in millimetres, like all lengths here."""
PIXEL = 25.4 / 96
WIDE = 800.0
"""Pixels from which a picture is given a page of its own, on its side, after the sentences."""
HIGH = 150.0
"""How high a picture may be on a page with other words."""
CAPTION = 16.0
"""How high the words beneath a picture may be."""
UPRIGHT, SIDEWAYS = (SHORT - 2 * SIDE, HIGH), (LONG - 2 * SIDE, SHORT - 2 * SIDE - CAPTION)
"""How wide and how high a picture may be, with its caption beneath."""
LEAST_SCALE = 0.6
"""Beneath this the names of a picture are smaller than 6 points."""
MOST_COLUMNS = 6
"""Of a table on upright paper."""
LONGEST_WORD = 20
"""Letters of a word for which a table makes room; a longer one, such as an address, is parted."""
_MOST_LETTERS = 45


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of the picture, none where there is none; whether they, and whether the tables, are turned.

    Pictures that are turned come after the sentences, others before them.
    """

    parts: tuple[Scene, ...]
    pictures_turned: bool
    tables_turned: bool

    @property
    def picture_room(self) -> tuple[float, float]:
        """How wide and how high a picture may be."""
        return SIDEWAYS if self.pictures_turned else UPRIGHT

    @property
    def table_room(self) -> float:
        """How wide a table may be."""
        return (LONG if self.tables_turned else SHORT) - 2 * SIDE


def plan_of(scene: Scene | None, sheets: Sequence[Sheet]) -> Plan:
    """How the picture and the tables are laid; a picture that cannot be read on one page goes on over several."""
    parts = parts_of(scene, _fits) if scene else ()
    return Plan(
        parts=parts,
        pictures_turned=len(parts) > 1 or any(part.width > WIDE for part in parts),
        tables_turned=any(len(sheet.heads) > MOST_COLUMNS for sheet in sheets),
    )


def _fits(scene: Scene) -> bool:
    """Whether a picture can be read on a page of its own."""
    return scale_of(scene.width, scene.height, SIDEWAYS) >= LEAST_SCALE


def scale_of(width: float, height: float, room: tuple[float, float]) -> float:
    """How much a picture of so many pixels is made smaller to fit, 1 at most."""
    return min(1.0, room[0] / (width * PIXEL), room[1] / (height * PIXEL))


def heading_of(brief: Brief, number: int, count: int) -> str:
    """What is said of one of `count` pictures: the answer in one line, and which part it is."""
    of = f" ({number} of {count}{', continued' if number > 1 else ''})" if count > 1 else ""
    return f"{brief.heading}{of}"


def widths_of(rows: Sequence[Sequence[str]], whole: float, letter: float, margins: float) -> list[float]:
    """The width of a table shared among its columns: room for their longest words, the rest by how much they say.

    What is long counts more than what is frequent: a few full cells among empty ones need their room too.
    `letter` is how wide a letter is, and `margins` what a column keeps free, in the unit of `whole` and of the answer.
    """
    columns = list(zip(*rows, strict=True))
    least = [margins + letter * max(map(_longest_word, column)) for column in columns]
    weights = [min(_MOST_LETTERS, hypot(*map(len, column)) / sqrt(len(column))) for column in columns]
    free = max(0.0, whole - sum(least))
    scale = min(1.0, whole / sum(least))
    heaviest = sum(weights) or 1.0
    return [room * scale + free * weight / heaviest for room, weight in zip(least, weights, strict=True)]


def _longest_word(text: str) -> int:
    return min(LONGEST_WORD, max(map(len, text.split()), default=0))

"""A picture that is given away alone: its heading above it, and its sources and where it comes from beneath."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from graph.pictures.captions import long_description_of
from graph.pictures.scene import Scene
from graph.pictures.style import CAPTION_SIZE, DARK_GREY, INK
from graph.pictures.svg import SIDE, add_drawing, add_words, name_of, sheet, words_height
from graph.pictures.svg_tools import add, number, plain
from graph.pictures.text import folded
from graph.render.brief import Brief, Document, source_words

LEAST_WIDTH = 640.0
"""Of a picture with its words, in pixels: a narrow one would put few words into a line."""
MOST_SOURCE_LINES = 18
"""Of the sources beneath a picture; what is more is counted, and stands on the page."""
HEADING_SIZE, SMALL_SIZE = 21, 12
WIDE = 1_200.0
"""Pixels beyond which the heading grows with the picture, to twice its size: it is still read when all is smaller."""
INDENT = 26.0
GAP = 12.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of words; `lead` stands before them, `gap` pixels are free above."""

    words: str
    size: int
    colour: str = INK
    bold: bool = False
    x: float = SIDE
    lead: str = ""
    gap: float = 0.0

    @property
    def height(self) -> float:
        return self.gap + round(self.size * 1.4)


def poster(scene: Scene, brief: Brief) -> str:
    """The picture as one `<svg>` with title, day and note above it, and beneath its legend the sources and the foot.

    The picture stands in the middle, and is one thing to a screen reader, with its long description; all other words
    are text. Sources are told by number, title, publisher and date.
    """
    width = max(LEAST_WIDTH, scene.width)
    above, below = _above(brief, width), _below(brief, width)
    top = SIDE + _height(above)
    middle = top + scene.height
    foot = middle + words_height(scene, width)
    name = name_of(scene, brief)
    root = sheet(name, "graphics-document", (brief.heading, scene.description), width, foot + _height(below) + SIDE)
    _write(root, above, SIDE)
    place = f"translate({number((width - scene.width) / 2)} {number(top)})"
    drawing = {"transform": place, "role": "img", "aria-labelledby": f"{name}-drawing {name}-drawn"}
    group = add(root, "g", drawing)
    add(group, "title", {"id": f"{name}-drawing"}, scene.title)
    long = long_description_of(scene.boxes, scene.links, scene.description)
    add(group, "desc", {"id": f"{name}-drawn"}, long)
    add_drawing(group, scene, {}, {}, {}, "")
    add_words(root, scene, width, middle)
    _write(root, below, foot)
    return plain(ET.tostring(root, encoding="unicode"))


def _above(brief: Brief, width: float) -> list[_Line]:
    room = width - 2 * SIDE
    large = round(HEADING_SIZE * min(2.0, max(1.0, width / WIDE)))
    return [
        *(_Line(words, large, bold=True) for words in folded(brief.heading, large, room, bold=True)),
        *(_Line(words, CAPTION_SIZE, DARK_GREY) for words in folded(brief.as_at, CAPTION_SIZE, room)),
        *_spaced(_Line(words, CAPTION_SIZE) for words in folded(brief.noted, CAPTION_SIZE, room)),
    ]


def _below(brief: Brief, width: float) -> list[_Line]:
    room = width - 2 * SIDE
    version = f"Data version {brief.version}" if brief.version else ""
    foot = (" ".join(brief.remarks), " · ".join(filter(None, (brief.kept, version))), brief.origin)
    small = (_Line(words, SMALL_SIZE, DARK_GREY) for part in foot for words in folded(part, SMALL_SIZE, room))
    return [*_spaced(_sources(brief, room)), *_spaced(small)]


def _sources(brief: Brief, room: float) -> list[_Line]:
    """The documents in their order, each of them whole, as far as there are lines; then how many more there are."""
    if not brief.documents:
        return []
    lines = [_Line("Sources", CAPTION_SIZE, bold=True)]
    for told, document in enumerate(brief.documents):
        more = _source(document, room)
        if told and len(lines) + len(more) > MOST_SOURCE_LINES:
            left = len(brief.documents) - told
            where = ": see below where they are listed" if brief.origin else ""
            return [*lines, _Line(f"and {left} more{where}.", SMALL_SIZE, x=SIDE + INDENT)]
        lines += more
    return lines


def _source(document: Document, room: float) -> list[_Line]:
    lines = folded(source_words(document), SMALL_SIZE, room - INDENT)
    return [
        _Line(words, SMALL_SIZE, x=SIDE + INDENT, lead="" if at else document.number) for at, words in enumerate(lines)
    ]


def _spaced(lines: Iterable[_Line]) -> list[_Line]:
    """The lines, the first with room above it."""
    return [replace(line, gap=0.0 if at else GAP) for at, line in enumerate(lines)]


def _height(lines: Sequence[_Line]) -> float:
    return sum(line.height for line in lines)


def _write(root: ET.Element, lines: Sequence[_Line], top: float) -> None:
    for line in lines:
        top += line.height
        look = {"y": number(top - line.size * 0.4), "font-size": str(line.size), "fill": line.colour}
        if line.bold:
            look["font-weight"] = "bold"
        if line.lead:
            add(root, "text", {"x": number(SIDE)} | look, line.lead)
        add(root, "text", {"x": number(line.x)} | look, line.words)

"""Small things that every shape on a slide needs: places in points, text that stays text, alternatives in words."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from graph.pictures.marks import Point
from graph.pictures.svg_tools import plain
from graph.pictures.text import width_of, wrap
from graph.render.package import LANGUAGE

EMU_IN_POINT = 12_700
LINE = 1.2
"""How far apart lines are, in parts of their type."""
_LEAST_SIZE = 5.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a picture stands on a slide: its top left corner in points, and points to a pixel."""

    left: float
    top: float
    scale: float

    def x(self, pixels: float) -> Emu:
        """How far from the left edge of the slide."""
        return Emu(round((self.left + pixels * self.scale) * EMU_IN_POINT))

    def y(self, pixels: float) -> Emu:
        """How far from the upper edge of the slide."""
        return Emu(round((self.top + pixels * self.scale) * EMU_IN_POINT))

    def length(self, pixels: float) -> Emu:
        """A length on the slide."""
        return Emu(round(pixels * self.scale * EMU_IN_POINT))

    def points(self, pixels: float) -> float:
        """A size of type, never smaller than can be told from a smudge."""
        return max(_LEAST_SIZE, round(pixels * self.scale * 2) / 2)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in one size, in points."""

    text: str
    size: float
    bold: bool = False
    colour: str = ""


def colour(code: str) -> Any:
    """A colour of the pictures' style, like "#12436D"."""
    # Any: the library does not say what its colours take.
    make: Any = RGBColor
    return make(*bytes.fromhex(code.removeprefix("#")))


def write(shape: Any, paragraphs: Sequence[Words], *, middle: bool = True, left: bool = False) -> None:
    """Put paragraphs into a new shape: in its middle or at its top, each centred or from the left."""
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    for number, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT if left else PP_ALIGN.CENTER
        run = paragraph.add_run()
        run.text = plain(words.text)
        run.font.size, run.font.bold = Pt(words.size), words.bold
        if words.colour:
            run.font.color.rgb = colour(words.colour)


def size_for(text: str, size: float, room: tuple[float, float], *, bold: bool = False) -> float:
    """The size of type, `size` at most, in which a text has room, which is as wide and high as told in points."""
    width, height = room
    while size > _LEAST_SIZE and LINE * size * _lines(text, size, width, bold=bold) > height:
        size -= 1
    return size


def _lines(text: str, size: float, width: float, *, bold: bool) -> int:
    """How many lines a text needs, also where an office breaks one long word, such as an address."""
    return max(len(wrap(text, size, width, bold=bold)), math.ceil(width_of(text, size, bold=bold) / width))


def set_margins(shape: Any, side: float, ends: float) -> None:
    """How far the words of a shape keep from its edges, in points."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = Pt(side)
    frame.margin_top = frame.margin_bottom = Pt(ends)


def describe(shape: Any, name: str, alternative: str = "", title: str = "") -> None:
    """The name of a shape in the list of shapes, and its text alternative, long and short."""
    properties = shape._element._nvXxPr.cNvPr
    for key, value in (("name", name), ("descr", alternative), ("title", title)):
        if value:
            properties.set(key, plain(value))


def element(text: str) -> Any:
    """An element of the drawing language; `text` uses the prefix a."""
    return parse_xml(re.sub(r"^<[\w:]+", lambda tag: f"{tag[0]} {nsdecls('a')}", text))


def without_bullet(paragraph: Any) -> None:
    """Let a paragraph of a list begin at the left edge."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.append(element("<a:buNone/>"))


def without_style(shape: Any) -> None:
    """Let a shape look as it is told, not as the theme's example of a shape: no shadow, no gradient."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def in_english(root: Any) -> None:
    """Mark every run of text as British English, for spelling and for screen readers."""
    for run in root.iter(qn("a:r")):
        run.get_or_add_rPr()
    for properties in root.iter(qn("a:rPr"), qn("a:endParaRPr")):
        properties.set("lang", LANGUAGE)


def corner(frame: Frame, point: Point) -> tuple[Emu, Emu]:
    """A point of the picture on the slide."""
    return frame.x(point.x), frame.y(point.y)

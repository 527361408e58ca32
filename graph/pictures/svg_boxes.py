"""Boxes as SVG: five shapes, and the name in whole words."""

from xml.etree import ElementTree as ET

from graph.pictures.boxes import HEAD, KIND_LINE, NAME_LINE, SHORT_LINE, STACK
from graph.pictures.marks import Box
from graph.pictures.shapes import ROUND, outlines_of
from graph.pictures.style import (
    BOX_FILL,
    BOX_LINE,
    DARK_GREY,
    FOCUS_FILL,
    FOCUS_LINE,
    KIND_SIZE,
    NAME_SIZE,
    SELECTED,
    SHORT_SIZE,
)
from graph.pictures.svg_tools import add, followed, number

RING = 5.0


def add_box(root: ET.Element, box: Box, address: str = "") -> None:
    """Draw a box; as a link where it has an address of this site or of the web."""
    marks = {"data-entity": box.entity} | ({"data-focus": "true"} if box.focus else {})
    group = add(followed(root, address), "g", marks)
    look = {
        "fill": FOCUS_FILL if box.focus else BOX_FILL,
        "stroke": FOCUS_LINE if box.focus else BOX_LINE,
        "stroke-width": "2.5" if box.focus else "1.25",
        "stroke-linejoin": "round",
    }
    _add_shape(group, box, look)
    middle = box.x + (box.width - (STACK if box.shape == "stack" else 0)) / 2
    y = box.y + HEAD
    for words in box.short_lines:
        _add_words(group, middle, y + 14, words, {"font-size": str(SHORT_SIZE), "font-weight": "700"})
        y += SHORT_LINE
    for words in box.name_lines:
        _add_words(group, middle, y + 12, words, {"font-size": str(NAME_SIZE)})
        y += NAME_LINE
    _add_words(group, middle, y + KIND_LINE - 4, box.kind_word, {"font-size": str(KIND_SIZE), "fill": DARK_GREY})


def add_ring(root: ET.Element, box: Box) -> None:
    """Draw the ring of what is selected, around a box that is drawn afterwards."""
    look = {"fill": "none", "stroke": SELECTED, "stroke-width": "3"}
    place = (box.x - RING, box.y - RING, box.width + 2 * RING, box.height + 2 * RING)
    _add_rect(root, place, ROUND, look | {"class": "ring"})


def _add_words(group: ET.Element, x: float, y: float, words: str, look: dict[str, str]) -> None:
    add(group, "text", {"x": number(x), "y": number(y), "text-anchor": "middle"} | look, words)


def _add_shape(group: ET.Element, box: Box, look: dict[str, str]) -> None:
    for outline in outlines_of(box):
        first, *_, third = outline.corners[:3]
        if len(outline.corners) == 4:
            _add_rect(group, (first.x, first.y, third.x - first.x, third.y - first.y), outline.radius, look)
        else:
            points = " ".join(f"{number(point.x)},{number(point.y)}" for point in outline.corners)
            add(group, "polygon", {"points": points} | look)


def _add_rect(group: ET.Element, at: tuple[float, float, float, float], radius: float, look: dict[str, str]) -> None:
    place = dict(zip(("x", "y", "width", "height"), map(number, at), strict=True))
    add(group, "rect", place | ({"rx": number(radius)} if radius else {}) | look)

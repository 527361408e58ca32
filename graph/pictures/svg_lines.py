"""Lines as SVG: right angles with soft corners, a sign at one end, and the label on the line."""

import math
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from graph.pictures.labels import DISPUTED, label_of
from graph.pictures.marks import Link, Point
from graph.pictures.strokes import Stroke, back, distinct, look_of, stroke_of, thickness_of
from graph.pictures.style import (
    DISPUTED_FILL,
    INK,
    LABEL_LINE,
    LABEL_SIZE,
    SELECTED,
    SIGN,
    WHITE,
)
from graph.pictures.svg_tools import add, number

CORNER = 6.0
DOT = 4.0
HALO = 9.0
REACH = 14.0


def add_line(root: ET.Element, link: Link) -> None:
    """Draw a link without its label."""
    colour, dash = look_of(link)
    told = {"data-relations": " ".join(link.relations), "data-from": link.from_box, "data-to": link.to_box}
    group = add(root, "g", told | {"fill": "none", "stroke": colour})
    if root.tag == "a":
        # A line is too thin to be met: what is met is as wide as a finger's tip.
        wide = {"d": _path(distinct(link.points)), "stroke": "transparent", "stroke-width": number(REACH)}
        add(group, "path", wide | {"pointer-events": "stroke"})
    add_stroke(group, link.points, link.style, dash, thickness_of(link))


def add_halo(root: ET.Element, link: Link) -> None:
    """Draw the halo of what is selected, beneath a line that is drawn afterwards."""
    look = {"d": _path(distinct(link.points)), "fill": "none", "stroke": SELECTED, "stroke-width": number(HALO)}
    add(root, "path", look | {"stroke-opacity": "0.45", "stroke-linecap": "round", "class": "ring"})


def add_stroke(group: ET.Element, points: Sequence[Point], style: str, dash: str, thick: float = 1.0) -> None:
    """A line of some style through these points, with its sign; colour is the group's."""
    stroke = stroke_of(points, style, dash, thick)
    attributes = {"d": _path(stroke.corners), "stroke-width": number(stroke.width)}
    if dash:
        attributes["stroke-dasharray"] = dash
    if stroke.dotted:
        attributes["stroke-linecap"] = "round"
    add(group, "path", attributes)
    _add_sign(group, stroke)


def _add_sign(group: ET.Element, stroke: Stroke) -> None:
    filled = {"fill": group.get("stroke", INK), "stroke": "none"}
    match stroke.head:
        case "filled" | "diamond":
            add(group, "polygon", {"points": _listed(stroke.sign)} | filled)
        case "open":
            add(group, "polyline", {"points": _listed(stroke.sign), "stroke-width": number(stroke.width)})
        case "dot":
            at = stroke.sign[0]
            add(group, "circle", {"cx": number(at.x), "cy": number(at.y), "r": number(DOT)} | filled)
        case _:
            return


def add_label(root: ET.Element, link: Link) -> None:
    """Write the label of a link on its line, on a white ground; nothing where it has none."""
    label = label_of(link)
    if not label:
        return
    place = {"x": number(label.left), "y": number(label.top)}
    add(root, "rect", place | {"width": number(label.width), "height": number(label.height), "fill": WHITE})
    middle = label.left + label.width / 2
    for line, words in enumerate(label.lines):
        x = middle
        if words == DISPUTED and label.sign:
            add_disputed(root, label.sign)
            x += SIGN / 2 - 1
        y = label.top + line * LABEL_LINE + LABEL_SIZE - 1
        add(root, "text", _centred(x, y) | {"font-size": str(LABEL_SIZE)}, words)


def add_disputed(root: ET.Element, at: Point) -> None:
    """The sign of a dispute: an exclamation mark in a circle."""
    add(root, "circle", {"cx": number(at.x), "cy": number(at.y), "r": "6.5", "fill": DISPUTED_FILL, "stroke": INK})
    add(root, "text", _centred(at.x, at.y + 4) | {"font-size": "11", "font-weight": "700"}, "!")


def _centred(x: float, y: float) -> dict[str, str]:
    return {"x": number(x), "y": number(y), "text-anchor": "middle"}


def _path(points: Sequence[Point]) -> str:
    parts = [f"M{number(points[0].x)} {number(points[0].y)}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(CORNER, math.dist((before.x, before.y), (corner.x, corner.y)) / 2)
        room = min(room, math.dist((corner.x, corner.y), (after.x, after.y)) / 2)
        start, end = back(corner, before, room), back(corner, after, room)
        parts.append(f"L{number(start.x)} {number(start.y)}")
        parts.append(f"Q{number(corner.x)} {number(corner.y)} {number(end.x)} {number(end.y)}")
    parts.append(f"L{number(points[-1].x)} {number(points[-1].y)}")
    return "".join(parts)


def _listed(points: Sequence[Point]) -> str:
    return " ".join(f"{number(point.x)},{number(point.y)}" for point in points)

"""The legend under a picture: the signs that it uses, in rows."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from graph.pictures.marks import LegendEntry, Point
from graph.pictures.scene import Scene
from graph.pictures.style import FONTS, INK, LEGEND_SIZE, LINES, NEVER_DASH, POSSIBLE_DASH, THICKER
from graph.pictures.svg_lines import add_disputed, add_stroke
from graph.pictures.svg_tools import NAMESPACE, add, number
from graph.pictures.text import width_of

SIDE = 16.0
ROW = 22.0
SAMPLE = 40.0
BETWEEN = 20.0
LEAST, MOST = 420.0, 720.0
"""How wide a legend of its own is."""


def legend_height(entries: Sequence[LegendEntry], width: float) -> float:
    """How much room the legend needs in a picture of this width; 0 without entries."""
    return (len(_rows(entries, width)) * ROW + SIDE) if entries else 0.0


def add_legend(root: ET.Element, entries: Sequence[LegendEntry], width: float, top: float) -> None:
    """Draw the legend from `top` on."""
    for row, members in enumerate(_rows(entries, width)):
        x, y = SIDE, top + ROW / 2 + row * ROW
        for entry in members:
            _add_sample(root, entry.key, Point(x, y))
            place = {"x": number(x + SAMPLE + 8), "y": number(y + 4), "font-size": str(LEGEND_SIZE)}
            add(root, "text", place, entry.words)
            x += _width(entry)


def _width(entry: LegendEntry) -> float:
    return SAMPLE + 8 + width_of(entry.words, LEGEND_SIZE) + BETWEEN


def _rows(entries: Sequence[LegendEntry], width: float) -> list[list[LegendEntry]]:
    rows: list[list[LegendEntry]] = []
    x = width
    for entry in entries:
        if x + _width(entry) - BETWEEN > width - SIDE:
            rows.append([])
            x = SIDE
        rows[-1].append(entry)
        x += _width(entry)
    return rows


def _add_sample(root: ET.Element, key: str, at: Point) -> None:
    ends = (at, Point(at.x + SAMPLE, at.y))
    if key in LINES:
        group = add(root, "g", {"fill": "none", "stroke": LINES[key].colour})
        add_stroke(group, ends, key, LINES[key].dash)
    elif key == "disputed":
        add_disputed(root, Point(at.x + SAMPLE / 2, at.y))
    else:
        look = LINES["line"]
        width = {"same": look.width, "began": look.width * THICKER}.get(key, 2.0)
        path = {"d": f"M{number(at.x)} {number(at.y)}H{number(at.x + SAMPLE)}", "stroke-width": number(width)}
        if dash := {"possible": POSSIBLE_DASH, "never": NEVER_DASH}.get(key, ""):
            path["stroke-dasharray"] = dash
        add(root, "path", path | {"fill": "none", "stroke": look.colour if key == "began" else look.faint})


def legend_svg(scene: Scene) -> str:
    """The legend alone, for a picture that is drawn in another way; empty where it has no sign."""
    if not scene.legend:
        return ""
    width = min(max(scene.width, LEAST), MOST)
    height = legend_height(scene.legend, width)
    size = {"width": number(width), "height": number(height), "viewBox": f"0 0 {number(width)} {number(height)}"}
    look = {"xmlns": NAMESPACE, "role": "img", "aria-label": "What the signs mean", "font-family": FONTS, "fill": INK}
    root = ET.Element("svg", size | look)
    add_legend(root, scene.legend, width, SIDE / 2)
    return ET.tostring(root, encoding="unicode")

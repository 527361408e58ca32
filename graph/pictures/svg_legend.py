"""The legend under a picture: the signs that it uses, in rows."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from graph.pictures.legend import AFTER_SAMPLE, SAMPLE, SIDE, legend_height, look_of_mark, samples_of
from graph.pictures.marks import LegendEntry, Point
from graph.pictures.scene import Scene
from graph.pictures.style import FONTS, INK, LEGEND_SIZE, LINES
from graph.pictures.svg_lines import add_disputed, add_stroke
from graph.pictures.svg_tools import NAMESPACE, add, number

LEAST, MOST = 420.0, 720.0
"""How wide a legend of its own is."""


def add_legend(root: ET.Element, entries: Sequence[LegendEntry], width: float, top: float) -> None:
    """Draw the legend from `top` on."""
    for sample in samples_of(entries, width, top):
        _add_sample(root, sample.entry.key, sample.at)
        place = {"x": number(sample.at.x + SAMPLE + AFTER_SAMPLE), "y": number(sample.at.y + 4)}
        add(root, "text", place | {"font-size": str(LEGEND_SIZE)}, sample.entry.words)


def _add_sample(root: ET.Element, key: str, at: Point) -> None:
    ends = (at, Point(at.x + SAMPLE, at.y))
    if key in LINES:
        group = add(root, "g", {"fill": "none", "stroke": LINES[key].colour})
        add_stroke(group, ends, key, LINES[key].dash)
    elif key == "disputed":
        add_disputed(root, Point(at.x + SAMPLE / 2, at.y))
    else:
        look = look_of_mark(key)
        path = {"d": f"M{number(at.x)} {number(at.y)}H{number(at.x + SAMPLE)}", "stroke-width": number(look.width)}
        if look.dash:
            path["stroke-dasharray"] = look.dash
        add(root, "path", path | {"fill": "none", "stroke": look.colour})


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

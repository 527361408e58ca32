"""The legend under a picture: the signs that it uses, in rows."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from graph.pictures.legend import AFTER_SAMPLE, ROW, SAMPLE, SIDE, entry_width, look_of_mark, samples_of
from graph.pictures.marks import LegendEntry, Point
from graph.pictures.scene import Scene
from graph.pictures.style import FONTS, INK, LEGEND_SIZE, LINES
from graph.pictures.svg_lines import add_disputed, add_stroke
from graph.pictures.svg_tools import NAMESPACE, add, number


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
    """The legend alone, each entry a picture of its own, so that a narrow page holds it; empty without any."""
    return "".join(map(_entry_svg, scene.legend))


def _entry_svg(entry: LegendEntry) -> str:
    width, height = number(entry_width(entry)), number(ROW)
    size = {"width": width, "height": height, "viewBox": f"{number(SIDE)} 0 {width} {height}"}
    look = {"xmlns": NAMESPACE, "role": "img", "aria-label": entry.words, "font-family": FONTS, "fill": INK}
    root = ET.Element("svg", size | look)
    add_legend(root, [entry], 0.0, 0.0)
    return ET.tostring(root, encoding="unicode")

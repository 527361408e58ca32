"""A scene as SVG text that stands alone: no script, no style sheet, no address but those it is given."""

import hashlib
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from graph.pictures.scene import Scene
from graph.pictures.style import CAPTION_SIZE, FONTS, INK, WHITE
from graph.pictures.svg_boxes import add_box
from graph.pictures.svg_legend import add_legend, legend_height
from graph.pictures.svg_lines import add_label, add_line
from graph.pictures.svg_tools import add, number, plain
from graph.pictures.text import wrap

NAMESPACE = "http://www.w3.org/2000/svg"
CAPTION_LINE = 18.0
SIDE = 16.0


def svg(scene: Scene, *, links: Mapping[str, str] | None = None) -> str:
    """The picture as one `<svg>` element, for a file of its own or inside a page.

    `links` gives addresses (of this site, or http) by entity id; their boxes become links. Everything that is text in
    the scene is text in the picture; signs that XML does not allow are dropped.
    """
    links = links or {}
    caption = wrap(scene.caption, CAPTION_SIZE, scene.width - 2 * SIDE)
    legend = legend_height(scene.legend, scene.width)
    height = scene.height + legend + len(caption) * CAPTION_LINE + (SIDE if caption else 0)
    name = "picture-" + hashlib.sha256(repr(scene).encode("utf-8", "replace")).hexdigest()[:10]
    root = ET.Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "width": number(scene.width),
            "height": number(height),
            "viewBox": f"0 0 {number(scene.width)} {number(height)}",
            "role": "graphics-document" if links else "img",
            "aria-labelledby": f"{name}-title {name}-desc",
            "font-family": FONTS,
            "fill": INK,
        },
    )
    add(root, "title", {"id": f"{name}-title"}, scene.title)
    add(root, "desc", {"id": f"{name}-desc"}, scene.description)
    add(root, "rect", {"width": number(scene.width), "height": number(height), "fill": WHITE})
    for link in scene.links:
        add_line(root, link)
    for link in scene.links:
        add_label(root, link)
    for box in scene.boxes:
        add_box(root, box, links.get(box.entity, ""))
    add_legend(root, scene.legend, scene.width, scene.height)
    for line, words in enumerate(caption):
        y = scene.height + legend + CAPTION_SIZE + line * CAPTION_LINE
        add(root, "text", {"x": number(SIDE), "y": number(y), "font-size": str(CAPTION_SIZE)}, words)
    return plain(ET.tostring(root, encoding="unicode"))

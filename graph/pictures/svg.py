"""A scene as SVG text that stands alone: no script, no style sheet, no address but those it is given."""

import hashlib
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from graph.pictures.captions import marked, sentences_of
from graph.pictures.legend import legend_height
from graph.pictures.scene import Scene
from graph.pictures.style import CAPTION_SIZE, FONTS, INK, WHITE
from graph.pictures.svg_boxes import add_box, add_ring
from graph.pictures.svg_chips import add_chips
from graph.pictures.svg_legend import add_legend
from graph.pictures.svg_lines import add_halo, add_label, add_line
from graph.pictures.svg_tools import NAMESPACE, add, followed, number, plain
from graph.pictures.text import wrap

CAPTION_LINE = 18.0
SIDE = 16.0


def svg(
    scene: Scene,
    *,
    links: Mapping[str, str] | None = None,
    lines: Mapping[str, str] | None = None,
    chips: Mapping[str, str] | None = None,
    selected: str = "",
) -> str:
    """The picture as one `<svg>` element, for a file of its own or inside a page.

    `links` gives addresses (of this site, or http) by entity id; their boxes become links. So do the lines that have
    one in `lines`, by the id of their first relation, and chips by their keys. `selected` is the entity or the first
    relation that is marked. Everything that is text in the scene is text in the picture; signs that XML does not allow
    are dropped.
    """
    links, lines, chips = links or {}, lines or {}, chips or {}
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
    _add_links(root, scene, lines, selected)
    for box in scene.boxes:
        if box.entity == selected:
            add_ring(root, box)
        add_box(root, box, links.get(box.entity, ""))
        add_chips(root, box, chips)
    add_legend(root, scene.legend, scene.width, scene.height)
    for line, words in enumerate(caption):
        y = scene.height + legend + CAPTION_SIZE + line * CAPTION_LINE
        add(root, "text", {"x": number(SIDE), "y": number(y), "font-size": str(CAPTION_SIZE)}, words)
    return plain(ET.tostring(root, encoding="unicode"))


def _add_links(root: ET.Element, scene: Scene, lines: Mapping[str, str], selected: str) -> None:
    """Lines beneath labels; each line is said in full, and the label of one that can be followed is for the eye."""
    for link, sentence in zip(scene.links, sentences_of(scene.boxes, scene.links), strict=True):
        if link.relations[0] == selected:
            add_halo(root, link)
        words = marked(link, sentence)
        named = followed(root, lines.get(link.relations[0], ""), {"aria-label": words, "tabindex": "-1"})
        add_line(add(root, "g", {"role": "img", "aria-label": words}) if named is root else named, link)
    for link in scene.links:
        if link.label_at and link.label_lines:
            address = lines.get(link.relations[0], "")
            add_label(followed(root, address, {"aria-hidden": "true", "tabindex": "-1"}), link)

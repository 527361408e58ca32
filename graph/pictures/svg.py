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
    words = (scene.title, scene.description)
    height = scene.height + words_height(scene, scene.width)
    root = sheet(name_of(scene), "graphics-document" if links else "img", words, scene.width, height)
    add_drawing(root, scene, links or {}, lines or {}, chips or {}, selected)
    add_words(root, scene, scene.width, scene.height)
    return plain(ET.tostring(root, encoding="unicode"))


def name_of(*drawn: object) -> str:
    """A name for what is drawn, the same for the same, with which the ids of a page begin."""
    return "picture-" + hashlib.sha256(repr(drawn).encode("utf-8", "replace")).hexdigest()[:10]


def sheet(name: str, role: str, words: tuple[str, str], width: float, height: float) -> ET.Element:
    """An empty white `<svg>` of that many pixels; `words` are its title and what it shows."""
    root = ET.Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "width": number(width),
            "height": number(height),
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "role": role,
            "aria-labelledby": f"{name}-title {name}-desc",
            "font-family": FONTS,
            "fill": INK,
        },
    )
    add(root, "title", {"id": f"{name}-title"}, words[0])
    add(root, "desc", {"id": f"{name}-desc"}, words[1])
    add(root, "rect", {"width": number(width), "height": number(height), "fill": WHITE})
    return root


def add_drawing(
    root: ET.Element,
    scene: Scene,
    links: Mapping[str, str],
    lines: Mapping[str, str],
    chips: Mapping[str, str],
    selected: str,
) -> None:
    """Draw the boxes and the lines, and nothing beneath them; the rest is as for `svg`."""
    _add_links(root, scene, lines, selected)
    for box in scene.boxes:
        if box.entity == selected:
            add_ring(root, box)
        add_box(root, box, links.get(box.entity, ""))
        add_chips(root, box, chips)


def add_words(root: ET.Element, scene: Scene, width: float, top: float) -> None:
    """Write legend and caption from `top` on, in lines of that width."""
    add_legend(root, scene.legend, width, top)
    top += legend_height(scene.legend, width) + CAPTION_SIZE
    for line, words in enumerate(_caption(scene, width)):
        place = {"x": number(SIDE), "y": number(top + line * CAPTION_LINE)}
        add(root, "text", place | {"font-size": str(CAPTION_SIZE)}, words)


def words_height(scene: Scene, width: float) -> float:
    """How much room `add_words` needs."""
    caption = len(_caption(scene, width))
    return legend_height(scene.legend, width) + caption * CAPTION_LINE + (SIDE if caption else 0)


def _caption(scene: Scene, width: float) -> tuple[str, ...]:
    return wrap(scene.caption, CAPTION_SIZE, width - 2 * SIDE)


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
            label = followed(root, address, {"aria-hidden": "true", "tabindex": "-1"})
            add_label(add(label, "g", {"data-label": link.relations[0]}), link)

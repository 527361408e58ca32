"""A scene as the data of a network drawing in the browser: pyvis builds the lists, and nothing else of it is used.

Its own pages call other hosts and run what stands in a title; so no title is given to it, its ids are made up, and
what is drawn comes back as plain lists for a template of ours.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from graph.pictures import style
from graph.pictures.boxes import STACK
from graph.pictures.captions import marked, sentences_of
from graph.pictures.chips import CHIP_HEIGHT
from graph.pictures.labels import Label, label_of
from graph.pictures.marks import Box, Link
from graph.pictures.scene import Scene
from graph.pictures.strokes import Stroke, look_of, stroke_of, thickness_of

Addresses = Mapping[str, str]
LOOK = {
    "ink": style.INK,
    "soft": style.DARK_GREY,
    "paper": style.WHITE,
    "boxLine": style.BOX_LINE,
    "focusFill": style.FOCUS_FILL,
    "focusLine": style.FOCUS_LINE,
    "chipLine": style.CHIP_LINE,
    "disputed": style.DISPUTED_FILL,
    "selected": style.SELECTED,
    "fresh": style.TURQUOISE,
    "font": style.FONTS,
}
"""The colours and the type of a canvas; the page's style sheet may say what takes the place of a colour."""
_NONE: Addresses = {}
_STILL = {"shape": "custom", "physics": False, "fixed": True}


def canvas_of(
    scene: Scene, *, links: Addresses = _NONE, lines: Addresses = _NONE, chips: Addresses = _NONE
) -> dict[str, Any]:
    """Nodes, edges, lines, look, width and height as plain values for JSON, at the places of the scene.

    A node is a box, a corner of a line, or the label of one (`part` says which); an edge is a straight stretch of a
    line. Both name the number of their line, by which `lines` holds addresses and names. Addresses are as in `svg`.
    """
    network = _network()
    for number, box in enumerate(scene.boxes):
        network.add_node(f"box{number}", label=box.short_name or box.name, **_box(box, links, chips), **_STILL)
    for number, link in enumerate(scene.links):
        _add_line(network, number, link)
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "lines": [
            {"key": link.relations[0], "address": lines.get(link.relations[0], ""), "name": marked(link, words)}
            for link, words in zip(scene.links, sentences_of(scene.boxes, scene.links), strict=True)
        ],
        "look": LOOK,
        "width": scene.width,
        "height": scene.height,
    }


def prepare() -> None:
    """Do now what the first canvas would have to wait for."""
    _network()


def _network() -> Any:
    # Imported here: it brings a shell for notebooks with it.
    from pyvis.network import Network

    return Network(directed=True)


def _box(box: Box, links: Addresses, chips: Addresses) -> dict[str, Any]:
    extra = STACK if box.shape == "stack" else 0.0
    return {
        "part": "box",
        "x": box.x + box.width / 2,
        "y": box.y + box.height / 2,
        "key": box.entity,
        "form": box.shape,
        "width": box.width,
        "height": box.height,
        "bold": list(box.short_lines),
        "plain": list(box.name_lines),
        "kind": box.kind_word,
        "focus": box.focus,
        "address": links.get(box.entity, ""),
        "chips": [
            {
                "words": chip.words,
                "left": (box.width - extra) / 2 + chip.x - chip.width / 2,
                "top": chip.y,
                "width": chip.width,
                "height": CHIP_HEIGHT,
                "address": chips.get(chip.key, ""),
            }
            for chip in box.chips
        ],
    }


def _add_line(network: Any, number: int, link: Link) -> None:
    """Corners as nodes that nobody sees, joined by straight edges; the sign is drawn by a corner of its own."""
    colour, dash = look_of(link)
    stroke = stroke_of(link.points, link.style, dash, thickness_of(link))
    corners = [f"line{number}.{corner}" for corner in range(len(stroke.corners))]
    for name, point in zip(corners, stroke.corners, strict=True):
        network.add_node(name, label=" ", x=point.x, y=point.y, part="corner", line=number, **_STILL)
    for start, end in pairwise(corners):
        look = {"color": colour, "width": stroke.width, "dashes": _dashes(stroke)}
        network.add_edge(start, end, line=number, arrows="", **look)
    if stroke.sign:
        at = stroke.sign[0]
        sign = {"part": "sign", "line": number, "head": stroke.head, "color": colour, "thick": stroke.width}
        points = [[point.x - at.x, point.y - at.y] for point in stroke.sign]
        network.add_node(f"sign{number}", label=" ", x=at.x, y=at.y, points=points, **sign, **_STILL)
    if label := label_of(link):
        network.add_node(f"label{number}", label=" ", **_label(number, label), **_STILL)


def _label(number: int, label: Label) -> dict[str, Any]:
    return {
        "part": "label",
        "line": number,
        "x": label.left + label.width / 2,
        "y": label.top + label.height / 2,
        "words": list(label.lines),
        "width": label.width,
        "height": label.height,
    }


def _dashes(stroke: Stroke) -> list[float] | bool:
    return [float(part) for part in stroke.dash.split()] or False

"""A large scene as several small ones: every line in exactly one of them, every box in one or more."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.pictures.captions import UPWARDS, description_of, legend_of
from graph.pictures.marks import Box, Link
from graph.pictures.scene import Scene, placed
from graph.pictures.style import ANSWERING

FEW, UNEVEN, MORE_THAN_EVEN = 5, 0.5, 3
"""Of so few parts the last may be so small beside the largest; so many more lines than even shares are tried."""


def parts_of(scene: Scene, fits: Callable[[Scene], bool]) -> tuple[Scene, ...]:
    """The scene itself where it fits, else parts that do, laid out anew, in the order of the lines from the focus.

    The lines that meet at one box stay together as far as they fit; a box whose lines fall into several parts stands in
    each of them. A single line is a part of its own even where it does not fit. Where the last of a few parts would be
    small, the lines are shared out more evenly.
    """
    if fits(scene) or len(scene.links) < 2:
        return (scene,)
    links = _in_order(scene)
    parts = _filled(scene, links, fits, len(links))
    if len(parts) <= FEW and len(parts[-1].links) < UNEVEN * max(len(part.links) for part in parts):
        even = -(-len(links) // len(parts))
        shared = (_filled(scene, links, fits, most) for most in range(even, even + MORE_THAN_EVEN))
        parts = next((again for again in shared if len(again) == len(parts)), parts)
    return _with_lonely(scene, parts)


def _filled(scene: Scene, links: Sequence[Link], fits: Callable[[Scene], bool], most: int) -> list[Scene]:
    """Parts of at most so many lines, each as full as it can be, in the order of the lines."""
    parts: list[Scene] = []
    held: list[Link] = []
    fitting = _part(scene, links[:1])
    for link in links:
        part = _part(scene, [*held, link])
        if held and (len(held) == most or not fits(part)):
            parts.append(fitting)
            held, part = [], _part(scene, [link])
        held.append(link)
        fitting = part
    return [*parts, fitting]


def _in_order(scene: Scene) -> list[Link]:
    """The lines hub by hub, each hub with all lines that are not yet told, nearest to the focus first."""
    degree = Counter(end for link in scene.links for end in (link.from_box, link.to_box))
    at: dict[str, list[Link]] = defaultdict(list)
    for link in scene.links:
        at[link.from_box].append(link)
        at[link.to_box].append(link)
    waiting = sorted(at, key=lambda box: (box not in _focus(scene), -degree[box], box))
    order: dict[tuple[str, str], Link] = {}
    reached: dict[str, None] = {}
    for start in waiting:
        queue = [start]
        while queue:
            hub = queue.pop(0)
            if hub in reached:
                continue
            reached[hub] = None
            for link in sorted(at[hub], key=lambda link: (link.style, link.from_box, link.to_box)):
                order.setdefault((link.from_box, link.to_box), link)
            queue += sorted({end for link in at[hub] for end in (link.from_box, link.to_box)} - reached.keys())
    return list(order.values())


def _focus(scene: Scene) -> set[str]:
    return {box.entity for box in scene.boxes if box.focus}


def _part(scene: Scene, links: Sequence[Link], lonely: Sequence[Box] = ()) -> Scene:
    ends = {end for link in links for end in (link.from_box, link.to_box)} | {box.entity for box in lonely}
    boxes = [box for box in scene.boxes if box.entity in ends]
    kept = [link for link in scene.links if link in links]
    upwards = any(link.style in ANSWERING for link in kept)
    return replace(
        placed(replace(scene, boxes=tuple(boxes), links=tuple(kept))),
        caption=scene.caption if upwards else scene.caption.removeprefix(UPWARDS).lstrip(),
        description=description_of(boxes, kept, ()),
        legend=legend_of(kept),
    )


def _with_lonely(scene: Scene, parts: Sequence[Scene]) -> tuple[Scene, ...]:
    """The parts, with what no line joins added to the last of them."""
    shown = {box.entity for part in parts for box in part.boxes}
    lonely = [box for box in scene.boxes if box.entity not in shown]
    if not lonely:
        return tuple(parts)
    return (*parts[:-1], _part(scene, parts[-1].links, lonely))

"""A picture as plain data: every way of drawing (SVG, Word, PowerPoint, the explorer) starts from the same `Scene`."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from graph.kinds import vocabulary
from graph.model import Entity
from graph.pictures.boxes import box_of
from graph.pictures.captions import caption_of, description_of, legend_of, title_of
from graph.pictures.choice import chosen
from graph.pictures.labels import size_of
from graph.pictures.layout import layout
from graph.pictures.links import links_of
from graph.pictures.marks import Box, Dress, Extras, LegendEntry, Link, Point
from graph.pictures.style import ANSWERING, DOWNWARDS
from graph.pictures.wires import Placement, Size, Wire
from graph.spans import ANY_DAY, Span
from graph.subgraph import Subgraph
from graph.wording import is_several

MOST_BOXES = 60
MARGIN = 16.0
LEAST_WIDTH = 420.0
_PLAIN = Extras()
LABEL_PAD = 6.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn: boxes by entity id, links by their ends, in pixels from the top left corner.

    `description` is the text alternative, one to four sentences; `caption` what belongs under the picture; `legend`
    the signs that are used; `left_out` the names of what found no room, in the order of the ids.
    """

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    width: float
    height: float
    title: str
    description: str
    caption: str
    legend: tuple[LegendEntry, ...] = ()
    left_out: tuple[str, ...] = ()


def scene_of(
    part: Subgraph,
    *,
    focus: Collection[str] = (),
    title: str = "",
    window: Span = ANY_DAY,
    most: int = MOST_BOXES,
    extras: Extras = _PLAIN,
) -> Scene:
    """The picture of a part of the graph; the same for any order of its records.

    Drawn are the relations between two of its entities, facts and denied ones apart, and the entities that these join
    or that are in `focus`; where nothing joins them, all of them. Beyond `most` boxes what is farthest from the focus
    is left out, and the caption says how much.
    `focus` is one id or several; `window` the time for which the lines are certain or possible.
    """
    kinds = vocabulary()
    known = part.entities
    focus = {focus} if isinstance(focus, str) else set(focus)
    links = links_of(
        (relation for relation in part.relations.values() if relation.subject in known and relation.object in known),
        kinds,
        window,
        extras.changes,
        {entity.id for entity in known.values() if is_several(entity)},
    )
    candidates = {end for link in links for end in (link.from_box, link.to_box)} | (focus & known.keys()) or set(known)
    shown = chosen(candidates, links, focus, most)
    left_out = tuple(_name(known[name]) for name in sorted(candidates - shown))
    links = tuple(link for link in links if link.from_box in shown and link.to_box in shown)
    boxes = [
        box_of(known[name], kinds, focus=name in focus, dress=extras.dresses.get(name, Dress()))
        for name in sorted(shown)
    ]
    title = title or title_of([box for box in boxes if box.focus] or boxes)
    drawn = placed(
        Scene(
            boxes=tuple(boxes),
            links=links,
            width=0.0,
            height=0.0,
            title=title,
            description="",
            caption=caption_of(links, left_out, window),
            legend=legend_of(links),
            left_out=left_out,
        )
    )
    return replace(drawn, description=description_of(drawn.boxes, drawn.links, left_out))


def placed(scene: Scene) -> Scene:
    """The scene with its boxes and lines where the layout puts them, seen from its focus, wherever they stood."""
    boxes, wires = scene.boxes, [_wire(link) for link in scene.links]
    focus = {box.entity for box in boxes if box.focus}
    placement = layout({box.entity: Size(box.width, box.height) for box in boxes}, wires, focus)
    width = max(LEAST_WIDTH, placement.size.width + 2 * MARGIN)
    shift = Point((width - placement.size.width) / 2, MARGIN)
    return replace(
        scene,
        boxes=tuple(_put(box, placement, shift) for box in boxes),
        links=tuple(_drawn(link, placement, shift) for link in scene.links),
        width=width,
        height=placement.size.height + 2 * MARGIN,
    )


def _name(entity: Entity) -> str:
    return entity.short_name or entity.title or entity.id


def _label_size(link: Link) -> Size:
    width, height = size_of(link.label_lines)
    return Size(width + LABEL_PAD if height else 0.0, height)


def _wire(link: Link) -> Wire:
    answers = link.style in ANSWERING
    return Wire(
        key=f"{link.from_box} {link.to_box}",
        tail=link.from_box,
        head=link.to_box,
        ranks=answers,
        climbs=answers or link.kind not in DOWNWARDS,
        trunk=f"{link.style} {link.certainty} {link.change}".strip(),
        word=" ".join(link.label_lines),
        label=_label_size(link),
    )


def _put(box: Box, placement: Placement, shift: Point) -> Box:
    corner = placement.corners[box.entity]
    return replace(box, x=corner.x + shift.x, y=corner.y + shift.y, width=placement.sizes[box.entity].width)


def _drawn(link: Link, placement: Placement, shift: Point) -> Link:
    key = f"{link.from_box} {link.to_box}"
    points = tuple(Point(point.x + shift.x, point.y + shift.y) for point in placement.paths[key])
    label = placement.labels.get(key)
    return replace(link, points=points, label_at=label and Point(label.x + shift.x, label.y + shift.y))

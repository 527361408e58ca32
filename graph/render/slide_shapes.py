"""The boxes of a scene as shapes of an office, with their outlines and with places for lines to be glued to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from graph.pictures.boxes import SIDE, STACK
from graph.pictures.captions import called
from graph.pictures.marks import Box, Link, Point
from graph.pictures.shapes import Outline, outlines_of
from graph.pictures.style import (
    BOX_FILL,
    BOX_LINE,
    DARK_GREY,
    FOCUS_FILL,
    FOCUS_LINE,
    INK,
    KIND_SIZE,
    NAME_SIZE,
    SHORT_SIZE,
)
from graph.render.slide_tools import Frame, Words, colour, describe, element, set_margins, without_style, write

_UP, _LEFT, _DOWN, _RIGHT = 16_200_000, 10_800_000, 5_400_000, 0
"""Ways in which a line leaves a box, in 60,000ths of a degree."""
_MIDDLES = 4
"""How many places a box has besides those of its lines: the middles of its sides."""
_TIGHT = 0.6
"""How much of the room at the sides of a name is kept free: an office breaks lines by its own fonts."""


@dataclass
class Drawn:
    """A box on a slide, and the numbers of the places where lines may be glued to it."""

    shape: Any
    ports: Mapping[Point, int] = field(default_factory=dict)


def add_box(shapes: Any, box: Box, links: Iterable[Link], frame: Frame) -> Drawn:
    """Draw a box; `links` are those of the scene, whose ends at this box become its places."""
    ends = {link.points[0] for link in links if link.from_box == box.entity}
    ends |= {link.points[-1] for link in links if link.to_box == box.entity}
    ports = sorted(ends, key=lambda point: (point.y, point.x))
    shape = shapes.add_shape(
        MSO_SHAPE.RECTANGLE, frame.x(box.x), frame.y(box.y), frame.length(box.width), frame.length(box.height)
    )
    without_style(shape)
    _shape(shape, box, ports)
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(FOCUS_FILL if box.focus else BOX_FILL)
    shape.line.color.rgb = colour(FOCUS_LINE if box.focus else BOX_LINE)
    shape.line.width = Pt(max(0.75, frame.scale * (2.5 if box.focus else 1.25)))
    set_margins(shape, SIDE * frame.scale * _TIGHT, 0)
    write(shape, _words(box, frame))
    describe(shape, called(box))
    return Drawn(shape, {port: _MIDDLES + number for number, port in enumerate(ports)})


def _words(box: Box, frame: Frame) -> list[Words]:
    bold, plain = " ".join(box.short_lines), " ".join(box.name_lines)
    words = [Words(bold, frame.points(SHORT_SIZE), bold=True, colour=INK)]
    if plain:
        words.append(Words(plain, frame.points(NAME_SIZE), colour=INK))
    return [*words, Words(box.kind_word, frame.points(KIND_SIZE), colour=DARK_GREY)]


def _shape(shape: Any, box: Box, ports: Sequence[Point]) -> None:
    """Give a shape the outlines of the box, a place at each port, and room for words on its uppermost sheet."""
    width, height = max(box.width, 1.0), max(box.height, 1.0)
    sites = [(width / 2, 0.0, _UP), (0.0, height / 2, _LEFT), (width / 2, height, _DOWN), (width, height / 2, _RIGHT)]
    sites += [(port.x - box.x, port.y - box.y, _UP if port.y < box.y + height / 2 else _DOWN) for port in ports]
    extra = STACK if box.shape == "stack" else 0.0
    guides = [_guide(f"x{at}", x, width, "w") + _guide(f"y{at}", y, height, "h") for at, (x, y, _) in enumerate(sites)]
    guides += [_guide("right", width - extra, width, "w"), _guide("foot", height - extra, height, "h")]
    places = [f'<a:cxn ang="{way}"><a:pos x="x{at}" y="y{at}"/></a:cxn>' for at, (_, _, way) in enumerate(sites)]
    paths = [_path(outline, box) for outline in outlines_of(box)]
    geometry = element(
        f"<a:custGeom><a:avLst/><a:gdLst>{''.join(guides)}</a:gdLst><a:ahLst/><a:cxnLst>{''.join(places)}</a:cxnLst>"
        f'<a:rect l="l" t="t" r="right" b="foot"/><a:pathLst>{"".join(paths)}</a:pathLst></a:custGeom>'
    )
    properties = shape._element.spPr
    properties.replace(properties.prstGeom, geometry)


def _guide(name: str, part: float, whole: float, side: str) -> str:
    return f'<a:gd name="{name}" fmla="*/ {side} {_tenths(part)} {_tenths(whole)}"/>'


def _path(outline: Outline, box: Box) -> str:
    """The outline in tenths of a pixel from the top left corner of the box."""
    points = [(point.x - box.x, point.y - box.y) for point in outline.corners]
    size = f'w="{_tenths(box.width)}" h="{_tenths(box.height)}"'
    if not outline.radius:
        steps = [f"<a:lnTo>{_point(*point)}</a:lnTo>" for point in points[1:]]
        return f"<a:path {size}><a:moveTo>{_point(*points[0])}</a:moveTo>{''.join(steps)}<a:close/></a:path>"
    radius = outline.radius
    (left, top), (right, foot) = points[0], points[2]
    starts = [(right - radius, top), (right, foot - radius), (left + radius, foot), (left, top + radius)]
    steps = [
        f"<a:lnTo>{_point(*start)}</a:lnTo>"
        f'<a:arcTo wR="{_tenths(radius)}" hR="{_tenths(radius)}" stAng="{(3 + turn) % 4 * 5_400_000}" swAng="5400000"/>'
        for turn, start in enumerate(starts)
    ]
    first = f"<a:moveTo>{_point(left + radius, top)}</a:moveTo>"
    return f"<a:path {size}>{first}{''.join(steps)}<a:close/></a:path>"


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{_tenths(x)}" y="{_tenths(y)}"/>'


def _tenths(pixels: float) -> int:
    return round(pixels * 10)

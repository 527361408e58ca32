"""The lines of a scene as connectors glued to its boxes, their labels as text, and the legend of their signs."""

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from graph.pictures.captions import marked, sentences_of
from graph.pictures.labels import DISPUTED, label_of
from graph.pictures.legend import AFTER_SAMPLE, ROW, SAMPLE, look_of_mark, samples_of
from graph.pictures.marks import LegendEntry, Link, Point
from graph.pictures.scene import Scene
from graph.pictures.strokes import Stroke, distinct, look_of, stroke_of, thickness_of
from graph.pictures.style import DISPUTED_FILL, INK, LABEL_SIZE, LEGEND_SIZE, LINES, WHITE, Head
from graph.pictures.text import width_of
from graph.render.elbows import Elbow, elbow_of
from graph.render.slide_shapes import Drawn
from graph.render.slide_tools import (
    EMU_IN_POINT,
    Frame,
    Words,
    colour,
    corner,
    describe,
    element,
    set_margins,
    without_style,
    write,
)

LEAST_LINE = 0.75
SIGN_RADIUS = 6.5
_INDENT = "\u2003\u2002"
"""Room for the sign before the word "disputed"."""
_HEADS: Mapping[Head, tuple[str, str, str]] = {
    "filled": ("triangle", "med", "med"),
    "open": ("arrow", "lg", "med"),
    "diamond": ("diamond", "lg", "lg"),
    "dot": ("oval", "med", "med"),
}
"""The sign of the file format, how wide and how long it is in the format's words."""
_SMALLER = {"lg": "med", "med": "sm", "sm": "sm"}
"""The format counts signs in widths of their line: on a thicker line the same sign is a smaller one."""


def add_lines(shapes: Any, scene: Scene, drawn: Mapping[str, Drawn], frame: Frame) -> None:
    """Draw the links of a scene after its boxes, so that signs at their edges are whole, and then the labels."""
    for link, words in zip(scene.links, sentences_of(scene.boxes, scene.links), strict=True):
        connector = _connector(shapes, link, drawn, frame)
        describe(connector, words, f"{marked(link, words)}.")
    for link in scene.links:
        _add_label(shapes, link, frame)


def _connector(shapes: Any, link: Link, drawn: Mapping[str, Drawn], frame: Frame) -> Any:
    """The glued connector of a link.

    A dashed one begins at its upper end, so that where several share a trunk their dashes fall together.
    """
    corners, ends = distinct(link.points), [link.from_box, link.to_box]
    colour_code, dash = look_of(link)
    turned = bool(dash) and corners[0].y > corners[-1].y
    if turned:
        corners.reverse()
        ends.reverse()
    elbow = elbow_of(corners)
    kind = MSO_CONNECTOR.STRAIGHT if elbow.preset.startswith("straight") else MSO_CONNECTOR.ELBOW
    connector = shapes.add_connector(kind, *corner(frame, corners[0]), *corner(frame, corners[-1]))
    start, end = (drawn[box] for box in ends)
    connector.begin_connect(start.shape, 0)
    connector.end_connect(end.shape, 0)
    # The library knows the middles of the sides alone; the places of the lines come after these.
    glue = connector._element.nvCxnSpPr.cNvCxnSpPr
    glue.stCxn.set("idx", str(start.ports[corners[0]]))
    glue.endCxn.set("idx", str(end.ports[corners[-1]]))
    _bend(connector, elbow, frame)
    thick = thickness_of(link)
    sign = _end(LINES[link.style].head, turned=turned, thick=thick > 1)
    connector._element.spPr.append(_line(_flat(link.style, dash, thick), colour_code, frame, sign))
    return connector


def _bend(connector: Any, elbow: Elbow, frame: Frame) -> None:
    without_style(connector)
    properties = connector._element.spPr
    turn = f'rot="{elbow.turn}" ' if elbow.turn else ""
    flips = ('flipH="1" ' if elbow.flip_h else "") + ('flipV="1" ' if elbow.flip_v else "")
    place = element(
        f'<a:xfrm {turn}{flips}><a:off x="{frame.x(elbow.left)}" y="{frame.y(elbow.top)}"/>'
        f'<a:ext cx="{frame.length(elbow.width)}" cy="{frame.length(elbow.height)}"/></a:xfrm>'
    )
    bends = "".join(
        f'<a:gd name="adj{number}" fmla="val {value}"/>' for number, value in enumerate(elbow.adjustments, start=1)
    )
    shape = element(f'<a:prstGeom prst="{elbow.preset}"><a:avLst>{bends}</a:avLst></a:prstGeom>')
    properties.replace(properties.find(qn("a:xfrm")), place)
    properties.replace(properties.find(qn("a:prstGeom")), shape)


def _flat(style: str, dash: str, thick: float = 1.0) -> Stroke:
    """The stroke of a style, wherever it runs."""
    return stroke_of((Point(0, 0), Point(SAMPLE, 0)), style, dash, thick)


def _line(stroke: Stroke, code: str, frame: Frame, end: str = "") -> Any:
    """The look of a line, its dashes in parts of its width, and the sign at one of its ends."""
    parts = [float(part) / stroke.width for part in stroke.dash.split()]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    dashes = "".join(f'<a:ds d="{round(on * 100_000)}" sp="{round(off * 100_000)}"/>' for on, off in pairs)
    pattern = f"<a:custDash>{dashes}</a:custDash>" if dashes else '<a:prstDash val="solid"/>'
    width = max(LEAST_LINE, stroke.width * frame.scale)
    cap = ' cap="rnd"' if stroke.dotted else ""
    return element(
        f'<a:ln w="{round(width * EMU_IN_POINT)}"{cap}>'
        f'<a:solidFill><a:srgbClr val="{code.removeprefix("#")}"/></a:solidFill>'
        f"{pattern}<a:round/>{end}</a:ln>"
    )


def _end(head: Head, *, turned: bool = False, thick: bool = False) -> str:
    """The sign of a line, which the file format draws from its head to its tail; a diamond stands where it begins."""
    if head not in _HEADS:
        return ""
    end = "headEnd" if (head == "diamond") != turned else "tailEnd"
    form, wide, long = _HEADS[head]
    if thick:
        wide, long = _SMALLER[wide], _SMALLER[long]
    return f'<a:{end} type="{form}" w="{wide}" len="{long}"/>'


def _add_label(shapes: Any, link: Link, frame: Frame) -> None:
    label = label_of(link)
    if not label:
        return
    place = (frame.x(label.left), frame.y(label.top), frame.length(label.width), frame.length(label.height))
    box = shapes.add_textbox(*place)
    box.fill.solid()
    box.fill.fore_color.rgb = colour(WHITE)
    lines = [f"{_INDENT}{line}" if line == DISPUTED else line for line in label.lines]
    set_margins(box, 0, 0)
    write(box, [Words(line, frame.points(LABEL_SIZE), colour=INK) for line in lines])
    box.text_frame.word_wrap = False
    describe(box, f"Label: {' '.join(label.lines)}")
    if label.sign:
        _add_sign(shapes, label.sign, frame)


def _add_sign(shapes: Any, at: Point, frame: Frame) -> None:
    """The sign of a dispute: an exclamation mark in a circle."""
    across = frame.length(2 * SIGN_RADIUS)
    sign = shapes.add_shape(MSO_SHAPE.OVAL, frame.x(at.x - SIGN_RADIUS), frame.y(at.y - SIGN_RADIUS), across, across)
    without_style(sign)
    sign.fill.solid()
    sign.fill.fore_color.rgb = colour(DISPUTED_FILL)
    sign.line.color.rgb = colour(INK)
    sign.line.width = Pt(LEAST_LINE)
    set_margins(sign, 0, 0)
    write(sign, [Words("!", frame.points(LABEL_SIZE - 2), bold=True, colour=INK)])
    sign.text_frame.word_wrap = False
    describe(sign, "Sign: sources disagree", "Sources disagree")


def add_legend(slide: Any, entries: Sequence[LegendEntry], width: float, frame: Frame) -> None:
    """Draw the legend as a group of its own, in rows of `width` pixels."""
    if not entries:
        return
    group = slide.shapes.add_group_shape()
    for sample in samples_of(entries, width, 0.0):
        _add_sample(group.shapes, sample.entry.key, sample.at, frame)
        left, top = sample.at.x + SAMPLE + AFTER_SAMPLE, sample.at.y - ROW / 2
        words = group.shapes.add_textbox(
            frame.x(left), frame.y(top), frame.length(width_of(sample.entry.words, LEGEND_SIZE)), frame.length(ROW)
        )
        set_margins(words, 0, 0)
        write(words, [Words(sample.entry.words, frame.points(LEGEND_SIZE), colour=INK)], left=True)
        words.text_frame.word_wrap = False
    describe(group, "Legend", f"What the signs mean: {'; '.join(entry.words for entry in entries)}.", "Legend")


def _add_sample(shapes: Any, key: str, at: Point, frame: Frame) -> None:
    if key == "disputed":
        _add_sign(shapes, Point(at.x + SAMPLE / 2, at.y), frame)
        return
    # A line that is not a connector: nothing is joined by it.
    line = shapes.add_shape(MSO_SHAPE.RECTANGLE, frame.x(at.x), frame.y(at.y), frame.length(SAMPLE), 0)
    without_style(line)
    properties = line._element.spPr
    properties.replace(properties.prstGeom, element('<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'))
    if key in LINES:
        properties.append(_line(_flat(key, LINES[key].dash), LINES[key].colour, frame, _end(LINES[key].head)))
    else:
        look = look_of_mark(key)
        properties.append(_line(Stroke((), look.width, look.dash, False, "none", ()), look.colour, frame))
    describe(line, f"Sign: {key}")

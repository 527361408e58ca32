"""An empty presentation in the wide format, whose master an office can restyle."""

import copy
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.util import Pt

from graph.render.package import tell
from graph.render.slide_tools import size_for

WIDTH, HEIGHT = 960.0, 540.0
"""Of a slide, in points."""
SIDE = 36.0
TITLE_TOP, TITLE_HEIGHT, TITLE_SIZE = 10.0, 54.0, 22
BODY_TOP = 84.0
FOOT_TOP, FOOT_HEIGHT, FOOT_SIZE = 508.0, 20.0, 9
NUMBER_WIDTH = 48.0
LEVELS = (16.0, 13.0, 12.0, 12.0, 12.0)
"""The type of words, of what belongs to them, and so on."""
TITLE_ONLY, TITLE_AND_TEXT = 5, 1
"""Which layouts of the master are used."""
_PLACES = {
    PP_PLACEHOLDER.TITLE: (SIDE, TITLE_TOP, WIDTH - 2 * SIDE, TITLE_HEIGHT),
    PP_PLACEHOLDER.BODY: (SIDE, BODY_TOP, WIDTH - 2 * SIDE, FOOT_TOP - BODY_TOP - 8),
    PP_PLACEHOLDER.OBJECT: (SIDE, BODY_TOP, WIDTH - 2 * SIDE, FOOT_TOP - BODY_TOP - 8),
    PP_PLACEHOLDER.FOOTER: (SIDE, FOOT_TOP, WIDTH - 2 * SIDE - NUMBER_WIDTH, FOOT_HEIGHT),
    PP_PLACEHOLDER.SLIDE_NUMBER: (WIDTH - SIDE - NUMBER_WIDTH, FOOT_TOP, NUMBER_WIDTH, FOOT_HEIGHT),
}


def empty_slides(title: str, about: str) -> Slides:
    """A presentation without slides; `title` and `about` are told by its properties."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = slides.slide_master
    used = [slides.slide_layouts[number] for number in (TITLE_AND_TEXT, TITLE_ONLY)]
    for layout in list(slides.slide_layouts):
        if layout not in used:
            slides.slide_layouts.remove(layout)
    for holder in (*used, master):
        _put_in_place(holder)
    _set_type(master)
    tell(slides.core_properties, title, about)
    _without_preview(slides)
    return slides


def add_slide(slides: Slides, layout: str, title: str, foot: str) -> Slide:
    """A new slide with title, foot and number; `layout` is "picture" or "text"."""
    slide: Slide = slides.slides.add_slide(slides.slide_layouts[layout == "picture"])
    _write(slide.placeholders[0], title, TITLE_SIZE, bold=True)
    layout_of: Any = slide.slide_layout
    for holder in layout_of.placeholders:
        if holder.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            slide.shapes._spTree.append(copy.deepcopy(holder._element))
    shapes: Any = slide.shapes
    for number, shape in enumerate(shapes, start=2):
        shape._element._nvXxPr.cNvPr.set("id", str(number))
        if shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
            _write(shape, foot, FOOT_SIZE)
    return slide


def _write(holder: Any, text: str, size: float, *, bold: bool = False) -> None:
    """Put words into a place of the master, in smaller type than its own where they would not have room."""
    holder.text_frame.text = text
    _, _, width, height = _PLACES[holder.placeholder_format.type]
    fitting = size_for(text, size, (width, height), bold=bold)
    if fitting < size:
        for run in (run for paragraph in holder.text_frame.paragraphs for run in paragraph.runs):
            run.font.size = Pt(fitting)


def _put_in_place(holder: Any) -> None:
    for shape in list(holder.placeholders):
        place = _PLACES.get(shape.placeholder_format.type)
        if place is None:
            # A day that changes whenever the file is opened would say something false.
            shape._element.getparent().remove(shape._element)
            continue
        shape.left, shape.top, shape.width, shape.height = (Pt(length) for length in place)
        shape.text_frame.margin_left = shape.text_frame.margin_right = 0


def _set_type(master: Any) -> None:
    """Titles that are read from the left, and small type at the foot; all of it in the master alone."""
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", str(TITLE_SIZE * 100))
    title.find(qn("a:defRPr")).set("b", "1")
    for level, size in zip(styles.find(qn("p:bodyStyle")), LEVELS, strict=False):
        level.find(qn("a:defRPr")).set("sz", str(round(size * 100)))
    for shape in master.placeholders:
        kind = shape.placeholder_format.type
        if kind == PP_PLACEHOLDER.TITLE:
            shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        elif kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            style = shape._element.txBody.find(qn("a:lstStyle")).find(qn("a:lvl1pPr"))
            style.set("algn", "l" if kind == PP_PLACEHOLDER.FOOTER else "r")
            style.find(qn("a:defRPr")).set("sz", str(FOOT_SIZE * 100))
            fill = style.find(qn("a:defRPr")).find(qn("a:solidFill"))
            if fill is not None:
                style.find(qn("a:defRPr")).remove(fill)


def _without_preview(slides: Slides) -> None:
    """Leave out the preview of the empty presentation that this one is made from."""
    package = slides.part.package
    for key, relationship in list(package._rels.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(key)

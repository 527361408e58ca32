"""A picture and its words as a presentation: shapes that can be edited, lines glued to them, sources in the notes."""

from collections.abc import Iterator, Sequence
from typing import Any

from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.util import Pt

from graph.pictures.captions import called, listed, long_description_of
from graph.pictures.parts import parts_of
from graph.pictures.scene import Scene
from graph.pictures.style import DARK_GREY, INK
from graph.pictures.svg_tools import plain
from graph.pictures.text import wrap
from graph.render.bounds import must_fit
from graph.render.brief import Brief, Document, Statement, cited
from graph.render.package import steady_bytes
from graph.render.slide_lines import add_legend, add_lines
from graph.render.slide_master import SIDE, add_slide, empty_slides
from graph.render.slide_rooms import ANSWER_SIZE, FULL, SMALL, Rooms, Space, rooms_of, under_frame
from graph.render.slide_shapes import add_box
from graph.render.slide_tools import Words, describe, in_english, set_margins, without_bullet, write
from graph.wording import listing

SOURCES_ON_A_SLIDE = 8
DAY = Space(SIDE, 64.0, FULL, 18.0)
DAY_SIZE = 12.0
MOST_NAMED = 5
TEXT_SIZE, MOST_LINES, BETWEEN = 16.0, 19.0, 0.4
"""The type of a slide of words, how many lines it holds, and the gap between two paragraphs in lines."""
_Texts = Sequence[tuple[str, bool]]


def powerpoint(scene: Scene, brief: Brief) -> bytes:
    """The presentation as a file: the picture, over several slides where one cannot hold it, then the sources.

    The same bytes for the same scene and brief. Each picture is one group with a short and a long text alternative.

    :raises TooLarge: when the scene has more boxes than `bounds.MOST_BOXES`.
    """
    must_fit(scene)
    slides = empty_slides(plain(brief.heading), plain(brief.foot))
    rooms = rooms_of(brief.summary, scene)
    if not rooms.answer:
        _add_answer_slide(slides, brief)
    parts = parts_of(scene, rooms.picture.holds)
    told: set[str] = set()
    for number, part in enumerate(parts):
        slide = _add_picture_slide(slides, brief, parts, number, rooms)
        statements = tuple(_statements(brief, part, told, last=number == len(parts) - 1))
        told |= {relation for statement in statements for relation in statement.relations}
        _note(slide, brief, statements, [f"{listing(names)} {place}" for names, place in _others(parts, number)])
    for number in range(0, len(brief.documents), SOURCES_ON_A_SLIDE):
        _add_sources_slide(slides, brief, brief.documents[number : number + SOURCES_ON_A_SLIDE], number > 0)
    for slide in slides.slides:
        in_english(slide._element)
        if slide.has_notes_slide:
            in_english(slide.notes_slide._element)
    return steady_bytes(slides.save)


def _add_picture_slide(slides: Slides, brief: Brief, parts: Sequence[Scene], number: int, rooms: Rooms) -> Slide:
    part = parts[number]
    continued = f" ({number + 1} of {len(parts)}{', continued' if number else ''})" if len(parts) > 1 else ""
    slide = add_slide(slides, "picture", plain(f"{brief.heading}{continued}"), plain(brief.foot))
    day = _elsewhere(parts, number, brief.as_at) if len(parts) > 1 else brief.as_at
    _add_text(slide, DAY, [Words(day, DAY_SIZE, colour=DARK_GREY)], "Day")
    if brief.summary and rooms.answer:
        _add_text(slide, rooms.answer, [Words(brief.summary, ANSWER_SIZE, colour=INK)], "Answer")
    frame = rooms.picture.frame(part)
    group = slide.shapes.add_group_shape()
    drawn = {box.entity: add_box(group.shapes, box, part.links, frame) for box in part.boxes}
    add_lines(group.shapes, part, drawn, frame)
    # A turned connector counts with the frame it had before; the group is as large as the picture.
    group.left, group.top = frame.x(0), frame.y(0)
    group.width, group.height = frame.length(part.width), frame.length(part.height)
    _keep_places(group)
    long = long_description_of(part.boxes, part.links, part.description)
    describe(group, "Picture", long, f"{brief.heading}{continued}")
    under, width, top = under_frame(part)
    add_legend(slide, part.legend, width, under)
    if part.caption:
        _add_text(slide, Space(under.left, top, FULL, 0.0), [Words(part.caption, SMALL, colour=INK)], "Caption")
    return slide


def _keep_places(group: Any) -> None:
    """Let the shapes of a group count from where the slide does."""
    place = group._element.grpSpPr.xfrm
    for inner, outer in ((place.chOff, place.off), (place.chExt, place.ext)):
        for key in ("x", "y", "cx", "cy"):
            if outer.get(key) is not None:
                inner.set(key, outer.get(key))


def _elsewhere(parts: Sequence[Scene], number: int, day: str) -> str:
    """The day, and what is on the other slides: as many names as one line has room for."""
    others = _others(parts, number)
    for most in range(MOST_NAMED, 0, -1):
        said = [f"{listed(names[:most], len(names) - most)} {place}" for names, place in others if names]
        line = f"{day}. Elsewhere: {'; '.join(said)}." if said else f"{day}."
        if len(wrap(line, DAY_SIZE, FULL)) < 2:
            return line
    return f"{day}. Elsewhere: {', '.join(f'{len(names)} more {place}' for names, place in others)}."


def _others(parts: Sequence[Scene], number: int) -> list[tuple[list[str], str]]:
    """What is drawn on each of the other slides and not on this one, and which slide that is."""
    here = {box.entity for box in parts[number].boxes}
    return [
        ([called(box) for box in part.boxes if box.entity not in here], f"({other + 1} of {len(parts)})")
        for other, part in enumerate(parts)
        if other != number
    ]


def _add_text(slide: Slide, space: Space, words: Sequence[Words], name: str) -> None:
    box = slide.shapes.add_textbox(Pt(space.left), Pt(space.top), Pt(space.width), Pt(space.height))
    set_margins(box, 0, 0)
    write(box, words, middle=False, left=True)
    describe(box, name)


def _add_text_slide(slides: Slides, brief: Brief, title: str, paragraphs: Sequence[_Texts]) -> Slide:
    """A slide of words in the master's own type; each paragraph is made of texts, some of them bold."""
    slide = add_slide(slides, "text", plain(title), plain(brief.foot))
    frame = slide.placeholders[1].text_frame
    for number, texts in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(8)
        without_bullet(paragraph)
        for text, bold in texts:
            run = paragraph.add_run()
            run.text, run.font.bold = plain(text), bold or None
    return slide


def _add_answer_slide(slides: Slides, brief: Brief) -> None:
    """The answer and its sentences, as many as there is room for."""
    said = [statement for section in brief.sections for statement in section.statements]
    texts = list(dict.fromkeys(f"{statement.text} {cited(statement)}" for statement in said))
    kept = _that_fit(texts, 1 + len(wrap(brief.summary, TEXT_SIZE, FULL)))
    paragraphs: list[_Texts] = [[(brief.summary, True)], *([(text, False)] for text in texts[:kept])]
    if kept < len(texts):
        paragraphs.append([(f"{len(texts) - kept} more sentences stand in the notes of the pictures.", False)])
    _add_text_slide(slides, brief, brief.heading, paragraphs)


def _that_fit(texts: Sequence[str], lines: float) -> int:
    """How many texts fit on a slide beneath so many lines."""
    for number, text in enumerate(texts):
        lines += len(wrap(text, TEXT_SIZE, FULL)) + BETWEEN
        if lines > MOST_LINES:
            return number
    return len(texts)


def _add_sources_slide(slides: Slides, brief: Brief, documents: Sequence[Document], continued: bool) -> None:
    """The documents, with every place that is cited where there is room, else with the numbers of the places."""
    places = [line for document in documents for line in _places(document)]
    roomy = _that_fit(places, 2.5 * len(documents)) == len(places)
    paragraphs: list[_Texts] = []
    for document in documents:
        words = ". ".join(filter(None, (document.title, document.details, document.address)))
        paragraphs.append([(f"{document.number}  ", True), (f"{words}{'' if roomy else _cited(document)}", False)])
        paragraphs += [[(line, False)] for line in _places(document) if roomy]
    if not roomy:
        paragraphs.append([("Where each of them says it, and in which words, stands in the notes.", False)])
    slide = _add_text_slide(slides, brief, "Sources (continued)" if continued else "Sources", paragraphs)
    _set_note(slide, ["Places cited:", *places, brief.foot])


def _cited(document: Document) -> str:
    numbers = [place.number for place in document.places]
    return f". Cited: {' to '.join(dict.fromkeys((numbers[0], numbers[-1])))}" if numbers else ""


def _statements(brief: Brief, part: Scene, told: set[str], *, last: bool) -> Iterator[Statement]:
    """What the brief says of the lines of a part; with the last part also what no picture shows."""
    drawn = {relation for link in part.links for relation in link.relations}
    for section in brief.sections:
        for statement in section.statements:
            relations = set(statement.relations)
            if relations & drawn or (last and not relations & told):
                yield statement


def _note(slide: Slide, brief: Brief, statements: Sequence[Statement], others: Sequence[str]) -> None:
    """Write the notes of a picture: the answer, each line with its sources, and where these say it."""
    numbers = {number for each in statements for number in (*each.places, *each.disputed_by)}
    lines = [brief.heading, f"{brief.as_at}.", brief.summary, "", "What is shown, and which document says so:"]
    # Several routes may share a step: it is told once.
    for each in {(each.text, each.relations): each for each in statements}.values():
        standing = f" ({each.standing})" if each.standing else ""
        lines += [f"{each.text}{standing} {cited(each)}".strip(), *each.under]
    lines.append("")
    for document in brief.documents:
        places = [line for line in _places(document) if line.split(" ")[0] in numbers]
        if places or document.number in numbers:
            lines += [f"{document.number}  {document.title}. {document.details}. {document.address}".strip(), *places]
    elsewhere = ["", "On the other slides of this picture:", *others] if others else []
    _set_note(slide, [*lines, *elsewhere, "", *brief.remarks, brief.foot])


def _places(document: Document) -> list[str]:
    return [f"{place.number} {place.words}" for place in document.places]


def _set_note(slide: Slide, lines: Sequence[str]) -> None:
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = plain("\n".join(lines))

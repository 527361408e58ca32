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
from graph.render.bounds import must_be_readable, must_fit
from graph.render.brief import NOTED, Brief, Document, Statement, cited
from graph.render.package import steady_bytes
from graph.render.slide_lines import add_legend, add_lines
from graph.render.slide_master import SIDE, add_slide, empty_slides
from graph.render.slide_rooms import ANSWER_SIZE, FULL, SMALL, Rooms, Space, rooms_of, under_frame
from graph.render.slide_shapes import add_box
from graph.render.slide_tools import Words, describe, in_english, set_margins, write
from graph.render.slide_words import ROOM, Paragraph, add_words, height_of, pages_of
from graph.wording import listing

MOST_SOURCE_SLIDES = 3
DAY = Space(SIDE, 64.0, FULL, 18.0)
DAY_SIZE = 12.0
MOST_NAMED = 5


def powerpoint(scene: Scene, brief: Brief) -> bytes:
    """The presentation as a file: the picture, over several slides where one cannot hold it, then the sources.

    The same bytes for the same scene and brief. Each picture is one group with a short and a long text alternative.

    :raises TooLarge: when there are more boxes or more words than a paper holds (`graph.render.bounds`).
    """
    must_be_readable(brief)
    must_fit(scene)
    slides = empty_slides(plain(brief.heading), plain(brief.foot))
    rooms = rooms_of(brief.summary, scene, apart=bool(brief.note))
    if not rooms.answer:
        _add_answer(slides, brief)
    parts = parts_of(scene, rooms.picture.holds)
    told: set[str] = set()
    for number, part in enumerate(parts):
        slide = _add_picture_slide(slides, brief, parts, number, rooms)
        statements = tuple(_statements(brief, part, told, last=number == len(parts) - 1))
        told |= {relation for statement in statements for relation in statement.relations}
        _note(slide, brief, statements, [f"{listing(names)} {place}" for names, place in _others(parts, number)])
    _add_sources(slides, brief)
    for slide in slides.slides:
        in_english(slide._element)
        if slide.has_notes_slide:
            in_english(slide.notes_slide._element)
    return steady_bytes(slides.save)


def _add_picture_slide(slides: Slides, brief: Brief, parts: Sequence[Scene], number: int, rooms: Rooms) -> Slide:
    part = parts[number]
    continued = f" ({number + 1} of {len(parts)}{', continued' if number else ''})" if len(parts) > 1 else ""
    slide = add_slide(slides, "picture", plain(f"{brief.heading}{continued}"), plain(brief.foot))
    told = " \N{MIDDLE DOT} ".join(filter(None, (brief.as_at, brief.kept)))
    day = _elsewhere(parts, number, told) if len(parts) > 1 else told
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


def _add_answer(slides: Slides, brief: Brief) -> None:
    """Which saved view it is and what was noted, the answer, and its sentences, as many as there is room for."""
    above = [
        Paragraph(brief.kept and f"{brief.kept}.", level=1),
        Paragraph(brief.note, lead=f"{NOTED}: " if brief.note else ""),
        Paragraph(brief.summary, bold=True),
    ]
    above = [each for each in above if each.text]
    said = [statement for section in brief.sections for statement in section.statements]
    texts = dict.fromkeys(map(_told, said))
    sentences = list(map(Paragraph, texts))
    room = ROOM - height_of(pages_of(above)[-1])
    kept = next((n for n in range(len(sentences), 0, -1) if height_of(_shortened(sentences, n)) <= room), 0)
    add_words(slides, brief.heading, [*above, *_shortened(sentences, kept)], brief.foot)


def _shortened(sentences: Sequence[Paragraph], kept: int) -> list[Paragraph]:
    """The first sentences, and where the others are."""
    more = len(sentences) - kept
    return [
        *sentences[:kept],
        *([Paragraph(f"{more} more sentences stand in the notes of the pictures.")] * (more > 0)),
    ]


def _add_sources(slides: Slides, brief: Brief) -> None:
    """The documents, with every place that is cited where these need few slides, else with their numbers alone."""
    every = [line for document in brief.documents for line in _document(document)]
    if len(pages_of(every)) > MOST_SOURCE_SLIDES:
        every = [_document(document, _cited(document))[0] for document in brief.documents]
        every.append(Paragraph("Where each of them says it, and in which words, stands in the notes."))
    if brief.documents:
        first, *_ = add_words(slides, "Sources", every, brief.foot)
        places = [line for document in brief.documents for line in _places(document)]
        _set_note(first, ["Places cited:", *places, brief.foot])


def _document(document: Document, numbers: str = "") -> list[Paragraph]:
    words = ". ".join(filter(None, (document.title, document.details, document.address)))
    places = [Paragraph(place.words, lead=f"{place.number}  ", level=1) for place in document.places]
    return [Paragraph(f"{words}{numbers}", lead=f"{document.number}  "), *places]


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
        lines += [_told(each), *each.under]
    lines.append("")
    for document in brief.documents:
        places = [line for line in _places(document) if line.split(" ")[0] in numbers]
        if places or document.number in numbers:
            lines += [f"{document.number}  {document.title}. {document.details}. {document.address}".strip(), *places]
    elsewhere = ["", "On the other slides of this picture:", *others] if others else []
    _set_note(slide, [*lines, *elsewhere, "", *brief.remarks, brief.foot])


def _told(statement: Statement) -> str:
    """A sentence with how it is supported and the numbers of its places."""
    standing = f"({statement.standing})" if statement.standing else ""
    return " ".join(filter(None, (statement.text, standing, cited(statement))))


def _places(document: Document) -> list[str]:
    return [f"{place.number} {place.words}" for place in document.places]


def _set_note(slide: Slide, lines: Sequence[str]) -> None:
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = plain("\n".join(lines))

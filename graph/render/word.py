"""A picture and its words as a Word document, in the built-in styles, which an office can restyle."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm, Pt, RGBColor

from graph.pictures.captions import long_description_of
from graph.pictures.scene import Scene
from graph.pictures.style import DARK_BLUE, DARK_GREY
from graph.pictures.svg import svg
from graph.pictures.svg_tools import plain
from graph.render.bounds import must_be_readable, must_fit
from graph.render.brief import Brief, Document, Section, Sheet, Statement, cited
from graph.render.package import steady_bytes, tell
from graph.render.paper import LONG, PIXEL, SHORT, SIDE, Plan, heading_of, plan_of, scale_of
from graph.render.png import png
from graph.render.word_tools import (
    add_field,
    add_list,
    in_english,
    keep_ends,
    keep_together,
    mark_head,
    set_alternative,
    set_widths,
    styled,
    with_svg,
)
from graph.wording import ended

FONT = "Calibri"
"""That of the built-in headings, for the rest too."""


def word(scene: Scene | None, brief: Brief) -> bytes:
    """The document as a file: answer, picture, what it rests on in sentences, tables, sources, how it was asked.

    The same bytes for the same scene and brief. The picture is SVG, with a PNG for programs that cannot show it;
    without a scene there is none.

    :raises TooLarge: when there are more boxes or more words than a paper holds (`graph.render.bounds`).
    """
    must_be_readable(brief)
    if scene:
        must_fit(scene)
    paper = _empty_paper(brief)
    _add_answer(paper, brief)
    plan = plan_of(scene, brief.sheets)
    if not plan.pictures_turned:
        _add_pictures(paper, plan, brief)
    _add_sections(paper, brief.sections)
    if plan.pictures_turned or plan.tables_turned:
        _turn(paper.add_section(WD_SECTION.NEW_PAGE), upright=False)
    if plan.pictures_turned:
        _add_pictures(paper, plan, brief)
    if plan.pictures_turned and not plan.tables_turned:
        _turn(paper.add_section(WD_SECTION.NEW_PAGE), upright=True)
    for sheet in brief.sheets:
        _add_sheet(paper, sheet, plan.table_room)
    if plan.tables_turned:
        _turn(paper.add_section(WD_SECTION.NEW_PAGE), upright=True)
    _add_sources(paper, brief.documents)
    _add_origin(paper, brief)
    in_english(paper)
    return steady_bytes(paper.save)


def _empty_paper(brief: Brief) -> Paper:
    paper = docx.Document()
    _turn(paper.sections[0], upright=True)
    styles: Any = paper.styles
    styles["Normal"].font.name, styles["Normal"].font.size = FONT, Pt(11)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Title"].font.size = Pt(22)
    styles["No Spacing"].font.name = FONT
    styles["No Spacing"].font.size = styles["Footer"].font.size = Pt(9)
    styles["Subtle Emphasis"].font.color.rgb = _colour(DARK_GREY)
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Caption"):
        styles[name].font.color.rgb = _colour(DARK_BLUE)
    for name in ("List Bullet", "List Number", "List Continue"):
        styles[name].paragraph_format.space_after = Pt(4)
    foot = paper.sections[0].footer.paragraphs[0]
    foot.add_run(plain(f"{brief.foot} · page\u00a0"))
    add_field(foot, "PAGE")
    tell(paper.core_properties, plain(brief.heading), plain(brief.foot))
    return paper


def _add_answer(paper: Paper, brief: Brief) -> None:
    """Title, days, which saved view it is and what its maker wrote, and the answer."""
    paper.add_heading(plain(brief.title), 0)
    paper.add_paragraph(plain(brief.as_at), "Subtitle")
    if brief.kept:
        paper.add_paragraph().add_run(plain(f"{brief.kept}."), "Subtle Emphasis")
    if brief.note:
        paper.add_paragraph(plain(brief.noted), "Quote")
    if brief.verdict or brief.summary:
        answer = paper.add_paragraph()
        if brief.verdict:
            answer.add_run(plain(f"{brief.verdict}. ")).bold = True
        answer.add_run(plain(brief.summary))


def _turn(section: Any, *, upright: bool) -> None:
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(Mm, (SHORT, LONG) if upright else (LONG, SHORT))
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(SIDE)


def _add_pictures(paper: Paper, plan: Plan, brief: Brief) -> None:
    """The picture, or each of its parts, with its alternative and caption."""
    for number, part in enumerate(plan.parts, start=1):
        heading = heading_of(brief, number, len(plan.parts))
        inline: Any = paper.add_picture(BytesIO(png(part)))
        height = part.width * inline.height / inline.width
        scale = scale_of(part.width, height, plan.picture_room)
        inline.width, inline.height = (Mm(side * PIXEL * scale) for side in (part.width, height))
        long = long_description_of(part.boxes, part.links, part.description)
        set_alternative(inline, f"Picture {number}", plain(heading), plain(long))
        with_svg(paper, inline, svg(part).encode(), number)
        paper.paragraphs[-1].paragraph_format.keep_with_next = True
        paper.add_paragraph(plain(f"Figure {number}. {ended(heading)} {brief.as_at}."), "Caption")


def _add_sections(paper: Paper, sections: Sequence[Section]) -> None:
    for section in sections:
        paper.add_heading(plain(section.heading), 1)
        numbered = add_list(paper)
        for statement in section.statements:
            _add_statement(paper, statement, numbered)


def _add_statement(paper: Paper, statement: Statement, numbered: int) -> None:
    """A sentence of a list, how it is supported, and the numbers of its sources."""
    style = {"": "List Bullet", "also": "List Continue"}.get(statement.lead, "List Number")
    paragraph = styled(paper.add_paragraph(), style)
    if style == "List Number":
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbered
    also = "Also: " if statement.lead == "also" else ""
    paragraph.add_run(plain(f"{also}{statement.text}"))
    if statement.standing:
        styled(paragraph.add_run(plain(f" ({statement.standing})")), "Subtle Emphasis")
    if numbers := cited(statement):
        paragraph.add_run(plain(f" {numbers}"))
    for number, under in enumerate(statement.under):
        styled(paper.add_paragraph(plain(under)), "List Bullet 2" if number else "List Continue")


def _add_sheet(paper: Paper, sheet: Sheet, width: float) -> None:
    """A table with a marked row of headings, which stands again on every page."""
    paper.add_heading(plain(sheet.caption), 1)
    table: Any = paper.add_table(rows=1, cols=len(sheet.heads), style="Light Grid Accent 1")
    rows = [table.rows[0], *(table.add_row() for _ in sheet.rows)]
    for row, words in zip(rows, (sheet.heads, *sheet.rows), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            styled(cell.paragraphs[0], "No Spacing").add_run(plain(text))
    mark_head(table)
    keep_ends(rows)
    set_widths(table, (sheet.heads, *sheet.rows), width)
    paper.add_paragraph(style="No Spacing")


def _add_sources(paper: Paper, documents: Sequence[Document]) -> None:
    if not documents:
        return
    paper.add_heading("Sources", 1)
    for document in documents:
        paper.add_heading(plain(f"{document.number}  {document.title}"), 2)
        details = paper.add_paragraph(plain(". ".join(filter(None, (document.details, document.address)))))
        details.paragraph_format.keep_with_next = bool(document.places)
        for place in document.places:
            paragraph = styled(paper.add_paragraph(), "List Continue")
            paragraph.add_run(f"{place.number} ").bold = True
            paragraph.add_run(plain(place.words))


def _add_origin(paper: Paper, brief: Brief) -> None:
    named = [("Data version", brief.version), (brief.origin_name, brief.origin)]
    said = [*brief.remarks, *(f"{name}: {value}" for name, value in named if value)]
    if said:
        paper.add_heading("How this was made", 1)
        keep_together([paper.add_paragraph(plain(each)) for each in said])


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code.removeprefix("#"))

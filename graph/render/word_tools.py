"""What a Word document needs beyond the library: alternatives in words, SVG, marked headings, lists of their own."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from graph.render.package import LANGUAGE
from graph.render.paper import widths_of

LETTER, MARGINS = 1.9, 5.0
"""How wide a letter of a table is, and what a column keeps free, in millimetres."""
ROWS_TOGETHER = 3
"""How many rows of a table at least stand on one page."""
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def set_alternative(inline: Any, name: str, short: str, long: str) -> None:
    """The text alternative of a picture: its title, and its description."""
    properties = inline._inline.docPr
    for key, value in (("name", name), ("title", short), ("descr", long)):
        properties.set(key, value)


def with_svg(paper: Paper, inline: Any, drawing: bytes, number: int) -> None:
    """Give a picture its drawing as SVG; what is there already is shown by programs that cannot show that."""
    part = Part(PackURI(f"/word/media/picture{number}.svg"), "image/svg+xml", drawing, paper.part.package)
    key = paper.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = inline._inline.graphic.graphicData.pic.blipFill.blip
    blip.append(
        parse_xml(
            f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{_SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{key}"/></a:ext></a:extLst>'
        )
    )


def styled(part: Any, style: str) -> Any:
    """A paragraph or a run, in a built-in style.

    The library searches all styles at each assignment, which takes most of the time of a long table; the id of a
    built-in style is its name without spaces.
    """
    part._element.style = style.replace(" ", "")
    return part


def mark_head(table: Any) -> None:
    """Mark the first row as that of the headings, and let no row be parted by the end of a page."""
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))


def keep_ends(rows: Sequence[Any]) -> None:
    """Let no page begin or end with a single row of a table."""
    for number, row in enumerate(rows[:-1]):
        if number < ROWS_TOGETHER - 1 or number >= len(rows) - ROWS_TOGETHER:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True


def keep_together(paragraphs: Sequence[Any]) -> None:
    """Let the end of a page part none of these paragraphs."""
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def set_widths(table: Any, rows: Sequence[Sequence[str]], whole: float) -> None:
    """Share the width of a table, in millimetres, among its columns; a table of few words is narrower."""
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    whole = min(whole, sum(MARGINS + LETTER * max(map(len, column)) for column in zip(*rows, strict=True)))
    for column, width in zip(table.columns, widths_of(rows, whole, LETTER, MARGINS), strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = column.width


def add_list(paper: Paper) -> int:
    """A numbered list that begins at 1: its number in the document."""
    styles: Any = paper.styles
    numbering: Any = paper.part.numbering_part.element
    of_style = styles["List Number"].element.pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(of_style).abstractNumId.val)
    number.add_lvlOverride(0).add_startOverride(1)
    return int(number.numId)


def add_field(paragraph: Any, code: str) -> None:
    """A field that the office fills in, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def in_english(paper: Paper) -> None:
    """Mark the document as British English, and leave out the preview of the empty one that it is made from."""
    styles: Any = paper.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    settings: Any = paper.settings.element
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)
    package: Any = paper.part.package
    for key, relationship in list(package.rels.items()):
        if relationship.reltype.endswith("/thumbnail"):
            del package.rels[key]

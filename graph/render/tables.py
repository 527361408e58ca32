"""The tables of an answer as a workbook and as comma-separated text; whatever a cell begins with, it is no formula."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, Any

from graph.pictures.style import FOCUS_FILL
from graph.pictures.svg_tools import plain
from graph.render.brief import NOTED, RIVALS, SOURCES, Brief, Sheet
from graph.render.package import LANGUAGE, MAKER, steady_bytes

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_SIGNS = 32_767
"""In one cell of a workbook."""
LONGEST_NAME = 31
"""Of a sheet."""
NARROWEST, WIDEST, ALL = 10, 60, 170
"""Columns, in signs, and all of them together, so that a printed page can be read."""
FONT, A4 = "Calibri", 9
_FIGURE = re.compile(r"(£?)(\d{1,3}(?:,?\d{3}){0,4})(\.\d+)?")
_MONEY = "[$£-809]#,##0"
_MOST_FOOT = 200
"""Signs of a foot, which may hold 255 in all."""
_FORMULA: tuple[str, ...] = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}")
_FORMULA += ("\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")
_DOCUMENT_HEADS = ("Number", "Document", "Published", "Address", "Place", "What stands there")


def workbook(brief: Brief) -> bytes:
    """An .xlsx file: the answer, each of its tables, and its sources, each on a sheet of its own.

    The same bytes for the same brief. The first row of a table stays in sight and has filters.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in (_about(brief), *brief.sheets, _documents(brief)):
        _to_be_printed(_add_sheet(book, sheet), brief)
    told: Any = book.properties
    told.title, told.description, told.language = plain(brief.heading), plain(brief.foot), LANGUAGE
    told.creator = told.lastModifiedBy = MAKER
    return steady_bytes(book.save)


def comma_separated(brief: Brief) -> bytes:
    """The last table of the brief, which is the most detailed, as CSV in UTF-8 that a spreadsheet opens as such.

    Sources are written out, and every row says for which days it holds, from which data and where to find it again, and
    of a saved view which it is.
    Empty without a table.
    """
    if not brief.sheets:
        return b""
    sheet = _with_sources(brief.sheets[-1], brief)
    told = _told(brief)
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(map(_as_text, (*sheet.heads, *(name for name, _ in told))))
    for row in sheet.rows:
        rows.writerow(map(_as_text, (*row, *(words for _, words in told))))
    return written.getvalue().encode("utf-8-sig")


def is_formula(words: str) -> bool:
    """Whether a spreadsheet might take this for a formula."""
    return words.lstrip().startswith(_FORMULA)


def _as_text(words: str) -> str:
    """The words of a cell of CSV, which has no other way to say that they are words than an apostrophe."""
    words = plain(words)
    return f"'{words}" if is_formula(words) else words


def _add_sheet(book: "Workbook", sheet: Sheet) -> Any:
    from openpyxl.styles import Alignment, Font, PatternFill

    page: Any = book.create_sheet(sheet.caption.partition(",")[0][:LONGEST_NAME])
    for number, row in enumerate((sheet.heads, *sheet.rows), start=1):
        for column, words in enumerate(row, start=1):
            cell = page.cell(number, column)
            _fill(cell, words, figures=number > 1 and sheet.heads[column - 1] in sheet.figures)
            cell.font = Font(name=FONT, bold=number == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.fill = PatternFill("solid", fgColor=FOCUS_FILL.removeprefix("#"))
    for cells, width in zip(page.columns, _widths((sheet.heads, *sheet.rows)), strict=True):
        page.column_dimensions[cells[0].column_letter].width = width
    page.freeze_panes = "A2"
    if sheet.rows:
        page.auto_filter.ref = page.dimensions
    return page


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide the columns are, the widest made narrower where together they are too wide."""
    wanted = [max(NARROWEST, 2 + max(map(len, column))) for column in zip(*rows, strict=True)]
    most = next(
        (width for width in range(WIDEST, NARROWEST, -1) if sum(min(width, each) for each in wanted) <= ALL), NARROWEST
    )
    return [min(most, each) for each in wanted]


def _fill(cell: Any, words: str, *, figures: bool) -> None:
    """Put words into a cell, or the figure that they are."""
    found = _FIGURE.fullmatch(words) if figures else None
    if found:
        cell.value = float(found[2].replace(",", "") + found[3]) if found[3] else int(found[2].replace(",", ""))
        cell.number_format = f"{_MONEY if found[1] else '#,##0'}{'.00' if found[3] else ''}"
        return
    cell.value = _clipped(plain(words)) or None
    if words:
        # The library would take what begins with = for a formula, and Excel what is typed anew.
        cell.data_type, cell.quotePrefix = "s", is_formula(words)


def _to_be_printed(page: Any, brief: Brief) -> None:
    """Let a sheet be printed on A4 as wide as it is, its headings on every page, with the words of the foot."""
    page.page_setup.paperSize, page.page_setup.orientation = A4, "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows, page.print_options.gridLines = "1:1", True
    # An ampersand begins a code.
    page.oddFooter.left.text = plain(brief.foot).replace("&", "&&")[:_MOST_FOOT].rstrip("&")
    page.oddFooter.right.text = "&P / &N"
    page.oddFooter.left.size = page.oddFooter.right.size = 8


def _clipped(words: str) -> str:
    return words if len(words) <= MOST_SIGNS else f"{words[: MOST_SIGNS - 1]}\N{HORIZONTAL ELLIPSIS}"


def _told(brief: Brief) -> list[tuple[str, str]]:
    """What is said of the whole: of a saved view also which it is, and what the person who saved it wrote."""
    saved = [("Saved view", brief.kept), (NOTED, brief.note)]
    made = [("For which days", brief.as_at), ("Data version", brief.version), (brief.origin_name, brief.origin)]
    return made + [(name, words) for name, words in saved if words]


def _about(brief: Brief) -> Sheet:
    rows = [
        ("Question", brief.title),
        ("Answer", " ".join(filter(None, (f"{brief.verdict}." if brief.verdict else "", brief.summary)))),
        *_told(brief),
        *(("Remark", remark) for remark in brief.remarks),
    ]
    return Sheet("Answer", ("About", "In words"), tuple(row for row in rows if row[1]))


def _documents(brief: Brief) -> Sheet:
    """Every place that is cited, with its document; a document without places has a row too."""
    rows = []
    for document in brief.documents:
        told = (document.number, document.title, document.details, document.address)
        places = [(place.number, place.words) for place in document.places] or [("", "")]
        rows += [(*told, *place) for place in places]
    return Sheet(SOURCES, _DOCUMENT_HEADS, tuple(rows))


def _with_sources(sheet: Sheet, brief: Brief) -> Sheet:
    """The sheet with documents and places in words in place of their numbers."""
    numbered = [head in (SOURCES, RIVALS) for head in sheet.heads]
    words = {document.number: document.title for document in brief.documents}
    words |= {
        place.number: f"{document.title}, {place.words}" for document in brief.documents for place in document.places
    }
    rows = (
        tuple(_spelt(cell, words) if found else cell for found, cell in zip(numbered, row, strict=True))
        for row in sheet.rows
    )
    return replace(sheet, rows=tuple(rows))


def _spelt(numbers: str, words: Mapping[str, str]) -> str:
    return "; ".join(words[number].removesuffix(".") for number in numbers.split(", ") if number)

"""The tables of an answer as a workbook and as comma-separated text; whatever a cell begins with, it is no formula."""

import csv
from collections.abc import Mapping
from io import StringIO
from typing import TYPE_CHECKING, Any

from graph.pictures.svg_tools import plain
from graph.render.brief import RIVALS, SOURCES, Brief, Sheet
from graph.render.package import LANGUAGE, MAKER, steady_bytes

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_SIGNS = 32_767
"""In one cell of a workbook."""
LONGEST_NAME = 31
"""Of a sheet."""
NARROWEST, WIDEST = 10, 60
"""Columns, in signs."""
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
        _add_sheet(book, sheet)
    told: Any = book.properties
    told.title, told.description, told.language = plain(brief.heading), plain(brief.foot), LANGUAGE
    told.creator = told.lastModifiedBy = MAKER
    return steady_bytes(book.save)


def comma_separated(brief: Brief) -> bytes:
    """The last table of the brief, which is the most detailed, as CSV in UTF-8 that a spreadsheet opens as such.

    Sources are written out, and every row says for which days it holds, from which data and how to make it again.
    Empty without a table.
    """
    if not brief.sheets:
        return b""
    sheet = _with_sources(brief.sheets[-1], brief)
    heads = (*sheet.heads, "For which days", "Data version", "To make it again")
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(map(_as_text, heads))
    for row in sheet.rows:
        rows.writerow(map(_as_text, (*row, brief.as_at, brief.version, brief.origin)))
    return written.getvalue().encode("utf-8-sig")


def is_formula(words: str) -> bool:
    """Whether a spreadsheet might take this for a formula."""
    return words.lstrip().startswith(_FORMULA)


def _as_text(words: str) -> str:
    """The words of a cell of CSV, which has no other way to say that they are words than an apostrophe."""
    words = plain(words)
    return f"'{words}" if is_formula(words) else words


def _add_sheet(book: "Workbook", sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font

    page: Any = book.create_sheet(sheet.caption.partition(",")[0][:LONGEST_NAME])
    for number, row in enumerate((sheet.heads, *sheet.rows), start=1):
        for column, words in enumerate(row, start=1):
            cell = page.cell(number, column)
            cell.value = _clipped(plain(words)) or None
            if words:
                # The library would take what begins with = for a formula, and Excel what is typed anew.
                cell.data_type, cell.quotePrefix = "s", is_formula(words)
            cell.font, cell.alignment = Font(bold=number == 1), Alignment(wrap_text=True, vertical="top")
    for cells in page.columns:
        widest = max(len(str(cell.value or "")) for cell in cells)
        page.column_dimensions[cells[0].column_letter].width = min(WIDEST, max(NARROWEST, widest + 2))
    page.freeze_panes = "A2"
    if sheet.rows:
        page.auto_filter.ref = page.dimensions


def _clipped(words: str) -> str:
    return words if len(words) <= MOST_SIGNS else f"{words[: MOST_SIGNS - 1]}\N{HORIZONTAL ELLIPSIS}"


def _about(brief: Brief) -> Sheet:
    rows = [
        ("Question", brief.title),
        ("Answer", " ".join(filter(None, (f"{brief.verdict}." if brief.verdict else "", brief.summary)))),
        ("For which days", brief.as_at),
        ("Data version", brief.version),
        ("To make it again", brief.origin),
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
    return Sheet(sheet.caption, sheet.heads, tuple(rows))


def _spelt(numbers: str, words: Mapping[str, str]) -> str:
    return "; ".join(words[number].removesuffix(".") for number in numbers.split(", ") if number)

"""The sheets of an Excel workbook as tables."""

import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from loaders import rows
from loaders.archive import Traits, inspect_archive
from loaders.decoding import read_bytes
from loaders.nearby import Nearby
from loaders.result import Findings, Place
from loaders.rows import Numbered, Table, clip, table_of
from loaders.xlcells import shown

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MAX_CELLS = 50_000_000
"""Cells of one sheet, blank ones between others included."""
BROKEN = (
    *(
        ArithmeticError,
        AssertionError,
        AttributeError,
        BadZipFile,
        EOFError,
        LookupError,
        MemoryError,
        OSError,
    ),
    *(RuntimeError, SyntaxError, TypeError, ValueError, zlib.error),
)
"""What openpyxl raises for files that are not what they should be: nearly anything."""


def read_workbook(path: Path, wanted: Mapping[str, Sequence[str]], findings: Findings) -> dict[str, Table]:
    """The tables in the sheets of these names, case and blanks aside; `wanted` gives their known columns.

    A sheet that is missing or cannot be read is noted and left out; other sheets are noted as not read.
    """
    data = read_bytes(path, rows.MAX_BYTES, findings)
    place = Place(path.name)
    traits = inspect_archive(place, data, findings) if data is not None else None
    if data is None or traits is None:
        return {}
    with warnings.catch_warnings():
        # It warns of styles and drawings that it does not keep; nothing here needs them.
        warnings.simplefilter("ignore")
        try:
            return _read(data, traits, place, wanted, findings)
        except BROKEN as error:
            findings.lose(place, f"the workbook cannot be read ({_reason(error)})", "open it in Excel and save it anew")
    return {}


def sheet_file(file: str, sheet: str) -> str:
    """How a sheet is named in problems."""
    return f"{file}, sheet {sheet}"


def _read(
    data: bytes, traits: Traits, place: Place, wanted: Mapping[str, Sequence[str]], findings: Findings
) -> dict[str, Table]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    titles = _titles(book, place, wanted, findings)
    # Formulas are only looked for where there are any: it means reading everything a second time.
    formulas = load_workbook(BytesIO(data), read_only=True, keep_links=False) if traits.formulas else None
    tables: dict[str, Table] = {}
    for name, title in titles.items():
        file = sheet_file(place.file, name)
        try:
            if formulas is not None:
                _check_formulas(Place(file), book[title], formulas[title], findings)
            table = table_of(file, _records(Place(file), book[title], findings), wanted[name], findings)
        except BROKEN as error:
            findings.lose(
                Place(file),
                f"the sheet cannot be read ({_reason(error)})",
                "copy its cells to a new workbook",
            )
            continue
        if table is not None:
            tables[name] = table
    return tables


def _titles(book: "Workbook", place: Place, wanted: Mapping[str, Sequence[str]], findings: Findings) -> dict[str, str]:
    """The title of each wanted sheet that is there, in the order wanted."""
    titles = {sheet.title.strip().lower(): sheet.title for sheet in book.worksheets}
    others = [title for plain, title in titles.items() if plain not in wanted]
    for name in wanted:
        if name not in titles:
            advice = Nearby(others).advice(name, f"a workbook has the sheets {', '.join(wanted)}")
            findings.lose(Place(sheet_file(place.file, name)), "there is no such sheet", advice)
    for title in others:
        findings.warn(place, f"the sheet {clip(title)} is not read", f"only {', '.join(wanted)} are")
    return {name: titles[name] for name in wanted if name in titles}


def _records(place: Place, sheet: Any, findings: Findings) -> Iterator[Numbered]:
    """Every row as text, blank ones included; what is odd about a cell is noted under its column's name."""
    # What a file says about its size can be wrong, and then rows would be cut or blanks added without end.
    sheet.reset_dimensions()
    header: Sequence[str] = ()
    cells_left = MAX_CELLS
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        cells_left -= len(cells)
        if cells_left < 0:
            findings.lose(place, f"the sheet has more than {MAX_CELLS:,} cells", "delete those not needed")
            return
        texts: list[str] = []
        for position, cell in enumerate(cells):
            column = header[position] if position < len(header) else ""
            texts.append(shown(cell, Place(place.file, number, column), findings))
        if not header and any(texts):
            header = [text.strip() for text in texts]
        yield number, texts


def _check_formulas(place: Place, values: Any, formulas: Any, findings: Findings) -> None:
    """A formula that no program has worked out yet would be read as a blank cell."""
    values.reset_dimensions()
    formulas.reset_dimensions()
    for number, (row, typed) in enumerate(zip(values.iter_rows(), formulas.iter_rows(), strict=False), start=1):
        if number > rows.MAX_ROWS:
            return
        for cell, formula in zip(row, typed, strict=False):
            if formula.data_type == "f" and cell.value is None:
                findings.error(
                    place._replace(row=number),
                    f"cell {formula.coordinate} holds a formula without a result",
                    "open the workbook in Excel and save it, or write the value itself",
                )


def _reason(error: BaseException) -> str:
    """The first line of what went wrong, without paths and objects of the program."""
    text = str(error).strip().split("\n", maxsplit=1)[0]
    return clip(text, 80) if text else type(error).__name__

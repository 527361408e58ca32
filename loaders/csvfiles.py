"""CSV files as tables: commas and quotation marks as in RFC 4180, and what is said of other files."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from loaders import rows
from loaders.decoding import read_text
from loaders.result import Findings, Place
from loaders.rows import Numbered, Table, table_of

_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}
MAX_REREAD = 100
"""How often the rest of a file is read again after a broken quotation mark."""


def read_csv(path: Path, known: Sequence[str], findings: Findings) -> Table | None:
    """The table in a CSV file, as `rows.table_of` makes it; None where it cannot be read at all."""
    text = read_text(path, rows.MAX_BYTES, findings)
    if text is None or _wrong_delimiter(path.name, text, known, findings):
        return None
    # This limit belongs to the whole process. Ours is checked cell by cell, where row and column are known.
    before = csv.field_size_limit(2**31 - 1)
    try:
        return table_of(path.name, _records(path.name, text, findings), known, findings)
    finally:
        csv.field_size_limit(before)


def _wrong_delimiter(file: str, text: str, known: Sequence[str], findings: Findings) -> bool:
    header = next((line for line in io.StringIO(text) if line.strip()), "").strip()
    if header.lower().startswith("sep="):
        findings.lose(Place(file, 1), f"the first line is {header[:10]!r}, not the names of the columns", "delete it")
        return True
    for sign, name in _DELIMITERS.items():
        cells = {cell.strip().strip('"').lower().replace(" ", "_") for cell in header.split(sign)}
        if "," not in header and len(cells & set(known)) >= min(2, len(known)):
            findings.lose(
                Place(file, 1),
                f"the columns are separated by {name}, not by commas",
                "save the table with commas (in Excel 'CSV UTF-8 (comma delimited)'; where that writes "
                "semicolons, use LibreOffice or save one .xlsx workbook instead)",
            )
            return True
    return False


def _records(file: str, text: str, findings: Findings) -> Iterator[Numbered]:
    """Every row with its number, blank ones included.

    After a quotation mark that is opened and not closed the row is noted and reading goes on with the line after
    it, so that the faults in later rows are found in the same run.
    """
    lines = io.StringIO(text, newline="").readlines()
    position = number = broken = 0
    while position < len(lines):
        reader = csv.reader(islice(lines, position, None), strict=True)
        begin = 0
        try:
            for cells in reader:
                number += 1
                begin = reader.line_num
                yield number, cells
            return
        except csv.Error:
            number += 1
            broken += 1
            position += begin + 1
        findings.lose(
            Place(file, number),
            "a quotation mark is opened and not closed, or text follows a closing one",
            'close it; write a quotation mark inside a quoted cell twice ("")',
        )
        if broken == MAX_REREAD:
            findings.lose(
                Place(file, number),
                "too many rows are like this; the rest is not read",
                "correct these first",
            )
            return

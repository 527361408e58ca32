"""Tables as numbered rows of text, whatever file they come from."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from loaders.result import Findings, Place

MAX_BYTES = 200_000_000
MAX_ROWS = 2_000_000
MAX_COLUMNS = 1_000
MAX_CELL = 100_000
"""Characters in one cell."""

Numbered = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that are not blank, by column, without the blanks around them."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read: a header and rows that are not blank, in the order of the file."""

    file: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    def place(self, row: int, column: str = "") -> Place:
        """Where a row, or one cell of it, stands."""
        return Place(self.file, row, column)


def clip(text: str, length: int = 60) -> str:
    """A text in quotation marks as it is shown in a message: on one line, and not longer than that."""
    shown = " ".join(text.split())
    return repr(shown if len(shown) <= length else f"{shown[: length - 1]}…")


def plain_name(cell: str) -> str:
    """A column's name as ours are written: "Short name" is short_name."""
    return re.sub(r"[\s_-]+", "_", cell.strip().lower())


def table_of(file: str, records: Iterable[Numbered], known: Sequence[str], findings: Findings) -> Table | None:
    """The table made of numbered rows of cells, the first that is not blank being the header.

    Columns are named as in `known` where only case, blanks or hyphens differ, else as they are. Rows may be
    shorter than the header. None where there is no header, or one that cannot be read.
    """
    remaining = iter(records)
    header = next(((number, cells) for number, cells in remaining if any(map(str.strip, cells))), None)
    if header is None:
        findings.lose(Place(file), "the table is empty", f"its first row must name the columns: {', '.join(known)}")
        return None
    columns = _columns(file, header, known, findings)
    if columns is None:
        return None
    rows: list[Row] = []
    for number, cells in remaining:
        if number > MAX_ROWS:
            findings.lose(Place(file), f"the table has more than {MAX_ROWS:,} rows", "split it")
            break
        found = _cells(Place(file, number), cells, columns, findings)
        if found:
            rows.append(Row(number, found))
    return Table(file, tuple(filter(None, columns)), tuple(rows))


def _columns(file: str, header: Numbered, known: Sequence[str], findings: Findings) -> list[str] | None:
    """The names of the columns; a blank cell stays blank, and so do those to the right of the last name."""
    number, cells = header
    columns = [_column(cell, known) for cell in cells]
    if len(columns) > MAX_COLUMNS:
        findings.lose(Place(file, number), f"there are more than {MAX_COLUMNS:,} columns", "delete those not needed")
        return None
    if not set(columns) & set(known):
        findings.lose(
            Place(file, number),
            "this row names none of the columns",
            f"the first row must name them: {', '.join(known)}",
        )
        return None
    twice = [name for name, times in Counter(filter(None, columns)).items() if times > 1]
    for name in twice:
        findings.lose(Place(file, number, name), "two columns have this name", "rename one, or delete it")
    return None if twice else columns


def _column(cell: str, known: Sequence[str]) -> str:
    return plain_name(cell) if plain_name(cell) in known else " ".join(cell.split())


def _cells(place: Place, cells: Sequence[str], columns: Sequence[str], findings: Findings) -> dict[str, str]:
    found: dict[str, str] = {}
    for position, cell in enumerate(cells):
        text = cell.strip()
        if not text:
            continue
        column = columns[position] if position < len(columns) else ""
        if not column:
            _homeless(place, position, text, len(columns), findings)
        elif len(text) > MAX_CELL:
            findings.error(
                place._replace(column=column),
                f"the cell holds {len(text):,} characters",
                f"no cell may hold more than {MAX_CELL:,}; shorten it",
            )
            # Kept in part, so that a column that must not be blank is not also reported as blank.
            found[column] = text[:MAX_CELL]
        else:
            found[column] = text.replace("\r\n", "\n").replace("\r", "\n")
    return found


def _homeless(place: Place, position: int, text: str, width: int, findings: Findings) -> None:
    """A cell that stands under no name: a column without one, or a comma too many in the row."""
    if position < width:
        findings.error(place, f"{clip(text)} stands in column {position + 1}, which has no name", "name the column")
    else:
        findings.error(
            place,
            f"the row has more cells than the {width} columns: {clip(text)} is cell {position + 1}",
            'put a text with a comma in it between quotation marks ("…"), or delete the extra cell',
        )

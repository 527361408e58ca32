"""Records back into the native form, so that what is written is read back the same."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from graph.model import Claim, Entity, Source
from loaders.columns import LISTS, TABLES, names_of
from loaders.package import FILE, build_package
from loaders.rows import plain_name
from loaders.xlcells import escape

Record = Source | Entity | Claim
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def table_csv(table: str, records: Iterable[Record]) -> bytes:
    """A table as CSV in UTF-8: the native columns in order, then further ones by name; records as given.

    :raises ValueError: when a value would not be read back as it is, such as an alias with a semicolon in it.
    """
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(_rows(table, records))
    return stream.getvalue().encode()


def workbook(sources: Iterable[Source], entities: Iterable[Entity], claims: Iterable[Claim]) -> bytes:
    """The three tables as the sheets of one Excel workbook; every cell is text, so that Excel changes none.

    :raises ValueError: when a value would not be read back as it is.
    """
    from openpyxl import Workbook

    # All rows first: a sheet that is begun and left keeps a file open.
    tables = {name: list(_rows(name, records)) for name, records in _tables(sources, entities, claims).items()}
    book = Workbook(write_only=True)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for row in rows:
            sheet.append([_text_cell(sheet, text) for text in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def write_folder(
    folder: Path, sources: Iterable[Source], entities: Iterable[Entity], claims: Iterable[Claim], **about: Any
) -> None:
    """Write the three CSV files and their `datapackage.json`; the folder is made where it is not there.

    `about` takes what `package.build_package` takes; the name is the folder's where none is given.

    :raises ValueError: when a value would not be read back as it is; then nothing is written.
    """
    tables = {name: list(records) for name, records in _tables(sources, entities, claims).items()}
    files = {f"{name}.csv": table_csv(name, records) for name, records in tables.items()}
    further = {name: _further(records) for name, records in tables.items()}
    about = {"name": folder.name, "title": folder.name, **about}
    files[FILE] = (json.dumps(build_package(further=further, **about), indent=2, ensure_ascii=False) + "\n").encode()
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def write_workbook(path: Path, sources: Iterable[Source], entities: Iterable[Entity], claims: Iterable[Claim]) -> None:
    """Write the one workbook.

    :raises ValueError: when a value would not be read back as it is; then nothing is written.
    """
    path.write_bytes(workbook(sources, entities, claims))


def _tables(
    sources: Iterable[Source], entities: Iterable[Entity], claims: Iterable[Claim]
) -> Mapping[str, Iterable[Record]]:
    return dict(zip(TABLES, (sources, entities, claims), strict=True))


def _rows(table: str, records: Iterable[Record]) -> Iterable[Sequence[str]]:
    records = list(records)
    columns = names_of(table)
    further = _further(records)
    for name in further:
        if not name or plain_name(name) in columns or name != " ".join(name.split()):
            raise ValueError(f"a further column cannot be called {name!r}")
    yield [*columns, *map(_readable, further)]
    for record in records:
        cells = [_cell(name, getattr(record, name)) for name in columns]
        yield [*cells, *(_readable(record.extra.get(name, "")) for name in further)]


def _further(records: Iterable[Record]) -> list[str]:
    return sorted({name for record in records for name in record.extra})


def _cell(column: str, value: str | tuple[str, ...] | Decimal | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if column not in LISTS or isinstance(value, str):
        return _readable(str(value))
    for part in value:
        if ";" in part or not part:
            raise ValueError(f"{part!r} cannot stand in a list that semicolons separate")
    return ";".join(map(_readable, value))


def _readable(text: str) -> str:
    """The text, which reading leaves as it is.

    :raises ValueError: when it does not: blanks around it are cut, and control characters refused.
    """
    if text != text.strip() or _UNREADABLE.search(text):
        raise ValueError(
            f"{text!r} would not be read back as it is: it has blanks around it or control characters in it"
        )
    return text


def _text_cell(sheet: Any, text: str) -> Any:
    """A cell that is text for Excel too, "=1+1" and "2021-12" included."""
    from openpyxl.cell import WriteOnlyCell

    if not text:
        return None
    cell = WriteOnlyCell(sheet, value=escape(text))
    cell.data_type = "s"
    cell.number_format = "@"
    return cell

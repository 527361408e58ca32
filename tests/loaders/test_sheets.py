import io
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from loaders import rows, sheets
from loaders.result import Findings
from loaders.sheets import read_workbook

WANTED = {"claims": ("id", "note")}


def read(tmp_path: Path, data: bytes) -> tuple[list[tuple[int, dict[str, str]]], list[str]]:
    path = tmp_path / "t.xlsx"
    path.write_bytes(data)
    findings = Findings()
    tables = read_workbook(path, WANTED, findings)
    found = [(row.number, dict(row.cells)) for table in tables.values() for row in table.rows]
    return found, [str(problem) for problem in findings.ordered({})]


def book(*content: Sequence[Any], title: str = "claims", change: Callable[[Any], None] | None = None) -> bytes:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in (("id", "note"), *content):
        sheet.append(list(row))
    if change:
        change(sheet)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def patched(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one part changed."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content) if name == part else content)
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_rows_are_numbered_as_excel_does(tmp_path: Path) -> None:
    assert read(tmp_path, book(("a", 2021), (), ("b", None))) == (
        [(2, {"id": "a", "note": "2021"}), (4, {"id": "b"})],
        [],
    )


@pytest.mark.parametrize("title", ["Claims", "CLAIMS ", " claims"])
def test_titles_may_differ_in_case_and_blanks(tmp_path: Path, title: str) -> None:
    assert read(tmp_path, book(("a", "b"), title=title))[0] == [(2, {"id": "a", "note": "b"})]


def test_a_missing_sheet_is_told_and_others_are_warned_of(tmp_path: Path) -> None:
    assert read(tmp_path, book(title="Claim"))[1] == [
        "t.xlsx: the sheet 'Claim' is not read; only claims are",
        "t.xlsx, sheet claims: there is no such sheet; did you mean 'Claim'?",
    ]


def test_dates_are_warned_of_in_their_place(tmp_path: Path) -> None:
    def shows_months(sheet: Any) -> None:
        sheet["B2"].number_format = "mmm-yy"

    found, problems = read(tmp_path, book(("a", date(2021, 12, 1)), change=shows_months))
    assert found == [(2, {"id": "a", "note": "2021-12"})]
    assert problems[0].startswith(
        "t.xlsx, sheet claims, row 2, column note: Excel has turned what was typed into a date"
    )


def test_error_cells_are_told_in_their_place(tmp_path: Path) -> None:
    problems = read(tmp_path, book(("a", "#REF!")))[1]
    assert problems[0].startswith("t.xlsx, sheet claims, row 2, column note: the cell shows the error #REF!; correct")


def test_a_formula_without_a_result_is_told(tmp_path: Path) -> None:
    problems = read(tmp_path, book(("a", "=1+1")))[1]
    assert problems[0].startswith(
        "t.xlsx, sheet claims, row 2: cell B2 holds a formula without a result; open the workbook"
    )


def test_a_formula_with_a_result_is_its_result(tmp_path: Path) -> None:
    data = patched(book(("a", "=1+1")), SHEET, lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", xml))
    assert read(tmp_path, data) == ([(2, {"id": "a", "note": "2"})], [])


def test_merged_cells_are_warned_of(tmp_path: Path) -> None:
    assert "merged cells" in read(tmp_path, book(("a", "b"), change=lambda sheet: sheet.merge_cells("A3:B3")))[1][0]


def test_a_wrong_size_in_the_file_cuts_nothing(tmp_path: Path) -> None:
    data = patched(book(("a", "b"), ("c", "d")), SHEET, lambda xml: xml.replace(b'ref="A1:B3"', b'ref="A1:A1"'))
    assert [number for number, _ in read(tmp_path, data)[0]] == [2, 3]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="3"', b'r="99999999999"'),
        (b'r="3"', b'r="x"'),
        (b'r="B3"', b'r="ZZZZZZ3"'),
        (b"<sheetData>", b"<sheetData><row><c t='s'><v>999</v></c></row>"),
        (b"<sheetData>", b"<sheetData><row><c><v>1E999</v></c></row>"),
        (b"<sheetData>", b"<sheetData><row><c><v>" + b"9" * 5000 + b"</v></c></row>"),
        (b"</sheetData>", b""),
    ],
)
def test_a_damaged_sheet_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes, new: bytes) -> None:
    monkeypatch.setattr(rows, "MAX_ROWS", 1000)
    _, problems = read(tmp_path, patched(book(("a", "b"), ("c", "d")), SHEET, lambda xml: xml.replace(old, new)))
    assert problems


def test_a_column_far_to_the_right_is_told(tmp_path: Path) -> None:
    def writes_far_away(sheet: Any) -> None:
        sheet["XFD2"] = "lost?"

    problems = read(tmp_path, book(("a", "b"), change=writes_far_away))[1]
    assert "'lost?' is cell 16384" in problems[0]


def test_too_many_cells_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_CELLS", 3)
    assert "more than 3 cells" in read(tmp_path, book(("a", "b"), ("c", "d")))[1][0]


@pytest.mark.parametrize(
    "part", ["[Content_Types].xml", "xl/workbook.xml", "xl/sharedStrings.xml", SHEET, "xl/styles.xml"]
)
@pytest.mark.parametrize("content", [b"", b"<x/>", b"\xff", b"<a><b>"])
def test_a_damaged_part_is_told_or_does_not_matter(tmp_path: Path, part: str, content: bytes) -> None:
    found, problems = read(tmp_path, patched(book(("a", "b")), part, lambda _: content))
    assert found == [(2, {"id": "a", "note": "b"})] or problems


def test_cells_of_many_lines_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, book(("a", "x\ny")))[0] == [(2, {"id": "a", "note": "x\ny"})]

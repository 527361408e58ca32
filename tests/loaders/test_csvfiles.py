from pathlib import Path

import pytest

from loaders import csvfiles, rows
from loaders.csvfiles import read_csv
from loaders.result import Findings

KNOWN = ("id", "name", "note")


def read(tmp_path: Path, content: str | bytes) -> tuple[list[tuple[int, dict[str, str]]], list[str]]:
    path = tmp_path / "t.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    findings = Findings()
    table = read_csv(path, KNOWN, findings)
    found = [(row.number, dict(row.cells)) for row in table.rows] if table else []
    return found, [str(problem) for problem in findings.ordered({})]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read(tmp_path: Path, end: str) -> None:
    assert read(tmp_path, f"id,name{end}a,A{end}{end}b,B") == (
        [(2, {"id": "a", "name": "A"}), (4, {"id": "b", "name": "B"})],
        [],
    )


def test_quoted_cells_hold_commas_quotes_and_line_breaks(tmp_path: Path) -> None:
    found, problems = read(tmp_path, 'id,name\na,"x, ""y""\nz"\nb,B\n')
    assert found == [(2, {"id": "a", "name": 'x, "y"\nz'}), (3, {"id": "b", "name": "B"})]
    assert not problems


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "'quoted", "#REF!"])
def test_text_that_a_spreadsheet_would_work_out_stays_text(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, f"id,name\na,{text}\n")[0] == [(2, {"id": "a", "name": text})]


def test_an_open_quotation_mark_is_told_and_later_rows_are_still_read(tmp_path: Path) -> None:
    found, problems = read(tmp_path, 'id,name\na,"open\nb,B\nc,C,D,E\n')
    assert found == [(3, {"id": "b", "name": "B"}), (4, {"id": "c", "name": "C"})]
    assert problems[0].startswith("t.csv, row 2: a quotation mark is opened and not closed")
    assert problems[1].startswith("t.csv, row 4: the row has more cells")


def test_a_quotation_mark_that_another_row_closes_is_told_where_it_is_opened(tmp_path: Path) -> None:
    found, problems = read(tmp_path, 'id,name\na,"open\nb,B\nc,"C, D"\nd,D\n')
    assert [number for number, _ in found] == [3, 4, 5]
    assert [problem[:12] for problem in problems] == ["t.csv, row 2"]


def test_a_file_full_of_broken_quotation_marks_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csvfiles, "MAX_REREAD", 3)
    _, problems = read(tmp_path, "id,name\n" + 'a,"b"c\n' * 10)
    assert len(problems) == 4
    assert "the rest is not read" in "".join(problems)


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolons"), ("\t", "tabs"), ("|", "upright strokes")])
def test_another_delimiter_is_told_once(tmp_path: Path, sign: str, name: str) -> None:
    found, problems = read(tmp_path, "id,Name,note\na,b,c\na,b,c\n".replace(",", sign))
    assert not found
    (problem,) = problems
    assert problem.startswith(f"t.csv, row 1: the columns are separated by {name}, not by commas; save the table with")


def test_the_first_line_of_excel_is_told(tmp_path: Path) -> None:
    assert "'sep=;', not the names of the columns; delete it" in read(tmp_path, "sep=;\nid;name\n")[1][0]


def test_a_cell_beyond_the_limit_of_the_csv_module_is_told_with_its_place(tmp_path: Path) -> None:
    _, problems = read(tmp_path, f"id,name\na,{'x' * 200_000}\nb,{'y' * 100_001}\n")
    assert [problem[:25] for problem in problems] == ["t.csv, row 2, column name", "t.csv, row 3, column name"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_BYTES", 10)
    assert read(tmp_path, "id,name\na,b\n")[1] == [
        "t.csv: the file is larger than 10 bytes; split it, or delete what is not needed"
    ]

import pytest

from loaders import rows
from loaders.result import Findings
from loaders.rows import Row, clip, table_of

KNOWN = ("id", "short_name", "note")


def told(findings: Findings) -> list[str]:
    return [str(problem) for problem in findings.ordered({})]


def test_blank_rows_are_skipped_and_numbers_stay_those_of_the_file() -> None:
    findings = Findings()
    table = table_of("t.csv", enumerate([[], ["id", "note"], ["", " "], ["a", " b "], ["c"]], start=1), KNOWN, findings)
    assert table is not None
    assert table.rows == (Row(4, {"id": "a", "note": "b"}), Row(5, {"id": "c"}))
    assert not told(findings)


def test_headers_may_differ_in_case_and_blanks() -> None:
    table = table_of("t.csv", [(1, ["ID", " Short Name ", "Reviewed By", ""])], KNOWN, Findings())
    assert table is not None
    assert table.columns == ("id", "short_name", "Reviewed By")


@pytest.mark.parametrize("header", [["id", "note", "note"], ["id", "Note", "note "], ["id", "x", "x"]])
def test_a_column_named_twice_is_refused(header: list[str]) -> None:
    findings = Findings()
    assert table_of("t.csv", [(1, header)], KNOWN, findings) is None
    assert told(findings) == [
        f"t.csv, row 1, column {header[-1].strip()}: two columns have this name; rename one, or delete it"
    ]
    assert not findings.whole("t.csv")


@pytest.mark.parametrize("records", [[], [(1, [])], [(1, ["", " "]), (2, [])]])
def test_an_empty_table_is_told(records: list[tuple[int, list[str]]]) -> None:
    findings = Findings()
    assert table_of("t.csv", records, KNOWN, findings) is None
    assert told(findings) == ["t.csv: the table is empty; its first row must name the columns: id, short_name, note"]


def test_a_table_without_a_header_is_told() -> None:
    findings = Findings()
    assert table_of("t.csv", [(1, ["a", "b"])], KNOWN, findings) is None
    assert "t.csv, row 1: this row names none of the columns" in told(findings)[0]


def test_cells_without_a_column_are_told_and_blank_ones_are_not() -> None:
    findings = Findings()
    records = [(1, ["id", "", "note"]), (2, ["a", "b", "c", " ", "more, text"]), (3, ["a", "", "", "", ""])]
    assert table_of("t.csv", records, KNOWN, findings) is not None
    first, second = told(findings)
    assert first == "t.csv, row 2: 'b' stands in column 2, which has no name; name the column"
    assert second.startswith(
        "t.csv, row 2: the row has more cells than the 3 columns: 'more, text' is cell 5; put a text"
    )


def test_limits_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_ROWS", 3)
    monkeypatch.setattr(rows, "MAX_CELL", 5)
    monkeypatch.setattr(rows, "MAX_COLUMNS", 3)
    findings = Findings()
    table = table_of("t.csv", enumerate([["id"], ["123456"], ["b"], ["c"]], start=1), KNOWN, findings)
    assert table is not None
    assert [row.number for row in table.rows] == [2, 3]
    assert told(findings) == [
        "t.csv: the table has more than 3 rows; split it",
        "t.csv, row 2, column id: the cell holds 6 characters; no cell may hold more than 5; shorten it",
    ]
    assert table_of("t.csv", [(1, ["id", "b", "c", "d"])], KNOWN, Findings()) is None


def test_line_breaks_within_cells_are_of_one_sort() -> None:
    table = table_of("t.csv", [(1, ["id"]), (2, ["a\r\nb\rc\nd"])], KNOWN, Findings())
    assert table is not None
    assert table.rows[0].cells == {"id": "a\nb\nc\nd"}


def test_what_is_shown_in_a_message_is_short_and_on_one_line() -> None:
    assert clip("a\n b") == "'a b'"
    assert len(clip("x" * 1000)) == 62

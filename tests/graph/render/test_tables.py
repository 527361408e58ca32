"""Tables read back: what was written is there, as words, whatever it begins with."""

import csv
import io
import time
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from graph.render.brief import Brief, Document, Place, Sheet
from graph.render.tables import MOST_SIGNS, comma_separated, is_formula, workbook

HOSTILE = ("=1+1", "+44 20", "-1", "@SUM(A1)", ' \t=HYPERLINK("http://x")', "\N{FULLWIDTH EQUALS SIGN}1")
BRIEF = Brief(
    title="Who pays whom?",
    as_at="As at 2021",
    summary="One pays, one does not.",
    sheets=(
        Sheet("Every tie of this answer, once each", ("From", "To"), (("=first()", "b"),)),
        Sheet(
            "Row by row",
            ("What", "Note", "Sources", "Disputed by"),
            (("a, b", 'say "so"\nhere', "1.1, 2", "2"), *((h, "", "1.1", "") for h in HOSTILE)),
        ),
    ),
    documents=(
        Document("1", "=Minutes", "a board, 2021", "https://example.org/", (Place("1.1", "page 2 (stated)"),)),
        Document("2", "Plan", "", "", ()),
    ),
    remarks=("Asked: any day.",),
    version="abc",
    origin="govgraph ask money a",
)
SAVED = replace(
    BRIEF,
    origin="https://example.org/view/abc?a=1&b=2",
    kept="Saved view abc, frozen on 26 November 2026",
    note="=For the board",
)


@pytest.fixture(scope="module")
def pages() -> dict[str, Any]:
    book = load_workbook(io.BytesIO(workbook(BRIEF)))
    return {page.title: page for page in book.worksheets}


def rows_of(page: Any) -> list[tuple[str, ...]]:
    return [tuple(cell or "" for cell in row) for row in page.iter_rows(values_only=True)]


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_workbook_has_the_answer_each_table_and_the_sources(pages: dict[str, Any]) -> None:
    assert list(pages) == ["Answer", "Every tie of this answer", "Row by row", "Sources"]
    assert ("Answer", "One pays, one does not.") in rows_of(pages["Answer"])
    assert ("Data version", "abc") in rows_of(pages["Answer"])
    assert ("To make it again", "govgraph ask money a") in rows_of(pages["Answer"])
    last = BRIEF.sheets[-1]
    assert rows_of(pages["Row by row"]) == [last.heads, *last.rows]
    assert rows_of(pages["Sources"])[1:] == [
        ("1", "=Minutes", "a board, 2021", "https://example.org/", "1.1", "page 2 (stated)"),
        ("2", "Plan", "", "", "", ""),
    ]


def test_no_cell_of_a_workbook_is_a_formula(pages: dict[str, Any]) -> None:
    cells = [cell for page in pages.values() for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.value for cell in cells if cell.quotePrefix} == {*HOSTILE, "=first()", "=Minutes"}
    parts = zipfile.ZipFile(io.BytesIO(workbook(BRIEF)))
    assert not [name for name in parts.namelist() if "worksheets" in name and b"<f>" in parts.read(name)]


def test_the_heads_of_a_table_stay_in_sight(pages: dict[str, Any]) -> None:
    page = pages["Row by row"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == f"A1:D{len(HOSTILE) + 2}"
    assert [cell.font.bold for cell in page[1]] == [True] * 4


def test_comma_separated_rows_say_everything_that_they_rest_on() -> None:
    heads, first, *_ = read_csv(comma_separated(BRIEF))
    assert heads == ["What", "Note", "Sources", "Disputed by", "For which days", "Data version", "To make it again"]
    assert first[:2] == ["a, b", 'say "so"\nhere']
    assert first[2] == "'=Minutes, page 2 (stated); Plan"
    assert first[3:] == ["Plan", "As at 2021", "abc", "govgraph ask money a"]


def test_no_cell_of_comma_separated_text_begins_like_a_formula() -> None:
    rows = read_csv(comma_separated(BRIEF))
    assert [row[0] for row in rows[2:]] == [f"'{words}" for words in HOSTILE]
    assert not [cell for row in rows for cell in row if is_formula(cell)]


def test_the_same_answer_is_the_same_bytes() -> None:
    first = workbook(BRIEF)
    time.sleep(1.1)
    assert workbook(BRIEF) == first
    core = zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml")
    assert b"created" not in core
    assert b"modified>" not in core
    assert b">en-GB</dc:language>" in core
    assert comma_separated(BRIEF) == comma_separated(BRIEF)


def test_what_no_workbook_can_hold_is_left_out_or_cut_with_a_sign() -> None:
    brief = Brief("t", "d", sheets=(Sheet("Odd", ("a",), (("x\x00\ud800y",), ("z" * (MOST_SIGNS + 5),))),))
    book = load_workbook(io.BytesIO(workbook(brief)))
    values = [row[0] for row in book["Odd"].iter_rows(min_row=2, values_only=True)]
    assert values[0] == "xy"
    assert str(values[1]).endswith("z\N{HORIZONTAL ELLIPSIS}")
    assert len(str(values[1])) == MOST_SIGNS
    assert read_csv(comma_separated(brief))[1][0] == "xy"


def test_without_a_table_there_is_no_text() -> None:
    assert comma_separated(Brief("t", "d")) == b""


def test_sums_and_counts_are_figures_and_what_is_not_plainly_one_stays_words() -> None:
    words = ("£1,234", "£0.50", "12", "£1 or £2", "EUR 5", "no amount named", "=1", "")
    sheet = Sheet("Sums", ("What", "Amount"), tuple((each, each) for each in words), frozenset({"Amount"}))
    book = load_workbook(io.BytesIO(workbook(replace(BRIEF, sheets=(sheet,)))))
    cells = [cell for _, cell in book["Sums"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [1234, 0.5, 12, "£1 or £2", "EUR 5", "no amount named", "=1", None]
    assert [cell.number_format for cell in cells[:3]] == ["[$£-809]#,##0", "[$£-809]#,##0.00", "#,##0"]
    assert [cell.data_type for cell, _ in book["Sums"].iter_rows(min_row=2, max_row=8)] == ["s"] * 7


def test_a_saved_view_says_which_it_is_what_was_noted_and_at_which_address() -> None:
    page = load_workbook(io.BytesIO(workbook(SAVED)))["Answer"]
    told = rows_of(page)
    assert ("Saved view", SAVED.kept) in told
    assert ("Saved with the note", "=For the board") in told
    assert ("Address", SAVED.origin) in told
    assert "To make it again" not in [name for name, _ in told]
    row = dict(zip(*read_csv(comma_separated(SAVED))[:2], strict=True))
    assert row["Saved view"] == SAVED.kept
    assert row["Saved with the note"] == "'=For the board"
    assert row["Address"] == SAVED.origin


def test_a_sheet_is_printed_on_one_width_with_its_headings_and_its_foot() -> None:
    page: Any = load_workbook(io.BytesIO(workbook(SAVED)))["Row by row"]
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == "$1:$1"
    assert "a=1&&b=2" in page.oddFooter.left.text

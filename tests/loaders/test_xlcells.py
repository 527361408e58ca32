from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.result import Findings, Place, Severity
from loaders.xlcells import escape, shown, unescape


@dataclass
class Cell:
    value: Any
    number_format: str = "General"
    data_type: str = "n"


def read(cell: Cell, column: str = "note") -> tuple[str, list[str]]:
    findings = Findings()
    text = shown(cell, Place("t.xlsx", 2, column), findings)
    return text, [f"{problem.severity}: {problem.message}" for problem in findings.ordered({})]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("x", "x"),
        (2021, "2021"),
        (2021.0, "2021"),
        (True, "TRUE"),
        (1e20, "100000000000000000000"),
        (10**400, "1" + "0" * 400),
    ],
)
def test_values_are_read_as_they_are_shown(value: Any, text: str) -> None:
    assert read(Cell(value)) == (text, [])


def test_decimals_are_read_and_warned_of_where_zeros_may_be_lost() -> None:
    assert read(Cell(0.1), "amount") == ("0.1", [])
    text, problems = read(Cell(3.1), "locator")
    assert text == "3.1"
    assert problems == ["warning: the cell holds the number 3.1, in which Excel keeps no zeros at the end"]


def test_per_cents_are_read_as_shown() -> None:
    assert read(Cell(0.155, "0.0%")) == ("15.5%", [])
    assert read(Cell(5, '0" %"')) == ("5", [])


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_is_no_number_is_an_error(value: float) -> None:
    assert read(Cell(value))[1][0].startswith("error: the cell holds the number")


def test_errors_of_formulas_are_errors() -> None:
    assert read(Cell("#REF!", data_type="e")) == ("#REF!", ["error: the cell shows the error #REF!"])


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (datetime.fromisoformat("2021-12-09"), "dd/mm/yyyy", "2021-12-09"),
        (datetime.fromisoformat("2021-12-01"), "mmm-yy", "2021-12"),
        (datetime.fromisoformat("2021-12-01"), "[$-809]mmmm yyyy;@", "2021-12"),
        (datetime.fromisoformat("2021-01-01"), "yyyy", "2021"),
        (datetime.fromisoformat("2021-12-09"), "General", "2021-12-09"),
        (datetime.fromisoformat("2021-12-09 10:30"), "dd/mm/yyyy hh:mm", "2021-12-09 10:30:00"),
        (time(10, 30), "hh:mm", "10:30:00"),
        (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
    ],
)
def test_what_excel_made_a_date_is_read_as_far_as_it_is_shown_and_warned_of(value: Any, form: str, text: str) -> None:
    found, (problem,) = read(Cell(value, form, "d"))
    assert found == text
    assert problem.startswith(f"{Severity.WARNING}: Excel has turned what was typed into a date; it is read as {text}")


def test_a_year_that_excel_added_is_an_error() -> None:
    _, (problem,) = read(Cell(datetime.fromisoformat("2026-12-09"), "d-mmm", "d"))
    assert problem == "error: Excel has turned what was typed into the day 2026-12-09, and the year in it is Excel's"


@given(st.text() | st.from_regex(r"(_x[0-9A-Fa-f]{4}_|_|x|005F)*", fullmatch=True))
def test_escaping_loses_nothing(text: str) -> None:
    assert unescape(escape(text)) == text


def test_what_excel_escapes_is_read() -> None:
    assert unescape("a_x000D_b") == "a\rb"

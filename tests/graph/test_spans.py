"""Printed dates as spans of days: what is known is read, everything else is refused with the reason."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadSpan
from graph.spans import ANY_DAY, FIRST_DAY, LAST_DAY, Span, day_after, read_interval, read_span, read_year, written

READ = {
    "2021": ("2021-01-01", "2021-12-31"),
    "2021-12": ("2021-12-01", "2021-12-31"),
    "2020-02": ("2020-02-01", "2020-02-29"),
    "2021-02": ("2021-02-01", "2021-02-28"),
    "2011-12": ("2011-12-01", "2011-12-31"),
    "2021-12-09": ("2021-12-09", "2021-12-09"),
    "2020-02-29": ("2020-02-29", "2020-02-29"),
    "9 December 2021": ("2021-12-09", "2021-12-09"),
    "9th December 2021": ("2021-12-09", "2021-12-09"),
    "1st Jan 2021": ("2021-01-01", "2021-01-01"),
    "22nd Sept. 2021": ("2021-09-22", "2021-09-22"),
    "03 May, 2021": ("2021-05-03", "2021-05-03"),
    "Thursday 9 December 2021": ("2021-12-09", "2021-12-09"),
    "Thursday, 9 December 2021": ("2021-12-09", "2021-12-09"),
    "December 2021": ("2021-12-01", "2021-12-31"),
    "Dec 2021": ("2021-12-01", "2021-12-31"),
    "may 2021": ("2021-05-01", "2021-05-31"),
    "spring 2025": ("2025-03-01", "2025-05-31"),
    "Summer 2025": ("2025-06-01", "2025-08-31"),
    "autumn of 2025": ("2025-09-01", "2025-11-30"),
    "winter 2023": ("2023-12-01", "2024-02-29"),
    "early 2021": ("2021-01-01", "2021-04-30"),
    "mid 2021": ("2021-05-01", "2021-08-31"),
    "mid-2021": ("2021-05-01", "2021-08-31"),
    "late 2021": ("2021-09-01", "2021-12-31"),
    "2021-22": ("2021-04-01", "2022-03-31"),
    "2021/22": ("2021-04-01", "2022-03-31"),
    "2021\u201322": ("2021-04-01", "2022-03-31"),
    "2021/2022": ("2021-04-01", "2022-03-31"),
    "1999-00": ("1999-04-01", "2000-03-31"),
    "since 2015": ("2015-01-01", "2015-12-31"),
    "From 2015": ("2015-01-01", "2015-12-31"),
    "until March 2015": ("2015-03-01", "2015-03-31"),
    "up to 2015": ("2015-01-01", "2015-12-31"),
    "on 9 December 2021": ("2021-12-09", "2021-12-09"),
    "  December \n 2021 ": ("2021-12-01", "2021-12-31"),
}
REFUSED = [
    "", " ", "soon", "2021-13", "2021-00", "2021-02-30", "31 April 2021", "0 May 2021", "29 February 2021", "2021-24",
    "2011-14", "21", "21-12-09", "9/12/2021", "09.12.2021", "12 2021", "December", "Smarch 2021", "2021-12-9",
    "c. 2021",    "2021?", "2021 or 2022", "0000", "9999", "2021-", "twenty 2021", "since", "spring", "winter 9998-99",
]  # fmt: skip


def _span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", READ)
def test_a_known_form_is_read(text: str) -> None:
    assert read_span(text) == _span(*READ[text])


@pytest.mark.parametrize("text", REFUSED)
def test_an_unknown_form_is_refused_with_itself(text: str) -> None:
    with pytest.raises(BadSpan, match=r"not understood|no day|no year|do not follow"):
        read_span(text)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_span, read_year, read_interval):
        try:
            span = read(text)
        except BadSpan:
            continue
        assert span.first <= span.last


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9990, 1, 1)))
def test_every_day_is_read_in_each_of_its_forms(day: date) -> None:
    assert read_span(day.isoformat()) == Span(day, day)
    assert read_span(f"{day.day} {day:%B} {day.year:04}") == Span(day, day)
    assert day in read_span(f"{day:%B} {day.year:04}")
    assert day in read_span(f"{day.year:04}")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2011-12", "2011-04-01", "2012-03-31"),
        ("2011-2012", "2011-04-01", "2012-03-31"),
        ("2011/12", "2011-04-01", "2012-03-31"),
        ("FY 2021-22", "2021-04-01", "2022-03-31"),
        ("2099-00", "2099-04-01", "2100-03-31"),
    ],
)
def test_a_year_is_a_financial_year(text: str, first: str, last: str) -> None:
    assert read_year(text) == _span(first, last)


@pytest.mark.parametrize("text", ["", "2021", "2021-23", "2021-20", "2021-12-09", "December 2021"])
def test_a_year_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadSpan):
        read_year(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-10/2025-03", date(2024, 10, 1), date(2025, 3, 31)),
        ("2016-12/..", date(2016, 12, 1), LAST_DAY),
        ("2016-12/", date(2016, 12, 1), LAST_DAY),
        ("../2019", FIRST_DAY, date(2019, 12, 31)),
        ("/2019", FIRST_DAY, date(2019, 12, 31)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("spring 2019 / 2019", date(2019, 3, 1), date(2019, 12, 31)),
    ],
)
def test_an_interval_is_read(text: str, first: date, last: date) -> None:
    assert read_interval(text) == Span(first, last)


@pytest.mark.parametrize("text", ["", "/", "../..", "..", "2020/2019", "soon/2019", "2019/soon"])
def test_an_interval_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadSpan):
        read_interval(text)


def test_a_span_holds_its_first_and_its_last_day() -> None:
    march = read_span("March 2021")
    assert date(2021, 3, 1) in march
    assert date(2021, 3, 31) in march
    assert date(2021, 2, 28) not in march
    assert date(2021, 4, 1) not in march
    assert march.after == date(2021, 4, 1)


def test_spans_that_share_one_day_meet() -> None:
    assert read_span("March 2021").meets(read_interval("2021-03-31/2021-04-30"))
    assert read_interval("2021-03-31/2021-04-30").meets(read_span("March 2021"))
    assert not read_span("March 2021").meets(read_span("April 2021"))


def test_an_open_span_is_not_closed_and_has_no_day_after() -> None:
    assert not ANY_DAY.closed
    assert not read_interval("2019/..").closed
    assert not read_interval("../2019").closed
    assert read_span("2019").closed
    assert read_interval("2019/..").after == LAST_DAY
    assert day_after(LAST_DAY) == LAST_DAY


@pytest.mark.parametrize("text", ["09/12/2021", "9.12.21", "1-2-2021"])
def test_a_day_in_figures_is_asked_for_in_words(text: str) -> None:
    with pytest.raises(BadSpan, match="write the month as a word"):
        read_span(text)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("9 December 2021", "2021-12-09"),
        ("December 2011", "2011-12"),
        ("2021", "2021"),
        ("2011/12", "2011/12"),
        ("2021-22", "2021/22"),
        ("1999/2000", "1999/00"),
        ("spring 2025", ""),
        ("early 2021", ""),
    ],
)
def test_a_span_is_written_as_short_as_it_can_be_read_again(text: str, short: str) -> None:
    span = read_span(text)
    assert written(span) == short
    assert not short or read_span(short) == span


def test_open_spans_are_not_written() -> None:
    assert written(ANY_DAY) == ""

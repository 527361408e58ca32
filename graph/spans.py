"""Printed dates as spans of days.

A date as a document prints it names a first and a last day: "2021" is all of that year, "spring 2025" March to May.
The reader knows a closed list of forms and refuses everything else with the reason; it never guesses.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from graph.errors import BadSpan

FIRST_DAY = date.min
"""Stands for "no first day is known"."""
LAST_DAY = date.max
"""Stands for "no last day is known": open."""

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_PARTS = {name: (month, month) for name, month in _MONTHS.items()}
_PARTS |= {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_PARTS |= {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
PREFIX = re.compile(r"^(since|from|in|on|until|till|to|up to)\s+", re.IGNORECASE)
"""The words that may stand before a printed date and change nothing."""
_WEEKDAY = re.compile(r"^(mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.IGNORECASE)
_DAY_MONTH_YEAR = re.compile(r"(?a)(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})")
_FINANCIAL = re.compile(r"(?a)(?:fy\s*)?(\d{4})\s*[-/\u2013]\s*(\d{4}|\d{2})")

MOST_REMEMBERED = 4096
"""Texts whose reading is remembered: a data set prints the same few dates over and over."""
KNOWN_FORMS = "2021, 2021-12, 2021-12-09, 9 December 2021, December 2021, spring 2021, early 2021, 2021-22, since 2021"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from `first` to `last`, both included. An open side is FIRST_DAY or LAST_DAY."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def closed(self) -> bool:
        """Whether both sides are known days."""
        return self.first > FIRST_DAY and self.last < LAST_DAY

    @property
    def after(self) -> date:
        """The day after the last one; LAST_DAY where the span is open."""
        return day_after(self.last)

    def meets(self, other: "Span") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


ANY_DAY = Span(FIRST_DAY, LAST_DAY)
"""The window of a question that names no day."""


def day_after(day: date) -> date:
    """The next day; LAST_DAY stays itself."""
    return day if day == LAST_DAY else day + timedelta(days=1)


@lru_cache(MOST_REMEMBERED)
def read_span(text: str) -> Span:
    """The days that a printed date names, for every column but `year`.

    "2011-12" is December 2011; "2021-22", which is no month, is the financial year from 1 April 2021.

    :raises BadSpan: when the form is not known or no such day exists.
    """
    words = _WEEKDAY.sub("", PREFIX.sub("", " ".join(text.split()))).lower()
    for reader in (_read_iso, _read_named, _read_financial):
        found = reader(words)
        if found is not None:
            return found
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", words):
        raise BadSpan(f"the date {text!r} is not understood; write the month as a word: 9 December 2021")
    raise BadSpan(f"the date {text!r} is not understood; write it like one of: {KNOWN_FORMS}")


def written(span: Span) -> str:
    """The shortest text that `read_span` reads as a span: "2021", "2021-12", "2021-12-09", "2021/22" or "".

    The empty string stands for a span that is no day, month, year or financial year.
    """
    first, after = span.first, span.after
    if first == span.last:
        return first.isoformat()
    if first.day != 1 or after.day != 1:
        return ""
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 1:
        return f"{first:%Y-%m}"
    if months == 12 and first.month == 1:
        return f"{first:%Y}"
    # With a stroke, for "2011-12" is a month.
    return f"{first:%Y}/{after:%y}" if months == 12 and first.month == 4 else ""


def read_year(text: str) -> Span:
    """The financial year of the `year` column: "2011-12" is 1 April 2011 to 31 March 2012.

    :raises BadSpan: when it is not two years in a row.
    """
    found = _read_financial(" ".join(text.split()).lower())
    if found is None:
        raise BadSpan(f"the year {text!r} is not understood; write a financial year, like 2021-22")
    return found


@lru_cache(MOST_REMEMBERED)
def read_interval(text: str) -> Span:
    """The interval of an `inferred` column: "2024-10/2025-03", "2016-12/..", "../2019", or one date.

    :raises BadSpan: when a side is not understood, or the sides are the wrong way round.
    """
    first, slash, last = (part.strip() for part in text.partition("/"))
    if not slash:
        return read_span(first)
    if first in ("", "..") and last in ("", ".."):
        raise BadSpan(f"the interval {text!r} names no day; leave it blank")
    low = FIRST_DAY if first in ("", "..") else read_span(first).first
    high = LAST_DAY if last in ("", "..") else read_span(last).last
    if high < low:
        raise BadSpan(f"the interval {text!r} ends before it begins")
    return Span(low, high)


def _read_iso(words: str) -> Span | None:
    match = re.fullmatch(r"(?a)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", words)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None:
        return None
    if month is None:
        return _months(year, 1, 12)
    if day is None:
        return _months(year, month, month) if 1 <= month <= 12 else None
    return _one_day(year, month, day)


def _read_named(words: str) -> Span | None:
    match = _DAY_MONTH_YEAR.fullmatch(words)
    if match and match[2] in _MONTHS:
        return _one_day(int(match[3]), _MONTHS[match[2]], int(match[1]))
    match = re.fullmatch(r"(?a)([a-z]+)[ -](?:of )?(\d{4})", words)
    if not match or match[1] not in _PARTS:
        return None
    (first, last), year = _PARTS[match[1]], int(match[2])
    if last < first:  # winter goes on into the next year
        return Span(_months(year, first, 12).first, _months(year + 1, 1, last).last)
    return _months(year, first, last)


def _read_financial(words: str) -> Span | None:
    match = _FINANCIAL.fullmatch(words)
    if not match:
        return None
    begin, end = int(match[1]), match[2]
    if int(end) != ((begin + 1) % 100 if len(end) == 2 else begin + 1):
        raise BadSpan(f"the years in {words!r} do not follow one another; a financial year is written like 2021-22")
    return Span(_months(begin, 4, 4).first, _months(begin + 1, 3, 3).last)


def _months(year: int, first: int, last: int) -> Span:
    _check_year(year)
    return Span(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _one_day(year: int, month: int, day: int) -> Span:
    _check_year(year)
    try:
        return Span(date(year, month, day), date(year, month, day))
    except ValueError:
        raise BadSpan(f"there is no day {year:04d}-{month:02d}-{day:02d}") from None


def _check_year(year: int) -> None:
    """The first and the last year stand for "not known" and "open"."""
    if not 1 < year < 9999:
        raise BadSpan(f"there is no year {year} in this data")

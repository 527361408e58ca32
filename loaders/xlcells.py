"""A cell of a workbook as the text that a person sees in it."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from loaders.result import Findings, Place

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""The first stroke of what looks like an escaped character; the last one may be the first of another."""
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
"""Parts of a number format that are text, not signs for a day, a month or a year."""


def shown(cell: Any, place: Place, findings: Findings) -> str:
    """The text of a cell; where Excel has changed what was typed, or shows an error, that is noted."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        findings.error(place, f"the cell shows the error {value}", "correct the formula, or write the value itself")
        # So that it is not reported as blank too.
        return str(value)
    if isinstance(value, str):
        return unescape(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format or "", place, findings)
    return _date(value, cell.number_format or "", place, findings)


def escape(text: str) -> str:
    """A text as a workbook keeps it: what looks like an escaped character (_x000D_) is escaped itself."""
    return _ESCAPED.sub("_x005F_", text)


def unescape(text: str) -> str:
    """The way back from `escape`; Excel writes characters that XML cannot hold in this way."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _number(value: float, form: str, place: Place, findings: Findings) -> str:
    number = Decimal(repr(value))
    if not number.is_finite():
        findings.error(place, f"the cell holds the number {value}", "write the value itself")
        return str(value)
    if "%" in _LITERAL.sub("", form):
        return f"{_plain(number * 100)}%"
    if number != number.to_integral_value() and place.column not in ("", "amount"):
        findings.warn(
            place,
            f"the cell holds the number {_plain(number)}, in which Excel keeps no zeros at the end",
            "if 3.10 was meant, not 3.1, format the cell as text and type it again",
        )
    return _plain(number)


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(value: Any, form: str, place: Place, findings: Findings) -> str:
    signs = _LITERAL.sub("", form).lower()
    text = _date_text(value, signs)
    if "y" not in signs and ("d" in signs or "m" in signs) and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        findings.error(
            place,
            f"Excel has turned what was typed into the day {text}, and the year in it is Excel's",
            "format the cell as text and type the source's words again",
        )
    else:
        findings.warn(
            place,
            f"Excel has turned what was typed into a date; it is read as {text}",
            "if the source's words say less or more, format the cell as text and type them again",
        )
    return text


def _date_text(value: Any, signs: str) -> str:
    """A date as ISO day, or as month or year where the cell shows no more; times as they are."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        if "y" in signs and "d" not in signs:
            return f"{value.year:04d}-{value.month:02d}" if "m" in signs else f"{value.year:04d}"
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value.isoformat(" ") if isinstance(value, datetime) else value)

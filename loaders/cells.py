"""What one cell means: ids, dates, amounts, words of a closed list. What is not known is refused."""

import re
from collections.abc import Callable, Collection
from decimal import Decimal

from graph.errors import BadSpan
from graph.ids import SLUG, slug
from graph.spans import Span, read_interval, read_span, read_year
from loaders.rows import clip

MAX_ID = 200
MAX_DATE = 60
_AMOUNT = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[, '\u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?")
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9._-]*:\S+")


class CellError(ValueError):
    """A cell that cannot be read: what is wrong, and what to do."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def read_id(text: str) -> str:
    """An id as it is.

    :raises CellError: when it is not of the form of an id, or too long.
    """
    if len(text) > MAX_ID:
        raise CellError(f"the id has {len(text)} characters", f"shorten it to {MAX_ID} at most")
    if not SLUG.fullmatch(text):
        plain = slug(text).encode("ascii", "ignore").decode().strip("-")
        better = f", like {plain!r}" if SLUG.fullmatch(plain) else ""
        raise CellError(f"{clip(text)} is no id", f"write lower-case letters a to z, digits and single hyphens{better}")
    return text


def read_list(text: str) -> tuple[str, ...]:
    """The values that semicolons separate, without blanks around them and without empty ones."""
    return tuple(filter(None, (part.strip() for part in text.split(";"))))


def read_ids(text: str) -> tuple[str, ...]:
    """Ids separated by semicolons.

    :raises CellError: when one of them is not of the form of an id.
    """
    return tuple(read_id(part) for part in read_list(text))


def read_identifiers(text: str) -> tuple[str, ...]:
    """Identifiers of the form scheme:code, separated by semicolons.

    :raises CellError: when one is not of that form.
    """
    found = read_list(text)
    for part in found:
        if not _IDENTIFIER.fullmatch(part):
            raise CellError(
                f"{clip(part)} is no identifier",
                "write scheme:code, like ODS:QMJ; separate several by semicolons",
            )
    return found


def read_date(text: str) -> str:
    """A printed date, in its words.

    :raises CellError: when it is not understood, or no such day exists.
    """
    return _dated(text, read_span)


def read_financial_year(text: str) -> str:
    """A financial year, in its words.

    :raises CellError: when it is not two years in a row.
    """
    return _dated(text, read_year)


def read_inferred(text: str) -> str:
    """An inferred interval, in its words.

    :raises CellError: when a side is not understood, or it ends before it begins.
    """
    return _dated(text, read_interval)


def _dated(text: str, reader: Callable[[str], Span]) -> str:
    if len(text) > MAX_DATE:
        raise CellError(f"{clip(text)} is no date", "write the date as printed, and anything else in the note")
    try:
        reader(text)
    except BadSpan as error:
        message, _, advice = str(error).rpartition("; ")
        if not message:
            message, advice = advice, "write a date that exists, as the source prints it"
        raise CellError(message, advice) from None
    return text


def read_amount(text: str) -> Decimal:
    """A sum or a count.

    :raises CellError: when it is anything but digits with at most one decimal point.
    """
    if _AMOUNT.fullmatch(text):
        return Decimal(text)
    plain = text.strip("£$€ \u00a0")
    if _AMOUNT.fullmatch(plain):
        raise CellError(
            f"the amount {clip(text)} has a currency sign", f"write {plain}, and the currency in its column"
        )
    if _GROUPED.fullmatch(plain):
        digits = re.sub(r"[^0-9.]", "", plain)
        raise CellError(f"the amount {clip(text)} has separators between its digits", f"write {digits}")
    if text.startswith(("-", "\u2212", "(")):
        raise CellError(f"the amount {clip(text)} is negative", "write it without a sign, and what it is in says")
    raise CellError(
        f"{clip(text)} is no amount",
        "write digits and at most one decimal point, like 1500000 or 0.25; blank if unknown",
    )


def read_currency(text: str) -> str:
    """A currency.

    :raises CellError: when it is not three capitals.
    """
    if not re.fullmatch(r"[A-Z]{3}", text):
        raise CellError(f"{clip(text)} is no currency", "write three capitals, like GBP")
    return text


def one_of(words: Collection[str]) -> Callable[[str], str]:
    """A reader of a closed list of words, which refuses every other with CellError."""

    def read(text: str) -> str:
        if text not in words:
            raise CellError(f"{clip(text)} is not one of the words for this", f"write {' or '.join(words)}")
        return text

    return read

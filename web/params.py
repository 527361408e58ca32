"""The query string as typed, bounded values. An error names the parameter and says what would work."""

import unicodedata
from collections.abc import Collection

from werkzeug.datastructures import MultiDict

from graph.errors import BadQuestion, BadSpan
from graph.spans import read_span

Args = MultiDict[str, str]

MAX_TEXT = 200
"""Characters of one value; no name, date or id is longer."""
MAX_VALUES = 20
"""Values of one parameter that may be given several times."""
ANY_DAY_WORDS = frozenset({"", "any", "any day", "any time", "always"})


class BadParameter(BadQuestion):
    """A value in the address that cannot be used; `parameter` is its name there."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


def only(args: Args, names: Collection[str]) -> None:
    """Refuse a parameter that has no meaning here: dropped in silence it would change the question.

    :raises BadParameter: when there is one that is none of these.
    """
    for name in args:
        if name not in names:
            known = f"these have: {', '.join(names)}" if names else "none has"
            raise BadParameter(name, f"{shown(name)} means nothing at this address; {known}.")


def one(args: Args, name: str, most: int = MAX_TEXT) -> str:
    """The value of a parameter, without space around it; the empty string where it is missing.

    :raises BadParameter: when it is given twice, has more than `most` characters, or holds a control character.
    """
    values = args.getlist(name)
    if len(set(values)) > 1:
        raise BadParameter(name, f"“{name}” stands in the address with {len(set(values))} different values. Keep one.")
    return _clean(name, values[0], most) if values else ""


def several(args: Args, name: str, most: int = MAX_VALUES) -> frozenset[str]:
    """All values of a parameter that may be repeated, up to `most` times; empty where it is missing.

    :raises BadParameter: when there are too many, or one of them cannot be used.
    """
    values = args.getlist(name)
    if len(values) > most:
        raise BadParameter(name, f"“{name}” stands {len(values)} times in the address; at most {most} are used.")
    return frozenset(_clean(name, value) for value in values) - {""}


def choice(args: Args, name: str, allowed: Collection[str], default: str = "") -> str:
    """One of the allowed values; `default` where the parameter is missing or empty.

    :raises BadParameter: when it is something else.
    """
    value = one(args, name)
    if not value:
        return default
    if value not in allowed:
        raise BadParameter(name, f"“{name}” is {shown(value)}; it can be: {', '.join(allowed)}.")
    return value


def whole(args: Args, name: str, low: int, high: int) -> int | None:
    """A whole number from `low` to `high`; None where the parameter is missing or empty.

    :raises BadParameter: when it is no such number.
    """
    value = one(args, name)
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 9 and low <= int(value) <= high):
        raise BadParameter(name, f"“{name}” is {shown(value)}; it must be a whole number from {low} to {high}.")
    return int(value)


def flag(args: Args, name: str) -> bool:
    """Whether a parameter is switched on: 1, true, yes or on; not 0, false, no, off or nothing.

    :raises BadParameter: when it is something else.
    """
    value = one(args, name).lower()
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("", "0", "false", "no", "off"):
        return False
    raise BadParameter(name, f"“{name}” is {shown(value)}; write 1 to switch it on, or leave it out.")


def day(args: Args, name: str) -> str:
    """A day, month, year or season as typed, known to be readable; the empty string for any day.

    :raises BadParameter: when it cannot be read as a date.
    """
    value = one(args, name)
    if value.lower() in ANY_DAY_WORDS:
        return ""
    try:
        read_span(value)
    except BadSpan as error:
        message = str(error).replace(repr(value), shown(value))
        raise BadParameter(name, f"{message[:1].upper()}{message[1:]}. Leave it empty for any day.") from error
    return value


def shown(value: str) -> str:
    """A value as it is quoted in a message: printable, in quotation marks, never longer than a line."""
    text = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in value[:61])
    return f"“{text}”" if len(value) <= 60 else f"“{text[:59]}…”"


def _clean(name: str, value: str, most: int = MAX_TEXT) -> str:
    """The value with runs of space as one space.

    Control characters are refused, not dropped: whoever sends them should learn that they were not understood.
    """
    text = " ".join(value.split())
    if len(text) > most:
        raise BadParameter(name, f"“{name}” has {len(text):,} characters; type at most {most:,}.")
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
        raise BadParameter(name, f"“{name}” holds a character that cannot be printed. Type it again.")
    return text

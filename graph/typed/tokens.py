"""A typed question as a row of tokens: names that the data knows, dates that can be read, and the words between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.errors import BadSpan
from graph.model import Entity
from graph.names import NameIndex, normal
from graph.spans import read_span
from graph.typed.cues import known

MOST_WORDS = 40
"""A question of more words is not read."""
LONGEST_NAME, LONGEST_DATE = 12, 4
"""In words: what is longer is no name, or no date."""
_WORD = re.compile(r"(?:[\w£&/.'\u2019-]|(?<=\d),(?=\d))+")
_YEAR = re.compile(r"(?a)(?:19|20)\d\d")
_BEFORE_DATES = frozenset({"since", "from", "in", "on", "until", "till", "to", "up"})
"""Words that a date may begin with, and that tell here what is asked about it."""
_SHORT_FINANCIAL = re.compile(r"(?a)(?:20)?(\d\d)[/-](\d\d?)")
_SHORT_DAY = re.compile(r"(?a)(\d\d?)[/.](\d\d?)[/.](?:20)?(\d\d)")
_TWO_DIGITS = re.compile(r"(?a)['\u2019]?(\d\d)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in small letters, a date that can be read, or a name with all whom it may mean."""

    kind: Literal["word", "date", "name"]
    text: str
    entities: tuple[Entity, ...] = ()


def tokens_of(text: str, index: NameIndex) -> list[Token]:
    """The tokens in the order of the text; of several readings the longest name or date is taken, from the left."""
    words = [_written_out(word.strip(".\u2019-/")) for word in _WORD.findall(text)][:MOST_WORDS]
    return list(_read([word for word in words if word.strip("'")], index))


def _written_out(word: str) -> str:
    """Dates as people abbreviate them, in the order of day and month that is used here: "24/25", "09/12/21"."""
    if match := _SHORT_DAY.fullmatch(word):
        day, month, year = map(int, match.groups())
        return f"20{year:02}-{month:02}-{day:02}"
    if match := _SHORT_FINANCIAL.fullmatch(word):
        first, second = match.groups()
        if (int(first) + 1) % 100 == int(second) or (int(first) + 1) % 10 == int(second):
            return f"20{first}-{(int(first) + 1) % 100:02}"
    return word


def _read(words: Sequence[str], index: NameIndex) -> Iterator[Token]:
    at = 0
    while at < len(words):
        word = Token("word", words[at].strip("'").lower().replace("\u2019", "'"))
        token, length = _date_at(words, at) or _name_at(words, at, index) or (word, 1)
        yield token
        at += length


def _date_at(words: Sequence[str], at: int) -> tuple[Token, int] | None:
    for length in range(min(LONGEST_DATE, len(words) - at), 0, -1):
        part = list(words[at : at + length])
        if length > 1 and (short := _TWO_DIGITS.fullmatch(part[-1])):
            part[-1] = f"20{short[1]}"
        text = " ".join(part)
        if _YEAR.search(text) and words[at].lower() not in _BEFORE_DATES and _is_date(text):
            return Token("date", text), length
    return None


def _is_date(text: str) -> bool:
    try:
        read_span(text)
    except BadSpan:
        return False
    return True


def _name_at(words: Sequence[str], at: int, index: NameIndex) -> tuple[Token, int] | None:
    for length in range(min(LONGEST_NAME, len(words) - at), 0, -1):
        part = words[at : at + length]
        if length == 1 and part[0].lower() in known() and not _stands_out(part[0], words):
            continue
        if not all(any(char.isalnum() for char in word) for word in (part[0], part[-1])):
            continue
        text = " ".join(part).strip("'")
        text_of_name = text.removesuffix("'s").removesuffix("\u2019s")
        found = index.called(text_of_name) or _nearly_called(text_of_name, part, index)
        if found:
            return Token("name", text, tuple(found)), length
    return None


def _nearly_called(text: str, part: Sequence[str], index: NameIndex) -> list[Entity]:
    """Those whose name of several words may be mistyped so.

    A word of questions at either end must stand in the name itself: "is London" is no mistyped "NHS London".
    """
    if len(part) == 1:
        return []
    ends = {part[0].lower(), part[-1].lower()} & known() - {"the"}
    near = index.called(text, forgiving=True)
    return [entity for entity in near if any(ends <= set(normal(name).split()) for name in entity.names)]


def _stands_out(word: str, words: Sequence[str]) -> bool:
    """Whether it is in capitals where not all is: "WHO" is a body then, "who" never."""
    return word.isupper() and not all(other.isupper() for other in words if other.isalpha())

"""Characters that do not belong in a table: unprintable, invisible, or left over from a failed conversion."""

import re
import unicodedata

from loaders.columns import ONE_LINE
from loaders.result import Findings, Place
from loaders.rows import clip

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("[\n\t]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
"""Without zero-width joiners and the direction marks of Arabic and Hebrew: names are written with those."""
_LOST = re.compile(
    "\ufffd|\u00e2\u20ac[\u0098-\u009d\u02dc\u2122\u0153\u201c\u201d]|\u00c3[\u0080-\u00bf\u00a9\u00a8]|\u00c2\u00a3"
)
"""The replacement character, and what apostrophes, é and £ become where UTF-8 is read as Windows-1252."""


def inspect(place: Place, text: str, findings: Findings) -> None:
    """Note the characters in a cell that do not belong there, the first of each sort."""
    if text.isascii() and text.isprintable():
        return
    if found := _UNPRINTABLE.search(text):
        findings.error(place, f"{clip(text)} holds the unprintable character {_name(found[0])}", "delete it")
    if place.column in ONE_LINE and _BREAK.search(text):
        findings.error(place, f"{clip(text)} holds a line break or a tab", "write it on one line")
    if found := _INVISIBLE.search(text):
        findings.warn(place, f"{clip(text)} holds the invisible character {_name(found[0])}", "delete it")
    if found := _LOST.search(text):
        findings.warn(
            place,
            f"{clip(text)} holds {found[0]!r}, which is left where a file was converted wrongly",
            "write the character that was meant",
        )


def _name(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f" ({name.lower()})" if name else "")

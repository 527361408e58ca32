"""Documents as bytes that are the same whenever they are made of the same: no clock, no name of a computer in them."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any, BinaryIO

LANGUAGE = "en-GB"
MAKER = "govgraph"
_CLOCK = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)
_MOST_SIGNS = 255
"""Of a property, beyond which an office refuses it."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP file can say."""


def steady_bytes(save: Callable[[BinaryIO], object]) -> bytes:
    """The package that `save` writes, every part of it dated alike, without the days on which it was made."""
    written, steady = io.BytesIO(), io.BytesIO()
    save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, _FIRST_DAY)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            data = old.read(part)
            new.writestr(entry, _CLOCK.sub(b"", data) if part.filename == "docProps/core.xml" else data)
    return steady.getvalue()


def tell(told: Any, title: str, about: str) -> None:
    """Set the core properties of a document: who, what, in which language, and no day.

    The clock would make two files of the same picture differ.
    """
    told.title, told.comments, told.language = _clipped(title), _clipped(about), LANGUAGE
    told.author = told.last_modified_by = MAKER
    for element in list(told._element):
        if element.tag.endswith(("}created", "}modified", "}lastPrinted", "}revision")):
            told._element.remove(element)


def _clipped(words: str) -> str:
    return words if len(words) <= _MOST_SIGNS else f"{words[: _MOST_SIGNS - 1]}\N{HORIZONTAL ELLIPSIS}"

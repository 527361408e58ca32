"""Readable identifiers, the same after every load."""

import re
import unicodedata

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The form of an id that a person types: lower case, digits, single hyphens."""
_BETWEEN = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """Lower-case letters and digits of any script, everything between them a single hyphen; empty for none."""
    if text.isascii():
        kept = text.lower()
    else:
        plain = unicodedata.normalize("NFKD", text).casefold()
        kept = "".join(char for char in plain if not unicodedata.combining(char))
    return _BETWEEN.sub("-", kept).strip("-")

"""Words and addresses as Markdown that says them and nothing else, in CommonMark, kramdown and Govspeak alike.

Govspeak replaces some words before it reads the rest as Markdown (`[Contact: 1]`, `{barchart}`, `:london:`, a line that
begins with `^`), without regard to a backslash; there a sign is written by its number.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote

from graph.pictures.svg_tools import plain

_SIGNS = re.compile(
    r"""
    (?P<number> [{~<>] | \[(?=[\w ]+:) | &(?=\#?\w+;) | :(?=[a-z-]+:) | ^[\^@%] )
    | (?P<sign> [\\`*_\[\]}|\#$] | -(?=-) | ^[-+=:(!] )
    | (?P<list> ^s?\d+(?=[.)](?:\s|$)) )
    """,
    re.VERBOSE,
)
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_SAFE = "%:/?#@!$&,;=+~"


def escaped(text: str) -> str:
    """The text in one line, as words of a paragraph, a heading, a list or a cell."""
    return _SIGNS.sub(_said, " ".join(plain(text).split()))


def link(words: str, address: str) -> str:
    """The words as a link; the words alone where the address is not one of the web."""
    return f"[{escaped(words)}]({_quoted(address)})" if _WEB.match(address) else escaped(words)


def address_of(address: str) -> str:
    """An address as a link that shows it; what is none of the web, as words."""
    return f"<{_quoted(address)}>" if _WEB.match(address) else escaped(address)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table with a row of headings; every row is as long as the headings."""
    written = [heads, *rows]
    lines = [f"| {' | '.join(map(escaped, row))} |" for row in written]
    return "\n".join([lines[0], f"|{'---|' * len(heads)}", *lines[1:]])


def _said(found: re.Match[str]) -> str:
    if found["number"]:
        return f"&#{ord(found['number'])};"
    return f"{found['list']}\\" if found["list"] else f"\\{found['sign']}"


def _quoted(address: str) -> str:
    """The address without signs that would end it."""
    return quote(plain(address), safe=_SAFE)

"""Markdown as an independent reader takes it: its text, its tables, its links."""

import html
import re

from markdown_it import MarkdownIt

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def page_of(text: str) -> str:
    """As HTML."""
    return str(_READER.render(text))


def text_in(text: str) -> str:
    """The words alone, in one line."""
    return _words(page_of(text))


def rows_in(text: str) -> list[list[str]]:
    """The cells of every row of every table."""
    rows = re.findall(r"<tr>(.*?)</tr>", page_of(text), re.DOTALL)
    return [[_words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows]


def links_in(text: str) -> list[str]:
    """The addresses of every link."""
    return [html.unescape(address) for address in re.findall(r'<a href="([^"]*)"', page_of(text))]


def _words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())

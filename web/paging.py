"""Long lists in pages, so that no request does more work than one page of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

PAGE_SIZE = 100
MOST_PAGES = 100_000


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list: its items, its number from 1, and how many pages and items there are."""

    items: Sequence[Item]
    number: int
    pages: int
    total: int


def page_of(items: Sequence[Item], number: int | None) -> Page[Item]:
    """That page of the list; the last one where the number is beyond it."""
    pages = max(1, -(-len(items) // PAGE_SIZE))
    number = min(number or 1, pages)
    start = (number - 1) * PAGE_SIZE
    return Page(items[start : start + PAGE_SIZE], number, pages, len(items))


def page_number(index: int) -> int:
    """The page on which the item of that index stands."""
    return index // PAGE_SIZE + 1

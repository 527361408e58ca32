"""Texts a few typing errors away, found among many without comparing with each.

One edit (a letter more, less, another, or two swapped) changes the length by one at most, brings in one letter at most
and takes away one at most. Which texts hold a letter is kept as the bits of one number, so that all are judged at once.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import repeat
from operator import contains

from rapidfuzz import process
from rapidfuzz.distance import OSA

_DIGITS = b"01".ljust(256)


class NearTexts:
    """Some texts, and for each letter which of them hold it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted(texts, key=len)
        letters = sorted(set().union(*self._texts))
        self._holding = {letter: _bits(map(contains, self._texts, repeat(letter))) for letter in letters}

    def within(self, edits: int, wanted: str) -> dict[str, int]:
        """The texts at most so many edits away (optimal string alignment), in no order, each with its distance."""
        if not edits:
            return {}
        found = process.extract(
            wanted, self._candidates(edits, wanted), scorer=OSA.distance, score_cutoff=edits, limit=None
        )
        return {choice: int(distance) for choice, distance, _ in found}

    def _candidates(self, edits: int, wanted: str) -> list[str]:
        """The texts of about that length that lack few of the letters wanted and have few others."""
        first = bisect_left(self._texts, len(wanted) - edits, key=len)
        last = bisect_right(self._texts, len(wanted) + edits, key=len)
        every = (1 << (last - first)) - 1
        holding = {letter: bits >> first & every for letter, bits in self._holding.items()}
        lacking = (every & ~holding.get(letter, 0) for letter in set(wanted))
        further = (bits for letter, bits in holding.items() if letter not in wanted)
        left = every & ~_in_more_than(edits, lacking) & ~_in_more_than(edits, further)
        return [self._texts[first + place] for place in _places(left)]


def _bits(held: Iterable[bool]) -> int:
    """A number with one bit for each, the first one lowest."""
    return int(bytes(held).translate(_DIGITS)[::-1] or b"0", 2)


def _in_more_than(most: int, sets: Iterable[int]) -> int:
    """The bits that stand in more than so many of the numbers."""
    tiers = [0] * (most + 1)
    for bits in sets:
        for tier in range(most, 0, -1):
            tiers[tier] |= tiers[tier - 1] & bits
        tiers[0] |= bits
    return tiers[most]


def _places(bits: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    return (found.start() for found in re.finditer("1", f"{bits:b}"[::-1]))

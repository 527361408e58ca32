"""Neighbours in a row that change places while that makes it better."""

from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from typing import TypeVar

_T = TypeVar("_T")


def exchanged(row: Sequence[_T], better: Callable[[_T, _T], bool], rounds: int) -> list[_T]:
    """The row after at most so many passes from left to right, each exchanging the neighbours that had better be.

    `better` says whether two neighbours had better change places; it must not depend on where they stand, nor say so
    of the same two in both orders. So a pass looks only at those that have become neighbours since the one before.
    """
    row = list(row)
    waiting = list(range(len(row) - 1))
    for _ in range(rounds):
        again: list[int] = []
        looked = -1
        while waiting:
            left = heappop(waiting)
            if left == looked:
                continue
            looked = left
            if not better(row[left], row[left + 1]):
                continue
            row[left], row[left + 1] = row[left + 1], row[left]
            if left:
                again.append(left - 1)
            if left + 2 < len(row):
                heappush(waiting, left + 1)
        if not again:
            break
        waiting = again
    return row

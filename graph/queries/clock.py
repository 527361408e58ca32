"""The time that one question has; all that is done for it shares it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from time import monotonic
from typing import TypeVar

Item = TypeVar("Item")
EVERY = 64
"""After how many items a loop looks at the clock: to look takes about as long as to judge one tie."""


class Clock:
    """Runs for so many seconds from when it is made. `ran_out` tells whether something was left undone for it."""

    def __init__(self, seconds: float) -> None:
        self.ran_out = False
        self._end = monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return max(self._end - monotonic(), 0.0)

    def is_up(self) -> bool:
        """Whether the time is up, asked by who leaves something undone then: it is noted."""
        return self.lacks(0.0)

    def lacks(self, seconds: float) -> bool:
        """Whether less time is left than so many seconds, asked by who leaves something undone then: it is noted."""
        self.ran_out = self.ran_out or self._end - monotonic() < seconds
        return self.ran_out

    def within(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items for as long as there is time."""
        left = iter(items)
        while some := list(islice(left, EVERY)):
            if self.is_up():
                return
            yield from some

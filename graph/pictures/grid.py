"""The rows of a picture while it is laid out, and how many lines cross between them."""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

FEW = 60
"""So many boxes are read one by one; with more, time counts for more than that each keeps its place."""
Rows = list[list[int]]
"""The places of each row, from left to right."""


@dataclass
class Grid:
    """The rows of the picture. A place is a number: a box's, or of a gap through which a trunk passes a row.

    `above` and `below` hold the places in the next row that a place is joined to. `routes` holds, for each wire
    between two rows, its places from the lower box to the upper one. `forks` names, for each wire, the first of those
    with which it leaves its lower box.
    """

    rows: list[list[int]]
    row_of: list[int]
    boxes: dict[str, int]
    above: list[list[int]] = field(default_factory=list)
    below: list[list[int]] = field(default_factory=list)
    routes: dict[str, tuple[int, ...]] = field(default_factory=dict)
    forks: dict[str, str] = field(default_factory=dict)

    @property
    def gaps(self) -> range:
        """The places that are no boxes."""
        return range(len(self.boxes), len(self.row_of))

    def saved(self, at: Mapping[int, int], left: int, right: int) -> int:
        """How many crossings fewer there are when two places change sides; `at` numbers places in their rows."""
        saved = 0
        for joined in (self.above, self.below):
            for one in joined[left]:
                here = at[one]
                for other in joined[right]:
                    there = at[other]
                    saved += (here > there) - (here < there)
        return saved

    def crossings(self, rows: Sequence[Sequence[int]]) -> int:
        """How many lines cross when the places stand in these rows."""
        return sum(self.crossed(upper, row) for upper, row in pairwise(rows))

    def crossed(self, upper: Sequence[int], row: Sequence[int]) -> int:
        """How many lines cross between a row and the one above it."""
        at = {place: number for number, place in enumerate(upper)}
        count = 0
        passed: list[int] = []
        for place in row:
            ends = [at[other] for other in self.above[place]]
            count += sum(len(passed) - bisect_right(passed, end) for end in ends)
            for end in ends:
                insort(passed, end)
        return count

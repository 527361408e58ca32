"""The space between two rows: on which level each line runs sideways, so that few cross and none lie on another."""

from collections.abc import Mapping
from dataclasses import dataclass, field

NEAR = 7.0
ROUNDS = 40


@dataclass
class Net:
    """Lines that run together between two rows: where they come from above and where they go to below."""

    uppers: set[float] = field(default_factory=set)
    lowers: set[float] = field(default_factory=set)

    @property
    def extent(self) -> tuple[float, float]:
        """From the leftmost to the rightmost end."""
        ends = self.uppers | self.lowers
        return min(ends), max(ends)

    @property
    def straight(self) -> bool:
        """Whether it needs no level: it runs straight down."""
        left, right = self.extent
        return left == right


def levels_of(nets: Mapping[str, Net]) -> dict[str, int]:
    """The level of each net that runs sideways, 0 the highest; nets that do not meet share levels."""
    order = sorted((key for key, net in nets.items() if not net.straight), key=lambda key: (sum(nets[key].extent), key))
    for _ in range(ROUNDS):
        swapped = False
        for number in range(len(order) - 1):
            one, other = nets[order[number]], nets[order[number + 1]]
            if _cost(other, one) < _cost(one, other):
                order[number], order[number + 1] = order[number + 1], order[number]
                swapped = True
        if not swapped:
            break
    levels: dict[str, int] = {}
    for key in order:
        levels[key] = 1 + max((level for placed, level in levels.items() if _meet(nets[placed], nets[key])), default=-1)
    return levels


def _cost(upper: Net, lower: Net) -> int:
    """Crossings, and far worse lines lying on one another, when one net runs above the other."""
    crossings = sum(_within(x, upper) for x in lower.uppers) + sum(_within(x, lower) for x in upper.lowers)
    touching = sum(abs(x - other) < NEAR for x in upper.lowers for other in lower.uppers)
    return crossings + 10 * touching


def _within(x: float, net: Net) -> bool:
    left, right = net.extent
    return left < x < right


def _meet(one: Net, other: Net) -> bool:
    (left, right), (other_left, other_right) = one.extent, other.extent
    return left - 2 * NEAR <= other_right and other_left <= right + 2 * NEAR

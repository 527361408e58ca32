"""The space between two rows: on which level each line runs sideways, so that few cross and none lie on another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph.pictures.exchanging import exchanged

NEAR = 7.0
ROUNDS = 40
Extent = tuple[float, float]


@dataclass
class Net:
    """Lines that run together between two rows: where they come from above and where they go to below."""

    uppers: set[float] = field(default_factory=set)
    lowers: set[float] = field(default_factory=set)

    @cached_property
    def extent(self) -> Extent:
        """From the leftmost to the rightmost end; asked for when all ends are known."""
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
    order = exchanged(order, lambda one, other: _had_better(nets[one], nets[other]), ROUNDS)
    levels: dict[str, int] = {}
    extents: list[tuple[Extent, int]] = []
    for key in order:
        extent = nets[key].extent
        levels[key] = 1 + max((level for other, level in extents if _meet(other, extent)), default=-1)
        extents.append((extent, levels[key]))
    return levels


def _had_better(one: Net, other: Net) -> bool:
    """Whether two nets, the first above the second, had better change places; those far from each other need not."""
    if not _meet(one.extent, other.extent):
        return False
    return _cost(other, one) < _cost(one, other)


def _cost(upper: Net, lower: Net) -> int:
    """Crossings, and far worse lines lying on one another, when one net runs above the other."""
    crossings = sum(_within(x, upper) for x in lower.uppers) + sum(_within(x, lower) for x in upper.lowers)
    touching = sum(abs(x - other) < NEAR for x in upper.lowers for other in lower.uppers)
    return crossings + 10 * touching


def _within(x: float, net: Net) -> bool:
    left, right = net.extent
    return left < x < right


def _meet(one: Extent, other: Extent) -> bool:
    (left, right), (other_left, other_right) = one, other
    return left - 2 * NEAR <= other_right and other_left <= right + 2 * NEAR

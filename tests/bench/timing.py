"""Times and memory, measured the same way everywhere: one warm run, then some that count, the two sides in turn."""

import operator
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")
Other = TypeVar("Other")
RUNS = 3
SLOW = 3.0
"""Seconds after which once is enough."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Milliseconds of some runs."""

    median: float
    worst: float
    runs: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing measured; where there is an alternative, what it took in the same run and whether it gave the same."""

    size: int
    store: str
    what: str
    spent: Spent
    alternative: str = ""
    against: Spent | None = None
    same: bool | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the alternative's median ours is; None without one."""
        return self.spent.median / self.against.median if self.against else None


def spent(seconds: Sequence[float]) -> Spent:
    """The median and the worst of some runs."""
    return Spent(statistics.median(seconds) * 1000, max(seconds) * 1000, len(seconds))


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds, and what the work gave."""
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def side_by_side(
    ours: Sequence[Callable[[], Result]],
    theirs: Sequence[Callable[[], Other]],
    alike: Callable[[Result, Other], bool] = operator.eq,
) -> tuple[Spent, Spent, bool]:
    """What both took, and whether each pair gave the same; run in turn, so that a busy moment meets both."""
    mine: list[float] = []
    others: list[float] = []
    same = True
    for one, other in zip(ours, theirs, strict=True):
        first, found = timed(one)
        same = alike(found, other()) and same
        for _ in range(RUNS if first < SLOW else 1):
            mine.append(timed(one)[0])
            others.append(timed(other)[0])
    return spent(mine), spent(others), same


def alone(ours: Sequence[Callable[[], object]]) -> Spent:
    """What some things took that have no alternative."""
    taken: list[float] = []
    for one in ours:
        first, _ = timed(one)
        taken += [timed(one)[0] for _ in range(RUNS if first < SLOW else 1)]
    return spent(taken)


def memory(process: int | str = "self", *, most: bool = False) -> float | None:
    """Megabytes that a process holds now, or held at most; None where the system does not tell (it does on Linux)."""
    if sys.platform != "linux":
        return None
    for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:" if most else "VmRSS:"):
            return int(line.split()[1]) / 1024
    return None

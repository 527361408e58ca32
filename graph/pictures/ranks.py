"""Which row of the picture each box stands in: whoever answers stands lower than whom they answer to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from graph.pictures.wires import Wire

Below = dict[str, set[str]]
"""For each box those that must stand higher."""


def rows_of(boxes: Iterable[str], wires: Sequence[Wire], most: int) -> dict[str, int]:
    """The row of each box, 0 the highest, about `most` boxes in a row at most; the same for any order of the input.

    Ties of answerability decide. In a circle of them the one that closes it, in the order of their ends, is left out
    of account. Other ties only place what answers to nobody next to what it is tied to. Boxes without any tie come
    last.
    """
    names = sorted(boxes)
    higher = _constraints(names, wires)
    tied = {end for wire in wires for end in (wire.tail, wire.head)}
    rows = _longest(names, higher)
    _tighten(rows, higher, names)
    foot = max((rows[name] for name in names if name in tied), default=-1) + 1
    rows |= {name: foot for name in names if name not in tied}
    return _split_wide(rows, higher, _families(wires), most)


def _constraints(names: Sequence[str], wires: Sequence[Wire]) -> Below:
    higher: Below = {name: set() for name in names}
    groups = {name: {name} for name in names}
    for low, high in sorted({(wire.tail, wire.head) for wire in wires if wire.ranks}):
        if not _reaches(higher, high, low):
            higher[low].add(high)
        _join(groups, low, high)
    # Ties without answerability may place one group beside another, never reorder a group within itself.
    wishes = {_ends(wire) for wire in wires if not wire.ranks}
    for low, high in sorted(wishes):
        if groups[low] is not groups[high] and not _reaches(higher, high, low):
            higher[low].add(high)
    return higher


def _ends(wire: Wire) -> tuple[str, str]:
    return (wire.tail, wire.head) if wire.climbs else (wire.head, wire.tail)


def _join(groups: dict[str, set[str]], one: str, other: str) -> None:
    """Make one set of the two in which these stand: the smaller goes into the larger."""
    gone, kept = sorted((groups[one], groups[other]), key=len)
    if gone is not kept:
        kept |= gone
        groups |= dict.fromkeys(gone, kept)


def _reaches(higher: Below, start: str, goal: str) -> bool:
    seen, stack = {start}, [start]
    while stack:
        name = stack.pop()
        if name == goal:
            return True
        stack.extend(higher[name] - seen)
        seen |= higher[name]
    return False


def _longest(names: Sequence[str], higher: Below) -> dict[str, int]:
    """Each box one row below the lowest of those that must stand higher."""
    rows: dict[str, int] = {}
    waiting = list(names)
    while waiting:
        ready = [name for name in waiting if higher[name] <= rows.keys()]
        rows |= {name: 1 + max((rows[above] for above in higher[name]), default=-1) for name in ready}
        waiting = [name for name in waiting if name not in rows]
    return rows


def _tighten(rows: dict[str, int], higher: Below, names: Sequence[str]) -> None:
    """Lower each box towards those below it where that makes the lines shorter altogether."""
    lower: dict[str, set[str]] = defaultdict(set)
    for name, above in higher.items():
        for other in above:
            lower[other].add(name)
    moved = True
    while moved:
        moved = False
        for name in names:
            if len(lower[name]) > len(higher[name]):
                room = min(rows[other] for other in lower[name]) - 1
                if room > rows[name]:
                    rows[name] = room
                    moved = True


def _families(wires: Iterable[Wire]) -> dict[str, list[tuple[bool, str]]]:
    """For each box the sorts of line that leave it, those of answerability first."""
    families: dict[str, set[tuple[bool, str]]] = defaultdict(set)
    for wire in wires:
        families[wire.tail].add((not wire.ranks, wire.trunk))
    return {name: sorted(family) for name, family in families.items()}


def _split_wide(
    rows: Mapping[str, int], higher: Below, families: Mapping[str, list[tuple[bool, str]]], most: int
) -> dict[str, int]:
    """A row of too many boxes becomes several, like beside like.

    What hangs beneath them does not count: a box that is given something would move to another row.
    """
    by_row: dict[int, list[str]] = defaultdict(list)
    for name, row in sorted(rows.items()):
        by_row[row].append(name)
    lines: list[list[str]] = []
    for _, members in sorted(by_row.items()):
        members.sort(key=lambda name: (sorted(higher[name]), families.get(name, []), name))
        line: list[str] = []
        for _, siblings in groupby(members, key=lambda name: sorted(higher[name])):
            for part in _even_parts(list(siblings), most):
                if line and len(line) + len(part) > most:
                    lines.append(line)
                    line = []
                line = [*line, *part]
        lines.append(line)
    return {name: number for number, line in enumerate(lines) for name in line}


def _even_parts(names: Sequence[str], most: int) -> list[Sequence[str]]:
    """The names in as few parts as hold at most `most` each, one more where that saves a part of one."""
    count = max(1, -(-(len(names) - 1) // most))
    bounds = [number * len(names) // count for number in range(count + 1)]
    return [names[first:last] for first, last in pairwise(bounds)]

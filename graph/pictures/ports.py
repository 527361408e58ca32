"""Where lines leave and meet boxes: at the top of the lower box, at the foot of the upper one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.pictures.grid import Grid
from graph.pictures.spread import spread
from graph.pictures.wires import Wire

MARGIN = 20.0
ROUNDS = 2
LABEL_GAP = 8.0
FOOT_GAP = 26.0
LEAST_FOOT_GAP = 14.0
TRUNK_WEIGHT = 1e6
"""A trunk that passes a row goes straight down; what ends in the next row gives way."""
STRAIGHT = 34.0
"""A line to a place that is nearly above is drawn straight rather than to the middle of the box."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Distances from the left: `tops` by box and first wire of a fork, `feet` by box and trunk."""

    tops: Mapping[tuple[int, str], float]
    feet: Mapping[tuple[int, str], float]


def least_width(labels: Sequence[float]) -> float:
    """How wide a box must be so that the labels of the lines above it stand side by side."""
    return 2 * MARGIN + sum(max(label, LABEL_GAP) for label in labels) + LABEL_GAP * max(len(labels) - 1, 0)


def ports_of(grid: Grid, wires: Sequence[Wire], at: Sequence[float], widths: Sequence[float]) -> Ports:
    """The ports of every wire, apart from one another; lines that can be straight are."""
    feet: dict[tuple[int, str], float] = {}
    for _ in range(ROUNDS):
        tops = _tops(grid, wires, at, widths, feet)
        feet = _feet(grid, wires, at, widths, tops)
    return Ports(_tops(grid, wires, at, widths, feet), feet)


def _tops(
    grid: Grid,
    wires: Sequence[Wire],
    at: Sequence[float],
    widths: Sequence[float],
    feet: Mapping[tuple[int, str], float],
) -> dict[tuple[int, str], float]:
    aims: dict[tuple[int, str, float], list[float]] = defaultdict(list)
    for wire in wires:
        route = grid.routes.get(wire.key)
        if route:
            above = at[route[1]] if len(route) > 2 else feet.get((route[1], wire.trunk), at[route[1]])
            aims[route[0], grid.forks[wire.key], wire.label.width].append(above)
            continue
        tail, head = grid.boxes[wire.tail], grid.boxes[wire.head]
        aims[tail, wire.key, wire.label.width].append(at[head])
        aims[head, wire.key, 0.0].append(at[tail])
    asked: dict[int, list[tuple[float, str, float]]] = defaultdict(list)
    for (box, key, label), places in aims.items():
        asked[box].append((sum(sorted(places)) / len(places), key, label))
    tops: dict[tuple[int, str], float] = {}
    for box, ports in asked.items():
        ports.sort()
        halves = [max(width, LABEL_GAP) / 2 for _, _, width in ports]
        gaps = [one + other + LABEL_GAP for one, other in pairwise(halves)]
        within = (at[box] - widths[box] / 2 + MARGIN + halves[0], at[box] + widths[box] / 2 - MARGIN - halves[-1])
        wanted = [_near_middle(x, at[box]) if len(ports) == 1 else x for x, _, _ in ports]
        for (_, key, _), x in zip(ports, spread(wanted, gaps, within=within), strict=True):
            tops[box, key] = float(round(x))
    return tops


def _feet(
    grid: Grid,
    wires: Sequence[Wire],
    at: Sequence[float],
    widths: Sequence[float],
    tops: Mapping[tuple[int, str], float],
) -> dict[tuple[int, str], float]:
    asked: dict[int, list[tuple[float, str, float]]] = defaultdict(list)
    for (box, trunk), ends in _lower_ends(grid, wires, at, tops).items():
        half = widths[box] / 2 - MARGIN
        gap = next((x for x, is_gap in sorted(ends) if is_gap and abs(x - at[box]) <= half + 1), None)
        mean = sum(x for x, _ in sorted(ends)) / len(ends)
        asked[box].append((mean if gap is None else gap, trunk, 1.0 if gap is None else TRUNK_WEIGHT))
    feet: dict[tuple[int, str], float] = {}
    for box, ports in asked.items():
        ports.sort()
        half = widths[box] / 2 - MARGIN
        room = min(FOOT_GAP, 2 * half / len(ports))
        gaps = [
            max(LEAST_FOOT_GAP, min(room, right[0] - left[0])) if left[2] == right[2] == TRUNK_WEIGHT else room
            for left, right in pairwise(ports)
        ]
        within = (at[box] - half, at[box] + half)
        wanted = [x if len(ports) > 1 or abs(x - at[box]) <= half else at[box] for x, _, _ in ports]
        places = spread(wanted, gaps, [weight for _, _, weight in ports], within)
        for (_, trunk, _), x in zip(ports, places, strict=True):
            feet[box, trunk] = float(round(x))
    return feet


def _lower_ends(
    grid: Grid, wires: Sequence[Wire], at: Sequence[float], tops: Mapping[tuple[int, str], float]
) -> dict[tuple[int, str], set[tuple[float, bool]]]:
    """For each box and trunk where its lines come from in the row beneath, and whether that is a gap."""
    ends: dict[tuple[int, str], set[tuple[float, bool]]] = defaultdict(set)
    for wire in wires:
        route = grid.routes.get(wire.key)
        if route:
            far = len(route) > 2
            ends[route[-1], wire.trunk].add(
                (at[route[-2]], True) if far else (tops[route[0], grid.forks[wire.key]], False)
            )
    return ends


def _near_middle(x: float, middle: float) -> float:
    return x if abs(x - middle) <= STRAIGHT else middle

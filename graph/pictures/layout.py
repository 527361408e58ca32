"""The one layout: rows by answerability, few crossings, lines of right angles that pass no box.

The steps are those of Sugiyama: rows (`ranks`), order within them (`ordering`), columns (`placing`), lines (`ports`,
`channels`, `routing`).
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from graph.pictures.grid import FEW, Grid
from graph.pictures.ordering import grid_of
from graph.pictures.placing import middles
from graph.pictures.ports import Ports, least_width, ports_of
from graph.pictures.ranks import rows_of
from graph.pictures.routing import routed
from graph.pictures.straightening import straightened
from graph.pictures.wires import Placement, Size, Wire

IN_ROW = 5
"""Of a few boxes as many stand in a row however many there are: a row that is divided anew moves them all."""
STRAIGHTENED = 2


def layout(boxes: Mapping[str, Size], wires: Sequence[Wire], focus: Collection[str] = ()) -> Placement:
    """Where boxes of at least these sizes and the wires between them stand; the same for any order of the input.

    A box is made wider where the labels of the lines above it ask for it. No two boxes overlap, and no line passes a
    box but its own two. Both ends of a wire must be boxes, and not the same one. One box more moves the others little,
    seen from the boxes in `focus`.
    """
    ordered = sorted(wires, key=lambda wire: wire.key)
    most = IN_ROW if len(boxes) <= FEW else math.isqrt(len(boxes))
    rows = rows_of(boxes, ordered, most)
    # What is paid out and what is paid in never share a trunk: a reader could not tell them apart.
    ordered = [replace(wire, trunk=f"{wire.trunk} {rows[wire.tail] > rows[wire.head]}") for wire in ordered]
    grid = grid_of(rows, ordered, focus)
    sizes = _widened([boxes[name] for name in grid.boxes], grid, ordered)
    widths = [size.width for size in sizes]
    at = middles(grid, widths)
    for _ in range(STRAIGHTENED):
        at = straightened(grid, widths, at, *_ends(grid, ordered, ports_of(grid, ordered, at, widths)))
    return routed(grid, ordered, sizes, at, ports_of(grid, ordered, at, widths))


def _ends(grid: Grid, wires: Sequence[Wire], ports: Ports) -> tuple[dict[int, float], dict[int, float]]:
    """Where the trunks start under their boxes, by first gap, and where those of one line end, by last gap."""
    feet: dict[int, float] = {}
    ends: dict[int, float] = {}
    for wire in wires:
        route = grid.routes.get(wire.key, ())
        if len(route) > 2:
            feet[route[-2]] = ports.feet[route[-1], wire.trunk]
            if len(grid.below[route[1]]) == 1:
                ends[route[1]] = ports.tops[route[0], grid.forks[wire.key]]
    return feet, ends


def _widened(sizes: Sequence[Size], grid: Grid, wires: Sequence[Wire]) -> list[Size]:
    labels: list[list[float]] = [[] for _ in sizes]
    for wire in wires:
        if grid.forks[wire.key] != wire.key:
            continue
        route = grid.routes.get(wire.key)
        labels[route[0] if route else grid.boxes[wire.tail]].append(wire.label.width)
        if not route:
            labels[grid.boxes[wire.head]].append(0.0)
    return [
        Size(max(size.width, math.ceil(least_width(label))), size.height)
        for size, label in zip(sizes, labels, strict=True)
    ]

"""From columns to coordinates: heights of rows, levels of lines, and every line as a path of right angles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.pictures.channels import Net, levels_of
from graph.pictures.grid import Grid
from graph.pictures.marks import Point
from graph.pictures.placing import GAP_WIDTH
from graph.pictures.ports import Ports
from graph.pictures.wires import Placement, Size, Wire

LEVEL = 14.0
HEAD_ROOM = 22.0
LABEL_ROOM = 14.0
LEAST = 44.0

Channels = dict[int, dict[str, Net]]
"""The nets above each row."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is settled before heights: rows, middles, ports, sizes of boxes by place."""

    grid: Grid
    at: Sequence[float]
    ports: Ports
    sizes: Sequence[Size]
    forked: frozenset[str]

    def label_box(self, wire: Wire) -> int:
        """The box above which the label stands: the lower one, where the line runs alone."""
        route = self.grid.routes.get(wire.key)
        return route[0] if route else self.grid.boxes[wire.tail]

    def net(self, wire: Wire, place: int) -> str:
        """The net of a wire above one of its places: that of its fork above its lower box, else that of its trunk."""
        route = self.grid.routes[wire.key]
        if place == route[0] and self.grid.forks[wire.key] in self.forked:
            return self.grid.forks[wire.key]
        return f"{route[-1]} {wire.trunk}"

    def columns(self, wire: Wire) -> list[float]:
        """How far from the left the wire runs up: at its lower box, in each gap, at its upper box."""
        route = self.grid.routes.get(wire.key)
        if not route:
            return [self.ports.tops[self.grid.boxes[end], wire.key] for end in (wire.tail, wire.head)]
        return [
            self.ports.tops[route[0], self.grid.forks[wire.key]],
            *(self.at[place] for place in route[1:-1]),
            self.ports.feet[route[-1], wire.trunk],
        ]

    def channels(self, wires: Sequence[Wire]) -> Channels:
        channels: Channels = defaultdict(lambda: defaultdict(Net))
        for wire in wires:
            xs = self.columns(wire)
            route = self.grid.routes.get(wire.key)
            if not route:
                channels[self.grid.row_of[self.grid.boxes[wire.tail]]][wire.key].lowers.update(xs)
                continue
            for place, (low, high) in zip(route, pairwise(xs), strict=False):
                net = channels[self.grid.row_of[place]][self.net(wire, place)]
                net.lowers.add(low)
                net.uppers.add(high)
        return channels


@dataclass(frozen=True, slots=True)
class _Heights:
    """The top of each row, the height of each net's level by row and net, and the height of all."""

    tops: Sequence[float]
    levels: Mapping[tuple[int, str], float]
    foot: float


def routed(grid: Grid, wires: Sequence[Wire], sizes: Sequence[Size], at: Sequence[float], ports: Ports) -> Placement:
    """Where everything stands, from (0, 0) on. `sizes` are those of the boxes by place, `at` the middles."""
    plan = _Plan(grid, at, ports, sizes, frozenset(fork for key, fork in grid.forks.items() if key != fork))
    heights = _heights(plan, wires)
    paths = {wire.key: _path(plan, wire, heights) for wire in wires}
    labels = {}
    for wire in wires:
        if wire.label.height and grid.forks[wire.key] == wire.key:
            path = paths[wire.key]
            end = path[0] if plan.label_box(wire) == grid.boxes[wire.tail] else path[-1]
            labels[wire.key] = Point(end.x, end.y - LABEL_ROOM - wire.label.height / 2)
    right = [at[box] + sizes[box].width / 2 for box in grid.boxes.values()]
    right += [at[gap] + GAP_WIDTH for gap in grid.gaps]
    return Placement(
        corners={
            name: Point(at[box] - sizes[box].width / 2, heights.tops[grid.row_of[box]])
            for name, box in grid.boxes.items()
        },
        sizes={name: sizes[box] for name, box in grid.boxes.items()},
        paths=paths,
        labels=labels,
        size=Size(max(right, default=0.0), heights.foot),
    )


def _heights(plan: _Plan, wires: Sequence[Wire]) -> _Heights:
    labels: dict[int, float] = defaultdict(float)
    for wire in wires:
        row = plan.grid.row_of[plan.label_box(wire)]
        labels[row] = max(labels[row], wire.label.height)
    channels = plan.channels(wires)
    tops: list[float] = []
    heights: dict[tuple[int, str], float] = {}
    y = 0.0
    for row, places in enumerate(plan.grid.rows):
        levels = levels_of(channels.get(row, {}))
        room = (max(levels.values(), default=-1) + 1) * LEVEL
        label = labels[row] + LABEL_ROOM
        if row:
            y += max(LEAST, HEAD_ROOM + room + label)
        elif levels:
            y += room + label
        tops.append(y)
        heights |= {(row, net): y - label - room + (level + 0.5) * LEVEL for net, level in levels.items()}
        y += max((plan.sizes[place].height for place in places if place not in plan.grid.gaps), default=0.0)
    return _Heights(tops, heights, y)


def _path(plan: _Plan, wire: Wire, heights: _Heights) -> tuple[Point, ...]:
    """From tail to head."""
    xs, row_of = plan.columns(wire), plan.grid.row_of
    route = plan.grid.routes.get(wire.key)
    if not route:
        row = row_of[plan.grid.boxes[wire.tail]]
        top, level = heights.tops[row], heights.levels[row, wire.key]
        return Point(xs[0], top), Point(xs[0], level), Point(xs[1], level), Point(xs[1], top)
    points = [Point(xs[0], heights.tops[row_of[route[0]]])]
    for place, (low, high) in zip(route, pairwise(xs), strict=False):
        if low != high:
            level = heights.levels[row_of[place], plan.net(wire, place)]
            points += [Point(low, level), Point(high, level)]
    upper = route[-1]
    points.append(Point(xs[-1], heights.tops[row_of[upper]] + plan.sizes[upper].height))
    return tuple(points) if route[0] == plan.grid.boxes[wire.tail] else tuple(reversed(points))

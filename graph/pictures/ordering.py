"""Who stands left of whom: few crossings, by barycentres and swaps of neighbours.

Method: Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical system structures (1981).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from graph.pictures.wires import Wire

ROUNDS = 16


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


def grid_of(row_of: Mapping[str, int], wires: Sequence[Wire]) -> Grid:
    """The rows with gaps for every wire that passes a row, ordered so that few lines cross.

    Wires of one trunk share their gaps. The result does not depend on the order of the input.
    """
    boxes = {name: number for number, name in enumerate(sorted(row_of))}
    grid = Grid([[] for _ in range(max(row_of.values(), default=-1) + 1)], [row_of[name] for name in boxes], boxes)
    _route(grid, row_of, wires)
    _fork(grid, wires)
    joined = {pair for route in grid.routes.values() for pair in pairwise(route)}
    grid.above = [[] for _ in grid.row_of]
    grid.below = [[] for _ in grid.row_of]
    for low, high in sorted(joined):
        grid.above[low].append(high)
        grid.below[high].append(low)
    starts = [_start(grid, reverse) for reverse in (False, True)]
    rows = min((_improved(grid, start) for start in starts), key=lambda rows: _crossings(grid, rows))
    grid.rows = _trunks_in_the_middle(grid, rows)
    return grid


def _route(grid: Grid, row_of: Mapping[str, int], wires: Sequence[Wire]) -> None:
    gaps: dict[tuple[str, str, int], int] = {}
    for wire in sorted(wires, key=lambda wire: wire.key):
        low, high = wire.tail, wire.head
        if row_of[low] == row_of[high]:
            continue
        if row_of[low] < row_of[high]:
            low, high = high, low
        route = [grid.boxes[low]]
        for row in range(row_of[low] - 1, row_of[high], -1):
            gap = (high, wire.trunk, row)
            if gap not in gaps:
                gaps[gap] = len(grid.row_of)
                grid.row_of.append(row)
            route.append(gaps[gap])
        grid.routes[wire.key] = (*route, grid.boxes[high])


def _fork(grid: Grid, wires: Sequence[Wire]) -> None:
    """Wires alike out of one box run together, each of them the only one of its sort into its upper box.

    With a second one there a reader could follow the line from the wrong box.
    """
    into: dict[tuple[int, str], int] = defaultdict(int)
    for wire in wires:
        if wire.key in grid.routes:
            into[grid.routes[wire.key][-1], wire.trunk] += 1
    first: dict[tuple[int, str, str, bool], str] = {}
    for wire in sorted(wires, key=lambda wire: wire.key):
        route = grid.routes.get(wire.key)
        grid.forks[wire.key] = wire.key
        if route and into[route[-1], wire.trunk] == 1:
            sort = (route[0], wire.trunk, wire.word, route[0] == grid.boxes[wire.tail])
            grid.forks[wire.key] = first.setdefault(sort, wire.key)


def _start(grid: Grid, reverse: bool) -> list[list[int]]:
    """An order in which what hangs together stands together: depth first from the places of the top rows."""
    rows: list[list[int]] = [[] for _ in grid.rows]
    seen: set[int] = set()
    places = sorted(range(len(grid.row_of)), key=lambda place: (grid.row_of[place], place))
    stack = list(reversed(places))
    while stack:
        place = stack.pop()
        if place in seen:
            continue
        seen.add(place)
        rows[grid.row_of[place]].append(place)
        near = [*grid.below[place], *grid.above[place]]
        stack.extend(near if reverse else reversed(near))
    return rows


def _improved(grid: Grid, rows: list[list[int]]) -> list[list[int]]:
    best, fewest = [list(row) for row in rows], _crossings(grid, rows)
    for number in range(ROUNDS):
        downwards = number % 2 == 0
        order = range(1, len(rows)) if downwards else range(len(rows) - 2, -1, -1)
        for row in order:
            _by_barycentre(rows, row, grid.above if downwards else grid.below, -1 if downwards else 1)
        _swap_neighbours(grid, rows)
        crossings = _crossings(grid, rows)
        if crossings < fewest:
            best, fewest = [list(row) for row in rows], crossings
        if not fewest:
            break
    return best


def _trunks_in_the_middle(grid: Grid, rows: list[list[int]]) -> list[list[int]]:
    """Among boxes under the same one, the gap for those farther down in the middle, where no more lines cross so."""
    fewest = _crossings(grid, rows)
    for number in range(1, len(rows)):
        changed = [list(row) for row in rows]
        changed[number] = [
            place
            for _, run in groupby(rows[number], lambda place: _hangs_from(grid, place))
            for place in _halved(grid, list(run), number % 2)
        ]
        changed = _follow(grid, changed, number + 1)
        crossings = _crossings(grid, changed)
        if crossings <= fewest:
            rows, fewest = changed, crossings
    return rows


def _follow(grid: Grid, rows: list[list[int]], first: int) -> list[list[int]]:
    for row in range(first, len(rows)):
        _by_barycentre(rows, row, grid.above, -1)
    return rows


def _hangs_from(grid: Grid, place: int) -> tuple[int, ...]:
    """The box above a place where it hangs from that alone, a trunk standing for the box that it leads to."""
    above = grid.above[place]
    while len(above) == 1 and above[0] in grid.gaps:
        above = grid.above[above[0]]
    return tuple(above)


def _halved(grid: Grid, run: Sequence[int], more_left: int) -> list[int]:
    boxes = [place for place in run if place not in grid.gaps]
    half = (len(boxes) + more_left) // 2
    return [*boxes[:half], *(place for place in run if place in grid.gaps), *boxes[half:]]


def _by_barycentre(rows: list[list[int]], row: int, joined: Sequence[Sequence[int]], step: int) -> None:
    """Sort a row by the mean place of what each is joined to; what is joined to nothing keeps its place."""
    at = {place: number for number, place in enumerate(rows[row + step])}
    means = {
        place: sum(at[other] for other in joined[place]) / len(joined[place]) for place in rows[row] if joined[place]
    }
    movable = iter(sorted(means, key=lambda place: (means[place], rows[row].index(place))))
    rows[row] = [next(movable) if place in means else place for place in rows[row]]


def _swap_neighbours(grid: Grid, rows: list[list[int]]) -> None:
    at = {place: number for row in rows for number, place in enumerate(row)}
    for row in rows:
        swapped = True
        rounds = 0
        while swapped and rounds < len(row):
            swapped, rounds = False, rounds + 1
            for left in range(len(row) - 1):
                one, other = row[left], row[left + 1]
                if _pair(grid, at, other, one) < _pair(grid, at, one, other):
                    row[left], row[left + 1] = other, one
                    at[one], at[other] = left + 1, left
                    swapped = True


def _pair(grid: Grid, at: Mapping[int, int], left: int, right: int) -> int:
    """Crossings between the lines of two places when they stand in this order."""
    return sum(
        at[one] > at[other] for joined in (grid.above, grid.below) for one in joined[left] for other in joined[right]
    )


def _crossings(grid: Grid, rows: Sequence[Sequence[int]]) -> int:
    at = {place: number for row in rows for number, place in enumerate(row)}
    count = 0
    for row in rows:
        ends: dict[int, list[int]] = defaultdict(list)
        for place in row:
            ends[at[place]] = sorted(at[other] for other in grid.above[place])
        passed: list[int] = []
        for number in sorted(ends):
            count += sum(before > end for end in ends[number] for before in passed)
            passed.extend(ends[number])
    return count

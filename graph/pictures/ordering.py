"""Who stands left of whom: few crossings, and an order that one body more does not upset.

Method: Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical system structures (1981).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from graph.pictures.grid import FEW, Grid, Rows
from graph.pictures.uncrossing import by_barycentre, nudged, swept
from graph.pictures.wires import Wire


def grid_of(row_of: Mapping[str, int], wires: Sequence[Wire], focus: Collection[str] = ()) -> Grid:
    """The rows with gaps for every wire that passes a row, ordered so that few lines cross.

    Wires of one trunk share their gaps. The result does not depend on the order of the input. What one box more
    changes is little where it does not hang together with the rest otherwise: the order begins at the focus.
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
    roots = _roots(grid, focus)
    start = _start(grid, roots)
    found = [swept(grid, start)]
    if len(boxes) <= FEW:
        found = [nudged(grid, start), *found, swept(grid, _start(grid, roots, reverse=True))]
    # Of orders with as few crossings the first is taken, which is the nearest to where all started from.
    rows = min(found, key=grid.crossings)
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


def _roots(grid: Grid, focus: Collection[str]) -> list[int]:
    """The boxes in the focus; without one the box with the most lines."""
    roots = [number for name, number in grid.boxes.items() if name in focus]
    ties = [len(grid.above[place]) + len(grid.below[place]) for place in grid.boxes.values()]
    return roots or [place for place, count in enumerate(ties) if count == max(ties)][:1]


def _start(grid: Grid, roots: Sequence[int], *, reverse: bool = False) -> Rows:
    """An order in which what hangs together stands together: depth first from the roots, then the top rows.

    A box that hangs on one other only comes in between, and leaves the order of the rest as it is.
    """
    rows: Rows = [[] for _ in grid.rows]
    seen: set[int] = set()
    places = sorted(range(len(grid.row_of)), key=lambda place: (grid.row_of[place], place))
    stack = [*reversed(places), *reversed(roots)]
    while stack:
        place = stack.pop()
        if place in seen:
            continue
        seen.add(place)
        rows[grid.row_of[place]].append(place)
        near = [*grid.below[place], *grid.above[place]]
        stack.extend(near if reverse else reversed(near))
    return rows


def _trunks_in_the_middle(grid: Grid, rows: Rows) -> Rows:
    """Among boxes under the same one, the gap for those farther down in the middle, where no more lines cross so."""
    followed = len(rows)
    for number in range(1, len(rows)):
        changed = list(rows)
        changed[number] = [
            place
            for _, run in groupby(rows[number], lambda place: _hangs_from(grid, place))
            for place in _halved(grid, list(run), number % 2)
        ]
        end = _follow(grid, rows, changed, number + 1, followed)
        if _more(grid, rows, changed, range(number, end)) <= 0:
            rows, followed = changed, number + 1
    return rows


def _follow(grid: Grid, rows: Rows, changed: Rows, first: int, followed: int) -> int:
    """Sort the rows beneath a changed one by those above them, and return the first that is left as it was.

    From the row `followed` on they are sorted so already: where the one above is as it was, nothing changes.
    """
    for row in range(first, len(rows)):
        if row >= followed and changed[row - 1] == rows[row - 1]:
            return row
        by_barycentre(changed, row, grid.above, -1)
    return len(rows)


def _more(grid: Grid, rows: Rows, changed: Rows, within: Iterable[int]) -> int:
    """How many lines more cross above these rows than before."""
    return sum(
        grid.crossed(changed[row - 1], changed[row]) - grid.crossed(rows[row - 1], rows[row])
        for row in within
        if changed[row - 1 : row + 1] != rows[row - 1 : row + 1]
    )


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

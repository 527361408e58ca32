"""Walks inside Neo4j: which routes there are is found by the database, their order and their cut are ours.

To one end, or to all that is reached upwards, the database gives all shortest routes. Where parallel ties make too many
of them, downwards where there are many by nature, and where a walk has a length of its own, it gives what is reached
and the steps between, and the routes are read off these as in the embedded store.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, LiteralString

from graph.spans import FIRST_DAY, LAST_DAY, day_after
from graph.stores import cypher, cypher_parts
from graph.stores.neo4j_server import Server, TimedOut
from graph.stores.search import RouteSearch
from graph.walks import Found, Ties, Walk

MOST_PATHS = 20_000
"""How many routes are taken from the database, parallel ties told apart, before the steps are asked for instead."""


class Reached:
    """What a walk reaches and the steps between, as the ground of a search."""

    def __init__(self, steps: Iterable[tuple[str, str, list[str]]], *, down: bool, either: bool) -> None:
        self._kinds: dict[str, str] = {}
        self._ahead: dict[bool, dict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
        for entity, kind, beside in steps:
            self._kinds[entity] = kind
            for other in beside:
                if other != entity:
                    for upwards in (True, False) if either else (not down,):
                        self._ahead[upwards][entity].add(other)
                        self._ahead[not upwards][other].add(entity)

    def __contains__(self, entity: object) -> bool:
        return entity in self._kinds or entity in self._ahead[True] or entity in self._ahead[False]

    def kind(self, entity: str) -> str:
        return self._kinds.get(entity, "")

    def beside(self, entity: str, *, upwards: bool) -> list[str]:
        return sorted(self._ahead[upwards].get(entity, ()))


class LastGround:
    """The ground of the last walk of a length of its own: after it, a longer one over the same ties is sought."""

    def __init__(self) -> None:
        self._kept: tuple[str, Walk, Reached] | None = None

    def of(self, version: str, walk: Walk, make: Callable[[], Reached]) -> Reached:
        """The ground of the walk, made unless it is the last one's, of the same version of the data."""
        unlimited = replace(walk, hops=0, seconds=0.0, most=0)
        # Read once: another thread may put its own ground there at any moment.
        kept = self._kept
        if kept is None or kept[:2] != (version, unlimited):
            self._kept = kept = version, unlimited, make()
        return kept[2]


def prepare(server: Server) -> None:
    """Have the statements of a question with a limit of time planned."""
    server.plan(cypher_parts.about(), part={})
    for lens, end in ((True, True), (True, False), (False, True)):
        # With no parameter but its own: for others it would be planned once more.
        server.plan(cypher.shortest(lens=lens, end=end), walk={}, paths=MOST_PATHS)
    for down in (True, False):
        server.plan(cypher.reached(lens=True, down=down), walk={})


def shortest(server: Server, walk: Walk) -> Found:
    """As `Store.shortest`."""
    if walk.start == walk.end:
        return Found()
    deadline = time.monotonic() + walk.seconds
    try:
        if walk.end or not walk.down:
            found = _routes(server, walk)
            if found is not None:
                return found
        ground = _reached(server, walk, deadline)
    except TimedOut:
        return Found(cut="time")
    return RouteSearch(ground, walk, deadline).shortest()


def exactly(server: Server, walk: Walk, steps: int, version: str, last: LastGround) -> Found:
    """As `Store.exactly`, on data of that version."""
    if steps < 1 or walk.start == walk.end:
        return Found()
    deadline = time.monotonic() + walk.seconds
    walk = _upwards(walk)
    try:
        ground = last.of(version, walk, lambda: _reached(server, walk, deadline))
    except TimedOut:
        return Found(cut="time")
    return RouteSearch(ground, walk, deadline).exactly(steps)


def days(server: Server, ties: Ties, most: int) -> tuple[tuple[date, ...], bool]:
    """As `Store.days`."""
    if not server.read(cypher.META):
        return (), False
    # The first and the last day of all stand for "not known".
    since = max(ties.window.first, day_after(FIRST_DAY)).isoformat()
    until = min(ties.window.last, LAST_DAY - timedelta(days=1)).isoformat()
    walk = {**_ties(ties), "since": since, "until": until}
    statements = [cypher.all_days()]
    if ties.lens is not None:
        walked: tuple[LiteralString, ...] = ("ANSWERS_TO", "CROSSES_TO") if ties.same else ("ANSWERS_TO",)
        statements = [cypher.days(tie, begins) for tie in walked for begins in ("earliest_start", "latest_start")]
    found = {row["day"] for each in statements for row in server.read(each, walk=walk, most=most + 1)}
    latest = sorted(found, reverse=True)
    return tuple(map(date.fromisoformat, latest[:most])), len(latest) > most


def _ties(ties: Ties) -> dict[str, Any]:
    """The ties that a walk may use, as the statements take them."""
    return {
        "rank": cypher.NO_STRENGTH if ties.lens is None else int(ties.lens),
        "same": cypher.SAME_RANK if ties.same and not ties.sound else 0,
        "sound": ties.sound,
        "when": ties.when.value,
        "first": ties.window.first.isoformat(),
        "last": ties.window.last.isoformat(),
        "kinds": sorted(ties.kinds) or None,
        "sources": sorted(ties.sources) or None,
        "roles": sorted(ties.roles) or None,
    }


def _upwards(walk: Walk) -> Walk:
    """The same walk to its end, searched upwards."""
    return replace(walk, start=walk.end, end=walk.start, down=False) if walk.down else walk


def _routes(server: Server, walk: Walk) -> Found | None:
    """All shortest routes, to the end or upwards; None where there are too many to be counted so."""
    if walk.seconds <= 0:
        raise TimedOut
    up = _upwards(walk)
    statement = cypher.shortest(lens=walk.ties.lens is not None, end=bool(walk.end))
    rows = server.read(statement, walk.seconds, walk=_walk(up), paths=MOST_PATHS)
    if sum(row["paths"] for row in rows) >= MOST_PATHS:
        return None
    every = sorted((tuple(row["route"]) for row in rows), key=lambda route: (len(route), route))
    routes = [route for route in every if len(route) - 1 <= walk.hops and route[0] != route[-1]]
    beyond = {walk.end or route[-1] for route in every if len(route) - 1 > walk.hops and route[0] != route[-1]}
    return Found(tuple(routes[: walk.most]), "routes" if len(routes) > walk.most else "", frozenset(beyond))


def _reached(server: Server, walk: Walk, deadline: float) -> Reached:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimedOut
    lens = walk.ties.lens is not None
    rows = server.read(cypher.reached(lens=lens, down=walk.down and lens), left, walk=_walk(walk))
    steps = ((row["entity"], row["kind"], row["beside"]) for row in rows)
    return Reached(steps, down=walk.down, either=not lens)


def _walk(walk: Walk) -> dict[str, Any]:
    return {
        **_ties(walk.ties),
        "start": walk.start,
        "end": walk.end,
        "people": walk.ties.lens is None,
        "through": sorted(walk.through) or None,
    }

"""The Neo4j store, measured beside Cypher written by hand and beside MERGE row by row."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, LiteralString

import neo4j

from graph.queries.search import MOST_DAYS
from graph.store import Store
from graph.stores.neo4j_address import read_address
from graph.stores.neo4j_server import Server
from graph.stores.neo4j_store import Neo4jStore
from graph.stores.networkx_store import NetworkxStore
from graph.subgraph import Subgraph
from graph.walks import Ties
from tests.bench import handwritten
from tests.bench.asked import QUESTIONS, TIED, Asked, picked
from tests.bench.embedded import STORE as EMBEDDED
from tests.bench.embedded import Memory, names, routes_beside
from tests.bench.rows import Rows, picked_rows
from tests.bench.timing import Measured, memory, side_by_side, spent, timed
from tests.neo4j.server import Place
from tests.synthetic import cast_of, governance

STORE = "neo4j"
WARMING = 4_000
"""Entities of a graph that is loaded beforehand: a server just started takes seconds to plan, whoever asks."""
CUT = 100
"""How many routes a walk may give that is to be cut."""


class Counted(Server):
    """A server that counts the statements which it is sent: each is one way to the database and back."""

    statements = 0

    def read(self, statement: LiteralString, seconds: float = 0, **parameters: Any) -> list[neo4j.Record]:
        self.statements += 1
        return super().read(statement, seconds, **parameters)


def measure(size: int, file: Path, uri: str) -> tuple[list[Measured], Memory]:
    """Load the graph and ask: what loading and each question take, and what this side holds meanwhile."""
    embedded = NetworkxStore(file)
    graph = embedded.read()
    before = memory()
    scheme, _, address = uri.partition("://")
    place = Place(address, os.environ.get("NEO4J_PASSWORD", ""), scheme)
    server = Counted(read_address(uri, place.password))
    with (
        place.driver() as driver,
        driver.session(database="neo4j") as session,
        Neo4jStore(server) as store,
    ):
        cold, _ = timed(lambda: store.load(governance(WARMING)))
        store.load(Subgraph())
        loaded, _ = timed(lambda: store.load(graph))
        held = memory()
        again, _ = timed(lambda: store.load(graph))
        by_hand = handwritten.HandWritten(session)
        lines = [
            Measured(size, STORE, f"load {WARMING} entities, server just started", spent([cold])),
            _load(size, loaded, by_hand, graph),
            Measured(size, STORE, "load again, unchanged", spent([again])),
            *names(size, STORE, store),
        ]
        by_hand.load(graph)
        asked = picked(cast_of(size))
        first, _ = timed(partial(asked["up"][0].answer, store))
        lines.append(Measured(size, STORE, "first answer", spent([first])))
        for question in QUESTIONS:
            lines.append(routes_beside(size, STORE, store, (handwritten.NAME, by_hand.routes), asked[question]))
            lines.append(_answers(size, server, (store, embedded), question, asked[question]))
        for name, rows in picked_rows(cast_of(size)).items():
            lines.append(_answers(size, server, (store, embedded), name, rows))
        lines += [
            _walks(size, (store, embedded), asked[TIED], "routes"),
            _walks(size, (store, embedded), asked["down"], f"routes, cut at {CUT}", CUT),
        ]
        lines += [_days(size, (store, embedded), asked["between"][0])]
    return lines, {"before": before, "loaded": held, "asked": memory()}


def _answers(
    size: int, server: Counted, stores: tuple[Store, Store], name: str, asked: Sequence[Asked | Rows]
) -> Measured:
    """The line of the whole answers beside those of the embedded store, which must be the same to the letter."""
    ours, theirs = ([partial(each.answer, store) for each in asked] for store in stores)
    server.statements = 0
    for one in ours:
        one()
    what = f"{name}: whole answer ({server.statements / len(ours):.0f} statements)"
    mine, others, same = side_by_side(ours, theirs)
    return Measured(size, STORE, what, mine, EMBEDDED, others, same)


def _walks(size: int, stores: tuple[Store, Store], asked: list[Asked], what: str, most: int = 0) -> Measured:
    """The line of walks beside those of the embedded store, which finds, orders and cuts the same."""
    ours, theirs = ([partial(store.shortest, each.walk(most)) for each in asked] for store in stores)
    mine, others, same = side_by_side(ours, theirs)
    return Measured(size, STORE, f"{asked[0].question}: {what}", mine, EMBEDDED, others, same)


def _days(size: int, stores: tuple[Store, Store], asked: Asked) -> Measured:
    """The line of the days on which ties begin, where no day was asked about."""
    ties = Ties(asked.lens)
    ours, theirs = ([partial(store.days, ties, MOST_DAYS)] for store in stores)
    mine, others, same = side_by_side(ours, theirs)
    return Measured(size, STORE, "days", mine, EMBEDDED, others, same)


def _load(size: int, seconds: float, by_hand: handwritten.HandWritten, graph: Subgraph) -> Measured:
    """Our load beside what as many rows would take one by one, reckoned from the first thousands of them."""
    taken, rows = timed(lambda: by_hand.merge_rows(graph))
    by_hand.clear_rows()
    everything = len(graph.sources) + len(graph.entities) + len(graph.claims) + len(graph.relations)
    reckoned = taken / rows * everything
    name = f"{handwritten.ROWS_NAME}: {rows} rows in {taken:.1f} s, reckoned for {everything}"
    return Measured(size, STORE, f"load {everything} records", spent([seconds]), name, spent([reckoned]))

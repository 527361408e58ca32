"""The Neo4j store, measured beside Cypher written by hand and beside MERGE row by row."""

import os
from functools import partial
from pathlib import Path

from graph.stores import open_store
from graph.stores.networkx_store import NetworkxStore
from graph.subgraph import Subgraph
from tests.bench import handwritten
from tests.bench.asked import QUESTIONS, picked
from tests.bench.embedded import Memory, answers, pair, routes, whole
from tests.bench.timing import Measured, memory, side_by_side, spent, timed
from tests.neo4j.server import Place
from tests.synthetic import cast_of

STORE = "neo4j"


def measure(size: int, file: Path, uri: str) -> tuple[list[Measured], Memory]:
    """Load the graph and ask: what loading and each question take, and what this side holds meanwhile."""
    graph = NetworkxStore(file).read()
    before = memory()
    scheme, _, address = uri.partition("://")
    place = Place(address, os.environ.get("NEO4J_PASSWORD", ""), scheme)
    with (
        place.driver() as driver,
        driver.session(database="neo4j") as session,
        open_store(uri, place.password) as store,
    ):
        loaded, _ = timed(lambda: store.load(graph))
        held = memory()
        again, _ = timed(lambda: store.load(graph))
        by_hand = handwritten.HandWritten(session)
        lines = [
            _load(size, loaded, by_hand, graph),
            Measured(size, STORE, "load again, unchanged", spent([again])),
        ]
        by_hand.load(graph)
        asked = picked(cast_of(size))
        first, _ = timed(whole(store, asked["up"][0]))
        lines.append(Measured(size, STORE, "first answer", spent([first])))
        for question in QUESTIONS:
            ours, theirs, same = side_by_side(
                [partial(routes, store, each) for each in asked[question]],
                [partial(by_hand.routes, each) for each in asked[question]],
            )
            lines += pair(size, STORE, question, (ours, theirs, same, handwritten.NAME))
            lines.append(answers(size, STORE, store, asked[question]))
    return lines, {"before": before, "loaded": held, "asked": memory()}


def _load(size: int, seconds: float, by_hand: handwritten.HandWritten, graph: Subgraph) -> Measured:
    """Our load beside what as many rows would take one by one, reckoned from the first thousands of them."""
    taken, rows = timed(lambda: by_hand.merge_rows(graph))
    by_hand.clear_rows()
    everything = len(graph.sources) + len(graph.entities) + len(graph.claims) + len(graph.relations)
    reckoned = taken / rows * everything
    name = f"{handwritten.ROWS_NAME}: {rows} rows in {taken:.1f} s, reckoned for {everything}"
    return Measured(size, STORE, f"load {everything} records", spent([seconds]), name, spent([reckoned]))

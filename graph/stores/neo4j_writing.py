"""Rows into Neo4j: just what has changed in one transaction, or all of a graph beside what is there, in batches."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from threading import Event
from typing import Any, LiteralString, TypeVar

import neo4j

from graph.errors import StoreUnavailable
from graph.stores import cypher_load
from graph.stores.neo4j_records import (
    Properties,
    Rows,
    Tables,
    claim_rows,
    entity_rows,
    fact_rows,
    source_rows,
    tie_rows,
)
from graph.stores.neo4j_server import Server
from graph.subgraph import Subgraph

Transaction = neo4j.Transaction | neo4j.ManagedTransaction
Result = TypeVar("Result")

_STEPS = {"": 0, "subject": 1, "object": 1, "across": 2}
_SECONDS = 600.0
"""Seconds that one batch may take."""


def write_changes(transaction: Transaction, release: str, old: Tables, new: Tables) -> None:
    """Make of the old rows the new ones, within a transaction.

    :raises ValueError: when a row names an end that is not there.
    """
    sources = _Change(old.sources, new.sources)
    entities = _Change(old.entities, new.entities)
    claims = _Change(old.claims, new.claims)
    ties = _Change(old.ties, new.ties)
    facts = _Change(old.facts, new.facts)

    def run(statement: LiteralString, **rows: Any) -> None:
        if any(rows.values()):
            transaction.run(statement, release=release, **rows).consume()

    run(cypher_load.REMOVE_TIES, rows=[old.ties[key] for key in ties.gone_or_other])
    run(cypher_load.remove("Fact"), ids=facts.gone_or_other)
    run(cypher_load.remove("Claim"), ids=claims.gone_or_other)
    run(cypher_load.remove("Entity"), ids=entities.gone)
    run(cypher_load.remove("Source"), ids=sources.gone)
    run(cypher_load.CHANGE_SOURCES, rows=[new.sources[key] for key in sources.other])
    run(cypher_load.CHANGE_ENTITIES, rows=[new.entities[key] for key in entities.other])
    added_claims = [new.claims[key] for key in claims.added_or_other]
    for addition, rows in (
        (_SOURCES, [new.sources[key] for key in sources.added]),
        (_ENTITIES, [new.entities[key] for key in entities.added]),
        (_CLAIMS, added_claims),
        (_SUBJECTS, added_claims),
        (_TIES, [new.ties[key] for key in ties.added_or_other]),
        (_FACTS, [new.facts[key] for key in facts.added_or_other]),
    ):
        if rows:
            addition(transaction, release, rows)


def write_beside(server: Server, release: str, graph: Subgraph) -> None:
    """Write the graph under labels that no question looks at, then give it its own; all in batches.

    What locks nothing that the other needs is written side by side: while the database writes one batch, the next is
    made and sent.

    :raises TypeError: when a record holds what cannot be kept; so does ValueError.
    :raises ValueError: when a row names an end that is not there.
    :raises StoreUnavailable: when it cannot be written; also when another load has begun to take it away.
    """

    def add(addition: "_Addition", rows: Iterable[Properties]) -> Iterator[None]:
        for batch in _batches(rows):
            write(server, _held(partial(addition, release=release, rows=batch, staged="Staged"), release))
            yield

    _side_by_side(
        chain(add(_ENTITIES, entity_rows(graph)), add(_TIES, tie_rows(graph)), add(_FACTS, fact_rows(graph))),
        chain(add(_SOURCES, source_rows(graph)), add(_CLAIMS, claim_rows(graph))),
    )
    _side_by_side(add(_SUBJECTS, claim_rows(graph)))
    _side_by_side(*(_publish(server, label, release) for label in cypher_load.TABLES))


def write(server: Server, work: Callable[[neo4j.ManagedTransaction], Result]) -> Result:
    """As `Server.write`, with time enough for a batch whatever limit the database sets where none is asked for."""
    return server.write(neo4j.unit_of_work(timeout=_SECONDS)(work))


def one_batch(work: neo4j.ManagedTransaction, statement: LiteralString, release: str) -> int:
    """Run a statement that does what is left to do; how much it did, 0 at the end."""
    return int(work.run(statement, release=release, batch=cypher_load.BATCH).single(strict=True)["done"])


def _publish(server: Server, label: LiteralString, release: str) -> Iterator[None]:
    while write(server, _held(partial(one_batch, statement=cypher_load.publish(label), release=release), release)):
        yield


def _held(work: Callable[[neo4j.ManagedTransaction], Result], release: str) -> Callable[[Any], Result]:
    """The work, not to be committed once another load takes the release away.

    The lock of this load is in another transaction, which the database may have ended: what was written after the
    other has cleaned up would be nobody's.
    """

    def hold(transaction: neo4j.ManagedTransaction) -> None:
        if not transaction.run(cypher_load.HOLD, release=release).single(strict=True)["held"]:
            raise StoreUnavailable("Another load has taken over, so nothing was loaded; look at it, and load again.")

    def held(transaction: neo4j.ManagedTransaction) -> Result:
        try:
            result = work(transaction)
        except ValueError:
            # An end may be missing because the other has taken it away.
            hold(transaction)
            raise
        hold(transaction)
        return result

    return held


def _side_by_side(*lanes: Iterator[None]) -> None:
    """Take each lane to its end, two at a time; when one fails, the others stop at their next step."""
    over = Event()

    def take(lane: Iterator[None]) -> None:
        try:
            while not over.is_set():
                next(lane)
        except StopIteration:
            pass
        except BaseException:
            over.set()
            raise

    with ThreadPoolExecutor(2) as pool:
        try:
            for taken in [pool.submit(take, lane) for lane in lanes]:
                taken.result()
        finally:
            over.set()


class _Change:
    """The ids of rows that are gone, other than before, or added."""

    def __init__(self, old: Rows, new: Rows) -> None:
        self.gone = [key for key in old if key not in new]
        self.added = [key for key in new if key not in old]
        self.other = [key for key, row in new.items() if key in old and old[key] != row]

    @property
    def gone_or_other(self) -> list[str]:
        return self.gone + self.other

    @property
    def added_or_other(self) -> list[str]:
        return self.added + self.other


@dataclass(frozen=True, slots=True)
class _Addition:
    """How rows of one table are added, and how many nodes and relationships are to come of a row."""

    statement: Callable[[LiteralString], LiteralString]
    nodes: int
    relationships: Callable[[Properties], int]

    def __call__(self, work: Transaction, release: str, rows: list[Properties], staged: LiteralString = "") -> None:
        counters = work.run(self.statement(staged), release=release, rows=rows).consume().counters
        expected = self.nodes * len(rows), sum(map(self.relationships, rows))
        if (counters.nodes_created, counters.relationships_created) != expected:
            raise ValueError(f"Of {len(rows)} records some name a source or an entity that is not there.")


_SOURCES = _Addition(cypher_load.add_sources, 1, lambda _: 0)
_ENTITIES = _Addition(cypher_load.add_entities, 1, lambda _: 0)
_CLAIMS = _Addition(cypher_load.add_claims, 1, lambda _: 1)
_SUBJECTS = _Addition(cypher_load.add_subjects, 0, lambda row: len(row["speaks"]))
_TIES = _Addition(cypher_load.add_ties, 0, lambda row: 1 + _STEPS[row["steps"]])
_FACTS = _Addition(cypher_load.add_facts, 1, lambda _: 1)


def _batches(rows: Iterable[Properties]) -> Iterator[list[Properties]]:
    left = iter(rows)
    while batch := list(islice(left, cypher_load.BATCH)):
        yield batch

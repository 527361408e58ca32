"""Rows into Neo4j: just what has changed in one transaction, or all of a graph beside what is there, in batches."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Any, LiteralString

import neo4j

from graph.stores import cypher_load
from graph.stores.neo4j_records import Properties, Rows, Tables
from graph.stores.neo4j_server import Server

Transaction = neo4j.Transaction | neo4j.ManagedTransaction
Made = Callable[[Properties], tuple[int, int]]
"""How many nodes and relationships one row becomes."""

_STEPS = {"": 0, "subject": 1, "object": 1, "across": 2}


def write_changes(transaction: Transaction, release: str, old: Tables, new: Tables) -> None:
    """Make of the old rows the new ones, within a transaction.

    :raises ValueError: when a row names an end that is not there.
    """
    changes = [_Change(*pair) for pair in zip(_tables(old), _tables(new), strict=True)]
    sources, entities, claims, ties, facts = changes

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
    added = [sources.added, entities.added, claims.added_or_other, ties.added_or_other, facts.added_or_other]
    for (statement, made), table, keys in zip(_additions(""), _tables(new), added, strict=True):
        _add(transaction, statement, made, release, [table[key] for key in keys])


def write_beside(server: Server, release: str, tables: Tables) -> None:
    """Write the rows under labels that no question looks at, then give them their own; all in batches.

    :raises ValueError: when a row names an end that is not there.
    """
    for (statement, made), table in zip(_additions("Staged"), _tables(tables), strict=True):
        for batch in _batches(table.values()):
            server.write(partial(_add, statement=statement, made=made, release=release, rows=batch))
    for label in cypher_load.TABLES:
        in_batches(server, cypher_load.publish(label), release)


def in_batches(server: Server, statement: LiteralString, release: str) -> None:
    """Run the statement, each time in a transaction of its own, until it finds nothing to do."""

    def step(work: neo4j.ManagedTransaction) -> int:
        done = work.run(statement, release=release, batch=cypher_load.BATCH).single(strict=True)["done"]
        return int(done)

    while server.write(step):
        pass


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


def _tables(tables: Tables) -> tuple[Rows, ...]:
    return tables.sources, tables.entities, tables.claims, tables.ties, tables.facts


def _additions(staged: LiteralString) -> tuple[tuple[LiteralString, Made], ...]:
    """For each table the statement that adds rows to it, and what comes of a row."""
    return (
        (cypher_load.add_sources(staged), lambda _: (1, 0)),
        (cypher_load.add_entities(staged), lambda _: (1, 0)),
        (cypher_load.add_claims(staged), lambda row: (1, 1 + len(row["about"]))),
        (cypher_load.add_ties(staged), lambda row: (0, 1 + _STEPS[row["steps"]])),
        (cypher_load.add_facts(staged), lambda _: (1, 1)),
    )


def _add(work: Transaction, statement: LiteralString, made: Made, release: str, rows: list[Properties]) -> None:
    if not rows:
        return
    counters = work.run(statement, release=release, rows=rows).consume().counters
    counted = counters.nodes_created, counters.relationships_created
    expected = tuple(map(sum, zip(*map(made, rows), strict=True)))
    if counted != expected:
        raise ValueError(f"Of {len(rows)} records some name a source or an entity that is not there.")


def _batches(rows: Iterable[Properties]) -> Iterator[list[Properties]]:
    left = iter(rows)
    while batch := list(islice(left, cypher_load.BATCH)):
        yield batch

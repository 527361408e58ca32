"""The store in Neo4j: the graph in a database that others can look at too, walked by the database itself.

Entities are nodes with the label `Entity` and that of their kind, relations are relationships of their own kind from
subject to object, facts, claims and sources are nodes beside. `ANSWERS_TO` runs from who answers to whom, once for each
tie of answerability: it is what walks follow, for which way a tie is to be walked depends on its kind, and no pattern
can say so. `CROSSES_TO` does the same, both ways, for what may be the same.
"""

import time
from collections.abc import Callable, Collection
from dataclasses import fields
from datetime import date
from typing import Any, LiteralString, TypeVar

import neo4j

from graph.errors import NotInTime, StoreUnavailable
from graph.kinds import vocabulary
from graph.model import Entity, Source
from graph.store import Store
from graph.stores import cypher, cypher_parts
from graph.stores.neo4j_address import read_address
from graph.stores.neo4j_loading import current, load
from graph.stores.neo4j_records import read_record, subgraph_of
from graph.stores.neo4j_server import Server, TimedOut
from graph.stores.neo4j_walking import LastGround, days, exactly, prepare, shortest
from graph.subgraph import Subgraph
from graph.walks import Found, Ties, Walk

Read = TypeVar("Read")
_TRIES = 5
_ENTITY = tuple(field.name for field in fields(Entity))
"""What stands in each list of `cypher.NAMED`."""


class Neo4jStore(Store):
    """A graph in a Neo4j database. Nothing is connected before the first question."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self._server = server
        self._last_ground = LastGround()

    def load(self, graph: Subgraph) -> bool:
        return load(self._server, graph, self.read)

    def version(self) -> str:
        return current(self._server).version

    def read(self, *, seconds: float | None = None) -> Subgraph:
        left = _left(seconds)

        def all_tables() -> Subgraph:
            sources, entities, claims, ties, facts = (self._records(table, left()) for table in cypher.TABLES)
            return subgraph_of(sources, entities, claims, ties + facts)

        return self._whole(all_tables)

    def entities(self) -> tuple[Entity, ...]:
        (row,) = self._whole(lambda: self._server.read(cypher.NAMED))
        found = (dict(zip(_ENTITY, values, strict=True)) for values in row["rows"])
        known = ({name: value for name, value in record.items() if value is not None} for record in found)
        return tuple(sorted((read_record(record, Entity) for record in known), key=lambda entity: entity.id))

    def sources(self) -> tuple[Source, ...]:
        found = self._whole(lambda: [read_record(record, Source) for record in self._records(cypher.SOURCES)])
        return tuple(sorted(found, key=lambda source: source.id))

    def about(self, entities: Collection[str], *, among: bool = False, seconds: float | None = None) -> Subgraph:
        ids = sorted(set(entities))
        return self._part(cypher_parts.about(), seconds, ids=ids, among=among) if entities else Subgraph()

    def of_kinds(self, kinds: Collection[str], *, seconds: float | None = None) -> Subgraph:
        types = [cypher.relationship(kind) for kind in sorted(kinds) if kind in vocabulary().relations]
        return self._part(cypher_parts.of_kinds(), seconds, types=types) if types else Subgraph()

    def said_by(self, source: str) -> Subgraph:
        return self._part(cypher_parts.said_by(), None, source=source)

    def disputing(self) -> Subgraph:
        rows = self._whole(lambda: self._server.read(cypher.DISPUTING))
        return subgraph_of((row["source"] for row in rows), (), (row["claim"] for row in rows), ())

    def prepare(self) -> None:
        prepare(self._server)

    def shortest(self, walk: Walk) -> Found:
        return shortest(self._server, walk)

    def exactly(self, walk: Walk, steps: int) -> Found:
        return exactly(self._server, walk, steps, self.settling_version(), self._last_ground)

    def days(self, ties: Ties, most: int) -> tuple[tuple[date, ...], bool]:
        return days(self._server, ties, most)

    def close(self) -> None:
        self._server.close()

    def _records(self, statement: LiteralString, seconds: float = 0) -> list[dict[str, Any]]:
        return [row["record"] for row in self._read(statement, seconds)]

    def _read(self, statement: LiteralString, seconds: float, **parameters: Any) -> list[neo4j.Record]:
        try:
            return self._server.read(statement, seconds, **parameters)
        except TimedOut as error:
            raise NotInTime(f"The database needs more than {seconds:g} seconds for this.") from error

    def _part(self, statement: LiteralString, seconds: float | None, **part: Any) -> Subgraph:
        """The part of the graph in the one row of a statement, or in none, read while no load ended."""
        left = _left(seconds)
        for _ in range(_TRIES):
            rows = self._read(statement, left(), part=part)
            if not rows:
                return Subgraph()
            (row,) = rows
            if row["settled"]:
                return subgraph_of(row["sources"], row["entities"], row["claims"], row["relations"])
        raise _restless()

    def _whole(self, reading: Callable[[], Read]) -> Read:
        """What several statements read, while no load ended: Neo4j promises nothing of the kind, not for one either."""
        before = current(self._server)
        for _ in range(_TRIES):
            found = reading()
            after = current(self._server)
            if after == before:
                return found
            before = after
        raise _restless()


def _left(seconds: float | None) -> Callable[[], float]:
    """What is left of some seconds from now on, as `Server.read` takes it: nothing where there is no limit."""
    if seconds is None:
        return lambda: 0
    end = time.monotonic() + seconds
    return lambda: max(end - time.monotonic(), 0.001)


def _restless() -> StoreUnavailable:
    return StoreUnavailable("The data is loaded again and again while it is read; ask again in a moment.")


def open_url(url: str, password: str = "") -> Store:
    """The store of a `neo4j://user@host:port/database` address, or `bolt://`, or with `+s` over TLS.

    :raises StoreUnavailable: when the address cannot be read, or holds a password.
    """
    return Neo4jStore(Server(read_address(url, password)))

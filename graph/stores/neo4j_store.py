"""The store in Neo4j: the graph in a database that others can look at too, walked by the database itself.

Entities are nodes with the label `Entity` and that of their kind, relations are relationships of their own kind from
subject to object, facts, claims and sources are nodes beside. `ANSWERS_TO` runs from who answers to whom, once for each
tie of answerability: it is what walks follow, for which way a tie is to be walked depends on its kind, and no pattern
can say so. `CROSSES_TO` does the same, both ways, for what may be the same.
"""

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, LiteralString, TypeVar

import neo4j

from graph.errors import NotInTime, OtherRelease, StoreUnavailable
from graph.kinds import vocabulary
from graph.model import Entity, Source
from graph.saved import SavedViews
from graph.store import Part, Store
from graph.stores import cypher, cypher_parts
from graph.stores.neo4j_address import read_address
from graph.stores.neo4j_loading import FORMAT, Release, current, load
from graph.stores.neo4j_records import subgraph_of
from graph.stores.neo4j_server import Server, TimedOut
from graph.stores.neo4j_views import Neo4jViews
from graph.stores.neo4j_walking import LastGround, days, exactly, prepare, shortest
from graph.subgraph import Subgraph
from graph.walks import Found, Ties, Walk

Read = TypeVar("Read")
_TRIES = 5
_SHARE = 0.8
"""Of the seconds left the part that the database is given: it looks at its own clock every other second."""
_MANY = 1000
"""After how many records the clock is looked at."""


class Neo4jStore(Store):
    """A graph in a Neo4j database. Nothing is connected before the first question."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self._server = server
        self._last_ground = LastGround()
        self._views = Neo4jViews(server)

    def load(self, graph: Subgraph) -> bool:
        return load(self._server, graph, self.read)

    def version(self) -> str:
        return self._release().version

    def read(self, *, without: Collection[Part] = (), seconds: float | None = None) -> Subgraph:
        limit = _Limit(seconds)

        def tables() -> dict[str, list[str]]:
            return {
                table: [text for statement in statements for text in self._texts(statement, limit)]
                for table, statements in cypher.TABLES.items()
                if table not in without
            }

        return limit.made_of(self._whole(tables))

    def entities(self) -> tuple[Entity, ...]:
        return tuple(self.read(without={"sources", "claims", "relations"}).entities.values())

    def tie_counts(self) -> Mapping[str, int]:
        rows = self._whole(lambda: self._read(cypher.TIE_COUNTS, _Limit()))
        return {row["id"]: row["ties"] for row in rows}

    def sources(self) -> tuple[Source, ...]:
        found = self._whole(lambda: self._texts(cypher.SOURCES, _Limit()))
        return tuple(subgraph_of(sources=found).sources.values())

    def about(self, entities: Collection[str], *, among: bool = False, seconds: float | None = None) -> Subgraph:
        ids = sorted(set(entities))
        return self._part(cypher_parts.about(), seconds, ids=ids, among=among) if entities else Subgraph()

    def of_kinds(self, kinds: Collection[str], *, seconds: float | None = None) -> Subgraph:
        types = [cypher.relationship(kind) for kind in sorted(kinds) if kind in vocabulary().relations]
        return self._part(cypher_parts.of_kinds(), seconds, types=types) if types else Subgraph()

    def naming(self, entity: str, *, seconds: float | None = None) -> Subgraph:
        return self._part(cypher_parts.naming(), seconds, entity=entity)

    def said_by(self, source: str) -> Subgraph:
        return self._part(cypher_parts.said_by(), None, source=source)

    def disputing(self) -> Subgraph:
        rows = self._whole(lambda: self._server.read(cypher.DISPUTING))
        return subgraph_of([row["source"] for row in rows], claims=[row["claim"] for row in rows])

    def prepare(self) -> None:
        prepare(self._server)

    def shortest(self, walk: Walk) -> Found:
        return shortest(self._server, walk)

    def exactly(self, walk: Walk, steps: int) -> Found:
        return exactly(self._server, walk, steps, self.settling_version(), self._last_ground)

    def days(self, ties: Ties, most: int) -> tuple[tuple[date, ...], bool]:
        return days(self._server, ties, most)

    def views(self) -> SavedViews:
        return self._views

    def close(self) -> None:
        self._server.close()

    def _release(self) -> Release:
        """What answers now.

        :raises OtherRelease: when another version of this program wrote it.
        """
        now = current(self._server)
        if now.release and now.format != FORMAT:
            raise OtherRelease(
                "The data in Neo4j was written by another release of govgraph; load your tables into it again."
            )
        return now

    def _texts(self, statement: LiteralString, limit: "_Limit") -> list[str]:
        return [text for row in self._read(statement, limit) for text in row["texts"]]

    def _read(self, statement: LiteralString, limit: "_Limit", **parameters: Any) -> list[neo4j.Record]:
        try:
            return self._server.read(statement, limit.left, **parameters)
        except TimedOut as error:
            raise limit.exceeded() from error

    def _part(self, statement: LiteralString, seconds: float | None, **part: Any) -> Subgraph:
        """The part of the graph in the one row of a statement, or in none, read while no load ended."""
        limit = _Limit(seconds)
        for _ in range(_TRIES):
            rows = self._read(statement, limit, part=part)
            if not rows:
                return Subgraph()
            (row,) = rows
            if row["settled"]:
                return limit.made_of({table: row[table] for table in cypher.TABLES})
        raise _restless()

    def _whole(self, reading: Callable[[], Read]) -> Read:
        """What several statements read, while no load ended: Neo4j promises nothing of the kind, not for one either."""
        before = self._release()
        for _ in range(_TRIES):
            found = reading()
            after = self._release()
            if after == before:
                return found
            before = after
        raise _restless()


class _Limit:
    """The seconds that a reading may take from now on, all of it: what is read must be made records too."""

    def __init__(self, seconds: float | None = None) -> None:
        self._seconds = seconds
        self._end = None if seconds is None else time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that the database may take, as `Server.read` takes them: nothing where there is no limit."""
        return 0.0 if self._end is None else max((self._end - time.monotonic()) * _SHARE, 0.001)

    def exceeded(self) -> NotInTime:
        """What is raised when the time is up."""
        return NotInTime(f"To read this takes more than {self._seconds:g} seconds.")

    def made_of(self, texts: Mapping[str, Sequence[str]]) -> Subgraph:
        """The part that the texts of each table make; raises `exceeded` as soon as the time is up."""
        return subgraph_of(**{table: self._within(each) for table, each in texts.items()})

    def _within(self, texts: Sequence[str]) -> Iterator[str]:
        for place in range(0, len(texts), _MANY):
            if self._end is not None and time.monotonic() > self._end:
                raise self.exceeded()
            yield from texts[place : place + _MANY]


def _restless() -> StoreUnavailable:
    return StoreUnavailable("The data is loaded again and again while it is read; ask again in a moment.")


def open_url(url: str, password: str = "") -> Store:
    """The store of a `neo4j://user@host:port/database` address, or `bolt://`, or with `+s` over TLS.

    :raises StoreUnavailable: when the address cannot be read, or holds a password.
    """
    return Neo4jStore(Server(read_address(url, password)))

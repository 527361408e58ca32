"""Loads into Neo4j: all or nothing, one at a time.

Whoever loads holds the lock on the node `Release` in one transaction from the beginning to the end; the database lets
go of it as soon as the loader is gone. That transaction ends with the switch, so nothing changes without it.

A graph of up to `SMALL` records is compared with what is there, and just the differences are written, in that one
transaction. A larger one is written beside it in batches, as another release under labels that no question looks at
(only its relationships can be seen, by a query that names no label); then it gets its labels, in batches as well, and
the switch names it as the one that answers. Statements find their first nodes by the release that answers, and
relationships never lead from one release to another. What a killed load has left, and the release that answers no more,
is on record as a `Leftover`, and taken away after the switch or before the next load.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, fields
from functools import partial
from typing import Any, LiteralString
from uuid import uuid4

import neo4j

from graph import codec
from graph.errors import StoreUnavailable
from graph.stores import cypher, cypher_load
from graph.stores.neo4j_records import tables_of
from graph.stores.neo4j_server import Server, TimedOut
from graph.stores.neo4j_writing import one_batch, write, write_beside, write_changes
from graph.subgraph import Subgraph

FORMAT = 3
"""Rises with each change of what is written; what another format wrote is written anew."""
SMALL = 20_000
_LONGEST = 6 * 3600.0
"""Seconds that a load may take."""
_PATIENCE = 5.0
"""Seconds to wait for another load, or for the database to notice that one was killed."""
_MEANWHILE = "Another load has ended meanwhile, so nothing was loaded; look at it, and load again."


@dataclass(frozen=True, slots=True)
class Release:
    """What answers now; all empty where nothing was ever loaded."""

    release: str = ""
    version: str = ""
    digest: str = ""
    format: int = 0
    records: int = 0


def current(server: Server) -> Release:
    """The release that answers now."""
    rows = server.read(cypher.META)
    return _release(rows[0]["now"]) if rows else Release()


def load(server: Server, graph: Subgraph, read: Callable[[], Subgraph]) -> bool:
    """As `Store.load`; `read` gives what the store holds now.

    :raises TypeError: when a record holds what cannot be kept; so does ValueError.
    :raises StoreUnavailable: when it cannot be written.
    """
    try:
        return _load(server, graph, read)
    except TimedOut as error:
        raise StoreUnavailable(
            "The load took too long, or was ended by somebody who looks after the database; it is as it was."
        ) from error


def _load(server: Server, graph: Subgraph, read: Callable[[], Subgraph]) -> bool:
    before = current(server)
    digest = hashlib.sha256(codec.encode(graph)).hexdigest()
    if (before.digest, before.format) == (digest, FORMAT) or not (before.release or graph != Subgraph()):
        _tidy(server, before)
        return False
    records = sum(map(len, (graph.sources, graph.entities, graph.claims, graph.relations)))
    small = max(records, before.records) <= SMALL and before.format in (0, FORMAT)
    release = before.release if small and before.release else uuid4().hex[:12]
    after = Release(release, codec.version(graph), digest, FORMAT, records)
    tables = (tables_of(read() if before.release else Subgraph()), tables_of(graph)) if small else None
    _refuse_foreign(server, before)
    _prepare(server)
    with _locked(server, before) as transaction:
        _clean_leftovers(server)
        if tables:
            write_changes(transaction, release, *tables)
        else:
            write(server, partial(_run, statement=cypher_load.LEAVE, release=release))
            write_beside(server, release, graph)
            transaction.run(cypher_load.CHANGE_PLACES, release=release, before=before.release or None).consume()
        transaction.run(cypher_load.SWITCH, now=asdict(after)).consume()
        transaction.commit()
    if before.release not in ("", release):
        # The switch is made; what cannot be taken away now is taken away before the next load.
        with suppress(StoreUnavailable, TimedOut):
            _tidy(server, after)
    return True


def _release(properties: Mapping[str, Any]) -> Release:
    return Release(**{name.name: properties[name.name] for name in fields(Release) if name.name in properties})


def _prepare(server: Server) -> None:
    """Make the constraints and indexes that are missing, wait until all can be used, and make what is to be locked.

    Each with the time of a batch: the limit that a database sets for others is too short to index a large graph.
    """
    known = server.read(cypher_load.KNOWN)[0]["names"]
    missing = [
        "CREATE " + what + " " + name + " IF NOT EXISTS " + rule
        for what, rules in cypher_load.SCHEMA.items()
        for name, rule in rules.items()
        if name not in known
    ]
    for statement in [*missing, *([cypher_load.AWAIT] if missing else []), cypher_load.BEGIN]:
        write(server, partial(_run, statement=statement))


@contextmanager
def _locked(server: Server, before: Release) -> Iterator[neo4j.Transaction]:
    """The transaction that holds the lock.

    :raises StoreUnavailable: when another load holds it, or has ended since `before` was read.
    """
    try:
        with server.transaction(_PATIENCE) as attempt:
            attempt.run(cypher_load.LOCK).consume()
    except TimedOut as error:
        raise StoreUnavailable("Another load is under way, so nothing was loaded; wait until it has ended.") from error
    with server.transaction(_LONGEST) as transaction:
        locked = transaction.run(cypher_load.LOCK).single(strict=True)
        if _release(locked["now"]) != before:
            raise StoreUnavailable(_MEANWHILE)
        yield transaction


def _refuse_foreign(server: Server, before: Release) -> None:
    ours = {before.release, *_leftovers(server)}
    found = server.read(cypher_load.foreign(), releases=sorted(ours))
    if found:
        if {current(server).release, *_leftovers(server)} != ours:
            raise StoreUnavailable(_MEANWHILE)
        labels = ":".join(sorted(found[0]["labels"]))
        raise StoreUnavailable(
            f"The database holds somebody else's data ({labels}), so nothing was loaded; give govgraph a database "
            "of its own."
        )


def _tidy(server: Server, before: Release) -> None:
    """Take away what a load has left, where there is nothing to load."""
    if _leftovers(server):
        with _locked(server, before):
            _clean_leftovers(server)


def _clean_leftovers(server: Server) -> None:
    for release in _leftovers(server):
        _clean(server, release)


def _leftovers(server: Server) -> list[str]:
    return list(server.read(cypher_load.LEFTOVERS)[0]["releases"])


def _clean(server: Server, release: str) -> None:
    """Take away a release that does not answer, and then its place on the list of what is left over."""
    write(server, partial(_run, statement=cypher_load.TAKE_AWAY, release=release))
    for label in (*cypher_load.TABLES, *cypher_load.STAGED):
        while write(server, partial(one_batch, statement=cypher_load.clean(label), release=release)):
            pass
    write(server, partial(_run, statement=cypher_load.LEAVE_NO_MORE, release=release))


def _run(work: neo4j.ManagedTransaction, statement: LiteralString, **parameters: Any) -> None:
    work.run(statement, **parameters).consume()

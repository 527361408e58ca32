"""One Neo4j database: the driver's life in each process, statements that are read or written."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import Any, LiteralString, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from graph.errors import StoreUnavailable
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_errors import meaning_of, timed_out

Result = TypeVar("Result")
OLDEST = (5, 26)
"""The oldest version of Neo4j that knows every form in `graph.stores.cypher`."""
_READING = 30.0
"""Seconds that a reading may take that is no search."""
_WAIT = 5.0
"""Seconds to wait for a connection, and for a write to be tried again: who asks is waiting for a page."""
_SILENCE = 10.0
"""Seconds after which a database that has not even said that the time of a statement is up says nothing any more."""


class TimedOut(Exception):
    """The database has ended a statement that took longer than it might, or that somebody told it to end."""


class Server:
    """The database at an address. A driver is opened at the first question of each process, never shared by a fork."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._lock = Lock()
        self._driver: neo4j.Driver | None = None
        self._known: neo4j.Driver | None = None
        self._process = 0
        self._left: list[neo4j.Driver] = []
        self._planned: set[str] = set()
        self._heard = 0.0

    def __repr__(self) -> str:
        return f"Server({self._address.url!r})"

    def read(self, statement: LiteralString, seconds: float = 0, **parameters: Any) -> list[neo4j.Record]:
        """The records of a statement that only reads, and is a search where it is given `seconds`.

        The database ends it when its time is up; it is never tried again then. A connection that was lost is opened
        again once.

        :raises TimedOut: when a search took longer.
        :raises StoreUnavailable: when it cannot be read; also when what is no search took too long.
        """
        query = neo4j.Query(statement, timeout=max(seconds, 0.001) if seconds else _READING)
        self._forget_plans()
        began = time.monotonic()
        try:
            with self._explained():
                try:
                    return self._read(query, parameters, search=bool(seconds))
                except (ServiceUnavailable, SessionExpired):
                    if time.monotonic() - began > _WAIT:
                        raise
                    return self._read(query, parameters, search=bool(seconds))
        except TimedOut as error:
            if seconds:
                raise
            raise StoreUnavailable(
                f"{self._named} did not answer within {_READING:g} seconds, or somebody who looks after it has ended "
                "the reading."
            ) from error

    def plan(self, statement: LiteralString, **parameters: Any) -> None:
        """Have a statement that is to be read planned, unless it is known to be: a server just started takes seconds.

        :raises StoreUnavailable: when it cannot be read.
        """
        self._forget_plans()
        if statement not in self._planned:
            self.read("EXPLAIN " + statement, **parameters)
            self._planned.add(statement)

    def _forget_plans(self) -> None:
        """Take no statement for planned where nothing was heard for a while: the server may have been started anew."""
        if time.monotonic() - self._heard > _WAIT:
            self._planned.clear()

    def _read(self, query: neo4j.Query, parameters: dict[str, Any], *, search: bool) -> list[neo4j.Record]:
        driver = self._opened()
        with self._session(driver, neo4j.READ_ACCESS) as session:
            if search and query.text not in self._planned:
                # As `plan`: these seconds are not to be taken from the search.
                with self._watched(driver, _READING):
                    session.run("EXPLAIN " + query.text, parameters).consume()
                self._planned.add(query.text)
            with self._watched(driver, query.timeout or _READING):
                found = list(session.run(query, parameters))
        self._heard = time.monotonic()
        return found

    def write(self, work: Callable[[neo4j.ManagedTransaction], Result]) -> Result:
        """What the work gives, done in one transaction that is tried again where the database says it may be.

        :raises StoreUnavailable: when it cannot be written.
        """
        with self._explained(), self._session(self._opened(), neo4j.WRITE_ACCESS) as session:
            return session.execute_write(work)

    @contextmanager
    def transaction(self, seconds: float) -> Iterator[neo4j.Transaction]:
        """A transaction that is undone unless the work commits it, and by the database after so many seconds.

        :raises TimedOut: when it took longer.
        :raises StoreUnavailable: when it cannot be written.
        """
        with (
            self._explained(),
            self._session(self._opened(), neo4j.WRITE_ACCESS) as session,
            session.begin_transaction(timeout=seconds) as transaction,
        ):
            yield transaction
            if not transaction.closed():
                # On its own the driver would commit what ends without an error.
                transaction.rollback()

    def close(self) -> None:
        """Close the driver of this process; a later question opens another."""
        with self._lock:
            driver, self._driver = self._driver, None
            own = self._process == os.getpid()
        if driver is not None and own:
            driver.close()

    def _session(self, driver: neo4j.Driver, access: str) -> neo4j.Session:
        """A session in the database named; what it reads is no older than what this process has written."""
        return driver.session(
            database=self._address.database,
            default_access_mode=access,
            bookmark_manager=driver.execute_query_bookmark_manager,
        )

    def _opened(self) -> neo4j.Driver:
        """The driver of this process, on a server that is known to be new enough."""
        with self._lock:
            if self._driver is None or self._process != os.getpid():
                if self._driver is not None:
                    # The parent's connections: neither to be used nor to be closed by a child.
                    self._left.append(self._driver)
                self._driver, self._process = self._new_driver(), os.getpid()
            driver = self._driver
        # Asked without the lock: nobody is to wait until another has waited in vain.
        if self._known is not driver:
            agent = driver.get_server_info().agent
            if _version(agent) < OLDEST:
                oldest = ".".join(map(str, OLDEST))
                raise StoreUnavailable(f"{self._named} runs {agent}; Neo4j {oldest} or a later one is needed.")
            self._known = driver
        return driver

    def _new_driver(self) -> neo4j.Driver:
        address = self._address
        return neo4j.GraphDatabase.driver(
            address.url,
            auth=(address.user, address.password) if address.password else None,
            connection_timeout=_WAIT,
            connection_acquisition_timeout=2 * _WAIT,
            # A connection that lay idle is tried before it is used, or who asks a silent database waits for minutes.
            liveness_check_timeout=1,
            max_transaction_retry_time=_WAIT,
            user_agent="govgraph",
            notifications_min_severity="OFF",
        )

    @contextmanager
    def _watched(self, driver: neo4j.Driver, seconds: float) -> Iterator[None]:
        """Give the database up when what it was to end after so many seconds goes on much longer.

        Otherwise one that falls silent while it is read keeps the reader waiting for as long as it has itself told the
        driver to, two minutes in all, and one that was set back to an older state waits in vain for what the driver
        has seen of it. The driver is closed, which wakes all who wait, and the next question opens another.
        """
        watch = Timer(seconds + _SILENCE, self._give_up, [driver])
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _give_up(self, driver: neo4j.Driver) -> None:
        with self._lock:
            if self._driver is driver:
                self._driver = None
        driver.close()

    @property
    def _named(self) -> str:
        return f"The Neo4j database {self._address.database!r} at {self._address.url}"

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """What the driver raises, in words for the reader. What it says itself is kept as the cause."""
        try:
            yield
        except StoreUnavailable:
            raise
        except (Neo4jError, DriverError, OSError) as error:
            if isinstance(error, Neo4jError) and timed_out(error):
                raise TimedOut from error
            raise StoreUnavailable(f"{self._named} {meaning_of(error, self._address.user)}") from error


def _version(agent: str) -> tuple[int, ...]:
    """The version in a server's name, like (5, 26) of "Neo4j/5.26.30"; empty where there is none."""
    numbers = agent.partition("/")[2].split(".")[:2]
    return tuple(int(number) for number in numbers if number.isdigit())

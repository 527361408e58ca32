"""A real Neo4j server for the tests: started from jars, stopped, killed and started again on the same port and data."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from tests.neo4j.jars import Kit

USER = "neo4j"
SECONDS_TO_START = 120
SECONDS_TO_STOP = 40
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
"""The packages of `java.base` that Neo4j reaches into."""
QUICK_TO_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m")
"""Half the work of a start; the compiler that takes its time pays only where a server runs for long."""
LARGE = ("-Xms2g", "-Xmx2g")
"""For graphs of 100,000 entities and for measuring: Java as it is run in earnest."""
CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled={auth}
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
db.transaction.timeout=30s
db.tx_log.preallocate=false
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server answers: `host:port`, and the password of the user `neo4j`, empty where none is asked."""

    address: str
    password: str = ""
    scheme: str = "neo4j"

    @classmethod
    def unused(cls, uri: str, password: str) -> Self:
        """The place of a server that somebody else runs.

        :raises RuntimeError: when it holds anything: tests empty the database, never one that is in use.
        """
        scheme, _, address = uri.partition("://")
        place = cls(address, password, scheme)
        nodes = place.run("MATCH (n) RETURN count(n) AS nodes")[0]["nodes"]
        if nodes:
            raise RuntimeError(f"The Neo4j named for the tests holds {nodes} nodes; name an empty one.")
        return place

    @property
    def uri(self) -> str:
        """The address for the driver and for `GOVGRAPH_STORE`."""
        return f"{self.scheme}://{self.address}"

    @contextmanager
    def driver(self) -> Iterator[neo4j.Driver]:
        """A driver of the tests' own, to look at the database past the store."""
        auth = (USER, self.password) if self.password else None
        with neo4j.GraphDatabase.driver(self.uri, auth=auth, connection_timeout=5) as driver:
            yield driver

    def run(self, statement: str, /, **parameters: object) -> list[neo4j.Record]:
        """The records that one statement gives, run on its own (so `CALL … IN TRANSACTIONS` works too)."""
        with self.driver() as driver, driver.session(database="neo4j") as session:
            return list(session.run(statement, parameters))

    def empty(self) -> None:
        """Delete every node and relationship; constraints and indexes stay."""
        self.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")

    def clear(self) -> None:
        """Delete everything: nodes, relationships, constraints and indexes."""
        self.empty()
        for record in self.run("SHOW CONSTRAINTS YIELD name"):
            self.run(f"DROP CONSTRAINT `{record['name']}`")
        for record in self.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
            self.run(f"DROP INDEX `{record['name']}`")


class Server:
    """One Neo4j in a process of its own, at `place`. Its data lives in `home`, its log in `home/logs`."""

    def __init__(self, kit: Kit, home: Path, *, password: str = "", java: tuple[str, ...] = QUICK_TO_START) -> None:
        self.place = Place(f"127.0.0.1:{free_port()}", password)
        self.home = home
        self._kit = kit
        self._options = java
        self._process: subprocess.Popen[bytes] | None = None
        (home / "conf").mkdir(parents=True)
        (home / "logs").mkdir()
        port = self.place.address.partition(":")[2]
        conf = CONF.format(port=port, auth=str(bool(password)).lower())
        (home / "conf" / "neo4j.conf").write_text(conf, encoding="utf-8")
        if password:
            self._admin("dbms", "set-initial-password", password)

    @property
    def pid(self) -> int:
        """The process that answers; an error when none runs."""
        if self._process is None:
            raise RuntimeError("The server is not running.")
        return self._process.pid

    @property
    def console(self) -> Path:
        """What the server has printed since it was first started."""
        return self.home / "logs" / "console.log"

    def start(self, *, wait: bool = True) -> float:
        """Start it on its port and data; the seconds until it answered."""
        began = time.monotonic()
        with self.console.open("ab") as log:
            self._process = subprocess.Popen(
                [*self._java(), self._kit.entry, f"--home-dir={self.home}", *self._config(), "--console-mode"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        if wait:
            self.wait()
        return time.monotonic() - began

    def wait(self) -> None:
        """Return when it answers a query.

        :raises RuntimeError: when it ends or is silent for too long; with the last lines of its log.
        """
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until and self._process is not None and self._process.poll() is None:
            if _listens(self.place.address) and self._answers():
                return
            time.sleep(0.1)
        raise RuntimeError(f"Neo4j {self._kit.version} did not start ({self.console}):\n{self._last_lines()}")

    def stop(self) -> float:
        """Ask it to end, and kill it where it does not; the seconds until it had ended."""
        return self._end(kill=False)

    def kill(self) -> float:
        """End it as a power cut does; the seconds until it had ended."""
        return self._end(kill=True)

    def freeze(self) -> None:
        """Let it answer nothing while its connections stay open, as a machine does that is out of memory."""
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        os.kill(self.pid, signal.SIGCONT)

    def ready(self) -> None:
        """Start it unless it runs."""
        if self._process is None or self._process.poll() is not None:
            self.start()

    def configure(self, setting: str) -> None:
        """Add a line to its configuration, for the next start."""
        with (self.home / "conf" / "neo4j.conf").open("a", encoding="utf-8") as file:
            file.write(setting + "\n")

    def restart(self) -> float:
        """Stop and start; the seconds that it was away."""
        return self.stop() + self.start()

    def close(self) -> None:
        """End it for good: the data goes, the logs stay."""
        self.kill()
        shutil.rmtree(self.home / "data", ignore_errors=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _end(self, *, kill: bool) -> float:
        began = time.monotonic()
        process, self._process = self._process, None
        if process is not None:
            if not kill:
                process.terminate()
            try:
                process.wait(0 if kill else SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        return time.monotonic() - began

    def _answers(self) -> bool:
        try:
            self.place.run("RETURN 1")
        except (DriverError, Neo4jError, OSError):
            return False
        return True

    def _java(self) -> list[str]:
        opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
        if self._kit.age >= 24:
            # Without it the newer Javas print a page of warnings.
            opens.append("--enable-native-access=ALL-UNNAMED")
        return [str(self._kit.java), *self._options, *opens, "-cp", self._kit.classpath]

    def _config(self) -> list[str]:
        return [f"--config-dir={self.home / 'conf'}"]

    def _admin(self, *arguments: str) -> None:
        """Run the server's own administration, before its first start."""
        subprocess.run(
            [*self._java(), "org.neo4j.cli.AdminTool", *arguments],
            env=os.environ | {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")},
            check=True,
            capture_output=True,
        )

    def _last_lines(self) -> str:
        return "\n".join(self.console.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])


def free_port() -> int:
    """A port of this computer that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(address: str) -> bool:
    host, _, port = address.partition(":")
    try:
        socket.create_connection((host, int(port)), timeout=1).close()
    except OSError:
        return False
    return True

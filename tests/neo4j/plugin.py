"""The servers that the tests share, as a plug-in of pytest: each is started when it is first asked for.

`GOVGRAPH_TEST_NEO4J_URI` names an empty server to use instead, `GOVGRAPH_TEST_NEO4J_PASSWORD` its password. What a
test writes there is deleted.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.neo4j.jars import LONG_TERM, VERSIONS, NoServer, kit
from tests.neo4j.server import Place, Server

NAMED = "named"
"""The server that the environment names, whatever its version."""
URI = os.environ.get("GOVGRAPH_TEST_NEO4J_URI", "")
PASSWORD = os.environ.get("GOVGRAPH_TEST_NEO4J_PASSWORD", "")
SERVERS = (NAMED,) if URI else VERSIONS
"""What `Servers.place` can be asked for; parametrise a fixture with it."""
REQUIRED = "neo4j" in os.environ.get("GOVGRAPH_REQUIRE_STORES", "").split(",")


class Servers:
    """The running servers by name; one that cannot be had is a skip, or an error where Neo4j is required.

    The newest version may always be missing: it needs a Java that few systems have.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own: dict[str, Server] = {}
        self._named: Place | None = None

    def place(self, name: str) -> Place:
        """Where that server answers. It holds what the last test left: `Place.empty` or `Place.clear` it."""
        if name == NAMED:
            self._named = self._named or Place.unused(URI, PASSWORD)
            return self._named
        if name not in self._own:
            self._own[name] = self.another(name)
            self._own[name].start()
        return self._own[name].place

    def another(self, version: str = LONG_TERM, *, password: str = "") -> Server:
        """A server of one's own, not yet started, to be stopped and killed; whoever asks for it closes it."""
        home = self._folder / f"{version}-{len(list(self._folder.iterdir()))}"
        try:
            return Server(kit(version), home, password=password)
        except NoServer as missing:
            if REQUIRED and version == LONG_TERM:
                pytest.fail(str(missing), pytrace=False)
            pytest.skip(str(missing))

    def close(self) -> None:
        """Stop all that were started, and leave the named one as empty as it was."""
        for server in self._own.values():
            server.close()
        if self._named:
            self._named.clear()


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """The servers of this test session; their logs stay in pytest's folder for temporary files."""
    running = Servers(tmp_path_factory.mktemp("neo4j"))
    yield running
    running.close()

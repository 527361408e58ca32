"""A server of one's own, that tests may stop, kill and freeze; each test finds it running and empty."""

from collections.abc import Iterator

import pytest

from tests.neo4j.plugin import Servers
from tests.neo4j.server import Server


@pytest.fixture(scope="session")
def spare(servers: Servers) -> Iterator[Server]:
    """The server that these tests share; it may be away."""
    with servers.another() as server:
        yield server


@pytest.fixture
def server(spare: Server) -> Server:
    """The server, running and without data, whatever the last test did to it."""
    spare.ready()
    spare.place.clear()
    return spare

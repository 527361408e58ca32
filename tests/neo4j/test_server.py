"""The tests' own server does what the tests of faults rely on."""

import pytest
from neo4j.exceptions import AuthError, ServiceUnavailable

from tests.neo4j.plugin import SERVERS, URI, Servers
from tests.neo4j.server import Place

pytestmark = pytest.mark.neo4j
own = pytest.mark.skipif(bool(URI), reason="the server that the environment names is not ours to stop")


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_answers_at_its_place(servers: Servers, name: str) -> None:
    place = servers.place(name)
    place.clear()
    place.run("CREATE CONSTRAINT x FOR (n:X) REQUIRE n.id IS UNIQUE")
    place.run("CREATE (:X {id: $id})", id=1)
    assert place.run("MATCH (n:X) RETURN n.id AS id")[0]["id"] == 1
    place.clear()
    assert place.run("MATCH (n) RETURN n") == []
    assert place.run("SHOW CONSTRAINTS") == []


@own
def test_what_was_written_outlives_a_kill(servers: Servers) -> None:
    with servers.another() as server:
        server.place.run("CREATE (:X)")
        server.kill()
        with pytest.raises(ServiceUnavailable):
            server.place.run("RETURN 1")
        server.start()
        assert len(server.place.run("MATCH (n:X) RETURN n")) == 1
    assert server.console.exists()


@own
def test_a_server_with_a_password_asks_for_it(servers: Servers) -> None:
    with servers.another(password="made-up-password") as server:
        assert len(server.place.run("RETURN 1")) == 1
        for wrong in ("", "another-password"):
            with pytest.raises(AuthError):
                Place(server.place.address, wrong).run("RETURN 1")

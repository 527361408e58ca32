"""How the program speaks with a database: as a reader, to the one named, each process by itself, and not for ever."""

import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from neo4j.exceptions import Neo4jError

from graph.errors import StoreUnavailable
from graph.stores import neo4j_server, open_store
from graph.stores.neo4j_address import read_address
from graph.stores.neo4j_server import Server as Connection
from graph.stores.neo4j_server import TimedOut
from tests.neo4j.plugin import SERVERS, Servers
from tests.neo4j.server import Place
from tests.neo4j.test_faults import ENDLESS, command, visitor
from tests.worlds import london
from web.commands.failures import Code

pytestmark = pytest.mark.neo4j
FORKED = """
import atexit, os, sys
from graph.stores import open_store
store = open_store(sys.argv[1], os.environ["NEO4J_PASSWORD"])
atexit.register(store.close)
assert store.version()
child = os.fork()
for _ in range(50):
    assert len(store.sources()) == int(sys.argv[2])
if child:
    assert os.waitpid(child, 0)[1] == 0
    assert store.version()
"""
ADDRESSES = ("/", "/sources", "/ask?q=up&subject=heg", "/api/v1/ask/up?subject=heg", "/readyz")


@pytest.fixture(params=SERVERS)
def place(request: pytest.FixtureRequest, servers: Servers) -> Place:
    """Where each server of the tests is; it holds the London graph."""
    place = servers.place(request.param)
    with open_store(place.uri, place.password) as store:
        store.load(london())
    return place


@pytest.fixture
def connection(place: Place) -> Iterator[Connection]:
    connection = Connection(read_address(place.uri, place.password))
    yield connection
    connection.close()


def program(code: str, place: Place, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """What a program of its own prints, in which everything that is left open is an error."""
    return subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "-c", code, place.uri, *arguments],
        env=os.environ | {"NEO4J_PASSWORD": place.password},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_write_within_a_reading_is_refused_by_the_database(connection: Connection) -> None:
    with pytest.raises(StoreUnavailable, match="read-only") as refused:
        connection.read("CREATE (:Person {id: 'x'})")
    assert isinstance(refused.value.__cause__, Neo4jError)
    assert refused.value.__cause__.code == "Neo.ClientError.Statement.AccessMode"


def test_a_reading_names_the_database_says_that_it_reads_and_what_it_must_not_miss(
    connection: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    connection.write(lambda work: work.run("CREATE (n:Unused) DELETE n").consume())
    caplog.set_level(logging.DEBUG, logger="neo4j.io")
    connection.read("RETURN 'this' AS one")
    (sent,) = sent_as("RETURN 'this' AS one", caplog)
    assert "'mode': 'r'" in sent
    assert "'db': 'neo4j'" in sent
    assert "'bookmarks': ['" in sent


def test_the_database_in_the_address_is_the_one_that_is_asked(place: Place) -> None:
    system = Connection(read_address(f"{place.uri}/system", place.password))
    assert system.read("SHOW DEFAULT DATABASE YIELD name")[0]["name"] == "neo4j"
    system.close()


def test_what_takes_too_long_is_ended_and_not_tried_again(
    connection: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    assert connection.read("RETURN 1 AS one")
    caplog.set_level(logging.DEBUG, logger="neo4j.io")
    began = time.monotonic()
    with pytest.raises(TimedOut):
        connection.read(ENDLESS, 1.0)
    assert time.monotonic() - began < 20
    assert len(sent_as(ENDLESS, caplog)) == 1


def test_a_page_asks_the_database_for_no_more_than_it_shows(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    visits = visitor(place)
    for address in ("/", "/suggest?text=hea"):
        visits.get(address)
    asked = {}
    for address in ("/", "/about", "/suggest?text=hea", "/entity/heg", "/sources"):
        caplog.clear()
        with caplog.at_level(logging.DEBUG, logger="neo4j.io"):
            assert visits.get(address).status_code == 200
        asked[address] = sum("C: RUN " in said for said in caplog.messages)
    # Which data it is, before and after; and once more after each part that is read.
    most = {"/": 2, "/about": 0, "/suggest?text=hea": 2, "/entity/heg": 4, "/sources": 5}
    assert {address for address in most if asked[address] > most[address]} == set()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_process_and_its_fork_ask_by_connections_of_their_own(place: Place) -> None:
    result = program(FORKED, place, str(len(london().sources)))
    assert (result.returncode, result.stderr) == (0, "")


def test_a_command_leaves_nothing_open(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONWARNINGS", "error::ResourceWarning")
    line = command(place, "ask", "up", "heg", password=place.password)
    assert line.returncode == Code.DONE
    for complaint in ("Warning", "Exception", "Unclosed"):
        assert complaint not in line.stdout


@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("neo4j://nowhere.invalid", "no computer of that name is known"),
        ("bolt://nowhere.invalid", "no computer of that name is known"),
        ("neo4j://127.0.0.1:1", "it is away, or still starting. Try again in a minute."),
        ("bolt+s://127.0.0.1:1", "it is away, or still starting. Try again in a minute."),
    ],
)
def test_a_server_that_is_not_there_is_told_everywhere(uri: str, says: str) -> None:
    scheme, _, address = uri.partition("://")
    told_everywhere(Place(address, scheme=scheme), says)


def test_a_database_that_does_not_exist_is_told_everywhere(place: Place) -> None:
    told_everywhere(
        Place(f"{place.address}/films", place.password, place.scheme),
        "does not exist; the last part of the store's address names it.",
    )


def test_a_server_that_is_too_old_is_told_its_version(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_server, "OLDEST", (9999, 1))
    visits = visitor(place)
    page = visits.get("/")
    assert page.status_code == 503
    assert "runs Neo4j/" in page.text
    assert "Neo4j 9999.1 or a later one is needed." in page.text
    monkeypatch.undo()
    # Once it has been replaced by a newer one, nobody has to start the program again.
    assert visits.get("/").status_code == 200


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["neo4j", "bolt", "neo4j+s"])
def test_whoever_listens_there_and_says_nothing_is_given_up(scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        uri = f"{scheme}://127.0.0.1:{silent.getsockname()[1]}"
        with open_store(uri) as store, pytest.raises(StoreUnavailable, match="cannot be reached"):
            store.version()
        assert time.monotonic() - began < 20


def sent_as(statement: str, caplog: pytest.LogCaptureFixture) -> list[str]:
    """How a statement was sent, each time, as the driver notes it."""
    return [said for said in caplog.messages if f"C: RUN {statement!r}" in said]


def told_everywhere(place: Place, says: str) -> None:
    """Every page, every reply and every command says it: 503, one line."""
    visits = visitor(place)
    for address in ADDRESSES:
        response = visits.get(address)
        assert response.status_code == 503, address
        assert "Traceback" not in response.text
        assert says in unescape(response.text)
    assert visits.get("/healthz").status_code == 200
    assert visits.get("/about").status_code == 200
    for arguments in (("ask", "up", "heg"), ("load", "data/london"), ("serve", "--port", "0")):
        line = command(place, *arguments, password=place.password)
        assert line.returncode == Code.STORE, arguments
        assert line.stdout.count("\n") == 1, line.stdout
        assert says in line.stdout

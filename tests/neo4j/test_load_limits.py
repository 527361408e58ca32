"""A load that meets a limit: of time, of memory, of a connection that is lost, of somebody who ends it."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest

from graph.errors import StoreUnavailable
from graph.store import Store
from graph.stores import neo4j_loading, open_store
from graph.stores.networkx_store import NetworkxStore
from tests.neo4j.plugin import URI, Servers
from tests.neo4j.server import Place, Server
from tests.neo4j.test_faults import log
from tests.neo4j.test_load_faults import BESIDE, LOAD, every_way, held_by, loading, made, other, records, said
from tests.worlds import london

pytestmark = [
    pytest.mark.neo4j,
    pytest.mark.slow,
    pytest.mark.skipif(bool(URI), reason="the server that the environment names is not ours to limit"),
]
OTHERS = """
SHOW TRANSACTIONS YIELD transactionId, currentQuery
WHERE NOT currentQuery STARTS WITH 'SHOW'
RETURN collect(transactionId) AS ids"""


@pytest.fixture
def kept(way: str, tmp_path: Path) -> Path:
    """The file of a graph of that size."""
    file = tmp_path / "graph"
    NetworkxStore(file).load(made(way))
    return file


def as_it_was(store: Store, place: Place) -> None:
    """The London graph answers; the next load takes away whatever a load before it has left."""
    assert store.read() == london()
    began = time.monotonic()
    store.load(other())
    log.info("seconds of the next load: %.2f", time.monotonic() - began)
    assert store.read() == other()
    assert records(place) == held_by(other(), place)


@every_way
def test_a_load_that_takes_too_long_is_told_and_undone(
    server: Server, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(server.place.uri) as store:
        store.load(london())
        with monkeypatch.context() as patch:
            patch.setattr(neo4j_loading, "_LONGEST", 0.3)
            with pytest.raises(StoreUnavailable, match="took too long"):
                store.load(made(way))
        as_it_was(store, server.place)


@pytest.mark.parametrize("way", [BESIDE])
def test_a_load_that_somebody_ends_is_told_and_undone(server: Server, kept: Path, way: str) -> None:
    with open_store(server.place.uri) as store:
        store.load(london())
        with loading(server.place, kept, way) as loader:
            ids = server.place.run(OTHERS)[0]["ids"]
            server.place.run("TERMINATE TRANSACTIONS $ids YIELD message RETURN message", ids=ids)
            assert "was ended by somebody" in said(loader)
        as_it_was(store, server.place)


@every_way
def test_a_load_whose_connection_is_cut_is_told_and_undone(server: Server, kept: Path, way: str) -> None:
    with open_store(server.place.uri) as store, wire(server.place) as (near, cut):
        store.load(london())
        with loading(near, kept, way) as loader:
            cut()
            assert "cannot be reached" in said(loader)
        as_it_was(store, server.place)


def test_the_limit_that_a_database_sets_for_others_ends_no_load(servers: Servers) -> None:
    limited = servers.another()
    conf = limited.home / "conf" / "neo4j.conf"
    conf.write_text(conf.read_text(encoding="utf-8").replace("timeout=30s", "timeout=1s"), encoding="utf-8")
    with limited, open_store(limited.place.uri) as store:
        began = time.monotonic()
        assert store.load(made(BESIDE)) is True
        assert time.monotonic() - began > 1
        assert store.read() == made(BESIDE)


def test_a_load_for_which_there_is_too_little_memory_is_told_and_undone(servers: Servers) -> None:
    limited = servers.another()
    limited.configure("db.memory.transaction.max=4m")
    with limited, open_store(limited.place.uri) as store:
        store.load(london())
        for way in ("in one transaction", BESIDE):
            with pytest.raises(StoreUnavailable, match="too little memory"):
                store.load(made(way))
            assert store.read() == london()
        as_it_was(store, limited.place)


def test_of_two_first_loads_at_once_none_is_half_there(server: Server, tmp_path: Path) -> None:
    """Nothing is there to be locked yet, and both make the same constraints."""
    graphs = [made("in one transaction"), made(BESIDE)]
    loaders = []
    for number, graph in enumerate(graphs):
        file = tmp_path / str(number)
        NetworkxStore(file).load(graph)
        command = [sys.executable, "-c", LOAD, server.place.uri, str(file)]
        loaders.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
    outcomes = [said(loader).splitlines()[-1] for loader in loaders]
    assert "loaded" in outcomes
    assert all(outcome == "loaded" or "Another load" in outcome for outcome in outcomes), outcomes
    with open_store(server.place.uri) as store:
        assert store.read() in [graph for graph, outcome in zip(graphs, outcomes, strict=True) if outcome == "loaded"]


@contextmanager
def wire(place: Place) -> Iterator[tuple[Place, Callable[[], None]]]:
    """A place that leads to the server by a wire, and what cuts it."""
    host, _, port = place.address.partition(":")
    listener = socket.create_server(("127.0.0.1", 0))
    open_ends = [listener]

    def carry(one: socket.socket, to: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65_536):
                to.sendall(data)
        with suppress(OSError):
            to.shutdown(socket.SHUT_RDWR)

    def accept() -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection((host, int(port)))
                open_ends.extend((near, far))
                for ends in ((near, far), (far, near)):
                    Thread(target=carry, args=ends, daemon=True).start()

    def cut() -> None:
        for end in open_ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    Thread(target=accept, daemon=True).start()
    try:
        yield Place(f"127.0.0.1:{listener.getsockname()[1]}", place.password, "bolt"), cut
    finally:
        cut()
        for end in open_ends:
            end.close()

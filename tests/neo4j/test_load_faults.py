"""A load that is killed, on either side, or meets another: the graph is as it was, and the next load tidies up.

A graph above `SMALL` records is written beside the one that answers, a smaller one in one transaction: both are tried.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.stores import open_store
from graph.stores.neo4j_loading import SMALL
from graph.stores.networkx_store import NetworkxStore
from graph.subgraph import Subgraph
from tests.neo4j.plugin import URI
from tests.neo4j.server import Place, Server
from tests.neo4j.test_faults import log, until_it_answers
from tests.synthetic import governance
from tests.worlds import london, reports, world

pytestmark = [
    pytest.mark.neo4j,
    pytest.mark.slow,
    pytest.mark.skipif(bool(URI), reason="the server that the environment names is not ours to kill"),
]
BESIDE = "beside the old one"
WAITING = "MATCH (n:StagedEntity|StagedSource|StagedClaim) RETURN count(n) AS waiting"
SIZES = {"in one transaction": 1_500, BESIDE: 4_000}
"""How a load is written -> entities of a graph that is written so."""
LOAD = """
import sys
from pathlib import Path
from graph.errors import StoreUnavailable
from graph.stores import open_store
from graph.stores.networkx_store import NetworkxStore
graph = NetworkxStore(Path(sys.argv[2])).read()
try:
    with open_store(sys.argv[1]) as store:
        print("ready", flush=True)
        print("loaded" if store.load(graph) else "unchanged", flush=True)
except StoreUnavailable as error:
    print(error, flush=True)
"""
every_way = pytest.mark.parametrize("way", SIZES)


@cache
def made(way: str) -> Subgraph:
    return governance(SIZES[way])


@pytest.fixture
def kept(way: str, tmp_path: Path) -> Path:
    """The file of a graph of that size."""
    file = tmp_path / "graph"
    NetworkxStore(file).load(made(way))
    return file


@contextmanager
def loading(place: Place, file: Path, way: str) -> Iterator["subprocess.Popen[str]"]:
    """A load in a process of its own, under way."""
    command = [sys.executable, "-c", LOAD, place.uri, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as loader:
        assert loader.stdout is not None
        assert loader.stdout.readline() == "ready\n"
        try:
            _until_under_way(place, way == BESIDE)
            yield loader
        finally:
            loader.kill()


def _until_under_way(place: Place, beside: bool) -> None:
    """Return when the load writes: its transaction is open, and some of the new graph waits where it is to wait."""
    until = time.monotonic() + 60
    with place.driver() as driver, driver.session(database="neo4j") as session:
        while time.monotonic() < until:
            row = session.run(
                "SHOW TRANSACTIONS YIELD elapsedTime RETURN max(elapsedTime.milliseconds) AS longest, count(*) AS open"
            ).single(strict=True)
            writes = row["open"] > 1 and (row["longest"] or 0) > 500
            if writes and (not beside or session.run(WAITING).single(strict=True)["waiting"]):
                return
            time.sleep(0.02)
    raise AssertionError("No load began.")


def said(loader: "subprocess.Popen[str]") -> str:
    """The last thing that the loader said."""
    return loader.communicate(timeout=120)[0].strip()


def records(place: Place) -> int:
    return int(place.run("MATCH (n) RETURN count(n) AS n")[0]["n"])


def test_the_sizes_are_written_in_both_ways() -> None:
    sizes = {way: _records(made(way)) for way in SIZES}
    assert sizes["in one transaction"] < SMALL < sizes[BESIDE]


def _records(graph: Subgraph) -> int:
    return len(graph.sources) + len(graph.entities) + len(graph.claims) + len(graph.relations)


@every_way
def test_a_killed_loader_leaves_the_graph_as_it_was(server: Server, kept: Path, way: str) -> None:
    with open_store(server.place.uri) as store:
        store.load(london())
        with loading(server.place, kept, way) as loader:
            loader.kill()
        assert store.read() == london()
        log.info("%s: seconds until another load could begin: %.2f", way, until_it_answers(lambda: store.load(other())))
        assert store.read() == other()
        # Nothing of the killed load is left.
        assert records(server.place) == held_by(other(), server.place)


@every_way
def test_a_killed_server_comes_back_with_the_graph_as_it_was(server: Server, kept: Path, way: str) -> None:
    with open_store(server.place.uri) as store:
        store.load(london())
        with loading(server.place, kept, way) as loader:
            server.kill()
            assert "cannot be reached" in said(loader)
        log.info("%s: seconds until the killed server answered: %.2f", way, server.start())
        until_it_answers(store.version)
        assert store.read() == london()
        store.load(other())
        assert records(server.place) == held_by(other(), server.place)
        assert store.load(made(way)) is True
        assert store.read() == made(way)


@every_way
def test_of_two_loaders_one_wins_and_the_other_is_told(server: Server, kept: Path, way: str) -> None:
    with open_store(server.place.uri) as store:
        store.load(london())
        with loading(server.place, kept, way) as loader:
            told = ""
            try:
                store.load(other())
            except StoreUnavailable as refusal:
                told = str(refusal)
            outcome = said(loader)
        assert (outcome == "loaded") != (told == ""), (outcome, told)
        assert "Another load" in (told or outcome)
        assert store.read() == (made(way) if told else other())


def test_a_stopped_server_undoes_the_load(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "graph"
    NetworkxStore(file).load(made(BESIDE))
    with open_store(server.place.uri) as store:
        store.load(london())
        with loading(server.place, file, BESIDE) as loader:
            server.restart()
            told = said(loader)
            meanings = ("cannot be reached", "is not running", "was ended by somebody")
            assert any(meaning in told for meaning in meanings), told
        until_it_answers(store.version)
        assert store.read() == london()


def other() -> Subgraph:
    return world(reports("ab", "bc"))


def held_by(graph: Subgraph, place: Place) -> int:
    """The nodes that a database holds which was loaded with this graph alone."""
    with open_store(place.uri) as store:
        store.load(Subgraph())
        empty = records(place)
        store.load(graph)
    facts = sum(not relation.object for relation in graph.relations.values())
    return empty + len(graph.sources) + len(graph.entities) + len(graph.claims) + facts

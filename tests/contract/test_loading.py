"""A load replaces the graph as a whole, or leaves it as it was."""

import itertools
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from graph import codec
from graph.errors import StoreUnavailable
from graph.store import Store
from graph.stores import open_store
from graph.subgraph import Subgraph
from tests.worlds import london, reports, say, spelled, walk, world

AFTER_MS = (0, 5, 20, 60, 150)
"""How long after the load begins the process is killed."""


def test_an_empty_store_is_empty(store: Store) -> None:
    assert store.version() == ""
    assert store.read() == Subgraph()
    assert store.entities() == ()
    assert store.sources() == ()


def test_a_load_is_read_back_whole(store: Store) -> None:
    assert store.load(london()) is True
    assert store.read() == london()
    assert store.version() == codec.version(london())


def test_a_relation_that_rests_on_no_claim_is_read_back(store: Store) -> None:
    graph = london()
    bare = {key: replace(relation, claims=()) for key, relation in graph.relations.items()}
    store.load(replace(graph, relations=bare))
    assert store.read().relations == bare


def test_a_second_load_of_the_same_changes_nothing(store: Store) -> None:
    store.load(london())
    assert store.load(london()) is False
    assert store.read() == london()


def test_a_load_replaces_everything(store: Store) -> None:
    store.load(london())
    smaller = world(reports("ab"))
    assert store.load(smaller) is True
    assert store.read() == smaller
    assert [entity.id for entity in store.entities()] == ["a", "b"]
    assert store.shortest(walk("heg", "lhb")).routes == ()
    assert store.about(["heg"]) == Subgraph()


def test_loading_nothing_empties_the_store(store: Store) -> None:
    store.load(london())
    assert store.load(Subgraph()) is True
    assert store.version() == ""
    assert store.read() == Subgraph()


def test_the_version_is_that_of_what_was_typed_in(store: Store) -> None:
    store.load(world(reports("ab")))
    first = store.version()
    store.load(world(reports("ab", locator="p. 2")))
    assert store.version() != first


def test_relations_derived_anew_are_loaded_though_nothing_typed_in_changed(store: Store) -> None:
    graph = world(reports("ab"))
    store.load(graph)
    relation = graph.relations["a.reports_to.b"]
    other = replace(graph, relations={relation.id: replace(relation, roles=("clerk",))})
    assert store.load(other) is True
    assert store.read() == other


def test_a_load_that_fails_leaves_the_store_as_it_was(store: Store) -> None:
    store.load(london())
    with pytest.raises((TypeError, ValueError, StoreUnavailable)):
        store.load(broken())
    assert store.read() == london()
    assert store.version() == codec.version(london())
    assert spelled(store.shortest(walk("heg", "lhb")).routes) == ["heglhb"]


def broken() -> Subgraph:
    """A graph whose last claim holds what no store can keep."""
    graph = world([*reports("ab", "bc"), say("x", "reports_to", "y")])
    last = graph.claims["c002"]
    return replace(graph, claims={**graph.claims, last.id: replace(last, extra={"thing": object()})})  # type: ignore[dict-item]


def large() -> Subgraph:
    """Some thousand boards in a row: enough for a load to take a while."""
    names = [f"board-{number:05}" for number in range(4000)]
    pairs = itertools.pairwise(names)
    return world(say(lower, "reports_to", upper, says="It says so. " * 5) for lower, upper in pairs)


LOAD = """
import sys
from pathlib import Path
from graph import codec
from graph.stores import open_store
graph = codec.decode(Path(sys.argv[2]).read_bytes())
store = open_store(sys.argv[1])
print("ready", flush=True)
store.load(graph)
print("loaded", flush=True)
"""


def test_a_load_by_another_process_is_served_at_once(address: str, tmp_path: Path) -> None:
    with open_store(address) as store:
        store.load(world(reports("ab")))
        names = store.names()
        kept = tmp_path / "london"
        kept.write_bytes(codec.encode(london()))
        subprocess.run([sys.executable, "-c", LOAD, address, kept], check=True, capture_output=True, timeout=30)
        assert store.version() == codec.version(london())
        assert store.read() == london()
        assert store.names() is not names
        assert store.names().resolve("LHB").id == "lhb"


def test_two_stores_in_one_place_serve_the_same(address: str) -> None:
    with open_store(address) as one, open_store(address) as other:
        one.load(london())
        assert other.read() == london()
        assert other.load(london()) is False
        other.load(world(reports("ab")))
        assert spelled(one.shortest(walk("a")).routes) == ["ab"]
        one.load(london())
        assert spelled(other.shortest(walk("heg")).routes) == ["heglhb"]


def test_what_was_loaded_is_there_when_opened_again(address: str) -> None:
    with open_store(address) as store:
        store.load(london())
    with open_store(address) as store:
        assert store.read() == london()
        assert store.version() == codec.version(london())
        assert store.load(london()) is False


def test_closing_twice_does_nothing(address: str) -> None:
    store = open_store(address)
    store.load(london())
    store.close()
    store.close()


def test_a_load_killed_half_way_leaves_the_store_as_it_was(address: str, tmp_path: Path) -> None:
    """Killed at several moments; the first is the earliest at which the store's own folder shows a trace of it."""
    before, after = london(), large()
    kept = tmp_path / "large"
    kept.write_bytes(codec.encode(after))
    seen = []
    for wait in (None, *AFTER_MS):
        with open_store(address) as store:
            store.load(before)
        _killed_load(address, kept, wait)
        with open_store(address) as store:
            found = store.read()
        assert found in (before, after), f"a half load, killed after {wait} ms"
        seen.append(found == before)
    assert any(seen), "every load was over before it was killed"


def _killed_load(address: str, kept: Path, wait: int | None) -> None:
    """Start a load of the kept graph in a process of its own and kill it with SIGKILL."""
    command = [sys.executable, "-c", LOAD, address, str(kept)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as loader:
        assert loader.stdout is not None
        assert loader.stdout.readline() == "ready\n"
        if wait is None:
            known, limit = set(kept.parent.iterdir()), time.monotonic() + 0.5
            while set(kept.parent.iterdir()) == known and time.monotonic() < limit:
                time.sleep(0.0005)
        else:
            time.sleep(wait / 1000)
        loader.kill()


def test_a_record_that_cannot_be_kept_leaves_no_litter(tmp_path: Path) -> None:
    with open_store(f"networkx:{tmp_path}/store.json") as store:
        store.load(london())
        with pytest.raises((TypeError, ValueError, StoreUnavailable)):
            store.load(broken())
    assert [path.name for path in tmp_path.iterdir()] == ["store.json"]


def test_what_may_be_a_password_is_not_repeated() -> None:
    with pytest.raises(StoreUnavailable) as refused:
        open_store("open-sesame@somewhere:7687")
    assert "sesame" not in str(refused.value)


def test_an_address_may_be_written_in_capitals() -> None:
    with open_store("NETWORKX://") as store:
        assert store.version() == ""


@pytest.mark.parametrize("url", ["", "nothing", "mysql://x", "networkx", "://"])
def test_an_unknown_address_is_refused_with_those_that_are_known(url: str) -> None:
    with pytest.raises(StoreUnavailable, match=r"neo4j:.*networkx:"):
        open_store(url)

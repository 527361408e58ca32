"""A file that a store is kept in: a full disk, a damaged one, and one of another release."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import OtherRelease, StoreUnavailable
from graph.stores import open_store
from graph.subgraph import Subgraph
from tests.worlds import london, reports, world


@contextmanager
def _full_disk() -> Iterator[None]:
    """No file may grow beyond a few bytes, as on a full disk."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_file_as_it_was_and_no_litter(tmp_path: Path) -> None:
    place = tmp_path / "kept" / "store.json"
    with open_store(f"networkx:{place}") as store:
        store.load(world(reports("ab")))
        written = place.read_bytes()
        with _full_disk(), pytest.raises(StoreUnavailable, match="cannot be written"):
            store.load(london())
        assert place.read_bytes() == written
        assert store.read() == world(reports("ab"))
        assert [path.name for path in place.parent.iterdir()] == ["store.json"]
        assert store.load(london()) is True, "once there is room again"
        assert [path.name for path in place.parent.iterdir()] == ["store.json"]


def test_a_place_that_cannot_be_written_is_said_and_leaves_no_litter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with open_store(f"networkx:{tmp_path}/file/store.json") as store:
        with pytest.raises(StoreUnavailable, match="cannot be written"):
            store.load(london())
        assert store.read() == Subgraph()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"entities": 3}', "\x00"])
def test_a_damaged_file_is_refused_and_left_alone(tmp_path: Path, text: str) -> None:
    place = tmp_path / "store.json"
    place.write_text(text)
    with open_store(f"networkx:{place}") as store, pytest.raises(StoreUnavailable, match=r"store\.json"):
        store.version()
    with open_store(f"networkx:{place}") as store, pytest.raises(StoreUnavailable, match=r"store\.json"):
        store.load(world(reports("ab")))
    assert place.read_text() == text


def test_a_file_of_another_release_is_told_and_may_be_loaded_again(tmp_path: Path) -> None:
    place = tmp_path / "store.json"
    place.write_bytes(b"govgraph store 0\n{}")
    with open_store(f"networkx:{place}") as store:
        with pytest.raises(OtherRelease, match="another release"):
            store.version()
        assert store.load(world(reports("ab")))
        assert store.read() == world(reports("ab"))

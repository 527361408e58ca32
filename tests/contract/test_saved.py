"""Saved views, in every place in which a store can be."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import saved
from graph.errors import StoreUnavailable, TooLarge, UnknownView
from graph.saved import SavedView, SavedViews, new_id
from graph.store import Store
from graph.stores import open_store
from tests.worlds import london, reports, world

VIEW = SavedView("aaaa", "frozen", "Who?", "/ask?q=up", "Any day", "v1", date(2026, 11, 26), forms=(".svg",))
FILES = {".svg": b"<svg/>", "view.json": b"\x00\xff" * 1000}


def test_there_are_none_at_first(views: SavedViews) -> None:
    assert views.every() == ()
    assert views.file("aaaa", ".svg") is None
    with pytest.raises(UnknownView, match="aaaa"):
        views.view("aaaa")


def test_a_view_and_its_files_come_back_as_they_were(views: SavedViews) -> None:
    later = replace(
        VIEW, id="bbbb", kind="live", saved=date(2026, 11, 27), forms=(), sites=("https://example.org",), note="“é”\n☃"
    )
    views.add(VIEW, FILES)
    views.add(later, {})
    assert views.view("aaaa") == VIEW
    assert views.every() == (later, VIEW)
    assert {name: views.file("aaaa", name) for name in FILES} == FILES
    assert views.file("aaaa", ".png") is None
    assert views.file("bbbb", ".svg") is None


def test_what_is_withdrawn_loses_its_files_and_its_note_and_says_when_and_why(views: SavedViews) -> None:
    views.add(replace(VIEW, note="A name.", missing=("Too large.",)), FILES)
    gone = views.withdraw("aaaa", date(2026, 12, 1), "A name was wrong.")
    assert gone == replace(VIEW, withdrawn=date(2026, 12, 1), reason="A name was wrong.", forms=())
    assert views.view("aaaa") == gone
    assert views.file("aaaa", ".svg") is None
    assert views.withdraw("aaaa", date(2027, 1, 1), "again") == gone
    with pytest.raises(UnknownView):
        views.withdraw("cccc", date(2026, 12, 1))


def test_a_load_leaves_them_alone_and_they_leave_the_graph_alone(store: Store, views: SavedViews) -> None:
    store.load(london())
    before = store.read()
    views.add(VIEW, FILES)
    assert store.read() == before
    store.load(world(reports("ab")))
    assert views.view("aaaa") == VIEW
    assert views.file("aaaa", "view.json") == FILES["view.json"]
    assert store.read() == world(reports("ab"))


def test_no_more_are_kept_than_can_be_looked_after(views: SavedViews, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved, "MOST_VIEWS", 1)
    monkeypatch.setattr(saved, "MOST_BYTES", 10)
    with pytest.raises(TooLarge, match="at most 10"):
        views.add(VIEW, FILES)
    views.add(VIEW, {})
    with pytest.raises(TooLarge, match="Withdraw one"):
        views.add(replace(VIEW, id="bbbb"), {})
    views.withdraw("aaaa", date(2026, 12, 1))
    views.add(replace(VIEW, id="bbbb"), {})


def test_they_outlive_the_program(address: str) -> None:
    with open_store(address) as first:
        first.views().add(VIEW, FILES)
        with open_store(address) as second:
            assert second.views().view("aaaa") == VIEW
            second.views().withdraw("aaaa", date(2026, 12, 1))
        assert first.views().view("aaaa").withdrawn


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
VIEWS = st.builds(
    SavedView,
    id=st.builds(new_id),
    kind=st.sampled_from(["frozen", "live"]),
    title=TEXT,
    asked=TEXT,
    as_at=TEXT,
    version=TEXT,
    saved=st.dates(),
    note=TEXT,
    expires=st.none() | st.dates(),
    forms=st.lists(TEXT, max_size=3).map(tuple),
    sites=st.none() | st.lists(TEXT, max_size=3).map(tuple),
)


@given(view=VIEWS, content=st.binary(max_size=100))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_is_read_back(views: SavedViews, view: SavedView, content: bytes) -> None:
    views.add(view, {"a": content})
    assert views.view(view.id) == view
    assert views.file(view.id, "a") == content
    views.withdraw(view.id, date(2026, 12, 1))


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(200)])
def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "store.json.views.sqlite"
    place.write_bytes(content)
    if not content:
        # An empty file is what a program leaves that was stopped before it wrote anything.
        with open_store(f"networkx:{tmp_path}/store.json") as store:
            assert store.views().every() == ()
        return
    with open_store(f"networkx:{tmp_path}/store.json") as store:
        with pytest.raises(StoreUnavailable, match=r"store\.json\.views\.sqlite cannot be read"):
            store.views().every()
        with pytest.raises(StoreUnavailable, match=r"store\.json\.views\.sqlite cannot be read"):
            store.views().withdraw("a", date(2026, 12, 1))
    assert place.read_bytes() == content


@pytest.mark.parametrize("record", ["{", '{"id": "aaaa"}'])
def test_a_record_that_is_damaged_is_said_to_be(tmp_path: Path, record: str) -> None:
    with open_store(f"networkx:{tmp_path}/store.json") as store:
        store.views().add(VIEW, FILES)
        with closing(sqlite3.connect(tmp_path / "store.json.views.sqlite")) as db, db:
            db.execute("UPDATE views SET record = ?", (record,))
        for look in (store.views().every, lambda: store.views().view("aaaa")):
            with pytest.raises(StoreUnavailable, match="A saved view cannot be read"):
                look()


def test_views_of_another_release_are_left_alone(tmp_path: Path) -> None:
    with open_store(f"networkx:{tmp_path}/store.json") as store:
        store.views().add(VIEW, FILES)
        with closing(sqlite3.connect(tmp_path / "store.json.views.sqlite")) as db, db:
            db.execute("PRAGMA user_version = 7")
        with pytest.raises(StoreUnavailable, match=r"^The saved views were written by another release"):
            store.views().withdraw("aaaa", date(2026, 12, 1))


def test_looking_makes_no_file(tmp_path: Path) -> None:
    with open_store(f"networkx:{tmp_path}/new/store.json") as store:
        assert store.views().every() == ()
    assert list(tmp_path.iterdir()) == []


def test_ids_are_ours_and_readable() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch(r"[a-z2-9]{10}", key) for key in ids)

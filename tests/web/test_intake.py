from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.stores import open_store
from tests.web.small_tables import write_tables
from web.config import Settings
from web.intake import filled_from, must_hold_data, take_in


def test_a_folder_with_errors_leaves_the_store_empty(tmp_path: Path) -> None:
    settings = Settings(store="networkx:")
    with open_store(settings.store) as store:
        intake = take_in(store, settings, write_tables(tmp_path / "bad", claims="id\nx\n"))
        assert intake.result.errors
        assert not intake.changed
        with pytest.raises(StoreUnavailable, match="govgraph load"):
            must_hold_data(store, settings)


def test_only_the_default_store_remembers_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write_tables(tmp_path / "tables")
    for settings, remembers in ((Settings(), True), (Settings(store="networkx:other.json"), False)):
        with open_store(settings.store) as store:
            assert take_in(store, settings, folder).changed
            must_hold_data(store, settings)
            assert filled_from(store, settings, folder) is remembers
            assert not filled_from(store, settings, tmp_path)


def test_a_store_that_was_filled_by_others_is_not_taken_for_the_folder_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder, settings = write_tables(tmp_path / "tables"), Settings()
    with open_store(settings.store) as store:
        graph = take_in(store, settings, folder).result.graph
        assert graph is not None
        store.load(graph.closed_over(set(), set(), {"lhb"}))
        assert not filled_from(store, settings, folder)


def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder, settings = write_tables(tmp_path / "tables"), Settings()
    with open_store(settings.store) as store:
        take_in(store, settings, folder)
        Path("var/govgraph.origin.json").write_text("{", encoding="utf-8")
        assert not filled_from(store, settings, folder)

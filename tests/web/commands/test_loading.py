from pathlib import Path

import pytest

from graph.stores import open_store
from tests.web.commands.conftest import Run
from tests.web.small_tables import CLAIMS, ENTITIES, write_tables
from web.commands.stores import settings_for

BROKEN = CLAIMS.replace("hedg,subgroup_of,heg", "hedg,subgroup_of,nobody").replace(
    "lhb,,,,plan", "lhb,,,31 June 2021,plan"
)

RENAMED = ENTITIES.replace("Sadiq Khan", "The Rt Hon. Sadiq Khan")


def version() -> str:
    settings = settings_for(None)
    with open_store(settings.store, settings.password) as store:
        return store.version()


def test_check_reports_and_loads_nothing(run: Run, tables: Path) -> None:
    result = run("check", tables)
    assert result.exit_code == 0
    assert "7 entities" in result.stdout
    assert "6 relations" in result.stdout
    assert not Path("var").exists()


def test_check_tells_every_error(run: Run, tables: Path) -> None:
    result = run("check", write_tables(tables, claims=BROKEN))
    assert result.exit_code == 1
    assert "claims.csv, row 2, column object" in result.stderr
    assert "claims.csv, row 3, column start" in result.stderr
    assert "has 3 errors" in result.stderr
    assert result.stdout == ""


def test_load_counts_and_says_whether_anything_changed(filled: Run, tables: Path) -> None:
    write_tables(tables, entities=RENAMED)
    first = filled("load", tables)
    assert first.exit_code == 0
    assert "Loaded" in first.stdout
    assert "2 sources, 7 entities, 7 claims, 6 relations" in first.stdout
    assert version() in first.stdout
    again = filled("load", tables)
    assert again.exit_code == 0
    assert "Nothing changed" in again.stdout


def test_load_with_an_error_leaves_the_store_as_it_was(filled: Run, tables: Path) -> None:
    before = version()
    result = filled("load", write_tables(tables, claims=BROKEN))
    assert result.exit_code == 1
    assert "nothing is loaded" in result.stderr
    assert version() == before


def test_load_replaces_what_was_there(filled: Run, tables: Path) -> None:
    before = version()
    assert filled("load", write_tables(tables, entities=RENAMED)).exit_code == 0
    assert version() != before


@pytest.mark.parametrize("command", ["check", "load"])
def test_a_missing_folder_is_a_wrong_call(run: Run, command: str) -> None:
    result = run(command, "nowhere")
    assert result.exit_code == 2
    assert "'nowhere' does not exist" in result.stderr


@pytest.mark.parametrize("command", ["check", "load"])
def test_a_folder_without_tables_is_wrong_data(run: Run, tmp_path: Path, command: str) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = run(command, empty)
    assert result.exit_code == 1
    assert "error: " in result.stderr


def test_a_store_that_cannot_be_written_is_told_readably(run: Run, tables: Path) -> None:
    Path("var").write_text("a file where the folder should be", encoding="utf-8")
    result = run("load", tables)
    assert result.exit_code == 3
    assert "cannot be written" in result.stderr

"""What the tests of the commands share."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.web.small_tables import write_tables
from web.cli import cli

GOVGRAPH = str(Path(sys.executable).with_name("govgraph"))
"""The program, for those who start it as another process."""
Run = Callable[..., Result]


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A folder with the small tables."""
    return write_tables(tmp_path / "tables")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A function that runs `govgraph` with arguments in an empty folder, its variables unset."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for name in ("GOVGRAPH_STORE", "GOVGRAPH_DATA", "GOVGRAPH_SECONDS", "GOVGRAPH_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run_it(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], env=env)

    return run_it


@pytest.fixture
def filled(run: Run, tables: Path) -> Run:
    """As `run`, with the small tables in the default store."""
    assert run("load", tables).exit_code == 0
    return run

"""What the tests of the commands share."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import KINDS, one_of_each
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


@pytest.fixture(params=KINDS)
def chosen(request: pytest.FixtureRequest, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """As `run`, on a store of every kind: the default one, and others that the environment names.

    A database holds what the last test left there.
    """
    if request.param != "networkx":
        url, password = one_of_each(request, tmp_path)
        monkeypatch.setenv("GOVGRAPH_STORE", url)
        monkeypatch.setenv("NEO4J_PASSWORD", password)
    return run


@pytest.fixture
def filled(chosen: Run, tables: Path) -> Run:
    """As `chosen`, with the small tables in the store."""
    assert chosen("load", tables).exit_code == 0
    return chosen

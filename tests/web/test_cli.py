"""The program as a whole, as another program sees it; its commands are tested one by one in `commands`."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.web.commands.conftest import GOVGRAPH
from tests.web.small_tables import write_tables
from web.cli import HOMES, cli

pytestmark = pytest.mark.slow


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder whose default store holds the small tables, and a body with a name in many letters."""
    folder = write_tables(tmp_path / "tables")
    with (folder / "entities.csv").open("a", encoding="utf-8") as file:
        file.write("bwrdd,board,Bwrdd Iechyd Môn 健康委員会,BIM,\n")
    assert govgraph(tmp_path, "load", str(folder)).returncode == 0
    return tmp_path


def govgraph(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("GOVGRAPH_", "PYTHON", "LC_"))}
    return subprocess.run(
        [GOVGRAPH, *arguments], cwd=folder, env=plain | variables, capture_output=True, check=False, timeout=60
    )


def test_exit_codes(here: Path) -> None:
    bad = write_tables(here / "bad", claims="id,subject\nc-1,nobody\n")
    calls = {
        ("ask", "up", "HEDG"): 0,
        ("check", str(bad)): 1,
        ("ask", "up", "nobody"): 2,
        ("ask", "up", "HEDG", "--store", "foo:bar"): 3,
    }
    for arguments, code in calls.items():
        result = govgraph(here, *arguments)
        assert (arguments, result.returncode) == (arguments, code)
        assert b"Traceback" not in result.stderr


def test_what_a_terminal_cannot_show_is_replaced(here: Path) -> None:
    result = govgraph(here, "ask", "up", "BIM", PYTHONIOENCODING="cp1252")
    assert result.returncode == 0
    assert "Bwrdd Iechyd Môn ?????".encode("cp1252") in result.stdout
    wrong = govgraph(here, "ask", "up", "健康健康", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert wrong.returncode == 2
    assert b"Traceback" not in wrong.stderr


def test_json_is_the_same_on_every_terminal(here: Path) -> None:
    result = govgraph(here, "ask", "up", "BIM", "--json", PYTHONIOENCODING="cp1252")
    assert json.loads(result.stdout)["question"]["subject_name"] == "Bwrdd Iechyd Môn 健康委員会"


def test_whoever_stops_reading_hears_no_complaint(here: Path) -> None:
    program = subprocess.Popen(
        [GOVGRAPH, "ask", "up", "HEDG"], cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    assert program.stderr.read() == b""
    program.stderr.close()
    assert program.wait(timeout=30) == 141


def test_to_ask_takes_no_web_server() -> None:
    code = "import sys, web.commands.asking, web.commands.drawing, web.drawing, web.cli; print('flask' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "False\n"


def test_tells_its_version() -> None:
    assert CliRunner().invoke(cli, ["--version"]).output == f"govgraph {version('govgraph')}\n"


@pytest.mark.parametrize("command", sorted(HOMES))
def test_every_command_has_help(command: str) -> None:
    for option in ("--help", "-h"):
        result = CliRunner().invoke(cli, [command, option])
        assert result.exit_code == 0
        assert "Usage: " in result.output
        assert "\b" not in result.output


def test_an_unknown_command_is_a_wrong_call() -> None:
    result = CliRunner().invoke(cli, ["explode"])
    assert result.exit_code == 2
    assert "explode" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no device that is always full")
def test_output_that_cannot_be_written_is_told_readably(here: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        for arguments in (["--help"], ["ask", "up", "HEDG"], ["ask", "up", "HEDG", "--json"]):
            result = subprocess.run(
                [GOVGRAPH, *arguments], cwd=here, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
            )
            assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
            assert b"No space left" in result.stderr

"""The README is part of the program: it names everything there is, and what it shows is run and compared."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import get_args

import click
import pytest
from click.testing import CliRunner

from graph.answers import Verdict
from graph.model import State, Strength
from graph.queries.ask import QUESTIONS
from web import create_app
from web.api import FILTERS, LIMITS, ROUTES
from web.cli import HOMES, cli
from web.commands.failures import Code
from web.config import Settings
from web.records import schema_text

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SERVER = "http://127.0.0.1:8000"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def examples() -> list[tuple[str, str]]:
    """Every command that a console block shows, with the output shown below it (empty where none is)."""
    shown = [part for block in blocks("console") for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(command, output) for command, _, output in (part.partition("\n") for part in shown)]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the README has it: the London data, loaded, and the files that the README writes out."""
    here = tmp_path_factory.mktemp("readme")
    (here / "data").symlink_to(ROOT / "data")
    (here / "parks").mkdir()
    for name, text in re.findall(r"^`([\w.]+)`\n\n```\w+\n(.*?)^```$", README, re.MULTILINE | re.DOTALL):
        (here / "parks" / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here)
        assert CliRunner().invoke(cli, ["load", "data/london"]).exit_code == 0
    return here


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in variables():
        monkeypatch.delenv(name, raising=False)


def variables() -> set[str]:
    """Every environment variable that the program names."""
    code = [path for package in ("graph", "loaders", "web") for path in (ROOT / package).rglob("*.py")]
    return {name for path in code for name in re.findall(r"\bGOVGRAPH_[A-Z_]+\b", path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize(("command", "shown"), examples(), ids=lambda text: text.partition("\n")[0])
def test_every_example_gives_what_is_shown(
    here: Path, monkeypatch: pytest.MonkeyPatch, command: str, shown: str
) -> None:
    monkeypatch.chdir(here)
    program, *arguments = shlex.split(command)
    if program == "curl":
        response = create_app(Settings()).test_client().get(arguments[0].removeprefix(SERVER))
        assert response.status_code == 200, response.text
        return
    result = CliRunner().invoke(cli, arguments)
    assert program == "govgraph"
    assert result.exit_code == 0, result.output
    if shown and not re.fullmatch(re.escape(shown).replace("…", ".*"), result.stdout):
        assert result.stdout == shown


def test_the_python_example_prints_what_it_says(here: Path) -> None:
    (code,) = blocks("python")
    result = subprocess.run([sys.executable, "-c", code], cwd=here, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines() == re.findall(r"^print.*  # (.*)$", code, re.MULTILINE)


@pytest.mark.parametrize("command", sorted(HOMES))
def test_every_command_and_option_is_named(command: str) -> None:
    assert f"`govgraph {command} " in README or f"`govgraph {command}`" in README
    found = cli.get_command(click.Context(cli), command)
    assert found is not None
    for param in (*found.params, *cli.params):
        if isinstance(param, click.Option):
            for option in param.opts:
                assert re.search(rf"(?<![\w-]){option}(?![\w-])", README), option


def test_every_variable_is_named_and_every_named_one_is_read() -> None:
    assert set(re.findall(r"\bGOVGRAPH_[A-Z_]+\b", README)) == variables()


@pytest.mark.parametrize("route", ROUTES)
def test_every_address_of_the_api_is_named(route: str) -> None:
    assert f"`{route}`" in README


def test_every_parameter_of_a_question_is_named() -> None:
    (row,) = re.findall(r"^\| `/api/v1/ask/.*$", README, re.MULTILINE)
    for name in (*FILTERS, *LIMITS):
        assert re.search(rf"`{name}(=1)?`", row), name


def test_every_exit_code_is_named() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d+) \| ", README, re.MULTILINE)] == sorted(Code)


def test_every_word_of_an_answer_is_explained() -> None:
    for verdict in get_args(Verdict):
        assert re.search(rf"^\| {verdict} \| ", README, re.MULTILINE), verdict
    for word in (*State, *(strength.word for strength in Strength)):
        assert f"`{word}`" in README, word
    for question in QUESTIONS:
        assert f"govgraph ask {question} " in README, question


def test_every_file_and_make_target_that_is_named_exists() -> None:
    for path in re.findall(r"`((?:graph|loaders|web|data|tests)/[\w./]*)`", README):
        assert (ROOT / path).exists(), path
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake (run|test|lint|lock|clean)\b", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_opens_with_the_two_commands() -> None:
    lines = README.splitlines()
    assert lines[2].startswith("    make run ")
    assert lines[3].startswith("    make test ")


def test_the_published_schema_is_that_of_the_answers() -> None:
    """To publish it anew: govgraph serve, then curl http://127.0.0.1:8000/api/v1/schema > graph/answers.schema.json."""
    assert (ROOT / "graph" / "answers.schema.json").read_text(encoding="utf-8") == schema_text()

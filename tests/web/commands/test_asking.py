import json
import shlex
from pathlib import Path

import msgspec
import pytest

from graph.answers import Answer, to_json
from graph.model import Strength
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.stores import open_store
from tests.web.commands.conftest import Run
from web.commands.asking import asked_again
from web.commands.stores import settings_for

LIMITS = ("hops", "routes", "seconds")
ENDS = ("subject", "subject_name", "object", "object_name")


def test_prints_the_answer_with_its_sources(filled: Run) -> None:
    result = filled("ask", "up", "HEDG")
    assert result.exit_code == 0, result.output
    assert "The Health Equity Group reports to the London Health Board." in result.stdout
    assert "The implementation plan, ch. 1" in result.stdout
    assert result.stderr == ""


def test_understands_names_of_several_words(filled: Run) -> None:
    result = filled("ask", "down", "the london health board")
    assert result.exit_code == 0
    assert "Health Equity Delivery Group" in result.stdout


def test_prints_the_bytes_of_the_answer_as_json(filled: Run) -> None:
    result = filled("ask", "between", "HEDG", "the Mayor", "--at", "2021-12-09", "--json")
    settings = settings_for(None)
    with open_store(settings.store, settings.password) as store:
        answer = ask(store, "between", "HEDG", "the Mayor", Options(at="2021-12-09"))
    assert result.stdout_bytes == to_json(answer) + b"\n"


def test_hands_every_option_to_the_question(filled: Run) -> None:
    limits = ("--steps", "4", "--hops", "5", "--routes", "6", "--seconds", "1.5")
    filters = ("--lens", "oversight", "--kind", "chairs", "--kind", "reports_to", "--source", "plan", "--same")
    newer = ("--role", "member", "--role", "chair", "--entity-kind", "board", "--entity-kind", "group", "--firm")
    result = filled("ask", "between", "hedg", "mayor", "--at", "December 2021", *filters, *newer, *limits, "--json")
    question = json.loads(result.stdout)["question"]
    assert {name: question[name] for name in set(question) - {"ask", *LIMITS, *ENDS}} == {
        "at": "December 2021",
        "until": "",
        "lens": Strength.OVERSIGHT.word,
        "kinds": ["chairs", "reports_to"],
        "sources": ["plan"],
        "roles": ["chair", "member"],
        "entities": ["board", "group"],
        "soft": False,
        "same": True,
        "steps": 4,
    }
    assert (question["hops"], question["routes"], question["seconds"]) == (5, 6, 1.5)


def test_takes_the_seconds_of_the_settings(filled: Run) -> None:
    result = filled("ask", "up", "HEDG", "--json", env={"GOVGRAPH_SECONDS": "3"})
    assert json.loads(result.stdout)["question"]["seconds"] == 3.0


def test_asks_the_store_that_is_named(filled: Run, tmp_path: Path, tables: Path) -> None:
    elsewhere = f"networkx:{tmp_path / 'elsewhere.json'}"
    assert filled("ask", "up", "HEDG", "--store", elsewhere).exit_code == 3
    assert filled("load", tables, "--store", elsewhere).exit_code == 0
    assert filled("ask", "up", "HEDG", "--store", elsewhere).exit_code == 0
    assert filled("ask", "up", "HEDG", env={"GOVGRAPH_STORE": elsewhere}).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Missing argument"),
        (("up",), "A name is missing"),
        (("members",), "A name is missing"),
        (("changes", "HEDG", "--at", "2015"), "Two days"),
        (("up", "HEDG", "--decision", "HEG"), "--decision is for the question money"),
        (("sideways", "HEDG"), "up, down, between"),
        (("up", "nobody at all"), "Nothing is called"),
        (("up", "Health Equity"), "Health Equity Group"),
        (("up", ""), "name is missing"),
        (("up", "x" * 201), "200"),
        (("up", "\x1b[31mHEDG"), "character"),
        (("up", "\udce9"), "character"),
        (("up", "HEDG", "LHB"), "one name"),
        (("between", "HEDG"), "name is missing"),
        (("between", "HEDG", "hedg"), "both sides"),
        (("up", "HEDG", "--at", "yesterday"), "not understood"),
        (("up", "HEDG", "--at", "2021-02-30"), "2021-02-30"),
        (("up", "HEDG", "--lens", "money"), "leadership"),
        (("up", "HEDG", "--kind", "likes"), "likes"),
        (("up", "HEDG", "--source", "gossip"), "gossip"),
        (("up", "HEDG", "--entity-kind", "club"), "club"),
        (("up", "HEDG", "--steps", "0"), "1<=x<=30"),
        (("up", "HEDG", "--hops", "31"), "1<=x<=30"),
        (("up", "HEDG", "--routes", "101"), "1<=x<=100"),
        (("up", "HEDG", "--seconds", "11"), "0<x<=10"),
        (("up", "HEDG", "--seconds", "nan"), "seconds"),
        (("up", "HEDG", "--hope", "3"), "--hop"),
    ],
)
def test_a_wrong_call_is_told_readably(filled: Run, arguments: tuple[str, ...], says: str) -> None:
    result = filled("ask", *arguments)
    assert result.exit_code == 2, result.output
    assert says in result.stderr
    assert result.stderr.count("Error: ") == 1
    assert "Traceback" not in result.output
    assert result.stdout == ""


@pytest.mark.parametrize("url", ["", "foo:bar", "nonsense", "networkx:/proc/nowhere/x.json"])
def test_a_store_that_cannot_be_used_is_told_readably(run: Run, url: str) -> None:
    result = run("ask", "up", "HEDG", "--store", url)
    assert result.exit_code == 3
    assert result.stderr.count("Error: ") == 1


def test_a_damaged_store_is_told_readably(run: Run, tables: Path) -> None:
    assert run("load", tables).exit_code == 0
    store = Path("var/govgraph.json")
    store.write_bytes(store.read_bytes()[:-100])
    result = run("ask", "up", "HEDG")
    assert result.exit_code == 3
    assert "damaged" in result.stderr


def test_a_file_that_is_no_store_is_told_readably_and_kept(run: Run) -> None:
    Path("notes.json").write_text('{"mine": 1}', encoding="utf-8")
    result = run("ask", "up", "HEDG", "--store", "networkx:notes.json")
    assert result.exit_code == 3
    assert "notes.json is no govgraph store; name another file, or move this one away" in result.stderr
    assert Path("notes.json").read_text(encoding="utf-8") == '{"mine": 1}'


def test_an_empty_store_says_how_to_fill_it(run: Run) -> None:
    result = run("ask", "up", "HEDG")
    assert result.exit_code == 3
    assert "govgraph load data/london" in result.stderr


def test_a_variable_that_cannot_be_used_is_told_readably(run: Run) -> None:
    result = run("ask", "up", "HEDG", env={"GOVGRAPH_SECONDS": "soon"})
    assert result.exit_code == 2
    assert "GOVGRAPH_SECONDS" in result.stderr


def test_what_may_be_meant_is_told_as_it_is_typed_with_its_limits(filled: Run) -> None:
    result = filled("ask", "who chairs the helth bord in December 2021")
    assert result.exit_code != 0
    assert "members lhb --kind chairs --kind co_chairs --at 'December 2021'" in result.stderr


@pytest.mark.parametrize(
    "asked",
    [
        ("between", "HEDG", "the Mayor", "--at", "2021-12-09", "--firm", "--same", "--steps", "4"),
        ("up", "HEDG", "--lens", "oversight", "--source", "plan", "--entity-kind", "board"),
        ("members", "LHB", "--kind", "member_of", "--role", "member"),
        ("money", "--decision", "LHB"),
        ("changes", "LHB", "--at", "2015", "--until", "2022"),
    ],
)
def test_the_command_that_a_document_names_asks_the_same_again(filled: Run, asked: tuple[str, ...]) -> None:
    first = filled("ask", *asked, "--json")
    assert first.exit_code == 0, first.output
    program, *again = shlex.split(asked_again(msgspec.json.decode(first.stdout_bytes, type=Answer).question))
    assert program == "govgraph"
    assert filled(*again, "--json").stdout_bytes == first.stdout_bytes

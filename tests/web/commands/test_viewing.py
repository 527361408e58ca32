"""`govgraph view`: saved views on the command line, in every kind of store."""

import re
from pathlib import Path

from graph.render.forms import FORMS
from tests.web.commands.conftest import Run
from web import params

QUESTION = ("between", "HEDG", "the Mayor")


def saved(run: Run, *more: str) -> str:
    """Save the answer to a question; the id of the view."""
    result = run("view", "save", *QUESTION, *more)
    assert result.exit_code == 0, result.output
    found = re.search(r"Saved as ([a-z2-9]{10}) \((frozen|live)\): http://127\.0\.0\.1:8000/view/\1\n", result.output)
    assert found
    return found[1]


def test_a_view_is_saved_listed_written_and_withdrawn(filled: Run) -> None:
    key = saved(filled, "--note", "For the board.", "--title", "HEDG")
    assert re.search(rf"(?m)^{key}  frozen  \d{{4}}-\d\d-\d\d  HEDG$", filled("view", "list").output)
    result = filled("view", "write", key, "-o", "hedg.csv")
    assert result.output == "hedg.csv is written (CSV).\n"
    assert f"/view/{key}" in Path("hedg.csv").read_text(encoding="utf-8-sig")
    result = filled("view", "withdraw", key, "--reason", "A name was wrong.")
    assert "This view was withdrawn on" in result.output
    assert re.search(rf"(?m)^{key} .*withdrawn on .* A name was wrong\.$", filled("view", "list").output)
    result = filled("view", "write", key, "-o", "again.csv")
    assert result.exit_code == 2
    assert "A name was wrong." in result.stderr
    assert not Path("again.csv").exists()


def test_it_tells_which_form_is_being_made(filled: Run) -> None:
    result = filled("view", "save", *QUESTION)
    assert re.findall(r"(?m)^(\d+) of (\d+): ", result.stderr)[-1] == (str(len(FORMS)), str(len(FORMS)))


def test_a_live_one_makes_nothing_yet_and_an_address_can_be_saved(filled: Run) -> None:
    key = saved(filled, "--live", "--expires", "2999-01-01", "--sites", "https://www.example.gov.uk")
    assert "Shown until 1 January 2999." in filled("view", "list").output
    assert filled("view", "write", key, "-o", "hedg.svg").exit_code == 0
    result = filled("view", "save", "http://anywhere.example:9/explore/lhb?up=lhb", "--live")
    assert result.exit_code == 0, result.output


def test_addresses_begin_where_readers_reach_the_program(filled: Run) -> None:
    result = filled("view", "save", *QUESTION, "--live", env={"GOVGRAPH_ADDRESS": "https://govgraph.example.gov.uk/"})
    assert "https://govgraph.example.gov.uk/view/" in result.output


def test_what_cannot_be_done_is_said_in_one_line(filled: Run) -> None:
    for call, words in (
        (("save", *QUESTION, "--expires", "2001-01-01"), "expired already"),
        (("save", *QUESTION, "--sites", "example"), "is no site"),
        (("save", *QUESTION, "--hops", "3"), "no --hops"),
        (("save", "/entities"), "cannot be saved"),
        (("save", "http://["), "is no address"),
        (("save", *QUESTION, "--note", "x" * 1001), "at most 1,000"),
        (("save", *QUESTION, "--note", "\x1b[2J"), "cannot be printed"),
        (("write", "aaaaaaaaaa", "-o", "x.svg"), "No saved view has the id"),
        (("write", "aaaaaaaaaa", "-o", "x.gif"), "Nothing can be made as"),
        (("withdraw", "aaaaaaaaaa"), "No saved view has the id"),
    ):
        result = filled("view", *call)
        assert result.exit_code == 2, call
        assert words in result.stderr


def test_an_address_may_be_as_long_as_those_of_the_pages(filled: Run) -> None:
    ways = [f"{way}={key}" for way in ("up", "down") for key in ("hedg", "heg", "ledu", "lhb", "lhcp", "mayor", "khan")]
    address = f"http://a-name-of-ones-own.example:8000/explore/hedg?{'&'.join(ways)}&at=2021-12-09&until=2024-11-01"
    assert len(address) > params.MAX_TEXT
    result = filled("view", "save", address, "--live")
    assert result.exit_code == 0, result.output


def test_without_any_it_says_so(run: Run) -> None:
    assert run("view", "list").output == "No view is saved yet.\n"

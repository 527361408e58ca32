import csv
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from tests.graph.render.papers import Paper, squeezed
from tests.web.commands.conftest import Run
from web.commands import inside


def test_draws_the_answer_into_a_file(filled: Run) -> None:
    result = filled("draw", "between", "HEDG", "the Mayor", "-o", "picture.svg")
    assert result.exit_code == 0, result.output
    picture = Path("picture.svg").read_text(encoding="utf-8")
    assert ElementTree.fromstring(picture).tag.endswith("svg")  # noqa: S314 - our own picture
    assert "Mayor" in picture
    assert "<a " not in picture


@pytest.mark.parametrize("name", ["picture.pptx", "picture.docx"])
def test_makes_a_document_that_says_by_which_command(filled: Run, name: str) -> None:
    result = filled("draw", "up", "HEDG", "--lens", "oversight", "-o", name)
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(name) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert "govgraph ask up hedg --lens oversight" in core


def test_draws_a_picture_in_pixels_for_screens_and_for_paper(filled: Run) -> None:
    for name, form in (("picture.png", "PNG"), ("picture.print.png", "PNG for print")):
        result = filled("draw", "up", "HEDG", "-o", name)
        assert result.output == f"{name} is written ({form}).\n"
        assert Path(name).read_bytes().startswith(b"\x89PNG")
    assert Path("picture.print.png").stat().st_size > Path("picture.png").stat().st_size


@pytest.mark.parametrize("name", ["page.md", "alternative.txt"])
def test_writes_words_that_say_by_which_command(filled: Run, name: str) -> None:
    assert filled("draw", "up", "HEDG", "--lens", "oversight", "-o", name).exit_code == 0
    assert "govgraph ask up hedg --lens oversight" in Path(name).read_text(encoding="utf-8").replace("\\", "")


def test_an_answer_without_a_tie_is_written_in_words(filled: Run) -> None:
    for name in ("page.md", "alternative.txt"):
        assert filled("draw", "up", "LHB", "-o", name).exit_code == 0
        assert "London Health Board" in Path(name).read_text(encoding="utf-8")


def test_makes_a_paper_that_says_by_which_command_and_words_alone_where_there_is_nothing_to_draw(filled: Run) -> None:
    for name, drawn in (("up HEDG --lens oversight", 1), ("up LHB", 0)):
        result = filled("draw", *name.split(), "-o", "paper.pdf")
        assert result.exit_code == 0, result.output
        paper = Paper(Path("paper.pdf").read_bytes())
        assert f"govgraphask{squeezed(name.lower())}" in paper.pages[0]
        assert len(paper.tagged("Figure")) == drawn


def test_writes_the_same_picture_to_standard_output(filled: Run) -> None:
    filled("draw", "up", "HEDG", "--output", "picture.SVG")
    result = filled("draw", "up", "HEDG", "-o", "-")
    assert result.exit_code == 0
    assert result.stdout == Path("picture.SVG").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("picture.gif", ".docx or .pptx or .pdf or .png or .print.png or .svg"),
        ("picture", ".svg"),
        (".", "is a directory"),
        ("nowhere/picture.svg", "nowhere/picture.svg"),
        ("x" * 300 + ".svg", "too long"),
    ],
)
def test_a_file_that_cannot_be_is_told_readably(filled: Run, output: str, says: str) -> None:
    result = filled("draw", "up", "HEDG", "-o", output)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("Error: ") == 1


def test_an_answer_without_a_tie_is_not_drawn(filled: Run) -> None:
    result = filled("draw", "up", "LHB", "-o", "picture.svg")
    assert result.exit_code == 2
    assert "nothing to draw" in result.stderr
    assert not Path("picture.svg").exists()


def test_a_question_that_cannot_be_asked_leaves_no_file(filled: Run) -> None:
    assert filled("draw", "up", "nobody", "-o", "picture.svg").exit_code == 2
    assert not Path("picture.svg").exists()


@pytest.mark.parametrize("question", [("between", "HEDG", "the Mayor"), ("list", "--kind", "board")])
def test_makes_tables_that_say_by_which_command(filled: Run, question: tuple[str, ...]) -> None:
    result = filled("draw", *question, "-o", "table.csv")
    assert result.exit_code == 0, result.output
    assert result.output == "table.csv is written (CSV).\n"
    with Path("table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all(row["To make it again"].startswith(f"govgraph ask {question[0]}") for row in rows)
    assert filled("draw", *question, "-o", "table.xlsx").exit_code == 0
    book = load_workbook("table.xlsx")
    *_, table, sources = book.worksheets
    assert table.max_row == len(rows) + 1
    assert sources.max_row > 1


def test_an_answer_without_rows_is_no_table(filled: Run) -> None:
    result = filled("draw", "up", "LHB", "-o", "table.xlsx")
    assert result.exit_code == 2
    assert "There is no table to make" in result.stderr
    assert not Path("table.xlsx").exists()


def test_where_readers_reach_the_program_files_name_the_page(filled: Run) -> None:
    address = {"GOVGRAPH_ADDRESS": "https://govgraph.example.gov.uk"}
    assert filled("draw", "between", "HEDG", "the Mayor", "-o", "table.csv", env=address).exit_code == 0
    assert "https://govgraph.example.gov.uk/ask?q=between&subject=" in Path("table.csv").read_text(encoding="utf-8-sig")


def test_what_takes_longer_than_a_moment_is_told(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "MOMENT", 0.0)
    result = filled("draw", "between", "HEDG", "the Mayor", "-o", "paper.docx")
    assert result.exit_code == 0
    assert "Word is being made, which takes a few seconds …" in result.stderr

"""`govgraph brief`: every form in one folder."""

from pathlib import Path

from graph.render.forms import FORMS
from tests.web.commands.conftest import Run

NAME = "does-the-health-equity-delivery-group-answer-to-the-mayor-of"


def test_every_form_is_made_and_named_after_the_question(filled: Run) -> None:
    result = filled("brief", "between", "HEDG", "the Mayor", "-o", "new/briefing")
    assert result.exit_code == 0, result.output
    made = {path.name for path in Path("new/briefing").iterdir()}
    assert made == {f"{NAME}{ending}" for ending in FORMS}
    assert f"{len(FORMS)} of {len(FORMS)}: " in result.stderr
    assert all(path.stat().st_size > 300 for path in Path("new/briefing").iterdir())


def test_only_what_is_wanted_is_made(filled: Run) -> None:
    result = filled("brief", "/explore/lhb?up=lhb", "-o", "here", "--form", "svg", "--form", "csv")
    assert result.exit_code == 0, result.output
    assert sorted(path.suffix for path in Path("here").iterdir()) == [".csv", ".svg"]


def test_what_cannot_be_made_is_said(filled: Run) -> None:
    result = filled("brief", "up", "LHB", "-o", "here", "--form", "svg")
    assert result.exit_code == 2
    assert "nothing to draw" in result.stderr
    assert filled("brief", "up", "nobody", "-o", "there").exit_code == 2
    assert not Path("there").exists()

from dataclasses import replace

import pytest

from graph.errors import BadQuestion, TooLarge
from graph.pictures.scene import scene_of
from graph.render.bounds import MOST_LINES
from graph.render.brief import Sheet
from graph.render.forms import FORMS, ending_of, form_of
from tests.graph.render.briefs import BRIEF
from tests.worlds import say, world


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("hedg.png", ".png"),
        ("hedg.print.png", ".print.png"),
        ("HEDG.Print.PNG", ".print.png"),
        ("a.print.svg", ".svg"),
        ("print.png", ".png"),
        ("x.gif", ".gif"),
        ("nothing", ""),
    ],
)
def test_the_longest_ending_tells_the_form(name: str, ending: str) -> None:
    assert ending_of(name) == ending


@pytest.mark.parametrize("ending", FORMS)
def test_every_form_is_found_by_a_name_that_ends_so(ending: str) -> None:
    assert form_of(ending_of(f"some.thing{ending}")) is FORMS[ending]


def test_what_needs_only_words_is_made_without_a_picture() -> None:
    for ending in (".html", ".md", ".txt"):
        assert not form_of(ending).lacks(None, BRIEF)
        assert BRIEF.version.encode() in form_of(ending).make(None, BRIEF)


@pytest.mark.parametrize("ending", [".svg", ".png", ".print.png"])
def test_no_picture_is_made_of_nothing(ending: str) -> None:
    assert form_of(ending).lacks(None, BRIEF)
    with pytest.raises(BadQuestion, match="nothing to draw"):
        form_of(ending).make(None, BRIEF)


@pytest.mark.parametrize("ending", [".docx", ".pptx", ".pdf", ".html"])
def test_no_paper_is_made_of_a_register(ending: str) -> None:
    register = replace(BRIEF, sheets=(Sheet("All", ("What",), (("x",),) * MOST_LINES),))
    with pytest.raises(TooLarge, match=r"at most 3,000\. Ask for less.* as \.xlsx or \.csv"):
        form_of(ending).make(scene_of(world([say("a", "reports_to", "b")])), register)

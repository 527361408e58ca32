"""Two days compared, as documents: what happened is there in signs, in words and in the text alternative."""

import io
from dataclasses import dataclass
from typing import Any

import docx
import pytest
from pptx.oxml.ns import qn

from graph.exploring.scenes import Compared
from graph.pictures.style import LINES, THICKER
from graph.spans import read_span
from tests.web.office import alternative, connectors_of, parts_of_zip, picture_on, slides_of, words_of
from tests.worlds import say, world
from web.picture import Picture, picture

ENDED = "\N{MINUS SIGN} ended"


@dataclass(frozen=True)
class Opened:
    picture: Picture
    slide: Any
    said: dict[str, str]
    """The text alternative of each line, by the box that it comes from."""


@pytest.fixture(scope="module")
def made() -> Picture:
    """A reports to B on both days, C began to, D ended, E is first documented, and of F's two ties one ended."""
    part = world(
        [
            say("a", "reports_to", "b"),
            say("c", "reports_to", "b", "2021", start="2018"),
            say("d", "reports_to", "b", "2015", start="2010", end="2017"),
            say("e", "reports_to", "b", "2021"),
            say("f", "reports_to", "b"),
            say("f", "member_of", "b", "2015", start="2010", end="2017"),
        ]
    )
    ties = {(tie.subject, tie.kind): key for key, tie in part.relations.items()}
    happened = {
        ties["c", "reports_to"]: "began",
        ties["d", "reports_to"]: "ended",
        ties["e", "reports_to"]: "attested",
        ties["f", "member_of"]: "ended",
    }
    compared = Compared(read_span("2015"), read_span("2021"), {"c": "began", "elsewhere": "ended"}, happened)
    return picture(part, title="Who answers to B?", focus="b", compared=compared)


@pytest.fixture(scope="module")
def opened(made: Picture) -> Opened:
    (slide,) = (each for each in slides_of(made.to_bytes(".pptx")) if picture_on(each))
    said = {each.alternative[0].lower(): each.alternative for each in connectors_of(picture_on(slide))}
    return Opened(made, slide, said)


def test_each_line_says_in_its_alternative_what_happened(opened: Opened) -> None:
    assert opened.said["a"] == "A reports to B (did not change)."
    assert "(began" in opened.said["c"]
    assert "(ended" in opened.said["d"]
    assert "(first documented" in opened.said["e"]
    assert "not in force" not in " ".join(opened.said.values())


def test_of_several_ties_it_is_said_which_one_ended(opened: Opened) -> None:
    assert "(ended: is a member of" in opened.said["f"]


def test_signs_and_words_stand_on_the_slide_and_in_its_legend(opened: Opened) -> None:
    words = words_of(opened.slide)
    for said in ("+ began", ENDED, "* first documented", "board, + began", "did not change", "began or changed"):
        assert said in words
    assert opened.picture.drawn.caption in words
    assert opened.picture.drawn.caption == "What changed between 2015 and 2021; drawn as in 2021."


def test_what_began_is_thicker_with_a_sign_as_large_as_the_others(opened: Opened) -> None:
    lines = {
        alternative(shape)[0].lower(): shape._element.spPr.find(qn("a:ln"))
        for shape in picture_on(opened.slide).shapes
        if shape._element.find(f".//{qn('p:cNvCxnSpPr')}") is not None
    }
    widths = {name: int(line.get("w")) for name, line in lines.items()}
    assert widths["c"] == pytest.approx(widths["a"] * THICKER, abs=2)
    heads = {name: [end.get("w") for end in line if end.get("type")] for name, line in lines.items()}
    assert (heads["a"], heads["c"]) == (["med"], ["sm"])
    colours = {name: next(line.iter(qn("a:srgbClr"))).get("val") for name, line in lines.items()}
    assert f"#{colours['c']}" == LINES["line"].colour
    assert f"#{colours['a']}" == f"#{colours['d']}" == LINES["line"].faint
    assert lines["a"].find(qn("a:custDash")) is None
    assert lines["d"].find(qn("a:custDash")) is not None


def test_the_legend_of_a_slide_shows_each_mark_as_the_lines_have_it(opened: Opened) -> None:
    (legend,) = (shape for shape in opened.slide.shapes if shape.name == "Legend")
    samples = {shape.name: shape._element.spPr.find(qn("a:ln")) for shape in legend.shapes}
    same, began = samples["Sign: same"], samples["Sign: began"]
    assert int(began.get("w")) == pytest.approx(int(same.get("w")) * THICKER, abs=2)
    assert same.find(qn("a:custDash")) is None
    assert samples["Sign: never"].find(qn("a:custDash")) is not None
    assert {entry.key: entry.words for entry in opened.picture.drawn.legend}["never"] == "ended"


def test_the_notes_and_the_word_document_say_it_sentence_by_sentence(opened: Opened) -> None:
    notes = opened.slide.notes_slide.notes_text_frame.text
    paper = docx.Document(io.BytesIO(opened.picture.to_bytes(".docx")))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    for place in (notes, text):
        assert "Between 2015 and 2021" in place
        for said in ("(began; ", "(ended; ", "(first documented; ", "(did not change; "):
            assert said in place


def test_the_picture_in_the_word_document_has_signs_and_alternative(opened: Opened) -> None:
    parts = parts_of_zip(opened.picture.to_bytes(".docx"))
    (drawing,) = (part.decode() for name, part in parts.items() if name.endswith(".svg"))
    assert "+ began" in drawing
    assert ENDED in drawing
    paper = parts["word/document.xml"].decode()
    assert "(ended: is a member of" in paper
    assert "(first documented" in paper


def test_a_picture_of_one_day_says_nothing_of_changes() -> None:
    made = picture(world([say("a", "reports_to", "b")]), window=read_span("2015"))
    words = words_of(slides_of(made.to_bytes(".pptx"))[0])
    assert "did not change" not in words
    assert "As at 2015" in words

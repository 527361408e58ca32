from dataclasses import replace

import pytest

from graph.pictures.captions import called, sentences_of
from graph.render.alt import MOST_SIGNS, alternative, clipped, short_alternative
from tests.graph.render.briefs import BRIEF, scene


def told(with_picture: bool = True) -> str:
    return alternative(scene() if with_picture else None, BRIEF).decode()


def test_both_alternatives_stand_under_headings_of_their_own() -> None:
    text = told()
    short, _, long = text.partition("\n\nLong description\n----------------\n\n")
    assert short.startswith(f"Short alternative text (at most {MOST_SIGNS} characters)\n-----")
    assert short.endswith("\n\nDoes A answer to B? Yes.")
    drawn = scene()
    for box in drawn.boxes:
        assert called(box) in long
    for sentence in sentences_of(drawn.boxes, drawn.links):
        assert long.partition("\n\n")[2].count(sentence) == 1
    assert "A is Alpha board." in long


def test_it_says_for_which_day_from_which_data_and_where_it_is() -> None:
    text = told()
    for said in (BRIEF.as_at, BRIEF.kept, BRIEF.note, BRIEF.origin, *BRIEF.remarks, "Data version: abc123"):
        assert f"\n{said}\n" in text or text.endswith(f"{said}\n")
    assert "1. The Plan. A board, 9 December 2021.\n" in text
    assert "2. Minutes.\n" in text


def test_without_a_picture_it_has_what_there_is_in_words() -> None:
    text = told(with_picture=False)
    assert "A reports to B. (one source) [1.1; disputed by 2.1]" in text
    assert "B: nobody is named. Weaker ties lead on: to C" in text
    assert "boxes" not in text


def test_a_question_without_a_verdict_is_told_by_its_answer() -> None:
    assert short_alternative(replace(BRIEF, verdict="")) == "A reports to B."
    assert short_alternative(replace(BRIEF, verdict="", summary="")) == "Does A answer to B?"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("short\nenough", "short enough"),
        ("It names three. One, two, and then three of them", "It names three. One, two, and…"),
        ("It has one sentence of this. Then more", "It has one sentence of this."),
        ("x" * 40, f"{'x' * 29}…"),
        ("Who sits on it? Mayor, leaders, members", "Who sits on it? Mayor…"),
    ],
)
def test_a_short_alternative_ends_after_a_sentence_or_a_word(text: str, short: str) -> None:
    assert clipped(text, 30) == short
    assert len(clipped(text, 30)) <= 30


@pytest.mark.parametrize("size", range(100, 160))
def test_a_short_alternative_is_short(size: int) -> None:
    assert len(short_alternative(replace(BRIEF, title="a" + " b" * size))) <= MOST_SIGNS

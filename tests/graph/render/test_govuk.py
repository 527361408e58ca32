import re
from dataclasses import replace

import pytest

from graph.render.alt import short_alternative
from graph.render.brief import Brief, Document, Place, Section, Sheet, Statement
from graph.render.govuk import PICTURE, govuk
from tests.graph.render.briefs import BRIEF, ODD, scene
from tests.graph.render.markdown_read import links_in, page_of, rows_in, text_in


def made(with_picture: bool = True) -> str:
    return govuk(scene() if with_picture else None, BRIEF).decode()


def test_it_says_first_what_to_do_with_the_picture_and_its_alternative() -> None:
    steps, _, _ = made().partition("\n## Does A answer to B?")
    assert steps.startswith("## Before you publish\n\n1. ")
    assert PICTURE in steps
    assert short_alternative(BRIEF) in text_in(steps)
    assert f"\n\n[Image: {PICTURE}]\n\n" in made()


def test_headings_begin_at_the_second_level_and_skip_none() -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)>", page_of(made()))]
    assert set(levels) == {2, 3}
    assert levels[0] == 2


def test_it_has_the_answer_the_sentences_the_tables_and_the_sources() -> None:
    text = text_in(made())
    for said in ("Yes. A reports to B.", BRIEF.as_at, BRIEF.note, BRIEF.kept, "Data version: abc123", *BRIEF.remarks):
        assert said in text
    assert "A reports to B. (one source) [1.1; disputed by 2.1]" in text
    assert "Also: A is overseen by B. [2]" in text
    assert "B: nobody is named. Weaker ties lead on: to C" in text
    assert rows_in(made()) == [["From", "To", "Sources"], ["A", "B", "1.1"], ["B", "", "2"]]
    assert "The Plan , a board, 9 December 2021 1.1: page 2 Minutes. 2.1: item 4" in text
    assert links_in(made()) == ["https://example.org/plan_%281%29", BRIEF.origin]


def test_lines_of_the_picture_that_no_sentence_tells_are_told() -> None:
    assert "The picture also shows: C reports to B." in text_in(made())
    assert "by line" in text_in(made())


def test_without_a_picture_nothing_is_said_of_one() -> None:
    assert "picture" not in made(with_picture=False)
    assert "[Image:" not in made(with_picture=False)


def test_numbers_in_lists_are_those_that_are_cited() -> None:
    page = page_of(made())
    sources = page.partition("<h3>Sources</h3>")[2]
    assert re.match(r"\s*<ol>\s*<li>", sources)
    assert sources.count("<ol>") == 1


def test_what_a_table_tells_under_the_same_heading_is_not_told_twice() -> None:
    twice = replace(BRIEF, sections=(Section("Every tie", (Statement("A reports to B."),)),))
    assert page_of(govuk(None, twice).decode()).count("<h3>Every tie</h3>") == 1


def test_a_heading_without_anything_beneath_it_is_left_out() -> None:
    page = page_of(govuk(None, Brief("A and B", "Any day the documents cover")).decode())
    assert re.findall(r"<h\d>(.*?)</h", page) == ["Before you publish", "A and B"]


@pytest.mark.parametrize("odd", ODD)
def test_odd_words_come_out_as_words(odd: str) -> None:
    brief = replace(
        BRIEF,
        title=odd,
        summary=odd,
        note=odd,
        sections=(Section(odd, (Statement(odd, "1", odd, under=(odd,)),)),),
        sheets=(Sheet(f"Rows of {odd}", (odd, "b"), ((odd, odd), ("", odd))),),
        documents=(Document("1", odd, odd, "", (Place("1.1", odd),)),),
        remarks=(odd,),
        origin=f"govgraph {odd}",
    )
    text = govuk(scene(), brief).decode()
    shown = " ".join(odd.split())
    assert rows_in(text) == [[shown, "b"], [shown, shown], ["", shown]]
    assert text_in(text).count(shown) >= 15
    assert links_in(text) == []
    page = page_of(text)
    assert not re.search(r"<(?:script|img|em|strong|code|s|blockquote|hr|h1|h4)\b", page)

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from graph.pictures.captions import sentences_of
from graph.pictures.svg import svg
from graph.pictures.text import width_of
from graph.render.brief import Brief, Document
from graph.render.poster import LEAST_WIDTH, MOST_SOURCE_LINES, poster
from tests.graph.render.briefs import BRIEF, ODD, scene

SVG = "{http://www.w3.org/2000/svg}"


def read(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own picture


def lines_of(root: ET.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_it_prints_title_day_note_legend_sources_version_and_address() -> None:
    drawn = scene()
    lines = lines_of(read(poster(drawn, BRIEF)))
    assert lines[:3] == ["Does A answer to B? Yes.", BRIEF.as_at, BRIEF.noted]
    words = " ".join(lines)
    for said in (*(entry.words for entry in drawn.legend), drawn.caption, *BRIEF.remarks, BRIEF.kept, BRIEF.origin):
        assert said in words
    assert "Sources 1 The Plan. A board, 9 December 2021. 2 Minutes." in words
    assert "Data version abc123" in words


def test_the_picture_is_one_thing_with_a_name_and_every_line_in_words() -> None:
    drawn = scene()
    root = read(poster(drawn, BRIEF))
    names = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert len(names) == len([element for element in root.iter() if element.get("id")]) == 4
    assert root.get("role") == "graphics-document"
    assert [names[key] for key in root.get("aria-labelledby", "").split()] == [BRIEF.heading, drawn.description]
    (picture,) = root.findall(f"{SVG}g[@aria-labelledby]")
    assert picture.get("role") == "img"
    title, description = (names[key] or "" for key in picture.get("aria-labelledby", "").split())
    assert title == drawn.title
    assert all(sentence in description for sentence in sentences_of(drawn.boxes, drawn.links))
    outside = [text for text in root.findall(f"{SVG}text") if text.text]
    assert len(outside) > 8


def test_a_narrow_picture_stands_in_the_middle_and_a_wide_one_gives_the_width() -> None:
    drawn = scene()
    assert drawn.width < LEAST_WIDTH
    root = read(poster(drawn, BRIEF))
    assert float(root.get("width", "")) == LEAST_WIDTH
    (picture,) = root.findall(f"{SVG}g[@transform]")
    assert picture.get("transform", "").startswith(f"translate({(LEAST_WIDTH - drawn.width) / 2:g} ")
    assert read(poster(replace(drawn, width=2_000.0), BRIEF)).get("width") == "2000"


def test_no_line_is_wider_than_the_picture_and_none_is_cut_off_below() -> None:
    long = replace(
        BRIEF,
        title=f"Does {'x' * 300} answer to B?",
        origin=f"https://govgraph.example/ask?{'a=b&' * 400}",
        note="word " * 500,
    )
    root = read(poster(scene(), long))
    height = float(root.get("height", ""))
    for text in root.findall(f"{SVG}text"):
        size, bold = float(text.get("font-size", "")), text.get("font-weight") == "bold"
        assert float(text.get("x", "")) + width_of(text.text or "", size, bold=bold) <= LEAST_WIDTH
        assert float(text.get("y", "")) < height
    assert long.origin in "".join(lines_of(root))


def test_many_sources_are_cut_to_a_number_of_lines_and_counted() -> None:
    many = tuple(Document(str(number), f"Paper {number}", "a board, 2021", "", ()) for number in range(1, 101))
    lines = lines_of(read(poster(scene(), replace(BRIEF, documents=many))))
    told = [line for line in lines if line.startswith("Paper")]
    assert len(told) == MOST_SOURCE_LINES - 1
    assert f"and {100 - len(told)} more: see below where they are listed." in lines


@pytest.mark.parametrize("odd", [*ODD, "\x00\ud800 nothing", "words " * 40])
def test_odd_words_are_text_and_nothing_points_outside(odd: str) -> None:
    drawn = poster(
        scene(), replace(BRIEF, title=odd, note=odd, documents=(Document("1", odd, odd, odd, ()),), origin="")
    )
    tags = {element.tag.removeprefix(SVG) for element in read(drawn).iter()}
    assert tags <= {"svg", "title", "desc", "rect", "g", "path", "polygon", "polyline", "circle", "text"}
    outside = re.findall(r'(?:href|src|style|url\(|on\w+)="?[^"]*', drawn.replace("https://www.gov.uk", ""))
    assert not [found for found in outside if found.endswith('"') and "=" in found and "&" not in found]


def test_a_picture_without_words_is_the_bare_picture_under_its_title() -> None:
    drawn = scene()
    words = " ".join(lines_of(read(poster(drawn, Brief("A and B", "Any day the documents cover")))))
    assert words == " ".join(["A and B Any day the documents cover", *lines_of(read(svg(drawn)))])

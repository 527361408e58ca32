import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from graph.model import Entity
from graph.pictures.scene import scene_of
from graph.pictures.svg import svg
from tests.graph.pictures.graphs import governance
from tests.worlds import reports, world

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)> & ' ]]> <!-- \x00\ud800"
NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=60)


def read(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314


def words_of(root: ET.Element) -> str:
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


@settings(max_examples=80, deadline=None)
@given(NAMES, st.one_of(st.just(""), NAMES))
def test_every_word_of_a_name_is_whole(name: str, short_name: str) -> None:
    board = Entity("a", "board", name, short_name)
    lines = words_of(read(svg(scene_of(world(reports("ab"), entities=[board]))))).casefold()
    drawn = re.sub(r"(?<=[-/\u2013\u2014]) ", "", lines)
    for word in (*board.title.casefold().split(), *short_name.casefold().split()):
        assert word in lines or re.sub(r"(?<=[-/\u2013\u2014]) ", "", word) in drawn


def test_hostile_names_are_text() -> None:
    part = world(reports("ab"), entities=[Entity("a", "board", HOSTILE, HOSTILE), Entity("b", HOSTILE, "B")])
    root = read(svg(scene_of(part, focus="a", title=HOSTILE), links={"a": f"/e/{HOSTILE}", "b": "javascript:alert(1)"}))
    assert {tag.removeprefix(SVG) for tag in {element.tag for element in root.iter()}} <= {
        "svg", "title", "desc", "rect", "g", "path", "polygon", "polyline", "circle", "text", "a",
    }  # fmt: skip
    assert [element.get("href", "")[:4] for element in root.iter(f"{SVG}a")] == ['/e/"']
    assert "<script>" not in svg(scene_of(part))


@pytest.mark.parametrize("seed", range(3))
def test_a_strict_policy_lets_it_pass(seed: int) -> None:
    text = svg(scene_of(governance(seed, 25)))
    for element in read(text).iter():
        assert not {name for name in element.keys() if name == "style" or name.startswith("on")}  # noqa: SIM118
        assert not {value for value in element.attrib.values() if "url(" in value}
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]


def test_it_has_a_name_and_a_description() -> None:
    scene = scene_of(world(reports("ab")), title="Who answers to B")
    root = read(svg(scene))
    assert root.get("role") == "img"
    named = [
        next(element for element in root if element.get("id") == name)
        for name in root.get("aria-labelledby", "").split()
    ]
    assert [element.text for element in named] == ["Who answers to B", scene.description]
    width, height = root.get("width"), root.get("height")
    assert root.get("viewBox") == f"0 0 {width} {height}"


def test_boxes_are_links_where_addresses_are_given() -> None:
    root = read(svg(scene_of(world(reports("ab"))), links={"a": "/entities/a"}))
    assert root.get("role") == "graphics-document"
    (link,) = root.iter(f"{SVG}a")
    assert link.get("href") == "/entities/a"
    assert [text.text for text in link.iter(f"{SVG}text")] == ["A", "board"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example/a", " javascript:x"]
)
def test_other_addresses_are_dropped(address: str) -> None:
    assert not list(read(svg(scene_of(world(reports("ab"))), links={"a": address})).iter(f"{SVG}a"))


def test_the_same_scene_gives_the_same_text() -> None:
    assert svg(scene_of(governance(1, 12))) == svg(scene_of(governance(1, 12)))


def test_an_empty_picture_can_be_read() -> None:
    assert "Nothing to draw." in svg(scene_of(world([])))


@pytest.mark.browser
@pytest.mark.parametrize("font", ["", "DejaVu Sans"])
def test_names_fit_their_boxes_in_a_browser(chromium: Browser, font: str) -> None:
    pictures = [svg(scene_of(governance(seed, 25))) for seed in range(3)]
    if font:
        pictures = [re.sub(r'font-family="[^"]+"', f'font-family="{font}"', text) for text in pictures]
    with chromium.new_page() as page:
        for text in pictures:
            page.set_content(text)
            assert page.evaluate(_OUTSIDE) == []


_OUTSIDE = """() => [...document.querySelectorAll('g[data-entity]')].flatMap(box => {
  const shape = box.firstElementChild.getBBox();
  return [...box.querySelectorAll('text')].filter(text => {
    const words = text.getBBox();
    return words.x < shape.x || words.x + words.width > shape.x + shape.width
      || words.y < shape.y - 1 || words.y + words.height > shape.y + shape.height + 1;
  }).map(text => text.textContent);
})"""

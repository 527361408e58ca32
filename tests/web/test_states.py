"""Every page and state of the list in Chromium: what it asks of others, axe, 320 pixels wide, dark, and in print."""

import re

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from tests.web.sites import Sites
from tests.web.states import ADDRESSES, STATES, State
from tests.web.visiting import TAGS, problems, visited

DARK = frozenset(
    {"first page", "an entity in dispute", "between, in dispute", "asked again", "explorer, a line", "a saved view"}
) | {f"explorer, {each}" for each in ("filters set", "two days compared", "a step takes long", "boxes folded")}
SHOWN = """selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility()).length"""
OVER = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > 320 && !one.closest(".picture-view, .legend, .stage"))
  .slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""
"""What stands out at the right, for whoever has to find it."""
in_browser = pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)


def test_names_are_all_different() -> None:
    assert len({state.name for state in STATES}) == len(STATES)


@pytest.mark.browser
@pytest.mark.slow
@in_browser
def test_a_state_is_sound(chromium: Browser, sites: Sites, state: State) -> None:
    with visited(chromium, sites.url(state.site), state) as (page, witness):
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert problems(page, {"type": "tag", "values": TAGS}) == []
        if state.name in DARK:
            page.emulate_media(color_scheme="dark")
            assert problems(page, {"type": "rule", "values": ["color-contrast"]}) == []
            page.emulate_media(color_scheme="light")
        _is_headed(page)
        _is_narrow(page)
        _is_printed(page, state)
    assert witness.outside == []
    assert witness.complaints == []
    assert witness.ran == []
    assert bool(witness.refused) == (state.fails or state.status >= 400)


def _is_headed(page: Page) -> None:
    assert re.fullmatch(r".+ – govgraph", page.title())
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()


def _is_narrow(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320, page.evaluate(OVER)


def _is_printed(page: Page, state: State) -> None:
    page.set_viewport_size({"width": 794, "height": 1123})
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN, "nav, form, .tools, .stage") == 0
    assert page.evaluate(SHOWN, "h1") == 1
    assert bool(page.evaluate(SHOWN, "figure.picture svg")) == state.drawn


@pytest.mark.parametrize("part", ["title", "h1"])
def test_each_page_is_headed_in_its_own_words(visitor: FlaskClient, part: str) -> None:
    """A body and its surroundings are headed alike, and told apart by their titles; a hostile name stands twice."""
    headed: dict[str, set[str]] = {}
    for address in [address for address in ADDRESSES if "evil" not in address]:
        found = re.search(rf"<{part}[^>]*>(.+?)</{part}>", visitor.get(address).text, re.DOTALL)
        assert found is not None, address
        place = address.partition("?")[0].replace("/explore/", "/entity/" if part == "h1" else "/explore/")
        page = address.partition("&typed")[0] if place == "/ask" else place
        headed.setdefault(found[1], set()).add(page)
    assert {words: pages for words, pages in headed.items() if len(pages) > 1} == {}

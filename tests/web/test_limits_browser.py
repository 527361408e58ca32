"""Days and filters of the explorer in a real Chromium: with and without script, back and forward, and axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STATES = {
    "day": "/explore/lhb?at=2021-12-09",
    "filters": "/explore/lhb?at=2024-11&lens=line&sure=firm&kind=reports_to&source=2024-11",
    "nothing": "/explore/lhb?kind=funds",
    "compared": "/explore/lhb?at=2015&until=2024-11",
    "hostile": "/explore/evil?at=2015&until=2024-11&source=undated-paper",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def problems(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds with everything unfolded: each rule that is broken, and where."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options)
    return [(one["id"], [node["html"][:150] for node in one["nodes"]]) for one in found.response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(page: Page, state: str, scheme: str) -> None:
    page.emulate_media(reduced_motion="reduce", color_scheme="dark" if scheme == "dark" else "light")
    page.goto(STATES[state])
    assert problems(page) == []


@pytest.mark.parametrize("width", [320, 768, 1100, 1440])
@pytest.mark.parametrize("state", STATES)
def test_nothing_scrolls_sideways_in_any_state(page: Page, state: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(STATES[state])
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_filters_and_days_without_script(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/explore/lhb?box=heg")
    page.get_by_text("Day and filters").click()
    page.get_by_role("checkbox", name="reports to").check()
    page.get_by_label("Day", exact=True).fill("9 December 2021")
    page.locator("#explorer_limits").get_by_role("button", name="Show").click()
    page.wait_for_url("**/explore/lhb?at=2021-12-09&kind=reports_to&box=heg")
    assert page.locator("[data-entity=mayor]").count() == 0
    expect(page.locator("#when_head")).to_have_text("On 9 December 2021")
    page.get_by_role("link", name="Show everything again").click()
    page.wait_for_url("**/explore/lhb?box=heg")
    page.get_by_text("All dates that matter").click()
    page.locator(".dates-list a").first.click()
    assert "at=" in page.url
    context.close()


def test_back_and_forward_go_through_days_filters_and_selection(page: Page) -> None:
    page.goto("/explore/lhb")
    page.locator(".stage canvas").wait_for()
    page.evaluate("window.kept = true")
    page.locator("[data-at='day 2021-12-09']").click()
    expect(page.locator("#when_head")).to_have_text("On 9 December 2021")
    expect(page.locator("#explorer_address")).to_have_value(page.url)
    page.locator("#tree").get_by_role("link", name="Health Equity Group", exact=True).click()
    expect(page.locator("#evidence_head")).to_have_text("Health Equity Group")
    assert "at=2021-12-09&box=heg" in page.url
    page.go_back()
    expect(page.locator("#evidence_head")).to_have_text("London Health Board")
    page.go_back()
    expect(page.locator("#when_head")).to_have_text("On any day")
    page.go_forward()
    expect(page.locator("#when_head")).to_have_text("On 9 December 2021")
    assert page.evaluate("window.kept") is True


def test_the_line_of_dates_is_for_the_mouse_and_the_list_for_the_keyboard(page: Page) -> None:
    page.goto("/explore/lhb")
    page.locator(".stage canvas").wait_for()
    page.locator(".dates-line .date-reach").first.click()
    page.wait_for_url("**at=**")
    assert page.locator(".dates-line a:not([tabindex='-1'])").count() == 0
    page.locator(".dates summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    chosen = page.evaluate("document.activeElement.dataset.at")
    assert chosen.startswith("date ")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**at={chosen.removeprefix('date ')}*")
    assert page.evaluate("document.activeElement.dataset.at") == chosen


def test_a_comparison_is_marked_on_the_canvas_in_words(page: Page) -> None:
    page.goto("/explore/lhb?at=2015&until=2024-11")
    page.locator(".stage canvas").wait_for()
    words = page.evaluate("explorer.canvas.data.nodes.filter(one => one.words).flatMap(one => one.words)")
    assert "* first documented" in words
    expect(page.locator("#table").get_by_role("columnheader", name="Change")).to_be_visible()

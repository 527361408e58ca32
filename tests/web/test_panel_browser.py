"""The evidence beside the picture in a real Chromium: closed by button and Escape, opened by click and Enter."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.test_explorer_browser import PLACE, opened
from tests.web.visiting import TAGS, problems

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def closed(page: Page) -> Page:
    opened(page)
    page.get_by_role("button", name="Close the evidence").click()
    expect(page.locator("#evidence")).to_be_hidden()
    return page


def test_closed_by_its_button_it_leaves_its_room_to_the_picture(page: Page) -> None:
    opened(page)
    width = page.locator(".stage").bounding_box()
    scale = page.evaluate("explorer.canvas.network.getScale()")
    page.get_by_role("button", name="Close the evidence").click()
    expect(page.locator("#explorer_said")).to_have_text("Evidence closed.")
    wider = page.locator(".stage").bounding_box()
    assert width
    assert wider
    assert wider["width"] > width["width"] + 200
    page.wait_for_timeout(300)
    assert page.evaluate("explorer.canvas.network.getScale()") == pytest.approx(scale)
    assert page.locator(".selected-line").is_visible()


def test_escape_closes_it_and_the_focus_goes_back_to_the_picture(page: Page) -> None:
    opened(page)
    page.locator(".stage").focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**box=**")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#evidence') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".stage")).to_be_focused()
    expect(page.locator("#evidence")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(300)
    expect(page.locator("#evidence")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("#evidence")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_focus_goes_back_to_the_item_of_the_tree(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page)
    page.locator("#tree [role=treeitem]").first.focus()
    page.keyboard.type("health")
    page.keyboard.press("Enter")
    expect(page.locator("#evidence_head")).to_have_text("Health Equity Group")
    if width > 1240:
        page.locator("#evidence a").first.focus()
    else:
        expect(page.locator("#evidence_head")).to_be_focused()
        expect(page.locator("#evidence_head")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#tree [aria-selected=true]")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#tree [aria-selected=true]")).not_to_be_focused()


def test_the_focus_goes_back_to_the_row_of_the_table(page: Page) -> None:
    opened(page)
    row = page.locator("#table").get_by_role("link", name="The Health Equity Group reports to").first
    row.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#evidence_head")).to_be_focused()
    page.keyboard.press("Escape")
    expect(row).to_be_focused()


def test_a_click_on_a_box_opens_it_again(page: Page) -> None:
    closed(page)
    page.mouse.click(*page.evaluate(PLACE, "heg"))
    expect(page.locator("#evidence_head")).to_have_text("Health Equity Group")
    expect(page.locator("#evidence")).to_be_visible()


def test_what_is_selected_leads_to_it(page: Page) -> None:
    closed(page)
    page.locator(".selected-line a").click()
    expect(page.locator("#evidence")).to_be_visible()


def test_after_some_selections_it_leads_to_the_last_one(page: Page) -> None:
    closed(page)
    for box, name in (("heg", "Health Equity Group"), ("ledu", "London Estates Delivery Unit")):
        page.mouse.click(*page.evaluate(PLACE, box))
        expect(page.locator("#evidence_head")).to_have_text(name)
    address = page.url
    page.get_by_role("button", name="Close the evidence").click()
    page.locator(".selected-line a").click()
    expect(page.locator("#evidence_head")).to_have_text("London Estates Delivery Unit")
    assert page.url == f"{address}#evidence"


def test_axe_finds_nothing_where_it_is_closed(page: Page) -> None:
    closed(page)
    assert problems(page, {"type": "tag", "values": TAGS}) == []

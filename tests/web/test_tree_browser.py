"""The tree of the explorer in a real Chromium: its keys, its one stop for Tab, and the selection that it shares."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Site
from tests.web.test_explorer_browser import PLACE, opened
from tests.web.visiting import TAGS, problems

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ITEMS = "#tree [role=treeitem]"


def at(page: Page) -> str:
    """The name of the item that has the focus."""
    name: str = page.evaluate("document.activeElement.querySelector('.twig-name')?.textContent ?? ''")
    return name


def begun(page: Page, address: str = "/explore/lhb") -> Page:
    opened(page, address)
    page.locator(ITEMS).first.focus()
    return page


def names(page: Page) -> list[str]:
    found: list[str] = page.locator(ITEMS).evaluate_all(
        "all => all.map(one => one.querySelector('.twig-name').textContent)"
    )
    return found


def test_arrows_home_and_end_walk_it(page: Page) -> None:
    begun(page)
    every = names(page)
    walked = [at(page)]
    for _ in every[1:]:
        page.keyboard.press("ArrowDown")
        walked.append(at(page))
    assert walked == every
    page.keyboard.press("ArrowDown")
    assert at(page) == every[-1]
    page.keyboard.press("Home")
    assert at(page) == every[0]
    page.keyboard.press("ArrowUp")
    assert at(page) == every[0]
    page.keyboard.press("End")
    assert at(page) == every[-1]
    assert page.url.endswith("/explore/lhb")


def test_left_closes_and_goes_to_the_parent_and_right_opens_and_goes_in(page: Page) -> None:
    begun(page)
    root = page.locator(ITEMS).first
    page.keyboard.press("ArrowRight")
    child = at(page)
    assert child == names(page)[1]
    page.keyboard.press("ArrowLeft")
    assert at(page) == "London Health Board"
    page.keyboard.press("ArrowLeft")
    assert root.get_attribute("aria-expanded") == "false"
    assert page.locator(ITEMS).nth(1).is_hidden()
    page.keyboard.press("ArrowDown")
    assert at(page) == "London Health Board"
    page.keyboard.press("ArrowRight")
    assert root.get_attribute("aria-expanded") == "true"
    assert page.locator(ITEMS).nth(1).is_visible()


def test_right_opens_what_has_nothing_beneath_it_in_picture_and_address_too(page: Page) -> None:
    begun(page, "/explore/hedg")
    page.keyboard.type("health equity g")
    assert at(page) == "Health Equity Group"
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**up=heg**")
    expect(page.locator("#tree :focus")).to_have_attribute("aria-expanded", "true")
    assert at(page) == "Health Equity Group"
    assert page.evaluate("explorer.canvas.boxes.has('lhb')")


def test_letters_lead_to_the_next_name_that_begins_so(page: Page) -> None:
    begun(page)
    page.keyboard.press("m")
    assert at(page) == "Mayor of London"
    page.wait_for_timeout(700)
    page.keyboard.type("london e")
    assert at(page) == "London Estates Delivery Unit"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_enter_selects_the_same_in_picture_table_and_panel(page: Page, key: str) -> None:
    begun(page)
    page.keyboard.type("health")
    page.wait_for_timeout(700)
    page.keyboard.press(key)
    expect(page.locator("#evidence_head")).to_have_text("Health Equity Group")
    assert at(page) == "Health Equity Group"
    assert page.locator(f"{ITEMS}[aria-selected=true]").count() == 1
    assert page.evaluate("explorer.canvas.selected") == "heg"
    assert page.locator("#table [aria-current=true]").first.inner_text() == "Health Equity Group"
    assert "box=heg" in page.url


def test_what_is_selected_elsewhere_is_selected_in_the_tree(page: Page) -> None:
    opened(page)
    page.mouse.click(*page.evaluate(PLACE, "heg"))
    chosen = page.locator(f"{ITEMS}[aria-selected=true] > .twig > .twig-name")
    expect(chosen).to_have_text("Health Equity Group")
    page.locator("#table").get_by_role("link", name="Mayor of London", exact=True).first.click()
    expect(chosen).to_have_text("Mayor of London")
    page.locator("#table").get_by_role("link", name="The Health Equity Group reports to").first.click()
    expect(page.locator("#tree .branch-says.is-selected")).to_contain_text("reports to the London Health Board")
    assert page.locator(f"{ITEMS}[aria-selected=true]").count() == 0


def test_it_is_one_stop_and_from_it_tab_leads_to_what_the_item_offers(page: Page) -> None:
    begun(page)
    stops = "#tree :is(a, li)[tabindex='0']"
    assert page.locator(f"{ITEMS}[tabindex='0']").count() == 1
    page.keyboard.type("health")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("branch-says")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.doors') !== null")
    page.keyboard.press("ArrowLeft")
    assert at(page) == "Health Equity Group"
    assert all(
        page.locator(stops).evaluate_all("all => all.map(one => one.closest('.branch').ariaLabel.startsWith('Health'))")
    )


def test_a_sign_closes_and_opens_by_mouse(page: Page) -> None:
    opened(page)
    page.locator("#tree .twist").first.click()
    assert page.locator(ITEMS).nth(1).is_hidden()
    page.locator("#tree .twist").first.click()
    assert page.locator(ITEMS).nth(1).is_visible()


def test_it_reads_as_a_tree_and_axe_finds_nothing(page: Page) -> None:
    begun(page)
    tree = page.get_by_role("tree", name="As a tree")
    assert 'treeitem "Health Equity Group, group, The Health Equity Group reports to the London Health Board."' in (
        tree.aria_snapshot()
    )
    page.keyboard.press("ArrowLeft")
    assert problems(page, {"type": "tag", "values": TAGS}) == []


def test_without_script_it_is_a_nested_list(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/explore/lhb")
    assert page.locator("#tree [role]").count() == 0
    assert page.locator("#tree").get_by_role("list").count() > 3
    assert page.locator("#tree").get_by_role("link", name="Health Equity Group", exact=True).is_visible()
    context.close()

"""The field that takes a name, in a real Chromium: the keys of a combobox, groups, counts, and where a choice leads."""

from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.conftest import Site
from tests.web.visiting import TAGS, problems

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def typed(page: Page, text: str, field: str = "ask_subject", address: str = "/") -> Locator:
    page.goto(address)
    box = page.locator(f"#{field}")
    with page.expect_response(lambda response: f"text={quote_plus(text)}" in response.url):
        box.press_sequentially(text)
    page.locator(f"#{field}_list [role=option]").first.wait_for()
    return box


def active(page: Page) -> str:
    """The words of the option that is the active one; the empty string without one."""
    words: str = page.evaluate(
        """() => {
          const id = document.activeElement.getAttribute("aria-activedescendant");
          const option = id && document.getElementById(id);
          return option && option.getAttribute("aria-selected") === "true" ? option.firstChild.textContent : "";
        }"""
    )
    return words


def test_what_is_found_is_grouped_counted_and_explained(page: Page) -> None:
    box = typed(page, "lond")
    groups = page.locator("#ask_subject_list").get_by_role("group")
    assert groups.count() >= 2
    expect(page.locator("#ask_subject_list").get_by_role("group", name="Bodies")).to_be_visible()
    options = page.locator("#ask_subject_list [role=option]").count()
    expect(page.locator("#ask_subject ~ [role=status]")).to_contain_text(f"{options} suggestions in {groups.count()}")
    box.fill("hedg")
    expect(page.locator("#ask_subject_list [role=option]").first).to_contain_text("group, HEDG for short")
    box.fill("nobody at all")
    expect(page.locator("#ask_subject ~ [role=status]")).to_have_text("No suggestions.")
    assert box.get_attribute("aria-expanded") == "false"


def test_the_keys_of_a_combobox(page: Page) -> None:
    box = typed(page, "lond")
    options = page.locator("#ask_subject_list [role=option]")
    last = options.count() - 1
    assert active(page) == ""
    box.press("ArrowDown")
    first = active(page)
    assert first
    box.press("ArrowUp")
    assert active(page) == ""
    box.press("ArrowUp")
    assert active(page) == options.nth(last).evaluate("one => one.firstChild.textContent")
    box.press("ArrowDown")
    assert active(page) == ""
    for key, cursor in (("Home", 0), ("End", 4)):
        box.press("ArrowDown")
        assert active(page) == first
        box.press(key)
        assert active(page) == ""
        assert page.evaluate("document.activeElement.selectionStart") == cursor
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "lond"
    box.press("Escape")
    assert box.input_value() == "lond"


def test_an_arrow_opens_the_list_again_and_tab_takes_what_is_active(page: Page) -> None:
    box = typed(page, "health equ")
    box.press("Alt+ArrowUp")
    assert box.get_attribute("aria-expanded") == "false"
    box.press("ArrowDown")
    page.locator("#ask_subject_list [role=option][aria-selected=true]").wait_for()
    name = active(page)
    box.press("Tab")
    assert box.input_value() == name.strip()
    expect(page.locator("#ask_object")).to_be_focused()


def test_what_is_chosen_in_a_search_is_gone_to_at_once(page: Page) -> None:
    typed(page, "helth equity gr", "find_name", "/sources")
    expect(page.locator("#find_name_list [role=option]").first).to_contain_text("Health Equity Group")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entity/heg")
    typed(page, "LHCP", "explore_name", "/explore/lhb")
    page.locator("#explore_name_list [role=option]").first.click()
    page.wait_for_url("**/explore/lhcp")


def test_a_name_in_a_sentence_is_completed(page: Page) -> None:
    box = typed(page, "who chairs the london h", "typed_text")
    page.locator("#typed_text_list").get_by_text("London Health Board").first.click()
    assert box.input_value() == "who chairs the London Health Board"
    box.press("Enter")
    page.wait_for_url("**/ask?q=members&subject=lhb**")


def test_whoever_is_quicker_than_the_list_gets_the_first_of_what_was_typed(page: Page) -> None:
    box = typed(page, "health equ")
    box.press_sequentially("ity del")
    box.press("ArrowDown")
    page.locator("#ask_subject_list [role=option][aria-selected=true]").wait_for()
    assert active(page) == "Health Equity Delivery Group"


def test_that_nothing_can_be_suggested_is_said(page: Page) -> None:
    page.goto("/")
    page.route("**/suggest**", lambda route: route.abort())
    page.locator("#ask_subject").press_sequentially("lond")
    expect(page.locator("#ask_subject ~ [role=status]")).to_contain_text("cannot be fetched now")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_list(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    typed(page, "lond")
    page.keyboard.press("ArrowDown")
    assert problems(page, {"type": "tag", "values": TAGS}) == []


def test_at_320_pixels_the_list_fits(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    typed(page, "lond", "find_name", "/about")
    box = page.locator("#find_name_list").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_script_it_is_a_field_whose_answer_offers_what_may_be_meant(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    assert page.locator("input[role]").count() == 0
    page.locator("#find_name").fill("group")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Health Equity Group", exact=True).click()
    page.wait_for_url("**/entity/heg")
    context.close()

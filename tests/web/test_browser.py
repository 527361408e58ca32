"""The pages in a real Chromium: by keyboard, without script, at 320 pixels, and nothing that axe finds."""

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = {
    "home": "/",
    "about": "/about",
    "entities": "/entities",
    "entity": "/entity/heg",
    "hostile": "/entity/evil",
    "explorer": "/explore/lhb",
    "explorer line": "/explore/evil?ties=evil&box=ledu",
    "sources": "/sources",
    "source": "/source/2024-11",
    "answer": "/ask?q=between&subject=HEDG&object=Mayor+of+London",
    "tree": "/ask?q=up&subject=HEDG&lens=leadership",
    "disputed": "/ask?q=between&subject=LHCP&object=HEG",
    "silent": "/ask?q=between&subject=boroughs&object=assembly",
    "again": "/ask?q=between&subject=Helth+Equ&object=nobody+at+all&at=2021",
    "members": "/ask?q=members&subject=lhb",
    "shared": "/ask?q=shared&subject=lhb&object=heg",
    "list": "/ask?q=list&entity_kind=body&at=2021",
    "changes": "/ask?q=changes&at=2015&until=2025",
    "typed": "/typed?text=members+of+the+board",
    "missing": "/nothing",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def problems(page: Page, run_only: dict[str, object]) -> list[tuple[str, list[str]]]:
    """What axe finds: each rule that is broken, and where."""
    found = Axe().run(page, options={"runOnly": run_only, "resultTypes": ["violations"]})
    return [(one["id"], [node["html"][:150] for node in one["nodes"]]) for one in found.response["violations"]]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_at_320_pixels_nothing_scrolls_sideways(page: Page, name: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(PAGES[name])
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert problems(page, {"type": "tag", "values": TAGS}) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("name", ["home", "entity", "disputed", "again", "explorer"])
def test_contrast_is_enough_in_the_dark(page: Page, name: str) -> None:
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.goto(PAGES[name])
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert problems(page, {"type": "rule", "values": ["color-contrast"]}) == []


def test_a_question_is_asked_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "typed_text"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "between"
    page.keyboard.press("Tab")
    page.keyboard.type("health equity del")
    page.get_by_role("option", name="Health Equity Delivery Group").wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('aria-activedescendant')") == "suggestions_0_0"
    page.keyboard.press("Enter")
    assert page.locator("#ask_subject").input_value() == "Health Equity Delivery Group"
    page.keyboard.press("Tab")
    page.keyboard.type("the mayor")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask?*")
    expect(page).to_have_title("Health Equity Delivery Group and Mayor of London: only indirectly – govgraph")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/source/**")
    claim = page.url.partition("#")[2]
    assert page.evaluate("document.querySelector(':target').id") == claim


def test_a_question_in_ones_own_words_is_answered_and_said(page: Page) -> None:
    page.goto("/")
    page.locator("#typed_text").fill("who chairs the LHB")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask?q=members&subject=lhb**")
    assert "You typed “who chairs the LHB”" in page.locator("main").inner_text()


def test_the_other_questions_show_their_own_words(page: Page) -> None:
    page.goto("/")
    page.get_by_role("radio", name="Whom does one answer to?").check()
    assert page.locator("#ask_object").is_hidden()
    assert page.locator("label[for=ask_subject]").inner_text().startswith("Whom does")
    page.get_by_role("radio", name="Who answers to one?").check()
    page.locator("#ask_subject").fill("LHB")
    page.locator("#ask_subject").press("Enter")
    page.wait_for_url("**/ask?q=down&subject=LHB**")
    assert page.title().startswith("Who answers to the London Health Board")


def test_suggestions_close_and_can_be_clicked(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox").first
    field.press_sequentially("lond")
    options = page.locator(".suggestions").first.get_by_role("option")
    options.first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    field.press("ArrowDown")
    options.first.wait_for()
    options.filter(has_text="London Assembly").click()
    assert field.input_value() == "London Assembly"


def test_a_hostile_name_is_only_a_name(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox").first
    field.press_sequentially("script alert")
    page.locator(".suggestions").first.get_by_role("option").first.click()
    page.get_by_role("radio", name="Who answers to one?").check()
    page.get_by_role("search", name="Ask a question").get_by_role("button", name="Ask").click()
    page.wait_for_url("**/ask?*")
    assert "<script>alert(1)</script>" in page.locator("h1").inner_text()
    assert page.locator("img").count() == 0


def test_the_text_is_copied_with_its_sources(page: Page, site: Site) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    page.goto(PAGES["answer"])
    page.get_by_role("button", name="Copy text with sources").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Does the Health Equity Delivery Group answer to the Mayor of London?")
    assert "The implementation plan, chapter 1" in copied


def test_without_script_everything_works(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.locator("#ask_subject").fill("HEDG")
    page.locator("#ask_object").fill("Mayer of London")
    page.get_by_role("search", name="Ask a question").get_by_role("button", name="Ask").click()
    page.wait_for_url("**/ask?*")
    assert page.title().startswith("Health Equity Delivery Group and Mayor of London: only indirectly")
    assert page.get_by_role("button", name="Copy link").is_hidden()
    page.locator("summary").first.click()
    page.locator(".said a").first.click()
    assert "/source/" in page.url
    context.close()


def test_it_prints_on_one_sheet_of_a4(page: Page) -> None:
    page.goto("/ask?q=between&subject=HEG&object=Mayor+of+London")
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    assert page.get_by_role("navigation").first.is_hidden()
    assert page.locator(".picture svg").is_visible()

"""What people do with the pages in a real Chromium: by mouse, by keyboard alone, without script, and on paper.

What must hold in every state of every page is in `test_states.py`.
"""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ANSWER = "/ask?q=between&subject=HEDG&object=Mayor+of+London"


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
    expect(page.locator("#ask_subject")).to_have_attribute("aria-activedescendant", "ask_subject_list_0")
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
    field = page.locator("#ask_subject")
    field.press_sequentially("lond")
    options = page.locator("#ask_subject_list").get_by_role("option")
    options.first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    field.press("ArrowDown")
    options.first.wait_for()
    options.filter(has_text="London Assembly").click()
    assert field.input_value() == "London Assembly"


def test_the_text_is_copied_with_its_sources(page: Page, site: Site) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    page.goto(ANSWER)
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

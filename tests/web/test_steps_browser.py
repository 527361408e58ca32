"""The steps of the explorer in a real Chromium: what is fetched, what is told meanwhile, stopping, and going back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.test_explorer_browser import PLACE, opened
from tests.web.visiting import TAGS, problems

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEG, LHB = "Health Equity Group", "London Health Board"
SIGHT = """() => {
  const { position, scale } = explorer.canvas.view.place;
  return [position.x, position.y, scale].map((number) => number.toFixed(3));
}"""


def held(page: Page) -> list[Route]:
    """The steps that have been asked for and are not answered, until the test lets them go."""
    waiting: list[Route] = []

    def wait(route: Route) -> None:
        waiting.append(route)

    page.route("**/explore/*parts=*", wait)
    return waiting


def choose(page: Page, name: str = HEG) -> None:
    page.locator("#tree").get_by_role("link", name=name, exact=True).click()


def test_a_selection_fetches_the_evidence_alone_and_an_opening_no_page_around_it(page: Page) -> None:
    opened(page)
    with page.expect_response("**parts=evidence**") as selection:
        choose(page)
    assert "<svg" not in selection.value.text()
    assert len(selection.value.body()) < 20_000
    with page.expect_response("**parts=all**") as opening:
        page.locator("#tree .doors a").first.click()
    assert "<svg" in opening.value.text()
    assert '<header class="top"' not in opening.value.text()
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    assert "parts" not in page.url


def test_a_step_that_takes_long_says_so_and_is_stopped(page: Page) -> None:
    opened(page)
    waiting = held(page)
    address = page.url
    choose(page)
    progress = page.locator("#explorer_progress")
    expect(progress).to_be_visible()
    expect(page.locator("#explorer_said")).to_have_text("Still working. Escape stops it.")
    assert problems(page, {"type": "tag", "values": TAGS}) == []
    page.get_by_role("button", name="Stop").click()
    expect(progress).to_be_hidden()
    expect(page.locator("#explorer_said")).to_have_text("Stopped. Nothing has changed here.")
    assert page.url == address
    expect(page.locator("#evidence_head")).to_have_text(LHB)
    assert page.evaluate("document.activeElement.closest('#tree') !== null")
    page.unroute("**/explore/*parts=*")
    assert len(waiting) == 1
    choose(page)
    expect(page.locator("#evidence_head")).to_have_text(HEG)


def test_escape_stops_it_too(page: Page) -> None:
    opened(page)
    held(page)
    page.locator("#tree [role=treeitem]").first.focus()
    page.keyboard.type("health")
    page.keyboard.press("Enter")
    expect(page.locator("#explorer_progress")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#explorer_progress")).to_be_hidden()
    expect(page.locator("#evidence_head")).to_be_visible()
    assert page.evaluate("document.activeElement.ariaLabel").startswith(HEG)


def test_a_quick_step_shows_no_progress(page: Page) -> None:
    opened(page)
    page.evaluate(
        """() => {
          window.seen = 0;
          const { setTimeout } = window;
          window.setTimeout = (then, wait) => setTimeout(then, wait === PATIENCE ? 4000 : wait);
          const note = document.getElementById("explorer_progress");
          new MutationObserver(() => { window.seen += !note.hidden; }).observe(note, { attributes: true });
        }"""
    )
    waiting = held(page)
    choose(page)
    page.wait_for_timeout(50)
    waiting[0].continue_()
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    assert page.evaluate("window.seen") == 0


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda route: route.abort(), "The server cannot be reached. Nothing has changed here."),
        (lambda route: route.fulfill(status=500, body="no"), "The server answered with status 500."),
        (
            lambda route: route.fulfill(status=503, body="<main><p class='lead'>The data is away.</p></main>"),
            "The data is away. Nothing has changed here.",
        ),
    ],
    ids=["no server", "no page", "a page that says why"],
)
def test_what_went_wrong_is_told_in_words_and_tried_again(
    page: Page, answer: Callable[[Route], None], words: str
) -> None:
    opened(page)
    page.route("**/explore/*parts=*", answer)
    choose(page)
    trouble = page.get_by_role("alert")
    expect(trouble).to_contain_text(words)
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_focused()
    assert problems(page, {"type": "tag", "values": TAGS}) == []
    expect(page.locator("#evidence_head")).to_have_text(LHB)
    page.unroute("**/explore/*parts=*")
    page.keyboard.press("Enter")
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    expect(page.locator("#explorer_trouble")).to_be_hidden()


def test_what_was_asked_for_wrongly_is_not_tried_again_but_mended(page: Page) -> None:
    opened(page)
    page.locator(".filters summary").click()
    page.get_by_label("Day", exact=True).fill("9 December 2021")
    page.get_by_label("Compared with a later day").fill("2015")
    page.locator("#explorer_limits [type=submit]").click()
    expect(page.get_by_role("alert")).to_contain_text("The later day, “2015”, must come after the first")
    expect(page.get_by_role("button", name="Leave it")).to_be_focused()
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("#limit_until")).to_have_value("2015")
    page.locator("#limit_until").fill("2024")
    page.keyboard.press("Enter")
    expect(page.locator("#when_head")).to_have_text("Between 9 December 2021 and 2024")
    page.route("**/explore/*parts=*", lambda route: route.abort())
    choose(page)
    expect(page.get_by_role("button", name="Try again")).to_be_focused()


def test_what_went_wrong_can_be_left(page: Page) -> None:
    opened(page)
    page.route("**/explore/*parts=*", lambda route: route.abort())
    choose(page)
    expect(page.get_by_role("button", name="Try again")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#explorer_trouble")).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('#tree') !== null")


def test_back_and_forward_keep_selection_and_sight(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    opened(page)
    page.get_by_role("button", name="Zoom in").click()
    page.evaluate("window.scrollTo(0, 60)")
    first = page.evaluate(SIGHT)
    page.mouse.click(*page.evaluate(PLACE, "heg"))
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    page.get_by_role("button", name="Zoom out").click()
    page.get_by_role("button", name="Move left").click()
    page.evaluate("window.scrollTo(0, 120)")
    second = page.evaluate(SIGHT)
    page.go_back()
    expect(page.locator("#evidence_head")).to_have_text(LHB)
    assert page.evaluate(SIGHT) == first
    assert page.evaluate("scrollY") == 60
    page.go_forward()
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    assert page.evaluate(SIGHT) == second
    assert page.evaluate("scrollY") == 120


def test_back_from_a_jump_within_the_page_leads_back_to_its_place(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    opened(page)
    page.evaluate("window.scrollTo(0, 40)")
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Picture").click()
    page.wait_for_function("scrollY > 300")
    page.go_back()
    page.wait_for_function("scrollY === 40")
    expect(page.locator("#evidence_head")).to_have_text(LHB)


def test_whoever_comes_back_from_another_page_finds_all_as_it_was(page: Page) -> None:
    opened(page)
    choose(page)
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    page.get_by_role("button", name="Zoom out").click()
    page.evaluate("window.scrollTo(0, 100)")
    sight = page.evaluate(SIGHT)
    page.evaluate("document.querySelector('.panel-links a[href^=\"/entity\"]').click()")
    page.wait_for_url("**/entity/heg")
    page.go_back()
    page.locator(".stage canvas").wait_for()
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    assert page.evaluate(SIGHT) == sight
    assert page.evaluate("scrollY") == 100


def test_a_step_back_that_is_stopped_leaves_page_and_address_as_they_were(page: Page) -> None:
    opened(page)
    choose(page)
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    held(page)
    page.evaluate("history.back()")
    expect(page.locator("#explorer_progress")).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_url("**box=heg**")
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    page.unroute("**/explore/*parts=*")
    page.evaluate("history.back()")
    expect(page.locator("#evidence_head")).to_have_text(LHB)


def test_the_last_of_several_steps_wins(page: Page) -> None:
    opened(page)
    waiting = held(page)
    choose(page)
    choose(page, "Mayor of London")
    page.wait_for_timeout(100)
    assert len(waiting) == 2
    waiting[1].continue_()
    expect(page.locator("#evidence_head")).to_have_text("Mayor of London")
    assert "box=mayor" in page.url
    assert page.get_by_role("alert").count() == 0


def test_the_drawing_is_sent_anew_when_it_is_shown_after_a_selection(page: Page) -> None:
    opened(page)
    choose(page)
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    assert page.locator("[data-part=plain] .ring").count() == 0
    page.get_by_role("button", name="As a drawing").click()
    page.locator("[data-part=plain] .ring").wait_for()
    choose(page, "Mayor of London")
    expect(page.locator("#evidence_head")).to_have_text("Mayor of London")
    expect(page.locator("[data-part=plain] .ring")).to_have_count(1)


def test_a_form_of_the_page_is_a_step_too(page: Page) -> None:
    opened(page)
    choose(page)
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    page.evaluate(
        """() => {
          window.kept = true;
          document.querySelector("[data-part=folded]").innerHTML =
            '<form id="day" action=""><input name="at" value="2021-12"><button type="submit">Day</button></form>';
        }"""
    )
    page.get_by_role("button", name="Day").click()
    page.wait_for_url("**at=2021-12**")
    assert page.evaluate("window.kept") is True
    assert "box=heg" in page.url
    expect(page.locator("#evidence_head")).to_have_text(HEG)


def test_nothing_turns_where_motion_is_reduced(page: Page) -> None:
    opened(page)
    turning = "getComputedStyle(document.querySelector('#explorer_progress p'), '::before').animationName"
    assert page.evaluate(turning) == "turn"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(turning) == "none"

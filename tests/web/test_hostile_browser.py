"""A store of hostile data in Chromium: on every page and state, and with ids that want to run, nothing does.

Markup that is more than text makes the browser ask for /pwned even where the policy keeps its script from running.
"""

from urllib.parse import quote, quote_plus

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import Witness
from tests.web.hostile import PAYLOADS, WORST
from tests.web.sites import Sites
from tests.web.states import STATES, State
from tests.web.visiting import visited

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOREIGN = """() => [...document.querySelectorAll("*")].filter(one =>
  [...one.attributes].some(({ name }) => name.startsWith("on")) || one.hasAttribute("autofocus")
  || /^(img|image|iframe|object|embed|base|style|animate|set|foreignObject)$/i.test(one.localName)
  || (one.localName === "script" && !one.getAttribute("src")?.startsWith("/static/"))
  || /^\\s*javascript:/i.test(one.getAttribute("href") ?? "")
).map(one => one.outerHTML.slice(0, 200))"""
"""Elements that our pages never hold."""
BOXES = """() => {
  if (typeof explorer === "undefined" || explorer.stage.hidden) return [];
  const { canvas, stage } = explorer;
  const corner = stage.getBoundingClientRect();
  return [...canvas.boxes.values()].slice(0, 4).map(box => canvas.network.canvasToDOM({ x: box.x, y: box.y }))
    .map(at => [corner.left + at.x, corner.top + at.y]);
}"""
"""Where the first boxes of the canvas are in the window."""

WITH_IDS = (
    "/",
    "/entities",
    "/sources",
    "/entity/{path}",
    "/source/{path}",
    "/explore/{path}?members={value}&up={value}&down={value}",
    "/explore/{path}?members={value}&box={value}",
    "/ask?q=members&subject={value}",
    "/ask?q=down&subject={value}&lens=leadership",
    "/ask?q=gaps",
)
"""Pages of the body to which all the others are tied, so that each shows every id."""


def poke(page: Page) -> None:
    """What might wake a payload: everything unfolded, the mouse over boxes, lines and links, names suggested."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(
        """() => { for (const one of [...document.querySelectorAll("main a, main svg *")].slice(0, 200))
          for (const kind of ["mouseover", "mouseenter", "focus", "focusin"])
            one.dispatchEvent(new MouseEvent(kind, { bubbles: true })); }"""
    )
    for x, y in page.evaluate(BOXES):
        page.mouse.move(x, y)
    if (places := page.evaluate(BOXES))[1:]:
        page.mouse.click(*places[1])
    field = page.locator("[data-suggest]:visible").first
    if field.count():
        field.fill("href")
        page.wait_for_timeout(300)


def nothing_ran(page: Page, witness: Witness) -> None:
    """Whether all that is hostile is text and no more."""
    assert page.evaluate("window.pwned") is None
    assert page.evaluate(FOREIGN) == []
    assert "{{7*7}}" in page.content() or "49" not in page.locator("body").inner_text()
    assert witness.ran == []
    assert witness.outside == []
    assert witness.complaints == []


@pytest.mark.parametrize("state", [state for state in STATES if state.site == "small"], ids=lambda state: state.name)
def test_nothing_runs_on_any_page(chromium: Browser, sites: Sites, state: State) -> None:
    with visited(chromium, sites.url("hostile"), state) as (page, witness):
        poke(page)
        nothing_ran(page, witness)


@pytest.mark.parametrize("address", WITH_IDS)
def test_nothing_runs_that_stands_in_an_id(chromium: Browser, sites: Sites, address: str) -> None:
    first = next(iter(PAYLOADS.values()))
    place = address.format(path=quote(first, safe=""), value=quote_plus(first))
    with visited(chromium, sites.url("hostile ids"), State(address, place)) as (page, witness):
        poke(page)
        nothing_ran(page, witness)


def test_the_worst_of_it_is_there_to_be_read(chromium: Browser, sites: Sites) -> None:
    with visited(chromium, sites.url("hostile"), State("an entity", "/entity/heg")) as (page, _):
        assert WORST[1:] in (page.locator("h1").text_content() or "")


def test_what_would_run_would_be_noticed(chromium: Browser, sites: Sites) -> None:
    """The tests above see what they look for: the same text, put into a page as markup."""
    with visited(chromium, sites.url("hostile"), State("an entity", "/entity/heg")) as (page, witness):
        page.evaluate("text => { document.querySelector('h1').innerHTML = text; }", WORST)
        page.wait_for_load_state("networkidle")
        assert len(page.evaluate(FOREIGN)) >= 3
        assert [url.partition("/pwned")[1] for url in witness.ran] == ["/pwned"]
        assert any("inline event handler" in complaint for complaint in witness.complaints)

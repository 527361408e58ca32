"""How a state of a page is reached in Chromium, and what axe finds in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Route

from tests.browsing import Witness, watched
from tests.web.states import State

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def visited(browser: Browser, home: str, state: State) -> Iterator[tuple[Page, Witness]]:
    """A window of 1280 by 800 pixels that shows the state of the site at `home`, and who has watched it."""
    context = browser.new_context(
        base_url=home, viewport={"width": 1280, "height": 800}, reduced_motion="reduce", service_workers="block"
    )
    page = context.new_page()
    witness = watched(page, home)

    def send(route: Route) -> None:
        route.continue_(method="POST", post_data="x" * state.sends)

    if state.sends >= 0:
        page.route(f"{home}{state.address}", send)
    response = page.goto(state.address)
    assert response is not None
    assert response.status == state.status
    if state.do is not None:
        state.do(page)
    yield page, witness
    context.close()


def problems(page: Page, run_only: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """What axe finds: each rule that is broken, and where."""
    found = Axe().run(page, options={"runOnly": run_only, "resultTypes": ["violations"]})
    return [(one["id"], [node["html"][:150] for node in one["nodes"]]) for one in found.response["violations"]]

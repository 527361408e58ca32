"""The pictures of the screens in the README: `python -m tests.screens` makes them anew, into docs/screens.

It serves the London data on a port of its own, opens each state in Chromium, and ends. What stands where is told by
`SCREENS`; the README shows each of them, which a test holds.
"""

import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from flask import Flask
from playwright.sync_api import Browser, Page

from tests.browsing import launched, served
from tests.web.sites import app_of, london
from tests.web.states import Act, followed
from web.hosts import LOCAL_ONLY

FOLDER = Path(__file__).parents[1] / "docs" / "screens"
HEDG, LHCP = "health-equity-delivery-group", "london-health-and-care-partnership"
LINE = f"/explore/{HEDG}?up={HEDG}&up=health-equity-group&up=london-health-board"
ANSWER = "/ask?q=between&subject=HEDG&object=Mayor+of+London"
SAVE = f"/views/new?address={quote(f'{ANSWER}&at=9+December+2021')}"


@dataclass(frozen=True, slots=True)
class Screen:
    """A picture of a window: its file's name, what it shows, the address, and what is done there first."""

    name: str
    shows: str
    address: str
    do: Act | None = None
    width: int = 1280
    height: int = 800
    dark: bool = False


def to(selector: str) -> Act:
    """The page is scrolled to that."""
    return lambda page: page.locator(selector).first.evaluate("one => one.scrollIntoView()")


def saved(page: Page) -> None:
    """What the form holds is saved, and the page of the view is there."""
    page.get_by_role("button", name="Save it").click()
    page.locator("#saved").wait_for()


def framed(page: Page) -> None:
    """What the form holds is saved, and the frame with it is there."""
    saved(page)
    page.get_by_role("link", name="Put it into a web page").click()
    page.frame_locator(".preview").locator("svg").first.wait_for()
    to(".preview")(page)


SCREENS = (
    Screen("first-page", "The first page: a question in one's own words, or built from its parts", "/"),
    Screen(
        "answer",
        "An answer: does HEDG answer to the Mayor of London?",
        f"{ANSWER}&at=9+December+2021",
    ),
    Screen("explorer", "The explorer: HEDG and whom it answers to, opened up to the Mayor", LINE),
    Screen(
        "evidence",
        "What documents say of one line",
        LINE,
        followed("#table a[data-at='row health-equity-group.reports_to.london-health-board']"),
    ),
    Screen("members", "Who sits on the London Health and Care Partnership", f"/explore/{LHCP}?members={LHCP}"),
    Screen("money", "What MD3326 pays for", "/ask?q=money&subject=MD3326", to("#picture_head")),
    Screen("narrow", "The explorer on a telephone", LINE, width=320, height=800),
    Screen("dark", "An answer in the dark theme", ANSWER, dark=True),
    Screen("saved", "A saved view, and the files in which it can be had", SAVE, saved),
    Screen("frame", "The same as other sites show it in a frame", SAVE, framed),
)


def app_in(folder: Path) -> Flask:
    """An app with the London data on which views can be saved, as when it serves this computer alone."""
    app = app_of(london, folder)
    app.config[LOCAL_ONLY] = True
    return app


def main() -> None:
    """Make every picture, and say where it is and how large."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with ExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="govgraph-screens-")))
        home = ends.enter_context(served(app_in(folder)))
        browser = ends.enter_context(launched())
        for screen in SCREENS:
            file = FOLDER / f"{screen.name}.png"
            take(browser, home, screen, file)
            sys.stdout.write(f"{file.relative_to(FOLDER.parents[1])}: {file.stat().st_size / 1000:.0f} kB\n")


def take(browser: Browser, home: str, screen: Screen, file: Path) -> None:
    """Write one picture into the file."""
    page: Page = browser.new_page(
        base_url=home,
        viewport={"width": screen.width, "height": screen.height},
        color_scheme="dark" if screen.dark else "light",
        reduced_motion="reduce",
    )
    page.goto(screen.address, wait_until="networkidle")
    if screen.do is not None:
        screen.do(page)
    # The canvas draws what has come at the next frame, in fonts that have come by then.
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(500)
    page.screenshot(path=file, animations="disabled", caret="hide")
    page.close()


if __name__ == "__main__":
    main()

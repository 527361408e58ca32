"""A page of another site that shows a saved view in a real Chromium, as WordPress, an intranet or a stranger would."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask, Response, request
from playwright.sync_api import Browser, Frame, Page

from tests.browsing import REFUSED, served
from tests.web.conftest import in_file
from tests.web.saving import ASKED, local_app, save
from tests.web.sites import london
from tests.web.visiting import TAGS, problems

pytestmark = pytest.mark.browser
WORDPRESS = (
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="{src}" title="A view" '
    'width="700" height="500"></iframe>'
)
PLAIN = '<iframe src="{src}" title="A view" width="700" height="500"></iframe>'


@dataclass(frozen=True)
class Sites:
    """The program, a site that may show its views, and one that may not; all on this computer under other names."""

    home: str
    listed: str
    stranger: str
    app: Flask

    def save(self, **fields: str) -> str:
        """Save a view of HEDG's way to the Mayor; its id."""
        return save(self.app.test_client(), **fields)


def host_page() -> Flask:
    """A site that shows whatever frame its address asks for."""
    app = Flask("host")

    @app.get("/")
    def page() -> Response:
        frame = request.args["frame"]
        return Response(f"<!doctype html><html lang=en><title>Host</title><h1>A host</h1>{frame}", mimetype="text/html")

    @app.get("/favicon.ico")
    def icon() -> tuple[str, int]:
        return "", 204

    return app


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    folder: Path = tmp_path_factory.mktemp("embedded")
    with served(host_page()) as first, served(host_page()) as second:
        # Another name of this computer is another site to a browser.
        listed, stranger = (address.replace("127.0.0.1", "localhost") for address in (first, second))
        settings = replace(in_file(folder), frames=(listed,))
        app = local_app(settings, london())
        with served(app) as home:
            yield Sites(home, listed, stranger, app)


def shown(browser: Browser, host: str, html: str, *, scripts: bool = True) -> tuple[Page, list[str]]:
    """A page of the host with that frame in it, and what the browser complained about."""
    context = browser.new_context(viewport={"width": 900, "height": 700}, java_script_enabled=scripts)
    page = context.new_page()
    said: list[str] = []
    page.add_init_script(REFUSED)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{host}/?frame={quote(html)}")
    return page, said


def is_refused(page: Page, said: list[str]) -> bool:
    """Whether the browser says, within some seconds, that the frame may not be shown there."""
    for _ in range(100):
        if any("frame-ancestors" in words for words in said):
            return True
        page.wait_for_timeout(100)
    return False


def framed(page: Page) -> Frame:
    (frame,) = [each for each in page.frames if each is not page.main_frame]
    return frame


@pytest.mark.parametrize("html", [WORDPRESS, PLAIN], ids=["in WordPress's sandbox", "as it is"])
def test_a_listed_site_shows_the_view_and_its_parts_work(chromium: Browser, sites: Sites, html: str) -> None:
    page, said = shown(chromium, sites.listed, html.format(src=f"{sites.home}/embed/{sites.save()}"))
    frame = framed(page)
    frame.wait_for_selector("svg")
    assert "Only indirectly" in frame.inner_text("body")
    if html is WORDPRESS:
        assert frame.evaluate("window.origin") == "null"
    frame.focus("svg [tabindex], [role=application], button")
    assert page.context.cookies() == []
    assert said == []
    page.context.close()


def test_without_scripts_picture_and_table_are_there(chromium: Browser, sites: Sites) -> None:
    page, _ = shown(chromium, sites.listed, WORDPRESS.format(src=f"{sites.home}/embed/{sites.save()}"), scripts=False)
    locator = page.frame_locator("iframe")
    locator.locator("svg").first.wait_for()
    assert "London Health Board" in (locator.locator("body").text_content() or "")
    assert locator.locator("table").count()
    page.context.close()


@pytest.mark.parametrize("which", ["an unlisted site", "a private view"])
def test_who_is_not_listed_is_refused(chromium: Browser, sites: Sites, which: str) -> None:
    key = sites.save(frames="none" if which == "a private view" else "listed")
    host = sites.stranger if which == "an unlisted site" else sites.listed
    page, said = shown(chromium, host, PLAIN.format(src=f"{sites.home}/embed/{key}"))
    assert is_refused(page, said)
    assert "indirectly" not in "".join(frame.content() for frame in page.frames if "127.0.0.1" in frame.url)
    page.context.close()


def test_no_other_page_can_be_framed_and_no_other_body_asked_for(chromium: Browser, sites: Sites) -> None:
    key = sites.save()
    for path in ("/", ASKED, f"/view/{key}"):
        page, said = shown(chromium, sites.listed, PLAIN.format(src=escape(f"{sites.home}{path}")))
        assert is_refused(page, said), path
        page.context.close()
    page, _ = shown(chromium, sites.listed, PLAIN.format(src=f"{sites.home}/embed/{key}?subject=lhb"))
    assert "means nothing at this address" in framed(page).inner_text("body")
    page.context.close()


def test_a_withdrawn_view_is_readable_as_such_where_it_was_shown(chromium: Browser, sites: Sites) -> None:
    key = sites.save()
    sites.app.test_client().post(f"/view/{key}/withdraw", data={"reason": "A name was wrong."})
    page, _ = shown(chromium, sites.listed, WORDPRESS.format(src=f"{sites.home}/embed/{key}"))
    words = framed(page).inner_text("body")
    assert "This view was withdrawn on" in words
    assert "A name was wrong." in words
    page.context.close()


def test_another_site_shows_the_picture(chromium: Browser, sites: Sites) -> None:
    page, _ = shown(chromium, sites.stranger, f'<img src="{sites.home}/view/{sites.save()}.png" alt="x">')
    page.wait_for_function("document.querySelector('img').naturalWidth > 100")
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "place", ["/view/{key}", "/view/{key}/embed", "/embed/{key}", "/views", f"/views/new?address={ASKED}"]
)
def test_pages_and_frame_are_accessible(chromium: Browser, sites: Sites, place: str, width: int) -> None:
    context = chromium.new_context(base_url=sites.home, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(place.format(key=sites.save()))
    page.wait_for_timeout(200)
    assert problems(page, {"type": "tag", "values": TAGS}) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_tree_of_a_view_is_what_a_screen_reader_needs(chromium: Browser, sites: Sites) -> None:
    context = chromium.new_context(base_url=sites.home)
    page = context.new_page()
    page.goto(f"/view/{sites.save()}")
    tree = page.locator("main").aria_snapshot()
    for part in (
        "Does the Health Equity Delivery Group answer to the Mayor of London?",
        'heading "The picture" [level=2]',
        'heading "Sources" [level=2]',
        'columnheader "Tie"',
        'link "PowerPoint"',
    ):
        assert part in tree
    page.goto(f"/embed/{sites.save()}")
    page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
    tree = page.locator("body").aria_snapshot()
    assert 'heading "Does the Health Equity Delivery Group answer to the Mayor of London?" [level=1]' in tree
    assert tree.count("- table") == 1
    assert 'heading "Sources"' in tree
    context.close()


def test_the_way_from_an_answer_to_a_saved_view_by_keyboard(chromium: Browser, sites: Sites) -> None:
    context = chromium.new_context(base_url=sites.home)
    page = context.new_page()
    page.goto(ASKED)
    page.get_by_role("link", name="Save this view").press("Enter")
    page.get_by_label("Note").press_sequentially("For the board.")
    page.get_by_label("The question").check()
    page.get_by_role("button", name="Save it").press("Enter")
    page.wait_for_url("**/view/*")
    assert "For the board." in page.inner_text("main")
    page.get_by_role("link", name="Withdraw this view").click()
    page.get_by_role("button", name="Withdraw it").click()
    assert "This view was withdrawn on" in page.inner_text("main")
    context.close()


def test_who_presses_twice_saves_once(chromium: Browser, sites: Sites) -> None:
    client = sites.app.test_client()
    before = client.get("/views").text.count("Pressed twice")
    context = chromium.new_context(base_url=sites.home)
    page = context.new_page()
    page.goto(f"/views/new?address={quote(ASKED)}")
    page.get_by_label("Title").fill("Pressed twice")
    page.evaluate(
        "const button = document.querySelector('.keep-form [type=submit]');"
        "for (const wait of [0, 300]) setTimeout(() => button.click(), wait);"
    )
    page.wait_for_url("**/view/*")
    # Title and the hidden words of its link.
    assert client.get("/views").text.count("Pressed twice") - before == 2
    context.close()

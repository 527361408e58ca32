"""The web page as a file and the frame in a sandbox, in a real Chromium: nothing is asked for, all can be reached."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, Response
from playwright.sync_api import Browser, FrameLocator, Page, expect

from graph.render.brief import Brief, Document, Place, Section, Sheet, Statement
from graph.render.html import FRAME_POLICY, frame, html
from tests.browsing import Witness, served, watched
from tests.views import VIEWS, real_pictures
from tests.web.conftest import small_graph
from tests.web.hostile import PAYLOADS, WORST, hostile
from tests.web.visiting import TAGS, problems
from web.picture import Picture, picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LINE, MEMBERS, MONEY, *_ = VIEWS
ADDRESS = "https://govgraph.example/view/abc"
HOST = """<!doctype html><html lang="en"><title>A council's page</title><link rel="icon" href="data:,">
<iframe sandbox="allow-scripts" src="/frame" title="A picture" width="600" height="480"></iframe>"""
WIDE, NARROW = (1280, 800), (320, 640)
EVIL = f"\0\ud800 {WORST} {' '.join(PAYLOADS.values())}"


@contextmanager
def opened(browser: Browser, path: Path, *, scripts: bool = True) -> Iterator[tuple[Page, Witness]]:
    """A file in a wide window, and who watches it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    witness = watched(page, path.parent.as_uri())
    page.goto(path.as_uri())
    yield page, witness
    context.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of every real view, as page and as frame."""
    made = tmp_path_factory.mktemp("alone")
    for name, view in real_pictures().items():
        (made / f"{name}.html").write_bytes(html(view.drawn, view.brief))
        (made / f"{name} frame.html").write_bytes(frame(view.drawn, view.brief, "n0nce", ADDRESS))
    return made


@pytest.fixture
def alone(chromium: Browser, folder: Path) -> Iterator[Page]:
    """The members of the Partnership as a file; it fails where anything is asked for or complained about."""
    with opened(chromium, folder / f"{MEMBERS}.html") as (page, witness):
        yield page
    quiet(witness)


def quiet(witness: Witness) -> None:
    assert (witness.outside, witness.complaints, witness.refused, witness.ran) == ([], [], [], [])


@contextmanager
def sandboxed(browser: Browser, view: Picture) -> Iterator[tuple[Page, FrameLocator]]:
    """A page of somebody else with the frame in a sandbox of opaque origin, sent with its policy."""
    app = Flask("host")
    body = frame(view.scene, view.brief, "n0nce", ADDRESS)
    policy = FRAME_POLICY.format("'nonce-n0nce'")
    app.add_url_rule("/", "host", lambda: HOST)
    app.add_url_rule("/frame", "frame", lambda: Response(body, headers={"Content-Security-Policy": policy}))
    with served(app) as home:
        context = browser.new_context(viewport={"width": 640, "height": 520})
        page = context.new_page()
        witness = watched(page, home)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(home)))
        page.goto(home)
        yield page, page.frame_locator("iframe")
        context.close()
    quiet(witness)
    assert [path for path in asked if not path.startswith("data:")] == ["/", "/frame"]


def test_a_keyboard_alone_chooses_a_box_sees_what_tells_of_it_and_leaves_again(alone: Page) -> None:
    alone.keyboard.press("Tab")
    focus = alone.locator(":focus")
    expect(focus).to_have_attribute("aria-label", "LHCP, London Health and Care Partnership, partnership")
    for key in ("ArrowUp", "ArrowUp", "Enter"):
        alone.keyboard.press(key)
    expect(focus).to_have_attribute("aria-pressed", "true")
    status = alone.locator("#status")
    expect(status).to_have_text("1 tie of Leaders of the London Health and Care Partnership")
    expect(alone.locator("#told li")).to_have_text(["LHCP is led by Leaders of the London Health and Care Partnership"])
    expect(alone.locator(".sentences > li:visible")).to_have_count(1)
    expect(alone.locator("tbody tr:visible")).to_have_count(1)
    assert alone.locator("[role=button].is-told").count() == 3
    alone.keyboard.press("Escape")
    expect(alone.locator(".sentences > li:visible")).to_have_count(8)
    expect(status).to_have_text("Choose a box or a line to see its ties.")
    alone.keyboard.press("Tab")
    expect(focus).to_have_attribute("data-tool", "in")


def test_every_box_is_reached_by_arrow_keys(alone: Page) -> None:
    alone.keyboard.press("Tab")
    for key in ("Home", "End", *["ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight"]):
        alone.keyboard.press(key)
        assert alone.evaluate("document.activeElement.getAttribute('role')") == "button"
    reached = alone.evaluate(
        """() => { const all = [...document.querySelectorAll(".stage [role=button]")], seen = new Set([all[0]]);
          const press = key =>
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
          for (const from of seen) for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
            all.find(one => one.tabIndex === 0).focus();
            press("Home");
            from.dispatchEvent(new MouseEvent("click", { bubbles: true }));
            press(key);
            seen.add(document.activeElement);
          }
          return [seen.size, all.length]; }"""
    )
    assert reached[0] == reached[1]


def test_the_words_mark_their_line_and_no_word_goes_away(alone: Page) -> None:
    show = alone.locator(".sentences .show").nth(3)
    show.press("Enter")
    expect(show).to_have_attribute("aria-pressed", "true")
    expect(alone.locator("#status")).to_have_text("ICSs are members of LHCP")
    expect(alone.locator("tbody tr.is-told")).to_have_count(1)
    expect(alone.locator(".sentences > li:visible")).to_have_count(8)
    alone.locator("tbody .show").first.click()
    expect(alone.locator(".sentences > li.is-told")).to_have_count(1)
    alone.locator("[data-tool=all]").click()
    expect(alone.locator(".is-told")).to_have_count(0)


def test_it_is_zoomed_and_moved_by_keys_buttons_and_mouse_but_not_by_the_wheel(alone: Page) -> None:
    drawing, stage = alone.locator(".stage > svg"), alone.locator(".stage")

    def width() -> float:
        return float(drawing.get_attribute("width") or 0)

    whole = width()
    alone.locator(".stage [tabindex='0']").press("+")
    assert width() == pytest.approx(whole * 1.25)
    alone.mouse.move(640, 500)
    alone.mouse.wheel(0, 10)
    assert width() == pytest.approx(whole * 1.25)
    alone.locator("[data-tool=left]").click()
    before = stage.evaluate("one => (one.scrollLeft = 0)")
    alone.locator("[data-tool=right]").click()
    after = stage.evaluate("one => one.scrollLeft")
    assert after > before
    alone.evaluate("scrollTo(0, 0)")
    box = stage.bounding_box()
    assert box
    alone.mouse.move(box["x"] + 20, box["y"] + 200)
    alone.mouse.down()
    alone.mouse.move(box["x"] + 80, box["y"] + 200, steps=4)
    alone.mouse.up()
    assert stage.evaluate("one => one.scrollLeft") < after
    expect(alone.locator("[aria-pressed=true]")).to_have_count(0)
    alone.locator("[data-tool=whole]").click()
    assert width() == pytest.approx(whole)


def test_a_table_is_sorted_by_keys_and_says_so(chromium: Browser, folder: Path) -> None:
    with opened(chromium, folder / f"{MONEY}.html") as (page, witness):
        table = page.locator("table").nth(1)
        head = table.locator("th", has_text="Amount")
        amounts = table.locator("tbody td:nth-child(3)")
        for order, first in (("ascending", "£3,200"), ("descending", "no amount named")):
            head.locator("button").press("Enter")
            expect(head).to_have_attribute("aria-sort", order)
            expect(amounts.first).to_have_text(first)
            expect(page.locator("#sorted")).to_have_text(f"Sorted by Amount, {order}.")
        expect(table.locator("[aria-sort]")).to_have_count(1)
    quiet(witness)


def test_without_scripts_all_of_it_is_there_and_nothing_that_does_nothing(chromium: Browser, folder: Path) -> None:
    view = real_pictures()[LINE]
    for name in (f"{LINE}.html", f"{LINE} frame.html"):
        with opened(chromium, folder / name, scripts=False) as (page, witness):
            expect(page.locator(".stage > svg")).to_be_visible()
            for summary in page.locator("summary").all():
                summary.click()
            for section in view.brief.sections:
                for statement in section.statements:
                    expect(page.locator(".sentences").get_by_text(statement.text)).to_be_visible()
            for document in view.brief.documents:
                expect(page.get_by_role("heading", name=document.title)).to_be_visible()
            expect(page.locator("table").first).to_be_visible()
            expect(page.locator("button:visible")).to_have_count(0)
        quiet(witness)


def test_a_frame_in_a_sandbox_works_and_asks_for_nothing(chromium: Browser) -> None:
    with sandboxed(chromium, real_pictures()[LINE]) as (page, inside):
        expect(inside.locator(".stage > svg")).to_be_in_viewport(ratio=1)
        inside.locator("[data-entity]", has_text="HEG").first.click()
        expect(inside.locator("#status")).to_have_text("2 ties of HEG")
        expect(inside.locator("#told li")).to_have_text(["HEDG is a sub-group of HEG", "HEG reports to LHB"])
        inside.locator("[data-label]", has_text="chaired by").click()
        expect(inside.locator("#status")).to_have_text("LHB is chaired by Mayor of London")
        inside.locator("summary").first.click()
        expect(inside.locator(".sifted").first).to_have_text("1 of 3 shown. Show all")
        inside.locator(".sifted button").first.click()
        inside.locator(".numbers a").first.click()
        place = inside.locator("#source-1-1")
        expect(place).to_be_visible()
        expect(place).to_be_focused()
        back = inside.locator("footer a")
        assert [back.get_attribute(name) for name in ("href", "target", "rel")] == [
            ADDRESS,
            "_blank",
            "noopener noreferrer",
        ]
        assert len(page.frames) == 2


@pytest.mark.parametrize(
    ("kind", "scheme", "size"),
    [("", "light", WIDE), ("", "dark", NARROW), (" frame", "dark", WIDE), (" frame", "light", NARROW)],
    ids=str,
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    chromium: Browser, folder: Path, kind: str, scheme: str, size: tuple[int, int]
) -> None:
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto((folder / f"{MONEY}{kind}.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.locator(".sentences .show").first.click()
    page.locator("thead button").first.click()
    assert problems(page, {"type": "tag", "values": TAGS}) == []
    targets = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, td a")].filter(one => one.checkVisibility())
          .map(one => [one.textContent, one.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 24 || height < 24).map(([words]) => words)"""
    )
    assert targets == []
    context.close()


def test_what_is_printed_is_unfolded_and_fits_on_a4(chromium: Browser, folder: Path) -> None:
    with opened(chromium, folder / f"{MONEY} frame.html", scripts=False) as (page, _):
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 673, "height": 1000})
        for part in page.locator(".sentences, table, .documents").all():
            expect(part).to_be_visible()
        expect(page.locator(".tools")).to_be_hidden()
        box = page.locator(".stage > svg").bounding_box()
        assert box
        assert box["width"] <= 673


def evil() -> Picture:
    """A picture and words that all want to run."""
    drawn = picture(hostile(small_graph()), title=EVIL)
    told = Statement(EVIL, EVIL, EVIL, ("1.1",), ("1.2",), (EVIL,), (EVIL,))
    documents = [
        Document(str(number), EVIL, EVIL, address, (Place(f"{number}.1", EVIL), Place(f"{number}.2", EVIL)))
        for number, address in enumerate([*PAYLOADS.values(), f'https://x.example/"{WORST.replace(" ", "")}'], start=1)
    ]
    brief = Brief(
        title=EVIL,
        as_at=EVIL,
        verdict=EVIL,
        summary=EVIL,
        sections=(Section(EVIL, (told, *drawn.brief.sections[0].statements)),),
        sheets=(Sheet(EVIL, (EVIL, "Sources", "Disputed by"), ((EVIL, "1.1", f"{EVIL}, 1.2"), (EVIL, EVIL, ""))),),
        documents=tuple(documents),
        remarks=(EVIL,),
        version=EVIL,
        origin=EVIL,
        kept=EVIL,
        note=EVIL,
    )
    return replace(drawn, brief=brief)


FOREIGN = """() => [...document.querySelectorAll("*")].filter(one =>
  [...one.attributes].some(({ name }) => name.startsWith("on")) || one.hasAttribute("autofocus")
  || /^(img|image|iframe|object|embed|base|animate|set|foreignObject|textarea|select)$/i.test(one.localName)
  || /^\\s*(javascript|data):/i.test(one.localName === "a" ? one.getAttribute("href") ?? "" : "")
).length + document.scripts.length + document.querySelectorAll("style").length - 2 + Number(Boolean(window.pwned))"""


def test_hostile_words_are_words_in_the_file_and_in_the_frame(chromium: Browser, tmp_path: Path) -> None:
    view = evil()
    (tmp_path / "evil.html").write_bytes(html(view.scene, view.brief))
    (tmp_path / "frame.html").write_bytes(frame(view.scene, view.brief, "n0nce", "javascript:alert(1)"))
    for name in ("evil.html", "frame.html"):
        with opened(chromium, tmp_path / name) as (page, witness):
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            for locator in (page.locator(".show").first, page.locator("thead button").first):
                locator.click()
            page.locator(".stage [tabindex='0']").press("Enter")
            page.evaluate("for (const one of document.all) one.dispatchEvent(new MouseEvent('mouseover'))")
            assert page.evaluate(FOREIGN) == 0
        quiet(witness)
    with sandboxed(chromium, view) as (_, inside):
        expect(inside.locator(".stage > svg")).to_be_visible()

"""The explorer in a real Chromium: by mouse, by keyboard, without script, narrow, and nothing that it should not do."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEG = "Health Equity Group"
PLACE = """key => {
  const { canvas, stage } = explorer;
  const box = canvas.boxes.get(key);
  const at = canvas.network.canvasToDOM({ x: box.x, y: box.y - box.height / 2 + 12 });
  const corner = stage.getBoundingClientRect();
  return [corner.left + at.x, corner.top + at.y];
}"""
"""Where the name of a box is in the window."""
CHIP = """([key, words]) => {
  const { canvas, stage } = explorer;
  const box = canvas.boxes.get(key);
  const chip = box.chips.find(one => one.words === words);
  const at = canvas.network.canvasToDOM({
    x: box.x - box.width / 2 + chip.left + chip.width / 2, y: box.y - box.height / 2 + chip.top + chip.height / 2,
  });
  const corner = stage.getBoundingClientRect();
  return [corner.left + at.x, corner.top + at.y];
}"""
LINE = """number => {
  const { canvas, stage } = explorer;
  const edge = canvas.data.edges.find(one => one.line === number);
  const [start, end] = [canvas.parts.get(edge.from), canvas.parts.get(edge.to)];
  const at = canvas.network.canvasToDOM({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 });
  const corner = stage.getBoundingClientRect();
  return [corner.left + at.x, corner.top + at.y];
}"""
INKED = """() => {
  const canvas = document.querySelector(".stage canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let inked = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]) inked += 1;
  return inked;
}"""

INK = """colour => new Promise((done) => {
  const look = () => (LOOK.ink === colour ? done() : requestAnimationFrame(look));
  look();
})"""
"""Waits until words on the canvas are drawn in that colour."""


def opened(page: Page, address: str = "/explore/lhb") -> Page:
    page.goto(address)
    page.locator(".stage canvas").wait_for()
    return page


def heading(page: Page) -> str:
    return page.locator("#evidence_head").inner_text()


def test_it_is_drawn_and_the_drawing_is_one_button_away(page: Page) -> None:
    opened(page)
    assert page.evaluate(INKED) > 5000
    assert page.locator(".picture svg").is_hidden()
    button = page.get_by_role("button", name="As a drawing")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator(".picture svg").is_visible()
    assert page.locator(".stage").is_hidden()
    button.click()
    assert page.locator(".stage").is_visible()


def test_a_click_on_a_box_selects_it_and_back_leads_back(page: Page) -> None:
    opened(page)
    page.evaluate("window.kept = true")
    page.mouse.click(*page.evaluate(PLACE, "heg"))
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    assert "box=heg" in page.url
    expect(page.locator("#explorer_said")).to_have_text(f"{HEG} is selected.")
    page.go_back()
    expect(page.locator("#evidence_head")).to_have_text("London Health Board")
    page.go_forward()
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    assert page.evaluate("window.kept") is True
    assert page.evaluate("explorer.canvas.selected") == "heg"


def test_a_click_on_a_line_shows_its_evidence(page: Page) -> None:
    opened(page, "/explore/heg")
    key = page.evaluate("explorer.canvas.data.lines[0].key")
    page.mouse.click(*page.evaluate(LINE, 0))
    page.wait_for_url("**line=**")
    assert page.evaluate("explorer.canvas.selected") == key
    assert page.locator("#evidence .said").count() >= 1


def test_a_click_on_a_chip_opens_and_its_box_stays_in_place(page: Page) -> None:
    opened(page, "/explore/hedg")
    before = page.evaluate(PLACE, "heg")
    page.mouse.click(*page.evaluate(CHIP, ["heg", "+ 1 above"]))
    page.locator("[data-at='tree lhb']").wait_for()
    after = page.evaluate(PLACE, "heg")
    assert abs(before[0] - after[0]) < 2
    assert abs(before[1] - after[1]) < 2
    assert page.evaluate("[...explorer.canvas.fresh]") == ["lhb"]
    assert "boxes and" in page.locator("#explorer_said").inner_text()
    fresh = opened(page, page.url)
    assert fresh.evaluate("explorer.canvas.boxes.has('lhb')")


def test_both_pictures_have_the_same_places(page: Page) -> None:
    opened(page)
    page.get_by_role("button", name="As a drawing").click()
    drawn = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-entity]")].map(box => {
          const { x, y, width, height } = box.getBBox();
          return [box.dataset.entity, [x + width / 2, y + height / 2]];
        }))"""
    )
    canvas = page.evaluate(
        """() => Object.fromEntries([...explorer.canvas.boxes.values()].map(box => {
          const { x, y } = explorer.canvas.network.getPosition(box.id);
          return [box.key, [x, y]];
        }))"""
    )
    assert canvas == drawn


def test_what_is_opened_in_the_drawing_is_opened_on_the_canvas(page: Page) -> None:
    opened(page, "/explore/hedg")
    button = page.get_by_role("button", name="As a drawing")
    button.click()
    page.get_by_role("link", name="+ 1 above, HEG").click()
    page.locator("[data-entity=lhb]").wait_for()
    button.click()
    assert page.evaluate(INKED) > 5000
    assert page.evaluate("explorer.canvas.network.getScale()") >= 0.5
    page.mouse.click(*page.evaluate(PLACE, "heg"))
    expect(page.locator("#evidence_head")).to_have_text(HEG)


def test_the_whole_of_it_by_keyboard_alone(page: Page) -> None:
    opened(page, "/explore/hedg")
    page.locator(".stage").focus()
    page.keyboard.press("ArrowUp")
    page.wait_for_url("**box=**")
    chosen = heading(page)
    assert chosen in (HEG, "London Estates Delivery Unit")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.doors') !== null")
    words = page.evaluate("document.activeElement.textContent")
    assert words.startswith("+")
    page.keyboard.press("Enter")
    page.locator("[data-at='tree lhb']").wait_for()
    assert page.evaluate("document.activeElement.textContent").startswith("\N{MINUS SIGN}")
    assert heading(page) == chosen
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "stage"
    scale = page.evaluate("explorer.canvas.network.getScale()")
    page.keyboard.press("-")
    assert page.evaluate("explorer.canvas.network.getScale()") < scale
    page.keyboard.press("0")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") != "stage"


def test_the_tree_selects_and_keeps_the_focus(page: Page) -> None:
    opened(page)
    page.locator("#tree").get_by_role("link", name=HEG, exact=True).click()
    expect(page.locator("#evidence_head")).to_have_text(HEG)
    expect(page.locator("#tree [aria-selected=true]")).to_be_focused()
    assert page.locator("#tree a:focus, #tree :focus > .twig > .twig-name").get_attribute("aria-current") == "true"


@pytest.mark.parametrize("width", [390, 1440])
def test_a_row_of_the_table_leads_to_its_evidence(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page)
    page.locator("#table").get_by_role(
        "link", name="The Health Equity Group reports to the London Health Board."
    ).click()
    expect(page.locator("#evidence_head")).to_have_text("Health Equity Group \N{EN DASH} London Health Board")
    assert page.evaluate("document.activeElement.id") == "evidence_head"
    expect(page.locator("#evidence_head")).to_be_in_viewport()


def test_buttons_move_the_picture(page: Page) -> None:
    opened(page)
    where = "[explorer.canvas.network.getScale(), ...Object.values(explorer.canvas.network.getViewPosition())]"
    first = page.evaluate(where)
    for name in ("Zoom in", "Zoom out", "Move left", "Move up", "Move right", "Move down"):
        before = page.evaluate(where)
        page.get_by_role("button", name=name, exact=True).click()
        assert page.evaluate(where) != before
    page.get_by_role("button", name="Whole picture").click()
    assert page.evaluate("explorer.canvas.network.getScale()") <= 1
    assert len(first) == 3


def test_the_wheel_scrolls_the_page(page: Page) -> None:
    opened(page)
    page.locator(".stage").hover()
    scale = page.evaluate("explorer.canvas.network.getScale()")
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") > 0
    assert page.evaluate("explorer.canvas.network.getScale()") == scale


@pytest.mark.parametrize("width", [800, 1000, 1280, 1720])
def test_nothing_scrolls_sideways_at_any_width(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, "/explore/evil?ties=evil&down=evil")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_without_script_everything_is_there(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/explore/hedg")
    assert page.locator(".stage").is_hidden()
    assert page.get_by_role("button", name="Zoom in").is_hidden()
    page.get_by_role("link", name="+ 1 above, HEG").click()
    page.locator("[data-entity=lhb]").wait_for()
    page.locator("[data-entity=heg]").click(position={"x": 60, "y": 12})
    page.wait_for_url("**box=heg**")
    assert heading(page) == HEG
    page.locator("#table").get_by_role("link", name="From").click()
    assert page.locator("th[aria-sort]").inner_text().startswith("From")
    page.locator("#explore_name").fill("LHCP")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/explore/lhcp")
    context.close()


def test_the_canvas_is_dark_on_a_dark_page_and_in_the_readers_own_colours_where_they_have_chosen(page: Page) -> None:
    at = """() => { const { canvas, stage } = explorer; return [LOOK.ink, getComputedStyle(stage).backgroundColor]; }"""
    opened(page)
    light = page.evaluate(at)
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".stage")).to_have_css("background-color", "rgb(17, 23, 29)")
    page.evaluate(INK, "#E9EEF2")
    page.emulate_media(color_scheme="light", forced_colors="active")
    page.evaluate(INK, "CanvasText")
    page.emulate_media(forced_colors="none")
    page.evaluate(INK, "#1A1A1A")
    assert page.evaluate(at) == light


def test_on_paper_are_the_drawing_and_the_table_and_no_canvas(page: Page) -> None:
    opened(page)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".picture svg").is_visible()
    assert page.locator("#table table").is_visible()
    assert page.locator("#evidence_head").is_visible()
    for hidden in (".stage", ".tools", ".explorer-tree", ".explorer-search", ".picture [data-chip] >> nth=0"):
        assert page.locator(hidden).is_hidden()
    assert page.locator(".picture svg > rect").first.evaluate("rect => getComputedStyle(rect).fill") == (
        "rgb(255, 255, 255)"
    )

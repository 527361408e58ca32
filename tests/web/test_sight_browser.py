"""What of a picture is seen at first: all of it where it can be read so, else the focus among whole boxes."""

import pytest
from playwright.sync_api import Browser

from tests.web.sites import Sites

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SEEN = """() => {
  const { canvas } = explorer;
  const [width, height] = [canvas.stage.clientWidth, canvas.stage.clientHeight];
  const boxes = [...canvas.boxes.values()].map((box) => {
    const { x, y } = canvas.network.canvasToDOM(box);
    const half = [box.width / 2 * canvas.network.getScale(), box.height / 2 * canvas.network.getScale()];
    return { focus: box.focus, left: x - half[0], right: x + half[0], top: y - half[1], bottom: y + half[1] };
  }).filter((box) => box.right > 0 && box.left < width && box.bottom > 0 && box.top < height);
  const legend = document.querySelector(".legend").getBoundingClientRect().top;
  return { width, height, boxes, legend, all: canvas.boxes.size, scale: canvas.network.getScale() };
}"""
LARGE = ("health-equity-delivery-group", "london-health-board", "mayor-of-london")
WINDOWS = ((1280, 800), (1440, 900))


@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("entity", LARGE)
def test_at_first_the_focus_is_whole_about_the_middle_and_few_boxes_are_cut(
    chromium: Browser, sites: Sites, entity: str, window: tuple[int, int]
) -> None:
    page = chromium.new_page(viewport={"width": window[0], "height": window[1]})
    page.goto(f"{sites.url('london')}/explore/{entity}")
    page.locator(".stage canvas").wait_for()
    seen = page.evaluate(SEEN)
    page.close()
    focus = next(box for box in seen["boxes"] if box["focus"])
    assert 0 <= focus["left"] < focus["right"] <= seen["width"]
    assert 0 <= focus["top"] < focus["bottom"] <= seen["height"]
    assert focus["top"] < seen["height"] / 2
    assert abs((focus["left"] + focus["right"]) / 2 - seen["width"] / 2) <= 0.2 * seen["width"]
    assert seen["scale"] >= 0.75
    assert sum(box["left"] < 0 or box["right"] > seen["width"] for box in seen["boxes"]) <= 2
    assert seen["legend"] < window[1]


def test_at_first_all_is_seen_where_it_can_be_read_so(chromium: Browser, sites: Sites) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{sites.url('london')}/explore/md3326")
    page.locator(".stage canvas").wait_for()
    seen = page.evaluate(SEEN)
    page.close()
    assert len(seen["boxes"]) == seen["all"]
    assert all(box["left"] >= 0 and box["right"] <= seen["width"] for box in seen["boxes"])

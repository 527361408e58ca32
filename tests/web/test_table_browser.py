"""The table of the explorer in a real Chromium: sorted at once as the server sorts it, and filtered as one types."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Site
from tests.web.test_explorer_browser import opened
from tests.web.visiting import TAGS, problems

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROWS = "#table tbody tr"


def rows(page: Page) -> list[str]:
    keys: list[str] = page.locator(ROWS).evaluate_all("all => all.map(one => one.dataset.key)")
    return keys


@pytest.mark.parametrize("column", ["from", "to", "support", "when", "tie"])
def test_it_is_sorted_without_asking_the_server_in_the_server_s_order(page: Page, column: str) -> None:
    opened(page, "/explore/lhb?sort=from" if column == "tie" else "/explore/lhb")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/explore" in request.url else None)
    head = page.locator(f"#table th[data-column={column}]")
    head.get_by_role("link").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("#explorer_said")).to_contain_text("The table is sorted by")
    assert asked == []
    here = rows(page)
    assert len(here) > 5
    page.reload()
    assert rows(page) == here
    assert page.locator("#table th[aria-sort]").get_attribute("data-column") == column


def test_its_order_is_kept_by_other_steps_and_by_back(page: Page) -> None:
    opened(page)
    first = rows(page)
    page.locator("#table th[data-column=to] a").click()
    by_end = rows(page)
    page.locator("#tree").get_by_role("link", name="Health Equity Group", exact=True).click()
    expect(page.locator("#evidence_head")).to_have_text("Health Equity Group")
    assert "sort=to" in page.url
    assert rows(page) == by_end
    assert "sort=to" in str(page.locator("#tree .doors a").first.get_attribute("href"))
    assert "box=heg" in str(page.locator("#tree .doors a").first.get_attribute("href"))
    page.go_back()
    page.go_back()
    expect(page.locator("#table th[aria-sort]")).to_have_attribute("data-column", "tie")
    assert rows(page) == first


def test_what_is_typed_leaves_the_rows_that_hold_it_and_their_number_is_told(page: Page) -> None:
    opened(page)
    every = len(rows(page))
    field = page.get_by_label("Only rows with")
    field.fill("MÁYOR")
    shown = page.locator(f"{ROWS}:visible")
    assert 0 < shown.count() < every
    expect(page.locator("#table_count")).to_have_text(f"{shown.count()} of {every} rows")
    field.fill("mayor nobody")
    expect(page.locator("#table_count")).to_have_text(f"0 of {every} rows")
    field.press("Escape")
    assert page.locator(f"{ROWS}:visible").count() == every
    assert page.locator("#table_count").inner_text() == ""


def test_what_is_typed_holds_for_the_rows_of_the_next_step(page: Page) -> None:
    opened(page, "/explore/hedg")
    page.get_by_label("Only rows with").fill("board")
    page.locator("#tree").get_by_role("link", name="+ 1 above").first.click()
    page.locator("[data-at='tree lhb']").wait_for()
    every = len(rows(page))
    shown = page.locator(f"{ROWS}:visible").count()
    assert 0 < shown < every
    expect(page.locator("#table_count")).to_have_text(f"{shown} of {every} rows")


def test_axe_finds_nothing_in_what_is_left(page: Page) -> None:
    opened(page)
    page.get_by_label("Only rows with").fill("mayor")
    assert problems(page, {"type": "tag", "values": TAGS}) == []


def test_without_script_there_is_no_filter_and_links_sort(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/explore/lhb")
    assert page.locator("#table_filter").is_hidden()
    page.locator("#table").get_by_role("link", name="To", exact=True).click()
    assert page.locator("#table th[aria-sort]").inner_text() == "To"
    context.close()

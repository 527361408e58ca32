"""The whole way: the program started as a user starts it, the question asked in Chromium, the answer read and followed.

The pictures stay in build/pictures, for somebody to look at.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.stores import open_store
from graph.subgraph import Subgraph
from tests.conftest import KINDS, one_of_each
from tests.neo4j.server import free_port

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROJECT = Path(__file__).parent.parent
PICTURES = PROJECT / "build" / "pictures"
GOVGRAPH = Path(sys.executable).with_name("govgraph")


@pytest.fixture(scope="module", params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where `govgraph serve` serves the London data, on an empty store of every kind."""
    port = free_port()
    store, password = one_of_each(request, tmp_path_factory.mktemp("whole-way"))
    with open_store(store, password) as opened:
        opened.load(Subgraph())
    command = [str(GOVGRAPH), "serve", "--port", str(port), "--store", store, "--data", "data/london"]
    with subprocess.Popen(
        command, cwd=PROJECT, env=os.environ | {"NEO4J_PASSWORD": password}, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        told = [program.stdout.readline(), program.stdout.readline()]
        assert any(f"http://127.0.0.1:{port}" in line for line in told), told
        yield f"http://127.0.0.1:{port}"
        program.terminate()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    # The first page of all looks for its worked questions, in a database that has just been loaded.
    context.set_default_timeout(90_000)
    yield context.new_page()
    context.close()


def ask_by_keyboard(page: Page) -> None:
    """The officer's question, typed, from the first page."""
    page.goto("/")
    page.locator("input[name=subject]:visible").first.focus()
    page.keyboard.type("HEDG")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.keyboard.type("Mayor of London")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/ask"))


def test_the_question_is_asked_and_answered_from_the_documents(page: Page) -> None:
    ask_by_keyboard(page)
    expect(page).to_have_title(re.compile(r"Health Equity Delivery Group and .*Mayor of London: only indirectly"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Only indirectly")
    answer = page.locator("main")
    for step in (
        "The Health Equity Delivery Group is a sub-group of the Health Equity Group.",
        "The Health Equity Group reports to the London Health Board.",
        "The London Health Board is chaired by the Mayor of London.",
    ):
        expect(answer).to_contain_text(step)
    assert page.locator("main svg text").count() > 4
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / "hedg-and-the-mayor.png", full_page=True)


def test_a_source_of_a_step_leads_to_the_very_claim(page: Page) -> None:
    ask_by_keyboard(page)
    page.locator("main details").first.evaluate("every => every.open = true")
    link = page.locator("main details a[href^='/claim/']").first
    claim = (link.get_attribute("href") or "").removeprefix("/claim/")
    link.click()
    page.wait_for_url(re.compile(f"#{claim}$"))
    expect(page.locator(f"#{claim}")).to_contain_text("sub-group")
    page.screenshot(path=PICTURES / "the-claim.png")


def test_the_address_holds_the_whole_question(page: Page) -> None:
    ask_by_keyboard(page)
    summary = page.get_by_role("heading", level=1).inner_text()
    page.goto(page.url)
    assert page.get_by_role("heading", level=1).inner_text() == summary
    page.goto("/ask?q=between&subject=HEDG&object=Mayor+of+London&at=2015")
    expect(page.get_by_role("heading", level=1)).to_contain_text("No")
    expect(page.locator("main")).to_contain_text("The Health Equity Group did not exist yet: it began in 2020")

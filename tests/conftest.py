"""The stores that the contract runs on: every one in the registry, each kept in every place that it knows."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from graph.errors import StoreUnavailable
from graph.store import Store
from graph.stores import SCHEMES, open_store

# A busy machine is no fault of the code.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = frozenset(os.environ.get("GOVGRAPH_REQUIRE_STORES", "networkx").split(","))
URLS = {
    "networkx": {"memory": "networkx://", "file": "networkx:{folder}/store.json"},
}
"""Scheme -> place -> the address of an empty store there; `{folder}` is a new folder for each test."""
LASTING = [("networkx", "file")]
"""The places that outlive the process."""
PLACES = [(scheme, place) for scheme in sorted(SCHEMES) for place in URLS[scheme]]


def pytest_sessionstart() -> None:
    """A store that is required but not in the registry would be left out in silence."""
    if missing := REQUIRED - SCHEMES.keys():
        raise pytest.UsageError(f"GOVGRAPH_REQUIRE_STORES names no store of the registry: {', '.join(sorted(missing))}")


def _opened(scheme: str, url: str) -> Store:
    try:
        return open_store(url)
    except StoreUnavailable as error:
        if scheme in REQUIRED:
            raise
        pytest.skip(f"{scheme} cannot be reached: {error}")


@pytest.fixture(params=PLACES, ids="-".join)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of every registered kind; a required one that is missing is an error."""
    scheme, place = request.param
    opened = _opened(scheme, URLS[scheme][place].format(folder=tmp_path))
    yield opened
    opened.close()


@pytest.fixture(params=LASTING, ids="-".join)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store that outlives the process, for those who open it several times."""
    scheme, place = request.param
    url = URLS[scheme][place].format(folder=tmp_path)
    _opened(scheme, url).close()
    return url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A Chromium that asks nothing of anybody by itself."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert found, "Chromium is missing: make test says what to install"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()

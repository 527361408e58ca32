"""The stores that the contract runs on: every one in the registry, each kept in every place that it knows.

A test takes any of them by asking for `store`, one that outlives the process by asking for `address`.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from graph.store import Store
from graph.stores import SCHEMES, open_store
from tests.neo4j import plugin
from tests.neo4j.plugin import SERVERS, Servers

servers = plugin.servers

# A busy machine is no fault of the code.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = frozenset(os.environ.get("GOVGRAPH_REQUIRE_STORES", "networkx").split(","))
URLS = {
    "networkx": {"memory": "networkx://", "file": "networkx:{folder}/store.json"},
    "neo4j": dict.fromkeys(SERVERS, ""),
}
"""Scheme -> place -> the address of an empty store there; `{folder}` is a new folder for each test.

A scheme without places of its own is another way to write one that has them.
"""
LASTING = [("networkx", "file"), *(("neo4j", name) for name in SERVERS)]
"""The places that outlive the process."""
PLACES = [(scheme, place) for scheme in sorted(URLS) for place in URLS[scheme]]


def pytest_sessionstart() -> None:
    """A store that is required but not in the registry would be left out in silence."""
    if missing := REQUIRED - SCHEMES.keys():
        raise pytest.UsageError(f"GOVGRAPH_REQUIRE_STORES names no store of the registry: {', '.join(sorted(missing))}")


@pytest.fixture(params=PLACES, ids="-".join)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of every registered kind; a required one that is missing is an error."""
    with open_store(*_place(request, tmp_path)) as opened:
        yield opened


@pytest.fixture(params=LASTING, ids="-".join)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store that outlives the process, for those who open it several times."""
    url, password = _place(request, tmp_path)
    if password:
        pytest.skip("those who open it by its address alone know no password")
    open_store(url).close()
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


def _place(request: pytest.FixtureRequest, folder: Path) -> tuple[str, str]:
    """The address and the password of an empty store; a skip where there is none and none is required."""
    scheme, name = request.param
    if scheme != "neo4j":
        return URLS[scheme][name].format(folder=folder), ""
    servers: Servers = request.getfixturevalue("servers")
    place = servers.place(name)
    place.empty()
    return place.uri, place.password

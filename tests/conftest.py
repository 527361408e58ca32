"""The stores that the contract runs on: every one in the registry, each kept in every place that it knows.

A test takes any of them by asking for `store`, one that outlives the process by asking for `address`.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from graph.model import Strength
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.saved import SavedViews
from graph.store import Store
from graph.stores import SCHEMES, open_store
from tests.browsing import launched
from tests.neo4j import plugin
from tests.neo4j.plugin import SERVERS, Servers
from tests.neo4j.server import Place
from tests.worlds import london

servers = plugin.servers

# A busy machine is no fault of the code.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

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
KINDS = sorted(URLS)
"""The kinds of store, for tests of what stands above them: one place of each is enough."""
MOST_TRIES = 20
PLACES = [(scheme, place) for scheme in sorted(URLS) for place in URLS[scheme]]
ABOVE = [("networkx", "memory"), ("neo4j", SERVERS[0])]
"""Where the tests of what stands above the contract run."""


OF_THE_TESTS = ("GOVGRAPH_TEST_", "GOVGRAPH_REQUIRE_STORES")


def pytest_sessionstart() -> None:
    """What a user has set is for nobody's tests: they would load into that user's store.

    A store that is required but not in the registry would be left out in silence.
    """
    for name in list(os.environ):
        if name.startswith(("GOVGRAPH_", "NEO4J_")) and not name.startswith(OF_THE_TESTS):
            del os.environ[name]
    if missing := REQUIRED - SCHEMES.keys():
        raise pytest.UsageError(f"GOVGRAPH_REQUIRE_STORES names no store of the registry: {', '.join(sorted(missing))}")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The contract runs in every place; what stands above it on one place of each kind."""
    if "store_place" in metafunc.fixturenames:
        places = PLACES if "contract" in metafunc.definition.path.parts else ABOVE
        metafunc.parametrize("store_place", places, ids=map("-".join, places), indirect=True)


@pytest.fixture
def store_place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """The address and the password of an empty store of every registered kind; a required one missing is an error."""
    return place_of(request, tmp_path)


@pytest.fixture
def store(store_place: tuple[str, str]) -> Iterator[Store]:
    """An empty store of every registered kind."""
    with open_store(*store_place) as opened:
        yield opened


@pytest.fixture
def views(store: Store) -> SavedViews:
    """The saved views beside that store, of which there are none."""
    return store.views()


@pytest.fixture(params=LASTING, ids="-".join)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store that outlives the process, for those who open it several times."""
    url, password = place_of(request, tmp_path)
    if password:
        pytest.skip("those who open it by its address alone know no password")
    open_store(url).close()
    return url


@pytest.fixture(scope="session")
def warm(servers: Servers) -> Place:
    """A database that has been asked before: one that has just started takes too long for its first answers."""
    place = servers.place(SERVERS[0])
    with open_store(place.uri, place.password) as store:
        store.load(london())
        for question, subject, other in (("up", "hedg", ""), ("down", "lhb", ""), ("between", "hedg", "lhb")):
            for lens in Strength:
                tries = (ask(store, question, subject, other, Options(lens)) for _ in range(MOST_TRIES))
                assert any(not answer.truncated for answer in tries), "Every answer was cut short."
    return place


def one_of_each(request: pytest.FixtureRequest, folder: Path) -> tuple[str, str]:
    """The address and the password of a store of the kind that is the parameter of the fixture that asks.

    A file is new, a database holds what the last test has left there.
    """
    if request.param != "neo4j":
        return URLS[request.param]["file"].format(folder=folder), ""
    place: Place = request.getfixturevalue("warm")
    return place.uri, place.password


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A Chromium that asks nothing of anybody by itself."""
    with launched() as browser:
        yield browser


def place_of(request: pytest.FixtureRequest, folder: Path) -> tuple[str, str]:
    """The address and the password of an empty store; a skip where there is none and none is required."""
    scheme, name = request.param
    if scheme != "neo4j":
        return URLS[scheme][name].format(folder=folder), ""
    servers: Servers = request.getfixturevalue("servers")
    place = servers.place(name)
    place.empty()
    return place.uri, place.password

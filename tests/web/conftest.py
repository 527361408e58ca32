"""A small graph with everything that the pages have to show, an app that serves it, and a browser that visits it."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from graph.model import Entity, Source
from graph.stores import open_store
from graph.subgraph import Subgraph
from tests.browsing import served, watched
from tests.conftest import KINDS, one_of_each
from tests.neo4j.server import Place
from tests.worlds import say, world
from web import create_app
from web.config import Settings
from web.current import current_store

if TYPE_CHECKING:
    from tests.web.sites import Sites

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}'


def small_graph() -> Subgraph:
    """Lines, oversight, leadership, two parents, a dispute, a denial, a plan, money, facts, and a hostile name."""
    return world(
        [
            say("hedg", "subgroup_of", "heg", "2021-12", locator="chapter 1"),
            say("hedg", "subgroup_of", "ledu", "2021-12"),
            say("ledu", "reports_to", "lhb", "2021-12"),
            say("heg", "reports_to", "lhb", "2021-12"),
            say("heg", "reports_to", "lhb", "2024-11"),
            say("mayor", "chairs", "lhb", "2024-11"),
            say("khan", "holds_post", "mayor", "2024-11", start="9 May 2016"),
            say("assembly", "scrutinises", "mayor", "2024-11", scope="the annual report"),
            say("lhb", "oversees", "lhcp", "2024-11", status="implied"),
            say("boroughs", "member_of", "lhb", "2024-11"),
            say("heg", "co_chairs", "lhcp", "2021-12"),
            say("heg", "co_chairs", "lhcp", "2024-11", stance="contradicts", says="The co-chair is somebody else."),
            say("ledu", "reports_to", "evil", "2024-11"),
            say("lhcp", "reports_to", "assembly", "2024-11", planned="planned"),
            say("heg", "reports_to", "assembly", "2024-11", stance="contradicts", id="denial-1"),
            say("heg", "dated", source="2021-12", start="2020", role="founded"),
            say("nhs", "possibly_same_as", "nhs-london", "undated-paper"),
        ],
        entities=[
            Entity("hedg", "group", "Health Equity Delivery Group", "HEDG"),
            Entity("heg", "group", "Health Equity Group", "HEG", note="A note."),
            Entity("ledu", "unit", "London Estates Delivery Unit", "LEDU"),
            Entity("lhb", "board", "London Health Board", "LHB", identifiers=("ODS:X1",)),
            Entity("mayor", "post", "Mayor of London", aliases=("the Mayor",)),
            Entity("khan", "person", "Sadiq Khan"),
            Entity("assembly", "body", "London Assembly"),
            Entity("boroughs", "collective", "London\u2019s boroughs"),
            Entity("lhcp", "partnership", "London Health and Care Partnership", "LHCP"),
            Entity("evil", "body", EVIL),
            Entity("nhs", "body", "the NHS"),
            Entity("nhs-london", "body", "NHS London"),
            Entity("alone", "charity", "A Charity Alone"),
        ],
        sources=[
            Source("2021-12", "The implementation plan", "GLA", "9 December 2021", address="https://example.org/plan"),
            Source("2024-11", "The Board's page", "GLA", inferred="2024-10/2025-03", address="javascript:alert(3)"),
            Source("undated-paper", EVIL),
        ],
    )


def in_file(folder: Path) -> Settings:
    """The settings of an app on an embedded store in that folder."""
    return Settings(store=f"networkx:{folder / 'store.json'}")


def fill(settings: Settings, graph: Subgraph) -> None:
    """Load the store that the settings name, as another process would."""
    with open_store(settings.store, settings.password) as store:
        store.load(graph)


@pytest.fixture(params=KINDS)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """The settings of an app on a store of every kind; a database holds what the last test left there."""
    url, password = one_of_each(request, tmp_path)
    return Settings(store=url, password=password)


@pytest.fixture
def empty(kept: Settings) -> Settings:
    """The settings of an app on a store of every kind that holds nothing."""
    fill(kept, Subgraph())
    return kept


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An app on an embedded store that serves the small graph; nobody changes its store."""
    settings = in_file(tmp_path_factory.mktemp("small"))
    fill(settings, small_graph())
    return create_app(settings)


@pytest.fixture(scope="session")
def database(warm: Place) -> Flask:
    """An app on a Neo4j database, which holds whatever the last test has left there."""
    return create_app(Settings(store=warm.uri, password=warm.password))


@pytest.fixture(params=KINDS)
def visitor(request: pytest.FixtureRequest, small: Flask) -> FlaskClient:
    """Somebody who asks an app for pages, which serves the small graph from every kind of store."""
    if request.param != "neo4j":
        return small.test_client()
    app: Flask = request.getfixturevalue("database")
    with app.app_context():
        # Where it is there already, this changes nothing and is quick.
        current_store().load(small_graph())
    return app.test_client()


@dataclass(frozen=True, slots=True)
class Site:
    """A running server."""

    url: str


@pytest.fixture(scope="session")
def site(small: Flask) -> Iterator[Site]:
    """The small graph, served on a free port."""
    with served(small) as address:
        yield Site(address)


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Sites"]:
    """Sites of every sort, each started when it is first asked for."""
    from tests.web.sites import Sites

    with ExitStack() as ends:
        yield Sites(tmp_path_factory.mktemp("sites"), ends)


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A page on the site, in a wide window; it fails where anything outside is asked for or the policy is broken."""
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    witness = watched(opened, site.url)
    yield opened
    context.close()
    assert witness.outside == []
    assert witness.complaints == []
    assert witness.ran == []

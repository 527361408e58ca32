"""The pictures of the real views on which every form is tried, from the data of this repository."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from graph.queries.ask import ask
from graph.queries.options import Options
from graph.stores.networkx_store import NetworkxStore
from loaders import load
from tests.web.test_picture import VIEWS
from web.picture import Picture, picture_of

DATA = Path(__file__).parent.parent / "data/london"


@cache
def real_pictures() -> Mapping[str, Picture]:
    """By the name of the view, each drawn on one page."""
    result = load(DATA)
    assert result.graph is not None
    store = NetworkxStore()
    store.load(result.graph)
    origin = "https://govgraph.example/ask?q=1"
    return {name: picture_of(store, ask(store, *asked, Options()), ".html", origin) for name, asked in VIEWS.items()}

"""The real views on which every form is tried, from the data of this repository."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from graph.stores.networkx_store import NetworkxStore
from loaders import load
from web.picture import Picture, picture_of

DATA = Path(__file__).parent.parent / "data/london"
VIEWS = {
    "the line of HEDG": ("between", "HEDG", "Mayor of London"),
    "the Partnership's members": ("members", "London Health and Care Partnership", ""),
    "MD3326's money": ("money", "", "MD3326"),
    "who sits on HEG": ("members", "HEG", ""),
}
"""By name, as they are asked."""


@cache
def london_store() -> Store:
    """A store in memory with the London data, which nobody changes."""
    result = load(DATA)
    assert result.graph is not None
    store = NetworkxStore()
    store.load(result.graph)
    return store


@cache
def real_pictures() -> Mapping[str, Picture]:
    """By the name of the view, each drawn on one page."""
    store, origin = london_store(), "https://govgraph.example/ask?q=1"
    return {name: picture_of(store, ask(store, *asked, Options()), ".html", origin) for name, asked in VIEWS.items()}

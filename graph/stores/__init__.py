"""The registry of stores by URL scheme; a backend is imported when it is first asked for."""

from collections.abc import Callable
from importlib import import_module

from graph.errors import StoreUnavailable
from graph.store import Store

SCHEMES = {"networkx": "graph.stores.networkx_store"}
"""URL scheme -> module with an `open_url(url) -> Store`."""


def open_store(url: str) -> Store:
    """The store at a URL: `networkx://` in memory, `networkx:///folder/file.json` or `networkx:file.json` in a file.

    :raises StoreUnavailable: when the scheme is not known or the store cannot be opened.
    """
    scheme, colon, _ = url.partition(":")
    if not colon or scheme not in SCHEMES:
        known = ", ".join(f"{name}://" for name in sorted(SCHEMES))
        raise StoreUnavailable(f"There is no store for {scheme!r}; a store's address begins with one of: {known}")
    opener: Callable[[str], Store] = import_module(SCHEMES[scheme]).open_url
    return opener(url)

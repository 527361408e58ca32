"""The registry of stores by URL scheme; a backend is imported when it is first asked for."""

from collections.abc import Callable
from importlib import import_module

from graph.errors import StoreUnavailable
from graph.store import Store

SCHEMES = {"networkx": "graph.stores.networkx_store"} | dict.fromkeys(
    ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"), "graph.stores.neo4j_store"
)
"""URL scheme -> module with an `open_url(url, password) -> Store`."""


def open_store(url: str, password: str = "") -> Store:
    """The store at a URL; the password is for stores that ask for one, and never stands in the URL.

    `networkx://` is in memory, `networkx:///folder/file.json` or `networkx:file.json` in a file,
    `neo4j://user@host:port/database` in a Neo4j database, which is not connected before the first question.

    :raises StoreUnavailable: when the scheme is not known or the store cannot be opened.
    """
    begins, colon, _ = url.partition(":")
    scheme = begins.lower()
    if not colon or scheme not in SCHEMES:
        # What is no word may be a password that stands where none should.
        named = f" for {begins!r}" if begins.isalnum() else " at that address"
        known = ", ".join(f"{each}:" for each in sorted(SCHEMES))
        raise StoreUnavailable(f"There is no store{named}; a store's address begins with one of: {known}")
    opener: Callable[[str, str], Store] = import_module(SCHEMES[scheme]).open_url
    return opener(url, password)

"""A store has the methods of the base, called in the same way, and no others."""

import inspect
from collections.abc import Callable
from typing import Any

from graph.store import Store


def _public(kind: type) -> dict[str, Callable[..., Any]]:
    return {name: method for name, method in inspect.getmembers(kind, callable) if not name.startswith("_")}


def test_nothing_abstract_is_left(store: Store) -> None:
    assert isinstance(store, Store)
    assert not inspect.isabstract(type(store))


def test_every_method_is_called_as_the_base_says(store: Store) -> None:
    own = _public(type(store))
    for name, method in _public(Store).items():
        assert inspect.signature(own[name]) == inspect.signature(method), name


def test_a_store_promises_nothing_beyond_the_base(store: Store) -> None:
    assert _public(type(store)).keys() == _public(Store).keys()


def test_the_primitives_are_abstract_in_the_base() -> None:
    assert Store.__abstractmethods__ == {
        "load",
        "version",
        "read",
        "entities",
        "tie_counts",
        "sources",
        "about",
        "of_kinds",
        "naming",
        "said_by",
        "disputing",
        "shortest",
        "exactly",
        "days",
        "views",
        "close",
    }


def test_every_public_method_says_what_it_does() -> None:
    assert [name for name, method in _public(Store).items() if not method.__doc__] == []


def test_a_store_is_closed_by_with(store: Store) -> None:
    with store as opened:
        assert opened is store

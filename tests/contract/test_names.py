"""Names are found in every store alike, and anew after each load."""

import pytest

from graph.errors import UnknownEntity
from graph.model import Entity
from graph.store import Store
from tests.worlds import london, reports, world


def test_an_entity_is_found_by_every_one_of_its_names(store: Store) -> None:
    store.load(london())
    found = [store.names().resolve(name).id for name in ("heg", "HEG", "Health Equity Group", "equity group")]
    assert found == ["heg"] * 4


def test_an_alias_is_found_and_shown(store: Store) -> None:
    store.load(london())
    assert store.names().resolve("The Mayor").id == "mayor"
    first = store.names().suggest("equity gr")[0]
    assert (first.entity.id, first.matched) == ("heg", "Equity Group")


def test_two_of_one_name_are_told_apart_by_nobody(store: Store) -> None:
    twins = [Entity(entity, "board", "Health Board", aliases=("HB",)) for entity in ("one", "two")]
    store.load(world([], entities=twins))
    with pytest.raises(UnknownEntity, match="several") as caught:
        store.names().resolve("HB")
    assert caught.value.suggestions == ("one", "two")


def test_names_are_those_of_the_last_load(store: Store) -> None:
    store.load(london())
    store.names().resolve("HEDG")
    store.load(world(reports("ab")))
    assert store.names().resolve("A").id == "a"
    with pytest.raises(UnknownEntity):
        store.names().resolve("HEDG")


def test_the_index_is_made_once_for_each_load(store: Store) -> None:
    store.load(london())
    assert store.names() is store.names()

"""What one question reads of its store: nothing twice, and never less than was asked for."""

import pytest

from graph.queries.reading import Reading
from graph.store import Store
from graph.subgraph import Subgraph
from tests.worlds import london


@pytest.fixture
def loaded(store: Store) -> Store:
    store.load(london())
    return store


def test_a_part_is_that_of_the_store(loaded: Store) -> None:
    reading = Reading(loaded)
    assert reading.among(["hedg", "heg"]) == loaded.about(["hedg", "heg"], among=True)
    assert reading.around(["hedg"]) == loaded.about(["hedg"])


def test_what_is_part_of_what_was_read_is_not_read_again(loaded: Store) -> None:
    reading = Reading(loaded)
    around = reading.around(["hedg", "heg"])
    assert reading.around(["heg"]) is around
    assert reading.among(["hedg"]) is around
    assert Reading(loaded).among([]) == Subgraph()


def test_what_is_asked_for_later_is_added(loaded: Store) -> None:
    reading = Reading(loaded)
    first = reading.among(["hedg"])
    both = reading.among(["heg"])
    assert both == loaded.about(["hedg", "heg"], among=True)
    assert set(first.entities) <= set(both.entities)
    assert reading.among(["hedg", "heg"]) is both

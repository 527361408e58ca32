from graph.exploring.first import AT_FIRST, FEW, first_view
from graph.exploring.sieve import Sieve
from graph.exploring.view import DIRECTIONS
from graph.spans import read_span
from graph.store import Store
from tests.worlds import say, world


def directions(store: Store, at: str = "") -> set[str]:
    view = first_view(store, "a", read_span(at)) if at else first_view(store, "a")
    assert {one.entity for one in view.opened} == {"a"}
    return {one.direction for one in view.opened}


def test_where_neighbours_are_few_all_are_shown(store: Store) -> None:
    store.load(world([say("a", "reports_to", "b"), say("a", "supports", "c")]))
    assert directions(store) == set(DIRECTIONS)


def test_where_they_are_many_other_ties_stay_closed(store: Store) -> None:
    others = [say("a", "supports", f"c{number}") for number in range(FEW)]
    store.load(world([say("a", "reports_to", "b"), *others]))
    assert directions(store) == set(AT_FIRST)


def test_where_there_are_no_others_they_are_shown(store: Store) -> None:
    store.load(world([say("a", "supports", f"c{number}") for number in range(FEW + 5)]))
    assert directions(store) == set(DIRECTIONS)


def test_only_neighbours_of_the_days_count(store: Store) -> None:
    later = [say("a", "supports", f"c{number}", start="2024") for number in range(FEW)]
    store.load(world([say("a", "reports_to", "b"), *later]))
    assert directions(store) == set(AT_FIRST)
    assert directions(store, "2022") == set(DIRECTIONS)


def test_only_neighbours_that_pass_the_filters_count(store: Store) -> None:
    others = [say("a", "supports", f"c{number}") for number in range(FEW)]
    store.load(world([say("a", "reports_to", "b"), *others]))
    view = first_view(store, "a", sieve=Sieve(kinds=frozenset({"reports_to"})))
    assert {one.direction for one in view.opened} == set(DIRECTIONS)

"""What is made of several readings is of one state of the data, and says of which."""

import pytest

from graph.errors import StoreUnavailable
from graph.queries.ask import ask
from graph.store import MOST_TRIES, Store
from graph.stores.networkx_store import NetworkxStore
from tests.worlds import london, reports, world


class Counting(NetworkxStore):
    """Counts how often it is asked for its version."""

    asked = 0

    def version(self) -> str:
        self.asked += 1
        return super().version()


def test_it_is_made_again_where_a_load_ends_meanwhile(store: Store) -> None:
    store.load(london())
    made: list[tuple[str, int]] = []

    def make() -> int:
        made.append((store.settling_version(), len(store.entities())))
        if len(made) == 1:
            store.load(world(reports("ab")))
        return made[-1][1]

    assert store.settled(make) == (2, store.version())
    assert [size for _, size in made] == [len(london().entities), 2]
    assert made[-1][0] == store.version()


def test_what_is_missing_in_a_state_that_has_gone_is_looked_for_again(store: Store) -> None:
    store.load(london())
    tries: list[int] = []

    def make() -> str:
        tries.append(1)
        if len(tries) == 1:
            store.load(world(reports("ab")))
            raise LookupError("a")
        return store.entity("a").id

    assert store.settled(make)[0] == "a"


def test_what_is_missing_in_the_one_state_is_missing(store: Store) -> None:
    store.load(london())
    with pytest.raises(LookupError):
        store.settled(lambda: store.entity("nobody"))


def test_data_that_changes_each_time_is_given_up(store: Store) -> None:
    tries: list[int] = []

    def make() -> None:
        tries.append(1)
        store.load(world(reports("ab" if len(tries) % 2 else "bc")))

    with pytest.raises(StoreUnavailable, match="changed all the time"):
        store.settled(make)
    assert len(tries) == MOST_TRIES


def test_names_of_a_state_that_has_gone_are_not_kept(store: Store) -> None:
    store.load(london())

    def make() -> str:
        store.load(world(reports("ab")))
        return store.names().resolve("a").id

    assert store.settled(make)[0] == "a"
    store.load(london())
    assert store.names().resolve("LHB").id == "lhb"


def test_within_it_nobody_asks_for_the_version_again() -> None:
    store = Counting()
    store.load(london())
    store.names()
    store.asked = 0
    answer, version = store.settled(lambda: ask(store, "between", "hedg", "lhb"))
    assert store.asked == 2
    assert answer.data_version == version == store.version()


def test_after_it_the_version_is_asked_for_again() -> None:
    store = Counting()
    store.load(london())
    with pytest.raises(ZeroDivisionError):
        store.settled(lambda: 1 // 0)
    store.load(world(reports("ab")))
    assert store.settling_version() == store.version()
    assert store.names().resolve("a").id == "a"

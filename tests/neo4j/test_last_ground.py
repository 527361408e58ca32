"""The ground of a walk is kept for the next one of the same walk, and for no other."""

from collections.abc import Callable

from graph.stores.neo4j_walking import LastGround, Reached
from tests.worlds import walk


class ComparedMeanwhile(str):
    """A version; while it is compared something else happens, as another thread may do at any moment."""

    meanwhile: Callable[[], object]

    def __eq__(self, other: object) -> bool:
        self.meanwhile()
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def ground() -> Reached:
    return Reached([], down=False, either=False)


def test_a_longer_walk_of_the_same_goes_over_the_same_ground() -> None:
    last, kept = LastGround(), ground()
    assert last.of("v1", walk("a", "b", hops=2), lambda: kept) is kept
    assert last.of("v1", walk("a", "b", hops=5), ground) is kept
    assert last.of("v1", walk("a", "c"), ground) is not kept


def test_another_version_of_the_data_is_other_ground() -> None:
    last, kept = LastGround(), ground()
    last.of("v1", walk("a", "b"), lambda: kept)
    assert last.of("v2", walk("a", "b"), ground) is not kept


def test_a_walk_never_gets_the_ground_of_one_that_comes_between() -> None:
    last, own, others = LastGround(), ground(), ground()
    last.of("v1", walk("a", "b"), lambda: own)
    version = ComparedMeanwhile("v1")
    version.meanwhile = lambda: last.of("v1", walk("x", "y"), lambda: others)
    assert last.of(version, walk("a", "b"), lambda: own) is own

"""Several stores that are to hold, and to tell, the same."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from graph.store import Store
from tests.oracle.tally import Tally

Opener = Callable[[], Store]
T = TypeVar("T")


class Together:
    """Stores by name, each opened by its opener; every comparison is counted."""

    def __init__(self, openers: Mapping[str, Opener], tally: Tally) -> None:
        self.openers = openers
        self.tally = tally
        self.stores = {name: opener() for name, opener in openers.items()}

    def close(self) -> None:
        for store in self.stores.values():
            store.close()

    def open_anew(self) -> None:
        """Close and open again all that outlive it."""
        for name, opener in self.openers.items():
            if name != "memory":
                self.stores[name].close()
                self.stores[name] = opener()

    def equal(self, told_by: Callable[[Store], object], expected: object) -> None:
        """Every store tells what is expected."""
        for name, store in self.stores.items():
            self.tally.add("comparisons of stores")
            assert _told(name, store, told_by) == expected, f"{name}: {told_by}"

    def alike(self, told_by: Callable[[Store], T]) -> T:
        """What every store tells; they tell the same."""
        first, *others = self.stores
        expected = told_by(self.stores[first])
        for name in others:
            self.tally.add("comparisons of stores")
            assert _told(name, self.stores[name], told_by) == expected, f"{first} and {name}: {told_by}"
        return expected


def _told(name: str, store: Store, told_by: Callable[[Store], T]) -> T:
    try:
        return told_by(store)
    except LookupError as error:
        raise AssertionError(f"{name} lacks something: {told_by}") from error

"""What is made of the data once for each version of it, and kept until the data changes."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from graph.store import Store

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """What was made of the data last, and of which version of it."""

    def __init__(self, make: Callable[[Store], Made]) -> None:
        self._make = make
        self._lock = Lock()
        self._last: tuple[str, Made] | None = None

    def of(self, store: Store) -> Made:
        """What is made of the data that answers now."""
        version = store.settling_version()
        with self._lock:
            if self._last is not None and self._last[0] == version:
                return self._last[1]
            made = self._make(store)
            if store.version() == version:
                self._last = version, made
            return made

"""What one question has read of its store: what it needs again is not read again, for each reading is a way to go."""

from collections.abc import Iterable

from graph.store import Store
from graph.subgraph import Subgraph


class Reading:
    """The parts read for one question. What is given holds at least what was asked for, in the order of ids."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._among: tuple[frozenset[str], Subgraph] = (frozenset(), Subgraph())
        self._around = self._among

    def among(self, entities: Iterable[str]) -> Subgraph:
        """These entities, the relations that join two of them and all that belongs to them (`Store.about`)."""
        wanted = frozenset(entities)
        for known, part in (self._around, self._among):
            if wanted <= known:
                return part
        every = self._among[0] | wanted
        self._among = every, self._store.about(every, among=True)
        return self._among[1]

    def around(self, entities: Iterable[str]) -> Subgraph:
        """These entities, the relations that touch them and all that belongs to them (`Store.about`)."""
        wanted = frozenset(entities)
        known, part = self._around
        if wanted <= known:
            return part
        self._around = known | wanted, self._store.about(known | wanted)
        return self._around[1]

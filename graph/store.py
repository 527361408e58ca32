"""Where a graph is kept. Few primitives, chosen so that a database can do the walking by itself.

The interface decides every edge case; a store may be quicker, never different. What is read is never older than the
last load that ended before the reading began. A reading that is given `seconds` is ended by a store that can end one:
it raises NotInTime, for half of what was asked for would be told as if it were all.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping
from datetime import date
from threading import local
from types import TracebackType
from typing import Literal, Self, TypeVar

from graph.collecting import without_collecting
from graph.disputes import Disputes
from graph.errors import StoreUnavailable, UnknownEntity
from graph.model import Entity, Source
from graph.names import NameIndex
from graph.saved import SavedViews
from graph.subgraph import Subgraph
from graph.walks import Found, Ties, Walk

T = TypeVar("T")
Part = Literal["sources", "claims", "relations"]
MOST_TRIES = 5
"""How often something is made again because the data changed under it."""


class Store(ABC):
    """One governance graph, replaced as a whole by each load."""

    def __init__(self) -> None:
        self._names: tuple[str, NameIndex] | None = None
        self._disputes: tuple[str, Disputes] | None = None
        self._settling = local()

    @abstractmethod
    def load(self, graph: Subgraph) -> bool:
        """Make the store hold this graph and nothing else; whether that changed anything.

        All or nothing: one that fails or is killed leaves the store as it was.

        :raises StoreUnavailable: when it cannot be written.
        """

    @abstractmethod
    def version(self) -> str:
        """The version of the data that answers now (`graph.codec.version`); the empty string when empty."""

    @abstractmethod
    def read(self, *, without: Collection[Part] = (), seconds: float | None = None) -> Subgraph:
        """The whole graph, as it was loaded; what the reader can do `without` is left empty."""

    @abstractmethod
    def entities(self) -> tuple[Entity, ...]:
        """Every entity, in the order of ids."""

    @abstractmethod
    def tie_counts(self) -> Mapping[str, int]:
        """How many relations an entity has with another or with itself, by id; those without any may be left out."""

    @abstractmethod
    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of ids."""

    @abstractmethod
    def about(self, entities: Collection[str], *, among: bool = False, seconds: float | None = None) -> Subgraph:
        """The relations that touch these entities (with `among`: join two of them) and all that belongs to them.

        The entities themselves are part of it, with a relation or without; unknown ids are left out.
        """

    @abstractmethod
    def of_kinds(self, kinds: Collection[str], *, seconds: float | None = None) -> Subgraph:
        """The relations of these kinds and all that belongs to them; unknown kinds are passed over."""

    @abstractmethod
    def naming(self, entity: str, *, seconds: float | None = None) -> Subgraph:
        """The relations that rest on a claim which names the entity at neither end (`via`, `decision`, `budget`).

        With all that belongs to them, as in `about`; empty where there are none, or no such entity.
        """

    @abstractmethod
    def said_by(self, source: str) -> Subgraph:
        """One source with its claims and the whole relations that these are part of; empty when unknown."""

    @abstractmethod
    def disputing(self) -> Subgraph:
        """The claims that have a dispute word, and their sources; nothing else."""

    @abstractmethod
    def shortest(self, walk: Walk) -> Found:
        """All shortest routes to the end, or to each entity reached; at most `walk.most` of them, the first by order.

        Start and end the same give none. Reaching is judged beyond `walk.hops` too (`Found.beyond`).
        """

    @abstractmethod
    def exactly(self, walk: Walk, steps: int) -> Found:
        """All routes from the start to the end of that many steps; at most `walk.most`, the first by order."""

    @abstractmethod
    def days(self, ties: Ties, most: int) -> tuple[tuple[date, ...], bool]:
        """The days on which ties that a walk may use begin to be possible or certain, the latest first.

        At most `most` of them, and whether there are more. Only days of the window count.
        """

    @abstractmethod
    def views(self) -> SavedViews:
        """The saved views that stand beside the graph: in a file beside its file, in its database, or in memory."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held open; a second time does nothing."""

    def prepare(self) -> None:  # noqa: B027 - most stores are always ready
        """Do what is to be done once, before the first search, so that it takes nothing of that one's seconds."""

    def entity(self, entity: str) -> Entity:
        """The entity of that id.

        :raises UnknownEntity: when there is none.
        """
        found = self.about([entity], among=True).entities.get(entity)
        if found is None:
            raise UnknownEntity(f"No entity has the id {entity!r}.")
        return found

    def names(self) -> NameIndex:
        """The index of names, made again when the data has changed."""
        version = self.settling_version()
        if self._names is not None and self._names[0] == version:
            return self._names[1]
        entities, ties = self.entities(), self.tie_counts()
        with without_collecting():
            index = NameIndex(entities, ties)
        if self.version() == version:
            self._names = version, index
        return index

    def disputes(self) -> Disputes:
        """Which claims are in dispute with which, made again when the data has changed."""
        version = self.settling_version()
        if self._disputes is not None and self._disputes[0] == version:
            return self._disputes[1]
        disputes = Disputes(self.disputing())
        if self.version() == version:
            self._disputes = version, disputes
        return disputes

    def settled(self, make: Callable[[], T]) -> tuple[T, str]:
        """What `make` makes of one state of the data, and the version of that state.

        It is called again where a load ends meanwhile; within another `settled` it is called once, for the outer one
        then makes all again.

        :raises StoreUnavailable: when the data changes each time.
        """
        if (outer := self._outer_version()) is not None:
            return make(), outer
        for _ in range(MOST_TRIES):
            version = self._settling.version = self.version()
            try:
                made = make()
            except LookupError:
                if self.version() == version:
                    raise
                continue
            finally:
                self._settling.version = None
            if self.version() == version:
                return made, version
        raise StoreUnavailable("The data is being changed all the time; try again in a moment.")

    def settling_version(self) -> str:
        """The version of the data; within `settled` the one that all is made of, without asking again."""
        outer = self._outer_version()
        return self.version() if outer is None else outer

    def _outer_version(self) -> str | None:
        version: str | None = getattr(self._settling, "version", None)
        return version

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

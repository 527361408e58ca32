"""The embedded store: a networkx graph in memory, kept in a file where one is named."""

import contextlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

import networkx as nx

from graph import codec
from graph.collecting import without_collecting
from graph.errors import OtherRelease, StoreUnavailable
from graph.model import Entity, Relation, Source
from graph.saved import SavedViews
from graph.spans import FIRST_DAY, LAST_DAY
from graph.store import Part, Store
from graph.stores.compact import CompactGraph
from graph.stores.search import RouteSearch
from graph.stores.sqlite_views import SqliteViews
from graph.stores.storefile import Stamp, StoreFile
from graph.subgraph import Subgraph, named_beside
from graph.walks import Found, Ties, Walk


@dataclass(frozen=True)
class _Loaded:
    """One load, never changed afterwards: readers that began before the next one go on with it."""

    graph: Subgraph
    version: str
    network: "nx.MultiDiGraph[str]"
    steps: CompactGraph
    stamp: Stamp | None

    @cached_property
    def naming(self) -> Mapping[str, set[str]]:
        """By entity the relations of claims that name it at neither end."""
        beside = {claim.id: named for claim in self.graph.claims.values() if (named := named_beside(claim))}
        found = defaultdict(set)
        for relation in self.graph.relations.values():
            for claim in relation.claims:
                for entity in beside.get(claim, ()):
                    found[entity].add(relation.id)
        return {entity: relations for entity, relations in found.items() if entity in self.graph.entities}


class NetworkxStore(Store):
    """A graph in memory, or in a file that is written whole or not at all.

    A file that another program has loaded meanwhile is read again at the next question.
    """

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self._file = StoreFile(path) if path else None
        self._views = SqliteViews(path and path.with_name(f"{path.name}.views.sqlite"))
        self._lock = Lock()
        self._loaded = _loaded(Subgraph(), None)

    def load(self, graph: Subgraph) -> bool:
        with contextlib.suppress(OtherRelease):
            if codec.version(graph) == self.version() and graph == self._current().graph:
                return False
        with self._lock:
            stamp = self._file.write(graph) if self._file else None
            with without_collecting():
                self._loaded = _loaded(graph, stamp)
        return True

    def version(self) -> str:
        return self._current().version

    def read(
        self,
        *,
        without: Collection[Part] = (),
        seconds: float | None = None,  # noqa: ARG002 - what is in memory is at hand
    ) -> Subgraph:
        return replace(self._current().graph, **{table: {} for table in without})

    def entities(self) -> tuple[Entity, ...]:
        return tuple(self._current().graph.entities.values())

    def tie_counts(self) -> Mapping[str, int]:
        relations = self._current().graph.relations.values()
        return Counter(end for relation in relations if relation.object for end in _ends(relation))

    def sources(self) -> tuple[Source, ...]:
        return tuple(self._current().graph.sources.values())

    def about(
        self,
        entities: Collection[str],
        *,
        among: bool = False,
        seconds: float | None = None,  # noqa: ARG002 - what is in memory is at hand
    ) -> Subgraph:
        loaded = self._current()
        wanted = {entity for entity in entities if entity in loaded.network}
        touching = {
            relation
            for entity in wanted
            for relation in loaded.network.nodes[entity]["relations"]
            if not among or _joins(loaded.graph.relations[relation], wanted)
        }
        return loaded.graph.closed_over(touching, set(), wanted)

    def of_kinds(self, kinds: Collection[str], *, seconds: float | None = None) -> Subgraph:  # noqa: ARG002 - the same
        graph = self._current().graph
        wanted = {relation.id for relation in graph.relations.values() if relation.kind in kinds}
        return graph.closed_over(wanted, set(), set())

    def naming(self, entity: str, *, seconds: float | None = None) -> Subgraph:  # noqa: ARG002 - the same
        loaded = self._current()
        return loaded.graph.closed_over(loaded.naming.get(entity, set()), set(), set())

    def said_by(self, source: str) -> Subgraph:
        graph = self._current().graph
        if source not in graph.sources:
            return Subgraph()
        claimed = {claim.id for claim in graph.claims.values() if claim.source == source}
        resting = {relation.id for relation in graph.relations.values() if not claimed.isdisjoint(relation.claims)}
        part = graph.closed_over(resting, set(), set())
        sources = {source: graph.sources[source]} | dict(part.sources)
        return Subgraph(dict(sorted(sources.items())), part.entities, part.claims, part.relations, part.lifetimes)

    def disputing(self) -> Subgraph:
        graph = self._current().graph
        claims = {claim.id: claim for claim in graph.claims.values() if claim.dispute}
        sources = {key: graph.sources[key] for key in sorted({claim.source for claim in claims.values()})}
        return Subgraph(sources, claims=claims)

    def shortest(self, walk: Walk) -> Found:
        return RouteSearch(self._current().steps.ground(walk.ties), walk).shortest()

    def exactly(self, walk: Walk, steps: int) -> Found:
        return RouteSearch(self._current().steps.ground(walk.ties), walk).exactly(steps)

    def prepare(self) -> None:
        self._current().steps.steps  # noqa: B018 - made when first looked at

    def days(self, ties: Ties, most: int) -> tuple[tuple[date, ...], bool]:
        days = {
            day
            for relation in self._current().graph.relations.values()
            if ties.admits(relation)
            for day in (relation.bounds.earliest_start, relation.bounds.latest_start)
            if FIRST_DAY < day < LAST_DAY and day in ties.window
        }
        return tuple(sorted(days, reverse=True)[:most]), len(days) > most

    def views(self) -> SavedViews:
        return self._views

    def close(self) -> None:
        self._views.close()

    def _current(self) -> _Loaded:
        """The last load, read again where the file has changed."""
        if self._file is None:
            return self._loaded
        stamp = self._file.stamp()
        if stamp == self._loaded.stamp:
            return self._loaded
        with self._lock:
            if stamp != self._loaded.stamp:
                self._loaded = self._opened(self._file, stamp)
        return self._loaded

    def _opened(self, file: StoreFile, stamp: Stamp | None) -> _Loaded:
        try:
            with without_collecting():
                return _loaded(file.read() if stamp else Subgraph(), stamp)
        except LookupError as error:
            raise StoreUnavailable(f"The store {file.path} is damaged; delete it and load again: {error}") from error


def open_url(url: str, _password: str = "") -> Store:
    """The store of a `networkx:` URL; the part behind the scheme is a file's path, empty for memory alone."""
    place = url.partition(":")[2].removeprefix("//")
    return NetworkxStore(Path(place).expanduser() if place else None)


def _loaded(graph: Subgraph, stamp: Stamp | None) -> _Loaded:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in graph.entities.values():
        network.add_node(entity.id, kind=entity.kind, relations=[])
    for relation in graph.relations.values():
        if relation.object:
            network.add_edge(relation.subject, relation.object, key=relation.id, relation=relation)
        for end in sorted(_ends(relation)):
            network.nodes[end]["relations"].append(relation.id)
    return _Loaded(graph, codec.version(graph), network, CompactGraph(graph.entities, graph.relations), stamp)


def _ends(relation: Relation) -> set[str]:
    return {end for end in (relation.subject, relation.object) if end}


def _joins(relation: Relation, entities: set[str]) -> bool:
    return bool(relation.object) and _ends(relation) <= entities

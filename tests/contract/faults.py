"""Stores with one fault each, made from the embedded one: the contract must catch every one of them.

Most walk over a graph that is not quite the one they were given, as a store would that keeps a date, a direction or a
state wrongly.
"""

import itertools
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from graph.model import Bounds, Entity, Relation, State, Strength
from graph.spans import FIRST_DAY, LAST_DAY, day_after
from graph.store import Part
from graph.stores.networkx_store import NetworkxStore
from graph.subgraph import Subgraph
from graph.walks import Found, Ties, Walk, When


class _Twisted(NetworkxStore):
    """Walks over relations that `twist` has changed; reads what was loaded."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path)
        self._inner = NetworkxStore()

    def twist(self, graph: Subgraph) -> Iterable[Relation]:
        raise NotImplementedError

    def load(self, graph: Subgraph) -> bool:
        relations = {relation.id: relation for relation in self.twist(graph)}
        self._inner.load(replace(graph, relations=relations))
        return super().load(graph)

    def shortest(self, walk: Walk) -> Found:
        return self._inner.shortest(walk)

    def exactly(self, walk: Walk, steps: int) -> Found:
        return self._inner.exactly(walk, steps)

    def days(self, ties: Ties, most: int) -> tuple[tuple[date, ...], bool]:
        return self._inner.days(ties, most)


class EndOffByOneDay(_Twisted):
    """The last day counts as one day more: an exclusive end taken for an inclusive one."""

    def twist(self, graph: Subgraph) -> Iterable[Relation]:
        for relation in graph.relations.values():
            bounds = relation.bounds
            ends = (day_after(bounds.earliest_end), day_after(bounds.latest_end))
            if FIRST_DAY not in (bounds.earliest_end, bounds.latest_end):
                yield replace(relation, bounds=Bounds(bounds.earliest_start, bounds.latest_start, *ends))
            else:
                yield relation


class OversightBackwards(_Twisted):
    """Whoever oversees answers to the overseen."""

    def twist(self, graph: Subgraph) -> Iterable[Relation]:
        for relation in graph.relations.values():
            if relation.strength == Strength.OVERSIGHT:
                yield replace(relation, lower=relation.upper, upper=relation.lower)
            else:
                yield relation


class SoftAsFirm(_Twisted):
    """Disputed and implied ties are walked as if they were sound."""

    def twist(self, graph: Subgraph) -> Iterable[Relation]:
        for relation in graph.relations.values():
            soft = relation.state in (State.DISPUTED, State.IMPLIED)
            yield replace(relation, state=State.SINGLE) if soft else relation


class PlannedAsCertain(_Twisted):
    """A planned tie is walked as certain while its dates say so."""

    def twist(self, graph: Subgraph) -> Iterable[Relation]:
        for relation in graph.relations.values():
            yield replace(relation, state=State.IMPLIED, planned=False) if relation.planned else relation


class CollectiveSpread(_Twisted):
    """What a collective answers to, its members answer to as well."""

    def twist(self, graph: Subgraph) -> Iterable[Relation]:
        relations = list(graph.relations.values())
        yield from relations
        for member in relations:
            if member.kind in ("member_of", "part_of") and graph.entities[member.object].kind == "collective":
                for tie in relations:
                    if tie.lower == member.object and tie.strength is not None:
                        lifted = replace(tie, id=f"{member.subject}:{tie.id}", lower=member.subject)
                        yield replace(lifted, subject=member.subject)


class LensIgnored(NetworkxStore):
    """Every tie of answerability is walked, whatever the lens."""

    def shortest(self, walk: Walk) -> Found:
        return super().shortest(_widened(walk))

    def exactly(self, walk: Walk, steps: int) -> Found:
        return super().exactly(_widened(walk), steps)


def _widened(walk: Walk) -> Walk:
    return replace(walk, ties=replace(walk.ties, lens=walk.ties.lens and Strength.LEADERSHIP))


class DayFilteredAfterTheWalk(NetworkxStore):
    """The shortest routes of all times are found first, then those that did not hold are thrown away."""

    def shortest(self, walk: Walk) -> Found:
        found = super().shortest(replace(walk, ties=replace(walk.ties, when=When.ALWAYS)))
        return replace(found, routes=tuple(route for route in found.routes if self._holds(route, walk.ties)))

    def exactly(self, walk: Walk, steps: int) -> Found:
        found = super().exactly(replace(walk, ties=replace(walk.ties, when=When.ALWAYS)), steps)
        return replace(found, routes=tuple(route for route in found.routes if self._holds(route, walk.ties)))

    def _holds(self, route: tuple[str, ...], ties: Ties) -> bool:
        relations = self.read().relations.values()
        return all(
            any({tie.subject, tie.object} == set(pair) and ties.admits(tie) for tie in relations)
            for pair in itertools.pairwise(route)
        )


class TiesCutByInsertion(NetworkxStore):
    """Where there are too many routes, those whose claims were typed in first are kept."""

    def shortest(self, walk: Walk) -> Found:
        return self._cut(super().shortest(replace(walk, most=10**6)), walk.most)

    def exactly(self, walk: Walk, steps: int) -> Found:
        return self._cut(super().exactly(replace(walk, most=10**6), steps), walk.most)

    def _cut(self, found: Found, most: int) -> Found:
        typed = {claim.subject: claim.id for claim in reversed(list(self.read().claims.values()))}
        first = sorted(found.routes, key=lambda route: (len(route), [typed.get(entity, "") for entity in route[1:-1]]))
        kept = sorted(first[:most], key=lambda route: (len(route), route))
        return replace(found, routes=tuple(kept), cut="routes" if len(found.routes) > most else found.cut)


class AliasLost(NetworkxStore):
    """Entities are kept without their aliases in the list of entities."""

    def entities(self) -> tuple[Entity, ...]:
        return tuple(replace(entity, aliases=()) for entity in super().entities())


class HalfLoadKept(NetworkxStore):
    """Loads table by table; a load that fails or is killed leaves the tables that were loaded before."""

    def load(self, graph: Subgraph) -> bool:
        if graph == self.read():
            return False
        super().load(Subgraph(graph.sources, graph.entities))
        return super().load(graph) or True


class SoftReadAsFirm(NetworkxStore):
    """The state of disputed and implied ties is lost on the way into the store."""

    def about(self, entities: Collection[str], *, among: bool = False, seconds: float | None = None) -> Subgraph:
        part = super().about(entities, among=among, seconds=seconds)
        relations = {
            relation.id: replace(relation, state=State.SINGLE)
            if relation.state in (State.DISPUTED, State.IMPLIED)
            else relation
            for relation in part.relations.values()
        }
        return replace(part, relations=relations)


class PlannedReadAsCertain(NetworkxStore):
    """The state of planned ties is lost on the way into the store."""

    def about(self, entities: Collection[str], *, among: bool = False, seconds: float | None = None) -> Subgraph:
        part = super().about(entities, among=among, seconds=seconds)
        relations = {
            relation.id: replace(relation, state=State.IMPLIED, planned=False) if relation.planned else relation
            for relation in part.relations.values()
        }
        return replace(part, relations=relations)


class EndsTakenForNamed(NetworkxStore):
    """Relations of an entity's own count as such that only name it."""

    def naming(self, entity: str, *, seconds: float | None = None) -> Subgraph:
        relations = {*super().naming(entity, seconds=seconds).relations, *self.about([entity]).relations}
        return self.read().closed_over(relations, set(), set())


class OpenEndsClosed(NetworkxStore):
    """An open end is kept as the last day of the century, as a database without an infinite day would."""

    def read(self, *, without: Collection[Part] = (), seconds: float | None = None) -> Subgraph:
        graph = super().read(without=without, seconds=seconds)
        relations = {
            relation.id: replace(relation, bounds=replace(relation.bounds, latest_end=date(2099, 12, 31)))
            if relation.bounds.latest_end == LAST_DAY
            else relation
            for relation in graph.relations.values()
        }
        return replace(graph, relations=relations)

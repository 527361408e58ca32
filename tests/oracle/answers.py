"""Routes and verdicts of `up`, `down` and `between` by brute force, straight from `model.md`, sections 2, 3 and 5.

Every simple route is walked, judged on every day on which something begins, and put in its class; nothing is clever.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from graph.ids import slug
from graph.kinds import vocabulary
from graph.model import Lifetime, Relation, State, Strength
from graph.spans import ANY_DAY, FIRST_DAY, LAST_DAY
from graph.subgraph import Subgraph
from tests.oracle.judged import CLASSES, Asked, Judged, Reply, Route, certain, gone, possible, possible_some_day, sure

LONGER = 3


class Oracle:
    """One graph and one question about it."""

    def __init__(self, graph: Subgraph, asked: Asked) -> None:
        self.graph, self.asked = graph, asked
        self.persons = {entity.id for entity in graph.entities.values() if entity.kind == "person"}
        self.steps: dict[tuple[str, str], list[tuple[Strength, Relation]]] = {}
        for relation in graph.relations.values():
            for lower, upper, strength in self.ways(relation):
                self.steps.setdefault((lower, upper), []).append((strength, relation))
        self.days = self.candidates()

    def ways(self, relation: Relation) -> Iterator[tuple[str, str, Strength]]:
        """How a relation may be walked under the lens and the filters: not at all, upwards, or (names) both ways."""
        asked = self.asked
        if relation.state == State.DENIED or not self.supported(relation):
            return
        if asked.roles and not asked.roles & set(map(slug, relation.roles)):
            return
        if relation.kind == "possibly_same_as" and asked.same:
            yield relation.subject, relation.object, Strength.LINE
            yield relation.object, relation.subject, Strength.LINE
        elif relation.strength and relation.strength <= asked.lens and self.kind_counts(relation):
            yield relation.lower, relation.upper, relation.strength

    def shown_kind(self, entity: str) -> bool:
        kind = self.graph.entities[entity].kind
        return not self.asked.entities or bool(self.asked.entities & {kind, vocabulary().entities[kind].broader})

    def kind_counts(self, relation: Relation) -> bool:
        return not self.asked.kinds or relation.kind in self.asked.kinds

    def supported(self, relation: Relation) -> bool:
        if not self.asked.sources:
            return True
        claims = [self.graph.claims[claim] for claim in relation.claims]
        return any(claim.supports and claim.source in self.asked.sources for claim in claims)

    def candidates(self) -> list[date]:
        """The days on which something begins, and the window's first: ties that hold together hold on one of them."""
        days = {self.asked.window.first}
        for parallel in self.steps.values():
            for _, relation in parallel:
                days |= {relation.bounds.earliest_start, relation.bounds.latest_start}
        return sorted(day for day in days if day in self.asked.window and day < LAST_DAY)

    # One route.

    def firm_on(self, relation: Relation, day: date) -> bool:
        sound = relation.state in (State.CORROBORATED, State.SINGLE) and relation.kind != "possibly_same_as"
        return sound and certain(relation.bounds, day)

    def holds(self, route: Route, strength: Strength, firm: bool, day: date) -> bool:
        def fits(relation: Relation) -> bool:
            return self.firm_on(relation, day) if firm else possible(relation, day)

        return all(
            any(own <= strength and fits(relation) for own, relation in self.steps[step]) for step in pairwise(route)
        )

    def certain_on(self, route: Route, strength: Strength, day: date) -> bool:
        return all(
            any(own <= strength and sure(relation, day) for own, relation in self.steps[step])
            for step in pairwise(route)
        )

    def judge(self, route: Route) -> Judged | None:
        """The route with its class; None where it holds on no day and days are asked about."""
        for strength, firm in CLASSES:
            if not firm and not self.asked.soft:
                continue
            if any(self.holds(route, strength, firm, day) for day in self.days):
                sure = any(self.certain_on(route, strength, day) for day in self.days)
                return Judged(route, strength, firm, "certain" if sure else "possible")
        if self.asked.window != ANY_DAY or not self.asked.soft:
            return None
        weakest = max(min(own for own, _ in self.steps[step]) for step in pairwise(route))
        return Judged(route, weakest, False, "never")

    # All routes.

    def walks(self, start: str, down: bool, most: int, without: frozenset[str] = frozenset()) -> Iterator[Route]:
        """Every simple route from (with `down`: to) an entity, passing through no person."""

        def onward(route: Route) -> Iterator[Route]:
            last = route[0] if down else route[-1]
            if len(route) > 1:
                yield route
                if last in self.persons:
                    return
            if len(route) > most:
                return
            for (lower, upper), parallel in self.steps.items():
                here, there = (upper, lower) if down else (lower, upper)
                if here != last or there in route or all(one.id in without for _, one in parallel):
                    continue
                if not down and len(route) > 1 and last in self.persons:
                    continue
                yield from onward((there, *route) if down else (*route, there))

        yield from onward((start,))

    def judged(self, start: str, down: bool = False) -> list[Judged]:
        """Every route that counts, in however many steps the limit on hops would cut; a number of steps filters."""
        walks = self.walks(start, down, most=self.asked.steps or len(self.graph.entities))
        return [one for route in walks if (one := self.judge(route))]

    def near(self, judged: list[Judged]) -> list[Judged]:
        return [one for one in judged if len(one.entities) - 1 <= self.asked.hops]

    def between(self, lower: str, upper: str) -> Reply:
        judged = [
            one
            for one in self.judged(lower)
            if one.entities[-1] == upper and all(map(self.shown_kind, one.entities[1:-1]))
        ]
        reply = self.shown(self.near(judged))
        if judged and not self.near(judged):
            reply.cut.add("hops")
        reply.verdict = self.verdict(reply, lower, upper)
        return reply

    def shown(self, judged: list[Judged]) -> Reply:
        """Shortest of each class, then longer ones while there are fewer than the limit; never ones at the last."""
        limit = self.asked.routes
        held = [one for one in judged if one.certainty != "never"]
        if not held:
            routes = self.shortest_never(judged)
            return Reply(routes[:limit], cut={"routes"} if len(routes) > limit else set())
        kept: list[Judged] = []
        longer: list[Judged] = []
        for rank in range(len(CLASSES)):
            least = min((len(one.entities) for one in held if self.within(one, rank)), default=None)
            if least is None:
                continue
            own = sorted((one for one in held if one.rank == rank), key=lambda one: one.place)
            kept += [one for one in own if len(one.entities) == least]
            longer += [one for one in own if least < len(one.entities) <= least + LONGER]
        extra = longer[: max(0, limit - len(kept))]
        cut = {"routes"} if len(kept) > limit or (len(kept) < limit and len(longer) > len(extra)) else set()
        left = longer[len(extra) :]
        unsaid = bool(extra and left) and self.shelf(left[0]) != self.shelf(extra[-1])
        return Reply(sorted(kept + extra, key=lambda one: one.place)[:limit], cut=cut, open=unsaid)

    def shelf(self, route: Judged) -> tuple[int, int]:
        return route.rank, len(route.entities)

    def within(self, route: Judged, rank: int) -> bool:
        """Whether the class of that rank is searched over all that the route needs, on one day."""
        strength, firm = CLASSES[rank]
        return any(self.holds(route.entities, strength, firm, day) for day in self.days)

    def shortest_never(self, judged: list[Judged]) -> list[Judged]:
        routes: list[Judged] = []
        for strength in Strength:
            least = min((len(one.entities) for one in judged if one.strength <= strength), default=None)
            routes += [one for one in judged if one.strength == strength and len(one.entities) == least]
        return sorted(routes, key=lambda one: one.place)

    def reached(self, start: str, down: bool) -> Reply:
        """The answer to `up` (or `down`): for each entity reached, the shortest routes of its best class."""
        by_end: dict[str, list[Judged]] = {}
        judged = self.judged(start, down)
        end = 0 if down else -1
        for one in self.near(judged):
            by_end.setdefault(one.entities[end], []).append(one)
        routes: list[Judged] = []
        for far, found in by_end.items():
            if not self.shown_kind(far):
                continue
            held = [one for one in found if one.certainty != "never"] or found
            best = min(held, key=lambda one: one.place)
            routes += [one for one in held if one.rank == best.rank and len(one.entities) == len(best.entities)]
        reply = Reply(sorted(routes, key=lambda one: one.place))
        if {one.entities[end] for one in judged} - by_end.keys():
            reply.cut.add("hops")
        reply.verdict = self.verdict(reply, start, down=down)
        return reply

    # Verdicts.

    def verdict(self, reply: Reply, start: str, end: str = "", down: bool = False) -> str:
        if any(one.rank == 0 for one in reply.routes):
            return "yes"
        if reply.routes:
            return "qualified"
        if reply.cut:
            return "not stated"
        if end and self.denied(start, end):
            return "no"
        if self.asked.window == ANY_DAY:
            return "not stated"
        lives = [self.graph.lifetimes.get(entity, Lifetime()) for entity in (start, end)]
        over = any(gone(life, self.asked.window) for life in lives)
        return "no" if over or self.ruled_out(start, end, down) else "not stated"

    def denied(self, lower: str, upper: str) -> bool:
        return any(
            relation.state == State.DENIED
            and (relation.lower, relation.upper) == (lower, upper)
            and relation.strength is not None
            and relation.strength <= self.asked.lens
            and self.kind_counts(relation)
            and (self.asked.window == ANY_DAY or possible_some_day(relation, self.asked.window))
            for relation in self.graph.relations.values()
        )

    def ruled_out(self, start: str, end: str, down: bool) -> bool:
        """A route without a day, and none left without the ties that printed dates rule out."""
        window = self.asked.window
        out = frozenset(
            relation.id
            for relation in self.graph.relations.values()
            if (relation.not_before > FIRST_DAY and window.last < relation.not_before)
            or (relation.over_from < LAST_DAY and window.first >= relation.over_from)
        )
        weak = frozenset(
            relation.id
            for relation in self.graph.relations.values()
            if not self.asked.soft
            and (relation.state not in (State.CORROBORATED, State.SINGLE) or relation.kind == "possibly_same_as")
        )

        def leads(without: frozenset[str]) -> bool:
            most = self.asked.steps or len(self.graph.entities)
            return any(
                not end or (route[-1] == end and all(map(self.shown_kind, route[1:-1])))
                for route in self.walks(start, down, most, without)
            )

        return leads(weak) and not leads(out | weak)

"""A question as the program and the oracle are asked it, and what both say as values that can be compared."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from graph.answers import Answer, Route
from graph.ids import slug
from graph.kinds import vocabulary
from graph.model import Strength
from graph.queries.options import Options
from graph.spans import ANY_DAY, FIRST_DAY, LAST_DAY, day_after, read_span
from graph.subgraph import Subgraph
from tests.oracle.answers import Oracle
from tests.oracle.judged import Asked, Judged, Reply
from tests.oracle.worlds import ANSWERING, ROLES, SOURCES, World

DAYS = ("2021-05-14", "2020-06-15", "2022-06-30", "2024-11-02", "2019-01-01")
PERIODS = ("2021-06", "2021", "2022", "2020-05")
RARELY, TIED = 0.1, 0.7

Told = tuple[str, ...]
"""A route: its entities, its strength, firm or soft, its certainty."""


@dataclass(frozen=True)
class Query:
    """A question as both sides are asked it."""

    name: str
    subject: str
    object: str
    options: Options

    @property
    def asked(self) -> Asked:
        options = self.options
        return Asked(
            lens=options.lens or Strength.LINE,
            window=read_span(options.at) if options.at else ANY_DAY,
            sources=options.sources,
            roles=options.role_slugs,
            entities=options.entities,
            soft=options.soft,
            kinds=options.kinds,
            same=options.same,
            steps=options.steps,
            hops=options.hops,
            routes=options.routes,
        )


def turning_days(random: Random, graph: Subgraph, most: int = 6) -> tuple[str, ...]:
    """Some of the days on which a tie or an entity begins or ends, or the days before: where a day too many shows."""
    bounds = [one.bounds for one in graph.relations.values()]
    days = {
        day for each in bounds for day in (each.earliest_start, each.latest_start, each.earliest_end, each.latest_end)
    }
    for life in graph.lifetimes.values():
        days |= {day for day in (life.known, life.confirmed, life.ends and day_after(life.ends.last)) if day}
    turning = sorted(days - {FIRST_DAY, LAST_DAY})
    some = random.sample(turning, min(most, len(turning)))
    return tuple((day - timedelta(days=random.randrange(2))).isoformat() for day in some)


def roles_in(world: World, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the roles that the vocabulary has or a claim prints: any other is refused where nothing is found."""
    words = {slug(kind.role) for kind in vocabulary().relations.values()}
    printed = {slug(claim.role) for claim in world[2]}
    return tuple(role for role in roles if slug(role) in words | printed)


def asking(random: Random, world: World, name: str, at: tuple[str, ...]) -> Query:
    """A question about two entities of the world, under any of the filters and limits."""
    first, other = _two(random, world)
    options = Options(
        lens=random.choice((*Strength, Strength.LEADERSHIP)),
        at=random.choice(at),
        sources=_sometimes(random, f"s{random.randrange(SOURCES)}"),
        kinds=_sometimes(random, *random.choices(("reports_to", *ANSWERING), k=random.randint(1, 3))),
        roles=_sometimes(random, random.choice(roles_in(world, ROLES))),
        entities=_sometimes(random, random.choice(("body", "board", "person"))),
        soft=random.random() > RARELY,
        same=random.random() < RARELY,
        steps=random.choice((None, None, None, None, 1, 2)),
        hops=random.choice((12, 12, 12, 1, 2)),
        routes=random.choice((10, 3, 2, 1)),
        seconds=10.0,
    )
    return Query(name, first, other if name == "between" else "", options)


def _two(random: Random, world: World) -> tuple[str, str]:
    """Any two entities, more often two of whom something is said that may make a route between them."""
    ends = [(claim.subject, claim.object) for claim in world[2] if claim.kind in ANSWERING]
    if ends and random.random() < TIED:
        one, two = random.choice(random.choice(ends)), random.choice(random.choice(ends))
        return (one, two) if one != two else random.choice(ends)
    one, two = random.sample([entity.id for entity in world[1]], 2)
    return one, two


def reply_to(query: Query, graph: Subgraph) -> Reply:
    """What the contract wants of an answer."""
    oracle = Oracle(graph, query.asked)
    if query.name == "between":
        return oracle.between(query.subject, query.object)
    return oracle.reached(query.subject, query.name == "down")


def wanted(reply: Reply) -> list[Told]:
    """The routes of the oracle, as `told` has those of the program."""
    return [_mine(route) for route in reply.routes]


def told(answer: Answer) -> list[Told]:
    """The routes of an answer."""
    return [_theirs(route) for route in answer.routes]


def _sometimes(random: Random, *words: str) -> frozenset[str]:
    return frozenset(words) if random.random() < RARELY else frozenset()


def _mine(route: Judged) -> Told:
    word = "firm" if route.firm else "soft"
    return (*route.entities, route.strength.word, word, route.certainty)


def _theirs(route: Route) -> Told:
    word = "firm" if route.firm else "soft"
    ends = (route.steps[0].from_id, *(step.to_id for step in route.steps))
    return (*ends, route.strength, word, route.certainty)

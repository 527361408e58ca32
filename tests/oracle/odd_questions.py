"""Questions as they are asked clumsily: by names as typed, and with what a question has no use for."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from graph.model import Entity, Strength
from graph.queries.options import Options
from tests.oracle.questions import DAYS, Query
from tests.oracle.row_questions import NAMES, asking_rows
from tests.oracle.worlds import World

Oddity = Callable[[Random, World, Query], Query]


def asking_oddly(random: Random, world: World) -> Query:
    """A question that some store might take otherwise than another."""
    query = asking_rows(random, world, random.choice([*NAMES]), DAYS)
    return random.choice((_by_name, _by_name, _one_twice, _with_more))(random, world, query)


def _by_name(random: Random, world: World, query: Query) -> Query:
    people = {one.id: one for one in world[1]}

    def typed(entity: str) -> str:
        return _typed(random, people[entity]) if entity else ""

    return replace(query, subject=typed(query.subject), object=typed(query.object))


def _typed(random: Random, entity: Entity) -> str:
    name = random.choice(entity.names)
    return random.choice((name, name, name.upper(), f" {name.lower()} ", name[:-1], f"the {name}", f"{name}s"))


def _one_twice(random: Random, world: World, query: Query) -> Query:
    one = random.choice(world[1]).id
    return Query(random.choice(("shared", "money", "between", "members")), one, one, query.options)


def _with_more(random: Random, world: World, query: Query) -> Query:  # noqa: ARG001 - as every oddity
    odd: list[dict[str, object]] = [
        {"same": True},
        {"lens": Strength.LINE},
        {"steps": 1},
        {"until": "2023"},
        {"until": "", "at": ""},
        {"at": "the other day"},
        {"roles": frozenset({"chair"})},
        {"roles": frozenset({"chiar"})},
        {"sources": frozenset({"no such source"})},
        {"kinds": frozenset({"no such kind"})},
        {"entities": frozenset({"member_of"})},
    ]
    options: Options = replace(query.options, **random.choice(odd))  # type: ignore[arg-type]  # fields of any type
    return replace(query, options=options)

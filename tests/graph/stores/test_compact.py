"""The compact arrays admit the steps that the ties admit, tie by tie."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from random import Random

import pytest

from graph.model import NEVER, Bounds, Entity, Relation, State, Strength
from graph.spans import ANY_DAY, FIRST_DAY, LAST_DAY, Span
from graph.stores.compact import CompactGraph
from graph.walks import SAME, Ties, When

DAYS = [FIRST_DAY, *(date(year, 6, 1) for year in range(2018, 2023)), LAST_DAY]
WINDOWS = (ANY_DAY, Span(DAYS[2], DAYS[2]), Span(DAYS[1], DAYS[4]), Span(FIRST_DAY, DAYS[1]), Span(DAYS[-2], LAST_DAY))
KINDS = ("reports_to", "oversees", "leads", "member_of", SAME)
IDS = tuple("abcdef")


def _relation(chance: Random, number: int) -> Relation:
    subject, object_ = chance.choice(IDS), chance.choice((*IDS, ""))
    kind = chance.choice(KINDS)
    strength = {"reports_to": Strength.LINE, "oversees": Strength.OVERSIGHT, "leads": Strength.LEADERSHIP}.get(kind)
    lower, upper = chance.choice([(subject, object_), (object_, subject)]) if strength and object_ else ("", "")
    return Relation(
        f"r{number}",
        kind,
        subject,
        object_,
        state=chance.choice(list(State)),
        bounds=NEVER if chance.random() < 0.1 else Bounds(*(chance.choice(DAYS) for _ in range(4))),
        strength=strength if object_ else None,
        lower=lower,
        upper=upper,
        roles=chance.choice([(), ("Chair",), ("Co-chair", "member")]),
        sources=chance.choice([("s1",), ("s2",), ("s1", "s2")]),
        planned=chance.random() < 0.3,
        not_before=chance.choice(DAYS),
        over_from=chance.choice(DAYS),
    )


def _every_ties(chance: Random) -> Iterator[Ties]:
    for lens, sound, when, window, same in product((None, *Strength), (False, True), When, WINDOWS, (False, True)):
        rare = chance.random() < 0.3
        yield Ties(
            lens,
            sound=sound,
            when=when,
            window=window,
            kinds=frozenset({"reports_to"}) if rare and chance.random() < 0.5 else frozenset(),
            sources=frozenset({"s1"}) if rare and chance.random() < 0.5 else frozenset(),
            roles=frozenset({"chair"}) if rare and chance.random() < 0.5 else frozenset(),
            same=same,
        )


def _naive(relations: list[Relation], ties: Ties, entity: str, *, upwards: bool) -> list[str]:
    """As the docstring of `Ties` says, relation by relation."""
    found = set()
    for relation in filter(ties.admits, relations):
        if entity in (ends := (relation.subject, relation.object)):
            other = ends[1 - ends.index(entity)]
            both_ways = ties.lens is None or relation.kind == SAME
            if both_ways or (relation.lower if upwards else relation.upper) == entity:
                found.add(other)
    return sorted(found - {entity})


@pytest.mark.parametrize("seed", range(8))
def test_the_same_steps_as_tie_by_tie(seed: int) -> None:
    chance = Random(seed)
    relations = [_relation(chance, number) for number in range(30)]
    graph = CompactGraph({each: Entity(each, each, "board") for each in IDS}, {each.id: each for each in relations})
    for ties in _every_ties(chance):
        ground = graph.ground(ties)
        for entity, upwards in product(IDS, (True, False)):
            assert list(ground.beside(entity, upwards=upwards)) == _naive(relations, ties, entity, upwards=upwards)


def test_no_relations_give_no_steps() -> None:
    graph = CompactGraph({"a": Entity("a", "A", "board")}, {})
    assert graph.ground(Ties(None)).beside("a", upwards=True) == ()

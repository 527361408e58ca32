"""What people do to their tables between two loads, as functions from one small world to the next.

Each gives a world that a loader would let through, the same one where there is nothing to be done.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from graph.model import Claim, Entity
from tests.oracle.row_worlds import ROW_KINDS, detailed, some_place
from tests.oracle.worlds import (
    AMOUNTS,
    ANSWERING,
    CURRENCIES,
    ENTITY_KINDS,
    MONEY,
    ROLES,
    SOURCE_DATES,
    SOURCES,
    SPANS,
    World,
    claim_at,
    places,
)

Edit = Callable[[Random, World], World]

MOST_CLAIMS, MOST_ENTITIES = 24, 7
"""Beyond these the oracle, which walks every route there is, takes too long."""
NEW_IDS = ("a-1", "Z", "é", "h", "😀")
"""Ids that an order other than that of code points would put elsewhere."""
NAMES = ("the Board", 'O\'Neill "x" \\ `y`', "}) DETACH DELETE n //", "AND /x* ~", "\u00c5ngstr\u00f6m\u2028\ttab")


def add(random: Random, world: World) -> World:
    """One more claim."""
    papers, people, said = world
    place = some_place(random, people, random.choice((ANSWERING, ROW_KINDS)))
    if place is None or len(said) >= MOST_CLAIMS:
        return world
    number = 1 + max((int(claim.id[1:]) for claim in said), default=0)
    return papers, people, [*said, detailed(random, claim_at(random, number, place, 0.1, 0.3), people)]


def revise(random: Random, world: World) -> World:
    """Another date, role, source, status, or stance in one claim."""
    return _with_one(random, world, lambda claim: _revised(random, claim))


def turn_round(random: Random, world: World) -> World:
    """One claim says that its two ends are tied otherwise: more strongly, more weakly, or the other way round."""

    def otherwise(claim: Claim) -> Claim:
        people = [entity for entity in world[1] if entity.id in (claim.subject, claim.object)]
        subject, kind, target = random.choice(
            [place for place in places(people, (*ANSWERING, "member_of", "possibly_same_as")) if place[2]]
            or [(claim.subject, claim.kind, claim.object)]
        )
        bare = replace(claim, role="", year="", amount=None, currency="", decision=(), budget=())
        return replace(bare, subject=subject, kind=kind, object=target)

    return _with_one(random, world, otherwise)


def end(random: Random, world: World) -> World:
    """A tie ends: all claims of it that print no end print one now."""
    papers, people, said = world
    if not said:
        return world
    ended, words = random.choice(said), random.choice(("2020", "2021-05-14", "2023", "2024-11-02"))
    key = (ended.subject, ended.kind, ended.object)
    changed = [
        replace(claim, end=words, year="")
        if (claim.subject, claim.kind, claim.object) == key and not claim.end and claim.start < words
        else claim
        for claim in said
    ]
    return papers, people, changed


def retract(random: Random, world: World) -> World:
    """One claim less."""
    papers, people, said = world
    gone = random.choice(said).id if said else ""
    return papers, people, [claim for claim in said if claim.id != gone]


def join(random: Random, world: World) -> World:
    """One more entity, of which nothing is said yet."""
    papers, people, said = world
    free = [name for name in NEW_IDS if name not in {entity.id for entity in people}]
    if not free or len(people) >= MOST_ENTITIES:
        return world
    joined = Entity(random.choice(free), random.choice(ENTITY_KINDS), random.choice(NAMES))
    return papers, [*people, joined], said


def rename(random: Random, world: World) -> World:
    """One entity has another name, or is of another kind that all claims about it allow."""
    papers, people, said = world
    one = random.choice(people)
    named = replace(one, name=random.choice(NAMES), aliases=tuple(random.sample(NAMES, random.randrange(3))))
    other = replace(named, kind=random.choice(ENTITY_KINDS))
    for new in (other, named) if random.random() < 0.5 else (named,):
        changed = [new if entity.id == one.id else entity for entity in people]
        allowed = set(places(changed, tuple({claim.kind for claim in said})))
        if all((claim.subject, claim.kind, claim.object) in allowed for claim in said):
            return papers, changed, said
    return world


def leave(random: Random, world: World) -> World:
    """One entity less, with all that is said of it."""
    papers, people, said = world
    if len(people) < 3:
        return world
    gone = random.choice(people).id
    left = [
        claim for claim in said if gone not in (claim.subject, claim.object, *claim.via, *claim.decision, *claim.budget)
    ]
    return papers, [entity for entity in people if entity.id != gone], left


def redate(random: Random, world: World) -> World:
    """One source turns out to be of another time, which moves all that rests on it."""
    papers, people, said = world
    number, (date, inferred) = random.randrange(len(papers)), random.choice(SOURCE_DATES)
    changed = replace(papers[number], date=date, inferred=inferred)
    return [*papers[:number], changed, *papers[number + 1 :]], people, said


def _with_one(random: Random, world: World, change: Callable[[Claim], Claim]) -> World:
    papers, people, said = world
    if not said:
        return world
    number = random.randrange(len(said))
    return papers, people, [*said[:number], change(said[number]), *said[number + 1 :]]


def _revised(random: Random, claim: Claim) -> Claim:
    first, last = sorted(random.sample(("2019", "2020", "2021", "2022", "2023"), 2))
    kept = claim.kind in ("dated", "listed", *AMOUNTS)
    return random.choice(
        (
            replace(claim, start=first, end=last, year=""),
            replace(claim, start=random.choice(SPANS), end="", year=""),
            replace(claim, start="", end="", year=""),
            replace(claim, source=f"s{random.randrange(SOURCES)}"),
            replace(claim, status=random.choice(("stated", "implied"))),
            replace(claim, planned=random.choice(("", "planned"))),
            replace(claim, stance=random.choice(("supports", "contradicts"))),
            replace(claim, dispute=random.choice(("", "x"))),
            replace(claim, says=random.choice(NAMES)),
            replace(claim, role=claim.role if kept else random.choice(("", *ROLES, "LEAD"))),
            _paid_otherwise(random, claim),
        )
    )


def _paid_otherwise(random: Random, claim: Claim) -> Claim:
    """The claim with another amount, or another year; the same one where it names none."""
    if claim.kind not in AMOUNTS:
        return claim
    if claim.kind in MONEY and random.random() < 0.5:
        return replace(claim, year=random.choice(("", "2020-21", "2021-22")), start="", end="")
    amount = random.choice((None, Decimal(5), Decimal("12.50"), Decimal(1_000_000)))
    currency = random.choice(CURRENCIES) if amount is not None and claim.kind != "counted" else ""
    return replace(claim, amount=amount, currency=currency)

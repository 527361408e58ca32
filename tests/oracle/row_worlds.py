"""Small worlds in which the questions with rows have something to say.

Boards share members, posts have holders, payments have amounts, years, decisions and budgets or lack them, and entities
begin and end.
"""

from dataclasses import replace
from random import Random

from graph.model import Claim, Entity
from tests.oracle.worlds import ANSWERING, MONEY, World, answering_world, claim_at, places, seeds, some_sources

SEATED = ("person", "person", "post", "collective", "agreement", "body", "unit")
PAYING = ("body", "authority", "fund", "programme", "charity", "collective")
MIXED = (*SEATED, *PAYING, "campaign", "strategy")
CASTS = {
    SEATED: ("board", "group", "person", "post", "collective"),
    PAYING: ("fund", "body", "budget", "decision"),
    MIXED: ("board", "person", "fund", "group", "collective"),
}
"""The kinds of entity that a world is made of, and those that are in it first."""
# fmt: off
SITTING = (
    "member_of", "member_of", "member_of", "member_of", "chairs", "co_chairs", "leads", "holds_post", "holds_post",
    "contributes_through", "part_of", "part_of", "party_to", "signed", "listed",
)
# fmt: on
SPENDING = ("funds", "funds", "funds", "funds", "approves", "budgeted_from", "commissions", "figure")
WORKING = ("represents", "advises", "delivers", "accountable_for", "possibly_same_as", "located_in")
LASTING = ("dated", "dated", "established", "published", "succeeds", "counted", "reports_to", "oversees", "described")
ROW_KINDS = (*SITTING, *SPENDING, *LASTING, *WORKING)
Place = tuple[str, str, str]
"""Subject, kind and object."""
MOST_PLACES = 9
"""So few that several claims are often about the same tie."""


def row_world(random: Random) -> World:
    """Up to seven entities and up to 22 claims, mostly about seats, mostly about money, or about all things."""
    cast = random.choice((SEATED, PAYING, MIXED, MIXED))
    ids = random.sample("abcdefg", random.randint(6, 7))
    cast_as = [*CASTS[cast], *random.choices(cast, k=4)]
    people = [Entity(one, kind, f"Entity {one}") for one, kind in zip(ids, cast_as, strict=False)]
    kinds = {SEATED: SITTING, PAYING: SPENDING}.get(cast, (*SITTING, *SPENDING, *SPENDING))
    pool = [place for _ in range(MOST_PLACES) if (place := some_place(random, people, kinds))]
    pool += [place for _ in range(3) if (place := some_place(random, people, (*LASTING, *WORKING)))]
    pool += [place for _ in range(3) if (place := some_place(random, people, ANSWERING))] * 2
    pool += [place for _ in range(3) if (place := _seat_elsewhere(random, people, pool))]
    pool += _within_who_sits(random, people, pool)
    oddities, dates = random.choice(((0.05, 0.2), (0.15, 0.4)))
    said = [
        detailed(random, claim_at(random, number, place, oddities, dates), people)
        for number, place in enumerate(random.choices(pool, k=random.randint(10, 22)) if pool else [])
    ]
    return some_sources(random), people, said


def some_place(random: Random, people: list[Entity], kinds: tuple[str, ...]) -> Place | None:
    """A place of one of the kinds, each kind as likely as it is named; None where a few tries find none."""
    for _ in range(5):
        found = places(people, (random.choice(kinds),))
        if found:
            return random.choice(found)
    return None


def _seat_elsewhere(random: Random, people: list[Entity], pool: list[Place]) -> Place | None:
    """A seat like one of the pool, of the same one in another place; None where there is none."""
    seats = [place for place in pool if place[1] in SITTING and place[2]]
    if not seats:
        return None
    subject, kind, target = random.choice(seats)
    others = [place for place in places(people, (kind,)) if place[0] == subject and place[2] not in ("", target)]
    return random.choice(others) if others else None


def _within_who_sits(random: Random, people: list[Entity], pool: list[Place]) -> list[Place]:
    """A part of, and a likeness to, one of those who sit somewhere, by which nobody else sits there."""
    sitting = {place[0] for place in pool if place[1] in SITTING}
    found = [place for place in places(people, ("part_of", "member_of")) if place[2] in sitting]
    alike = [place for place in places(people, ("possibly_same_as",)) if place[2] in sitting]
    return [random.choice(each) for each in (found, alike) if each]


def detailed(random: Random, claim: Claim, people: list[Entity]) -> Claim:
    """The claim with what it goes through, and where it is about money perhaps a decision and a budget."""
    ends = (claim.subject, claim.object)

    def one_of(chance: float, *kinds: str) -> tuple[str, ...]:
        fitting = [one.id for one in people if one.id not in ends and (not kinds or one.kind in kinds)]
        return (random.choice(fitting),) if fitting and random.random() < chance else ()

    money = claim.kind in MONEY
    return replace(
        claim,
        via=one_of(0.1),
        decision=one_of(0.5 if money else 0.0, "decision"),
        budget=one_of(0.5 if money else 0.0, "budget", "fund"),
    )


row_worlds = seeds.map(row_world)
every_world = seeds.map(lambda random: random.choice((answering_world, row_world, row_world))(random))

"""Small worlds for Hypothesis: a few sources and entities, and claims that respect the vocabulary's allowed ends.

Hypothesis draws the seed, `random` the world: drawn piece by piece, worlds of several routes hardly ever come up.
`smallest` does the shrinking.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import note
from hypothesis import strategies as st

from graph.kinds import vocabulary
from graph.model import Claim, Entity, Source
from graph.spans import read_span

World = tuple[list[Source], list[Entity], list[Claim]]

ENTITY_KINDS = (
    "body",
    "board",
    "group",
    "post",
    "person",
    "programme",
    "unit",
    "collective",
    "strategy",
)
ANSWERING = (
    "reports_to",
    "accountable_to",
    "subgroup_of",
    "oversees",
    "scrutinises",
    "chairs",
    "leads",
    "holds_post",
    "part_of",
)
BODIES = ("body", "body", "board", "board", "unit", "unit", "group", "post", "person")
OTHERS = ("established", "published", "dated", "succeeds", "member_of", "possibly_same_as", "counted", "funds")
SPANS = (
    "2018",
    "2019",
    "2020",
    "2021",
    "2020-05",
    "2021-06",
    "spring 2021",
    "2020-21",
    "2019-12",
    "2021-05-14",
    "2020-01-01",
    "2022-12-31",
    "2022",
    "2023",
)
SOURCE_DATES = (
    ("2020-06-15", ""),
    ("2021-05", ""),
    ("2022", ""),
    ("2019-20", ""),
    ("2024-11-02", ""),
    ("", "2019-06/2021-02"),
    ("", "2021-04/.."),
    ("", "../2020"),
    ("", ""),
)
SOURCES = 3
MONEY = ("funds", "approves", "budgeted_from", "commissions")
AMOUNTS = ("counted", "figure", *MONEY)
CURRENCIES = ("GBP",) * 9 + ("EUR",)
ROLES = ("lead", "Vice-chair")


def places(people: list[Entity], names: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Every (subject, kind, object) that the vocabulary allows, facts with an empty object."""
    words = vocabulary()
    found = []
    for name in names:
        kind = words.relations[name]
        for one in people:
            if not words.allows(one.kind, kind.subjects):
                continue
            if kind.is_fact:
                found.append((one.id, name, ""))
            found += [
                (one.id, name, two.id) for two in people if two.id != one.id and words.allows(two.kind, kind.objects)
            ]
    return found


def world(random: Random, oddities: float = 0.2) -> World:
    """Any sources, entities and claims that a loader would let through; `oddities` is how often a claim is unusual."""
    said_by = some_sources(random)
    people = _entities(random, ENTITY_KINDS)
    answering = places(people, ANSWERING)
    pool = random.choices(answering, k=random.randint(1, 9)) if answering else []
    pool += random.choices(places(people, OTHERS), k=random.randint(0 if pool else 1, 4))
    chosen = random.choices(pool, k=random.randint(2, 14))
    return said_by, people, [claim_at(random, number, place, oddities, 0.5) for number, place in enumerate(chosen)]


def dense_world(random: Random) -> World:
    """Several routes between the same two: mostly bodies, mostly stated ties of answerability."""
    said_by = some_sources(random)
    people = _entities(random, BODIES, 6)
    pool = places(people, ("reports_to", "reports_to", "oversees", "chairs", "holds_post", "part_of"))
    chosen = random.choices(pool, k=random.randint(8, 24)) if pool else []
    return said_by, people, [claim_at(random, number, place, 0.08, 0.15) for number, place in enumerate(chosen)]


def answering_world(random: Random) -> World:
    """A world in which there are routes."""
    return random.choice((dense_world, dense_world, _calm_world))(random)


seeds = st.randoms(use_true_random=True)
worlds = seeds.map(world)
answering_worlds = seeds.map(answering_world)


def claim_at(random: Random, number: int, place: tuple[str, str, str], oddities: float, dates: float) -> Claim:
    """A claim that says so of a place; `oddities` and `dates` are how often it is unusual and dated."""

    def sometimes(chance: float, *words: str) -> str:
        return random.choice(words) if random.random() < chance else ""

    subject, kind, target = place
    start, end = sometimes(dates, *SPANS), sometimes(dates, *SPANS)
    if start and end and read_span(start).first > read_span(end).last:
        start, end = end, start
    amount = random.choice((None, Decimal(5), Decimal("5.0"), Decimal(7))) if kind in AMOUNTS else None
    return Claim(
        id=f"c{number:02}",
        subject=subject,
        kind=kind,
        object=target,
        role=sometimes(*_roles(kind)),
        start=start,
        end=end,
        year=sometimes(0.5, "2020-21", "2021-22") if kind in MONEY and not (start or end) else "",
        amount=amount,
        currency=random.choice(CURRENCIES) if amount is not None and kind != "counted" else "",
        source=f"s{random.randrange(SOURCES)}",
        status=sometimes(oddities, "implied") or "stated",
        planned=sometimes(oddities, "planned", "conditional"),
        stance=sometimes(oddities, "contradicts") or "supports",
        dispute=sometimes(oddities, "x", "y"),
    )


def compared(made: World, compare: Callable[[World], None]) -> None:
    """Compare, and where something differs fail with the smallest world in which it does."""

    def differs(smaller: World) -> bool:
        try:
            compare(smaller)
        except AssertionError:
            return True
        return False

    if differs(made):
        made = smallest(made, differs)
        note(str(made))
        compare(made)


def smallest(made: World, fails: Callable[[World], bool]) -> World:
    """The world without every claim, date and oddity that the failure does not need."""
    said_by, people, said = made
    trimmed = True
    while trimmed:
        trimmed = False
        for smaller in _smaller(said):
            if fails((said_by, people, smaller)):
                said, trimmed = smaller, True
                break
    return said_by, people, said


def _smaller(said: list[Claim]) -> list[list[Claim]]:
    usual = Claim(id="", subject="", kind="")
    blank = ("role", "via", "decision", "budget", "start", "end", "year", "status", "planned", "stance", "dispute")
    fewer = [said[:number] + said[number + 1 :] for number in range(len(said))]
    plainer = [
        [*said[:number], replace(claim, **{name: getattr(usual, name)}), *said[number + 1 :]]
        for number, claim in enumerate(said)
        for name in blank
        if getattr(claim, name) != getattr(usual, name)
    ]
    unknown = [
        [*said[:number], replace(claim, amount=None, currency=""), *said[number + 1 :]]
        for number, claim in enumerate(said)
        if claim.amount is not None
    ]
    return fewer + plainer + unknown


def _calm_world(random: Random) -> World:
    return world(random, oddities=0.1)


def some_sources(random: Random) -> list[Source]:
    """Three sources, so that a claim can name any of them."""
    return [
        Source(id=f"s{number}", title=f"Source {number}", date=date, inferred=inferred)
        for number, (date, inferred) in enumerate(random.choices(SOURCE_DATES, k=SOURCES))
    ]


def _entities(random: Random, kinds: tuple[str, ...], most: int = 7) -> list[Entity]:
    letters = "abcdefg"[: random.randint(3, most)]
    return [Entity(letter, random.choice(kinds), f"Entity {letter}") for letter in letters]


def _roles(kind: str) -> tuple[float, *tuple[str, ...]]:
    """How often a claim of that kind names a role, and which."""
    if kind == "dated":
        return 0.7, "founded", "signed", "closed"
    if kind == "listed":
        return 1.0, "complete", "open"
    return (0.7, "pay", "Pay ") if kind in ("counted", "funds", "figure") else (0.1, *ROLES, "Lead ")

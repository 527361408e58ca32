"""Governance graphs of any size, made up but shaped like real ones; the same seed gives the same graph.

Half of the entities are bodies in a tree, each level about six times as wide as the one above; a third are people who
sit on boards that lie close together, the others are posts that chair and programmes that bodies own. Some lines have
ended while a longer way has not, some are said twice, implied or planned. For each entity there are 2.7 relations.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from graph.derive import derive
from graph.model import Claim, Entity, Source
from graph.subgraph import Subgraph

RELATIONS_PER_ENTITY = 2.7
WIDER = 6
"""How many bodies stand below one."""
FIRST_YEAR, LAST_YEAR = 2004, 2024
SHARES = {"body": 0.5, "person": 0.32, "post": 0.13, "programme": 0.05}
"""Broad kind -> its share of all entities."""
BODIES = ("board", "group", "partnership", "authority", "unit")
THEMES = ("Health", "Housing", "Skills", "Transport", "Culture", "Air Quality", "Public Safety", "Adult Care", "Youth")
SYLLABLES = ("ba", "cam", "den", "el", "fer", "gra", "hol", "is", "ken", "lam", "mer", "nor", "ox", "ray", "sut", "wal")
LINES = ("reports_to", "reports_to", "subgroup_of", "accountable_to")


@dataclass(frozen=True, slots=True)
class Cast:
    """The ids of the entities by broad kind; bodies from the top of the tree down."""

    bodies: Sequence[str]
    people: Sequence[str]
    posts: Sequence[str]
    programmes: Sequence[str]


def governance(entities: int, seed: int = 1) -> Subgraph:
    """A graph of that many entities (twenty at least) with 2.7 relations for each."""
    cast = cast_of(entities)
    writer = _Writer(Random(seed))
    _lines(cast, writer)
    _posts(cast, writer)
    _programmes(cast, writer)
    _payments(cast, writer)
    _members(cast, writer, round(entities * RELATIONS_PER_ENTITY))
    return derive(_sources(), _entities(cast), writer.claims)


def cast_of(entities: int) -> Cast:
    """Who takes part in a graph of that size."""
    ids = {kind: [f"{kind}-{number:06}" for number in range(round(entities * share))] for kind, share in SHARES.items()}
    return Cast(ids["body"], ids["person"], ids["post"], ids["programme"])


def parent(body: int) -> int:
    """The place in the tree of the body above that one; the top is above itself."""
    return max(0, (body - 1) // WIDER)


@dataclass(slots=True)
class _Writer:
    """The claims so far, and the ties that they make."""

    chance: Random
    claims: list[Claim] = field(default_factory=list)
    ties: set[tuple[str, str, str]] = field(default_factory=set)

    def say(self, subject: str, kind: str, to: str, *, over: float = 0.15, **more: Any) -> None:
        """Claim a tie that is not claimed yet, dated as documents date: a year, a day, or nothing.

        What has a financial year prints no dates of its own.
        """
        if subject == to or (subject, kind, to) in self.ties:
            return
        self.ties.add((subject, kind, to))
        began = self.chance.randrange(FIRST_YEAR, LAST_YEAR - 4)
        spoken = self.chance.randrange(began, LAST_YEAR + 1)
        start = self._printed(began) if "year" not in more and self.chance.random() < 0.6 else ""
        end = self._printed(self.chance.randrange(spoken, LAST_YEAR + 1) + 1) if self.chance.random() < over else ""
        luck = self.chance.random()
        self._add(
            (subject, kind, to),
            spoken,
            start=start,
            end=end,
            status="implied" if luck < 0.05 else "stated",
            planned="planned" if 0.05 <= luck < 0.07 else "",
            **more,
        )
        if luck > 0.85:
            self._add((subject, kind, to), self.chance.randrange(began, spoken + 1), **more)

    def _add(self, tie: tuple[str, str, str], spoken: int, **more: Any) -> None:
        number = len(self.claims)
        subject, kind, to = tie
        claim = Claim(
            f"c{number:07}",
            subject,
            kind,
            to,
            source=f"s{spoken}",
            locator=f"section {number % 40 + 1}",
            says=f"It says so in sentence {number}.",
            **more,
        )
        self.claims.append(claim)

    def _printed(self, year: int) -> str:
        if self.chance.random() < 0.5:
            return str(year)
        return (date(year, 1, 1) + timedelta(self.chance.randrange(365))).isoformat()


def _lines(cast: Cast, writer: _Writer) -> None:
    """Who reports to whom, up the tree; a second line to an uncle keeps a way open where the first is over."""
    chance = writer.chance
    for number, body in enumerate(cast.bodies[1:], start=1):
        above = parent(number)
        if chance.random() < 0.96:
            writer.say(body, chance.choice(LINES), cast.bodies[above], over=0.25)
        if chance.random() < 0.25:
            writer.say(body, chance.choice(LINES), cast.bodies[_near(above, len(cast.bodies), chance)])
        if chance.random() < 0.35:
            writer.say(cast.bodies[parent(above)], "oversees", body)


def _posts(cast: Cast, writer: _Writer) -> None:
    """Each post chairs or leads a body and is held by one person after another; half report to another post."""
    chance = writer.chance
    for number, post in enumerate(cast.posts):
        body = chance.randrange(len(cast.bodies))
        writer.say(post, chance.choice(("chairs", "chairs", "leads")), cast.bodies[body])
        writer.say(chance.choice(cast.people), "holds_post", post, over=0.5)
        if number and chance.random() < 0.5:
            writer.say(post, "reports_to", cast.bodies[parent(body)])


def _programmes(cast: Cast, writer: _Writer) -> None:
    for programme in cast.programmes:
        body = writer.chance.randrange(len(cast.bodies))
        writer.say(programme, "part_of", cast.bodies[body])
        writer.say(programme, "accountable_to", cast.bodies[parent(body)])


def _payments(cast: Cast, writer: _Writer) -> None:
    """Two bodies pay for each programme; now and then nobody says how much."""
    chance = writer.chance
    for programme in cast.programmes:
        for payer in chance.sample(range(len(cast.bodies)), 2):
            year = chance.randrange(FIRST_YEAR, LAST_YEAR)
            told: dict[str, Any] = {"year": f"{year}-{(year + 1) % 100:02}", "over": 0.0}
            if chance.random() < 0.9:
                told |= {"amount": Decimal(chance.randrange(1, 900) * 1000), "currency": "GBP"}
            writer.say(cast.bodies[payer], "funds", programme, **told)


def _members(cast: Cast, writer: _Writer, relations: int) -> None:
    """Seats for people until there are as many ties as asked for, each person on boards that lie close together."""
    chance = writer.chance
    homes = [chance.randrange(len(cast.bodies)) for _ in cast.people]
    while len(writer.ties) < relations:
        person = chance.randrange(len(cast.people))
        board = _near(homes[person], len(cast.bodies), chance)
        writer.say(cast.people[person], "member_of", cast.bodies[board])


def _near(body: int, bodies: int, chance: Random) -> int:
    return min(max(0, body + chance.randrange(-6, 7)), bodies - 1)


def _sources() -> list[Source]:
    return [
        Source(f"s{year}", f"Annual report {year}", "The Publisher", f"{year}")
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
    ]


def _entities(cast: Cast) -> list[Entity]:
    bodies = [
        Entity(body, kind, f"the {_titled(number)} {kind.title()}", f"B{number}")
        for number, body in enumerate(cast.bodies)
        for kind in [BODIES[number % len(BODIES)]]
    ]
    people = [
        Entity(person, "person", f"{_word(number % 977)} {_word(number // 31 + 977)}")
        for number, person in enumerate(cast.people)
    ]
    posts = [Entity(post, "post", f"the Director of {_titled(number)}") for number, post in enumerate(cast.posts)]
    programmes = [
        Entity(each, "programme", f"the {_titled(number)} Programme") for number, each in enumerate(cast.programmes)
    ]
    return [*bodies, *people, *posts, *programmes]


def _titled(number: int) -> str:
    """A place and a theme, like those of real titles."""
    return f"{_word(number // len(THEMES))} {THEMES[number % len(THEMES)]}"


def _word(number: int) -> str:
    """A made-up name of two or more syllables, another for each number."""
    syllables = []
    number += len(SYLLABLES)
    while number:
        number, syllable = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[syllable])
    return "".join(reversed(syllables)).title()

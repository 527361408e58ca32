"""Questions with rows, as the program and the oracle are asked them."""

from random import Random

from graph.model import Claim
from graph.queries.options import Options
from graph.spans import read_span
from tests.oracle import rows_money, rows_seats
from tests.oracle.questions import Query, roles_in
from tests.oracle.row_worlds import ROW_KINDS
from tests.oracle.worlds import ROLES, SOURCES, World

NAMES = {
    "members": (2, False),
    "seats": (2, False),
    "shared": (1, True),
    "money": (1, True),
    "gaps": (1, False),
    "changes": (1, False),
    "list": (0, False),
    "profile": (2, False),
}
"""Whether a name is given never (0), sometimes or always (2), and whether a second one may be."""
SEATS = (*rows_seats.SITTING, *rows_seats.SITTING, "part_of", *rows_seats.PARTIES)
LIKELY = {"members": SEATS, "shared": SEATS, "seats": (*SEATS, "holds_post"), "money": tuple(rows_money.PARTS)}
"""The kinds that people ask a question about."""
KINDS_OF_ENTITY = ("body", "board", "person", "post", "collective", "fund", "instrument", "programme")
PRINTED_ROLES = (*ROLES, "chair", "member", "co-chair", "pay")
RARELY, DATED = 0.08, 0.5
UNTIL = ("2021-06-30", "2022-06-30", "2024-11-02", "2022", "2023", "2021-06")
FROM = ("2018-06-01", "2019-01-01", "2020-06-15", "2020", "2021-05-14", "2020-05")


def asking_rows(random: Random, world: World, name: str, at: tuple[str, ...]) -> Query:
    """A question about none, one or two entities of the world, under any of the filters, on one of the days or none."""
    subject, second = _names(random, world, name)
    kinds = _rarely(random, *random.sample(LIKELY.get(name, ROW_KINDS), 2))
    when = random.choice(at) if at and random.random() < DATED else ""
    since, until = _two_days(random, at)
    options = Options(
        at=since if name == "changes" else when,
        until=until if name == "changes" else "",
        sources=_rarely(random, f"s{random.randrange(SOURCES)}"),
        kinds=_rarely(random, *random.sample(KINDS_OF_ENTITY, 2)) if name == "list" else kinds,
        roles=frozenset() if name == "list" else _rarely(random, random.choice(roles_in(world, PRINTED_ROLES))),
        entities=frozenset() if name == "list" else _rarely(random, *random.sample(KINDS_OF_ENTITY, 2)),
        soft=random.random() > RARELY,
        steps=random.choice((1, 1, 2, 3)) if random.random() < RARELY else None,
        seconds=10.0,
    )
    return Query(name, subject, second, options)


def _names(random: Random, world: World, name: str) -> tuple[str, str]:
    """The names to ask about, mostly of those of whom most is said that the question asks for."""
    people, said = world[1], world[2]
    most, pair = NAMES[name]
    about = [claim for claim in said if claim.kind in LIKELY.get(name, ROW_KINDS)]
    ends = [end for claim in about for end in _ends(claim, name) if end]
    every = [one.id for one in people]
    first = random.choice(ends if ends and random.random() < 0.95 else every)
    second = random.choice([one for one in (*every, *ends, *ends) if one != first])
    given = most == 2 or (most == 1 and random.random() < 0.5)
    return first if given else "", second if given and pair and random.random() < 0.4 else ""


def _two_days(random: Random, at: tuple[str, ...]) -> tuple[str, str]:
    """Two days, the second after the first; often long apart."""
    one, two = random.choice((*FROM, *at, *at)), random.choice((*UNTIL, *at, *at))
    later = read_span(one).last < read_span(two).first
    return (one, two) if later else (FROM[0], UNTIL[0])


def _ends(claim: Claim, name: str) -> tuple[str, ...]:
    if name in ("members", "shared"):
        return (claim.object,)
    if name == "seats":
        return (claim.subject,)
    if name == "money":
        return (claim.subject, claim.object, *claim.decision, *claim.budget)
    return (claim.subject, claim.object)


def _rarely(random: Random, *words: str) -> frozenset[str]:
    return frozenset(words) if random.random() < RARELY else frozenset()

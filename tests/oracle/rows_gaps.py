"""`gaps` by brute force, straight from `model.md`, section 5."""

from collections.abc import Callable
from itertools import product

from graph.kinds import vocabulary
from graph.model import Relation, State, Strength
from tests.oracle.rows import Rows, row
from tests.oracle.sieve import Sieve

ANSWERING = ("body", "post", "programme", "collective")
Upwards = set[tuple[str, str]]
"""Who answers to whom, lower and upper."""


def gaps(sieve: Sieve, subject: str) -> Rows:
    """What is open or weak, about which entities, and by which relations."""
    entities = [entity for entity in sieve.graph.entities if sieve.shown(entity) and sieve.standing(entity)]
    ties = [
        one for one in sieve.relations() if one.object and one.state != State.DENIED and one.kind != "possibly_same_as"
    ]
    rows = [*_lines(sieve, entities, ties), *_thin(sieve, ties)]
    if sieve.asked.steps != 1:
        rows += [*_loops(ties), *_single_points(ties)]
    tied = {end for one in ties for end in (one.subject, one.object)}
    rows += [row("unattached", frozenset({entity}), frozenset()) for entity in entities if entity not in tied]
    return [one for one in rows if _about(one, subject) and sieve.shown(*_entities(one))]


def _entities(one: tuple[object, ...]) -> frozenset[str]:
    found = one[1]
    return found if isinstance(found, frozenset) else frozenset()


def _about(one: tuple[object, ...], subject: str) -> bool:
    return not subject or subject in _entities(one)


def _lines(sieve: Sieve, entities: list[str], ties: list[Relation]) -> Rows:
    """No line upwards, or none that is firm, of those of whom one can be expected."""
    rows = []
    for entity in entities:
        own = [one for one in ties if one.strength == Strength.LINE and one.lower == entity]
        if vocabulary().broad(sieve.graph.entities[entity].kind) not in ANSWERING:
            continue
        if not own:
            rows.append(row("no line", frozenset({entity}), frozenset()))
        elif not any(map(sieve.firm, own)):
            rows.append(row("soft line", frozenset({entity}), frozenset(one.id for one in own)))
    return rows


def _loops(ties: list[Relation]) -> Rows:
    """Those who answer to each other by line or oversight, with the ties between them."""
    own = [one for one in ties if one.strength in (Strength.LINE, Strength.OVERSIGHT)]
    upwards = {(one.lower, one.upper) for one in own}
    reach = _closure(upwards)
    loops = {frozenset(one for one in _ends(upwards) if {(one, a), (a, one)} <= reach) | {a} for a in _ends(upwards)}
    return [
        row("loop", loop, frozenset(one.id for one in own if {one.lower, one.upper} <= loop))
        for loop in loops
        if len(loop) > 1
    ]


def _single_points(ties: list[Relation]) -> Rows:
    """Who is not at the top, and is the nearest through whom alone two or more stand below a top."""
    upwards = {(one.lower, one.upper) for one in ties if one.lower}
    tops = _ends(upwards) - {lower for lower, _ in upwards}

    def cut_off(without: str) -> set[str]:
        left = _closure({pair for pair in upwards if without not in pair})
        return {one for one in placed if one != without and not _reaches(one, left, tops)}

    placed = {one for one in _ends(upwards) if _reaches(one, _closure(upwards), tops)}
    above = {one: {other for other in placed - tops if one in cut_off(other)} for one in placed}
    rows = []
    for one in sorted(placed - tops):
        nearest = [low for low in placed if one in above[low] and above[low] - {one} <= above[one]]
        if len(nearest) > 1:
            rows.append(row("single point", frozenset({one}), frozenset()))
    return rows


def _reaches(one: str, reach: Upwards, tops: set[str]) -> bool:
    return one in tops or any((one, top) in reach for top in tops)


def _thin(sieve: Sieve, ties: list[Relation]) -> Rows:
    """Disputed, resting on one implied claim alone (of who answers to whom), planned and never confirmed."""

    def told(gap: str, fits: Callable[[Relation], bool]) -> Rows:
        return [row(gap, frozenset({one.subject, one.object}), frozenset({one.id})) for one in ties if fits(one)]

    unplanned = {(one.kind, one.subject, one.object) for one in ties if not one.planned}
    return [
        *told("disputed", lambda one: one.state == State.DISPUTED),
        *told("implied", lambda one: bool(one.state == State.IMPLIED and one.lower and len(sieve.resting(one)) == 1)),
        *told(
            "planned",
            lambda one: one.state == State.PLANNED and (one.kind, one.subject, one.object) not in unplanned,
        ),
    ]


def _ends(upwards: Upwards) -> set[str]:
    return {end for pair in upwards for end in pair}


def _closure(upwards: Upwards) -> Upwards:
    """Who answers to whom over any number of steps."""
    reach = set(upwards)
    while True:
        further = reach | {(a, d) for (a, b), (c, d) in product(reach, reach) if b == c}
        if further == reach:
            return reach
        reach = further

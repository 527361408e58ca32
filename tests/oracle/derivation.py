"""What claims add up to, by brute force and straight from `model.md`, sections 1 to 3: an oracle for `graph.derive`.

Nothing here is shared with the code under test but the data types, the reader of dates and the vocabulary.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from graph.kinds import vocabulary
from graph.model import NEVER, Bounds, Claim, State, Strength
from graph.spans import FIRST_DAY, LAST_DAY, Span, read_span
from tests.oracle.claimed import Claimed, Key, Life


@dataclass(frozen=True)
class Expected:
    """A relation as the contract has it; `exact` is false where the text leaves the bounds of a period open."""

    subject: str
    kind: str
    object: str
    claims: frozenset[str]
    sources: frozenset[str]
    state: State
    bounds: Bounds
    strength: Strength | None
    lower: str
    upper: str
    not_before: date
    over_from: date
    periods: tuple[Span, ...]
    exact: bool


class World(Claimed):
    """Sources, entities and claims by id, with what the contract says about them."""

    def relations(self) -> list[Expected]:
        """Every relation that the claims add up to, in no order."""
        return [self.relation(key, spell) for key, spell in self.spells]

    def resting(self, spell: list[Claim]) -> list[Claim]:
        supporting = [claim for claim in spell if claim.supports]
        return [claim for claim in supporting if not claim.planned] or supporting or spell

    def state(self, spell: list[Claim]) -> State:
        supporting = [claim for claim in spell if claim.supports]
        if not supporting:
            return State.DENIED
        rest = self.resting(spell)
        contradicted = len(supporting) < len(spell)
        if contradicted or self.disagree(rest) or self.disputed_by_word(rest):
            return State.DISPUTED
        if all(claim.planned for claim in rest):
            return State.PLANNED
        stating = {claim.source for claim in rest if claim.status == "stated"}
        if not stating:
            return State.IMPLIED
        return State.CORROBORATED if len(stating) > 1 else State.SINGLE

    def disagree(self, rest: list[Claim]) -> bool:
        starts = [read_span(claim.start) for claim in rest if claim.start]
        ends = [read_span(claim.end) for claim in rest if claim.end]
        apart = any(not a.meets(b) for spans in (starts, ends) for a, b in combinations(spans, 2))
        return apart or len({(claim.amount, claim.currency) for claim in rest if claim.amount is not None}) > 1

    def disputed_by_word(self, rest: list[Claim]) -> bool:
        return any(
            claim.dispute and claim.dispute == other.dispute and claim.id != other.id
            for claim in rest
            for other in self.claims
        )

    def carries(self, entity: str, seen: frozenset[str] = frozenset()) -> bool:
        """Programmes, pilots, units, and collectives all of whose parts are such."""
        kind = self.entities[entity].kind
        if kind == "unit" or vocabulary().broad(kind) == "programme":
            return True
        if kind != "collective" or entity in seen:
            return False
        parts = {
            spell[0].subject
            for _, spell in self.spells
            if spell[0].kind == "part_of" and spell[0].object == entity and self.state(spell) != State.DENIED
        }
        return bool(parts) and all(self.carries(part, seen | {entity}) for part in parts)

    def relation(self, key: Key, spell: list[Claim]) -> Expected:
        claim, rest = spell[0], self.resting(spell)
        kind = vocabulary().relations[claim.kind]
        strength = kind.strength
        if claim.kind == "part_of" and self.carries(claim.subject):
            strength = Strength.OVERSIGHT
        pair = (claim.subject, claim.object) if kind.answers == "subject" else (claim.object, claim.subject)
        periods = tuple(period for one in rest if (period := self.period(one)))
        bounds = self.bounds(rest)
        if periods:
            first = min(period.first for period in periods)
            after = max(period.after for period in periods)
            bounds = Bounds(first, first, after, after)
        supporting = [one for one in spell if one.supports] or spell
        ends = [self.lives[end] for end in (claim.subject, claim.object) if end]
        begun = [read_span(one.start).first for one in rest if one.start]
        over = [read_span(one.end).after for one in rest if one.end]
        return Expected(
            subject=key[0],
            kind=claim.kind,
            object=key[2],
            claims=frozenset(one.id for one in spell),
            sources=frozenset(one.source for one in supporting),
            state=self.state(spell),
            bounds=bounds,
            strength=strength,
            lower=pair[0] if strength else "",
            upper=pair[1] if strength else "",
            not_before=max([FIRST_DAY, *([min(begun)] if begun else []), *_begins(ends)]),
            over_from=min([LAST_DAY, *([max(over)] if over else []), *_ends(ends)]),
            periods=periods,
            exact=len(periods) in (0, len(rest)),
        )

    def bounds(self, rest: list[Claim]) -> Bounds:
        """The table of four bounds, row by row."""
        starts = [read_span(claim.start) for claim in rest if claim.start]
        ends = [read_span(claim.end) for claim in rest if claim.end]
        said = [span for claim in rest if (span := self.said(claim))]
        whole = [span for claim in rest if (span := self.whole(claim))]
        if not (starts or ends or said):
            return NEVER
        lives = [self.lives[end] for end in (rest[0].subject, rest[0].object) if end]
        first_said = min((span.first for span in whole), default=LAST_DAY)
        if starts:
            earliest_start = min(span.first for span in starts)
            latest_start = max(span.last for span in starts)
            if earliest_start <= first_said <= latest_start:
                latest_start = first_said
        else:
            own = min((span.first for span in said), default=LAST_DAY)
            earliest_start = max(own if life.known is None else life.known for life in lives)
            if ends:
                earliest_start = min(earliest_start, *(span.first for span in ends))
            latest_start = first_said
        if ends:
            return Bounds(
                earliest_start,
                latest_start,
                min(span.first for span in ends),
                max(span.after for span in ends),
            )
        latest_end = min([LAST_DAY, *_ends(lives)])
        last_said = max((span.after for span in whole), default=FIRST_DAY)
        return Bounds(earliest_start, latest_start, min(last_said, latest_end), latest_end)


def _begins(lives: list[Life]) -> list[date]:
    return [life.begin for life in lives if life.begin]


def _ends(lives: list[Life]) -> list[date]:
    return [life.end + timedelta(days=1) for life in lives if life.end]

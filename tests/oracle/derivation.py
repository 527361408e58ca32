"""What claims add up to, by brute force and straight from `model.md`, sections 1 to 3: an oracle for `graph.derive`.

Nothing here is shared with the code under test but the data types, the reader of dates and the vocabulary.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from graph.ids import slug
from graph.kinds import vocabulary
from graph.model import NEVER, Bounds, Claim, Entity, Source, State, Strength
from graph.spans import FIRST_DAY, LAST_DAY, Span, read_span, read_year

Key = tuple[str, ...]


@dataclass(frozen=True)
class Life:
    """An entity's days: known from, confirmed until, first printed beginning, last printed end."""

    known: date | None
    confirmed: date | None
    begin: date | None
    end: date | None
    planned: bool


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


class World:
    """Sources, entities and claims by id, with what the contract says about them."""

    def __init__(self, sources: list[Source], entities: list[Entity], claims: list[Claim]) -> None:
        self.sources = {source.id: source for source in sources}
        self.entities = {entity.id: entity for entity in entities}
        self.claims = sorted(claims, key=lambda claim: claim.id)
        self.spells = [(key, spell) for key, group in self.by_key().items() for spell in self.spells_of(group)]
        self.lives = {entity.id: self.life(entity.id) for entity in entities}

    def said(self, claim: Claim) -> Span | None:
        """The days of its source; one with an interval open on a side has its one known day."""
        span = self.sources[claim.source].span()
        if span is None or span.closed:
            return span
        day = span.first if span.first > FIRST_DAY else span.last
        return Span(day, day)

    def whole(self, claim: Claim) -> Span | None:
        """The days of its source where both sides are known: what gives a latest start and an earliest end."""
        span = self.sources[claim.source].span()
        return span if span and span.closed else None

    # Section 1: keys and spells.

    def by_key(self) -> dict[Key, list[Claim]]:
        groups: dict[Key, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            kind = vocabulary().relations[claim.kind]
            ends = (claim.subject, claim.object)
            ends = (min(ends), max(ends)) if kind.symmetric else ends
            key: Key = (ends[0], claim.kind, ends[1])
            family = kind.family
            if family == "money":
                key += (slug(claim.role), *sorted(claim.decision), "/", *sorted(claim.budget), claim.year)
            if family == "facts":
                key += (slug(claim.role), slug(claim.scope))
            groups[key].append(claim)
        return groups

    def period(self, claim: Claim) -> Span | None:
        """A year, or a count's source's days, where neither start nor end is printed."""
        if claim.start or claim.end:
            return None
        if claim.year:
            return read_year(claim.year)
        return self.whole(claim) if claim.kind == "counted" else None

    def printed(self, claim: Claim) -> tuple[Span | None, Span | None] | None:
        """Start and end, either of which may be missing; None for a claim without dates."""
        period = self.period(claim)
        if period:
            return Span(period.first, period.first), Span(period.last, period.last)
        if not (claim.start or claim.end):
            return None
        return (
            read_span(claim.start) if claim.start else None,
            read_span(claim.end) if claim.end else None,
        )

    def first_day(self, claim: Claim) -> date:
        dates = self.printed(claim)
        return dates[0].first if dates and dates[0] else FIRST_DAY

    def follows(self, later: Claim, earlier: Claim) -> bool:
        """Starts later than the other, and no earlier than the span in which that one ends."""
        dates = self.printed(earlier)
        ends = dates[1] if dates else None
        begins = self.first_day(later)
        return begins > self.first_day(earlier) and ends is not None and begins >= ends.first

    def spells_of(self, group: list[Claim]) -> list[list[Claim]]:
        spells = [[claim] for claim in group if self.printed(claim)]
        joined = True
        while joined:
            joined = False
            for one, two in combinations(spells, 2):
                if any(not self.follows(a, b) and not self.follows(b, a) for a in one for b in two):
                    spells.remove(two)
                    one.extend(two)
                    joined = True
                    break
        spells.sort(key=lambda spell: min(self.first_day(claim) for claim in spell))
        starts = [min(self.first_day(claim) for claim in spell) for spell in spells]
        if not spells:
            return [list(group)]
        for claim in group:
            if self.printed(claim):
                continue
            said = self.said(claim)
            begun = [number for number, day in enumerate(starts) if said and day <= said.last]
            spells[begun[-1] if begun else 0].append(claim)
        return spells

    # Section 3: entities.

    def speaks_of(self, claim: Claim) -> set[str]:
        return {claim.subject} if claim.kind == "succeeds" else {claim.subject, claim.object} - {""}

    def beginning(self, claim: Claim, entity: str) -> Span | None:
        if not claim.supports or not claim.start:
            return None
        dated = claim.kind == "dated" and claim.subject == entity and claim.role in ("", "founded", "signed")
        made = claim.kind in ("established", "published") and claim.object == entity
        return read_span(claim.start) if dated or made else None

    def ending(self, claim: Claim, entity: str) -> Span | None:
        if not claim.supports or claim.kind != "dated" or claim.subject != entity:
            return None
        words = {"": claim.end, "closed": claim.end or claim.start}.get(claim.role, "")
        return read_span(words) if words else None

    def life(self, entity: str) -> Life:
        def counted(spans: list[tuple[Claim, Span | None]]) -> list[Span]:
            found = [(claim, span) for claim, span in spans if span]
            firm = [span for claim, span in found if not claim.planned]
            return firm or [span for _, span in found]

        begins = counted([(claim, self.beginning(claim, entity)) for claim in self.claims])
        ends = counted([(claim, self.ending(claim, entity)) for claim in self.claims])
        speaking = [claim for claim in self.claims if entity in self.speaks_of(claim)]
        said = [span for claim in speaking if not claim.planned and (span := self.said(claim))]
        begin = min((span.first for span in begins), default=None)
        known = min([*(span.first for span in said), *([begin] if begin else [])], default=None)
        return Life(
            known=known,
            confirmed=max((span.last for span in said), default=None),
            begin=begin,
            end=max((span.last for span in ends), default=None),
            planned=bool(speaking) and all(claim.planned for claim in speaking),
        )

    # Sections 1 and 3: relations.

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

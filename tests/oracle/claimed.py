"""What claims say by themselves, before they add up: their days, their spells, and when each entity existed.

By brute force and straight from `model.md`, sections 1 and 3. Nothing here is shared with the code under test but the
data types, the reader of dates and the vocabulary.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from graph.ids import slug
from graph.kinds import vocabulary
from graph.model import Claim, Entity, Source
from graph.spans import FIRST_DAY, Span, read_span, read_year

Key = tuple[str, ...]


@dataclass(frozen=True)
class Life:
    """An entity's days: known from, confirmed until, first printed beginning, last printed end."""

    known: date | None
    confirmed: date | None
    begin: date | None
    end: date | None
    planned: bool


class Claimed:
    """Sources, entities and claims by id, with the spells of the claims and the lives of the entities."""

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

"""The four bounds of a relation, by the table of `model.md`, section 3. Ends are exclusive."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.lifetimes import first_known_day
from graph.model import NEVER, Bounds, Claim, Lifetime
from graph.spans import FIRST_DAY, LAST_DAY, Span, day_after, read_span, read_year


@dataclass(frozen=True, slots=True)
class Evidence:
    """The claims that a relation rests on, the days of their sources (None: undated), its two ends' lifetimes."""

    claims: Sequence[Claim]
    sources: Sequence[Span | None]
    ends: Sequence[Lifetime]

    def printed(self, side: str) -> list[Span]:
        """The printed starts ("start") or ends ("end"), one for each claim that prints one."""
        return [read_span(text) for claim in self.claims if (text := getattr(claim, side))]


@dataclass(frozen=True, slots=True)
class Dates:
    """Bounds, and the days that printed dates leave: none before `not_before`, none from `over_from` on."""

    bounds: Bounds
    not_before: date
    over_from: date


def dates_of(evidence: Evidence) -> Dates:
    """When the relation held."""
    starts, ends = evidence.printed("start"), evidence.printed("end")
    ends_of_ends = min((life.ends.after for life in evidence.ends if life.ends), default=LAST_DAY)
    period = _period(evidence)
    if period is not None:
        bounds = _around(period, starts, ends)
    elif not (starts or ends) and not any(evidence.sources):
        bounds = NEVER
    else:
        bounds = Bounds(*_start(evidence, starts, ends), *_end(evidence, ends, ends_of_ends))
    begins = [life.begins.first for life in evidence.ends if life.begins]
    return Dates(
        bounds,
        not_before=max([*begins, *([min(span.first for span in starts)] if starts else [])], default=FIRST_DAY),
        over_from=min([ends_of_ends, *([max(span.after for span in ends)] if ends else [])]),
    )


def _period(evidence: Evidence) -> Span | None:
    """The years of payments and the days of counts that print no dates of their own, from the first to the last."""
    days = [
        day
        for claim, source in zip(evidence.claims, evidence.sources, strict=True)
        if (day := period_of(claim, source)) is not None
    ]
    return Span(min(day.first for day in days), max(day.last for day in days)) if days else None


def period_of(claim: Claim, source: Span | None) -> Span | None:
    """The period of a claim that prints neither start nor end: its financial year, or for a count its source's days."""
    if claim.start or claim.end:
        return None
    if claim.year:
        return read_year(claim.year)
    return source if claim.kind == "counted" and source is not None and source.closed else None


def _around(period: Span, starts: Sequence[Span], ends: Sequence[Span]) -> Bounds:
    """Certain on all days of the period; dates that other claims print beyond it make further days possible."""
    return Bounds(
        min([period.first, *(span.first for span in starts)]),
        period.first,
        period.after,
        max([period.after, *(span.after for span in ends)]),
    )


def _start(evidence: Evidence, starts: Sequence[Span], ends: Sequence[Span]) -> tuple[date, date]:
    spoken = min((span.first for span in evidence.sources if span is not None and span.closed), default=None)
    if starts:
        first, last = min(span.first for span in starts), max(span.last for span in starts)
        within = spoken is not None and first <= spoken <= last
        return first, spoken if within and spoken is not None else last
    known = max(_known(life, evidence) for life in evidence.ends)
    before = min((span.first for span in ends), default=LAST_DAY)
    return min(known, before), spoken if spoken is not None else LAST_DAY


def _known(life: Lifetime, evidence: Evidence) -> date:
    """From when an end is known; where nothing else tells, from the relation's first supporting source."""
    if life.known is not None:
        return life.known
    return min(_days(evidence.sources), default=LAST_DAY)


def _days(sources: Iterable[Span | None]) -> Iterable[date]:
    return (day for span in sources if (day := first_known_day(span)) is not None)


def _end(evidence: Evidence, ends: Sequence[Span], ends_of_ends: date) -> tuple[date, date]:
    if ends:
        return min(span.first for span in ends), max(span.after for span in ends)
    spoken = max((span.last for span in evidence.sources if span is not None and span.closed), default=None)
    return (min(day_after(spoken), ends_of_ends) if spoken is not None else FIRST_DAY), ends_of_ends

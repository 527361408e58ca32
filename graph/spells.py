"""Claims with one key, told apart by time: each spell becomes a relation of its own (`model.md`, section 1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.bounds import period_of
from graph.lifetimes import last_known_day
from graph.model import Claim
from graph.spans import FIRST_DAY, Span, read_span


@dataclass(frozen=True, slots=True)
class Spell:
    """Claims whose periods overlap, by id; `begins` is their first day, None where none is known."""

    begins: date | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Period:
    first: date
    end: Span | None


def spells(claims: Sequence[Claim], spans: Mapping[str, Span | None]) -> list[Spell]:
    """The spells of claims that share a key, the earliest first; at least one for at least one claim.

    A payment's year and a count's source's days are its period where it prints no dates. A claim without dates joins
    the last spell that had begun by the last day for which its source speaks, else the first.
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    periods = {claim.id: _period(claim, spans.get(claim.source)) for claim in ordered}
    groups: list[list[Claim]] = []
    for claim in ordered:
        period = periods[claim.id]
        if period is None:
            continue
        met = [group for group in groups if any(_overlap(period, periods[other.id]) for other in group)]
        groups = [group for group in groups if group not in met]
        groups.append([claim, *(other for group in met for other in group)])
    begun = sorted(((_begin(group, periods), group) for group in groups), key=lambda pair: pair[0])
    undated = [claim for claim in ordered if periods[claim.id] is None]
    if not begun:
        return [Spell(None, tuple(undated))]
    for claim in undated:
        _home(claim, begun, spans).append(claim)
    return [
        Spell(
            first if first > FIRST_DAY and (len(begun) > 1 or _tells_its_begin(group)) else None,
            tuple(sorted(group, key=lambda claim: claim.id)),
        )
        for first, group in begun
    ]


def _tells_its_begin(group: Sequence[Claim]) -> bool:
    """Whether the first day belongs into the id; a payment's year stands in its key already."""
    return any(claim.start or claim.kind == "counted" for claim in group)


def _period(claim: Claim, source: Span | None) -> _Period | None:
    if claim.start or claim.end:
        return _Period(
            read_span(claim.start).first if claim.start else FIRST_DAY,
            read_span(claim.end) if claim.end else None,
        )
    period = period_of(claim, source)
    return _Period(period.first, Span(period.last, period.last)) if period else None


def _overlap(one: _Period, other: _Period | None) -> bool:
    if other is None:
        return False
    early, late = sorted((one, other), key=lambda period: period.first)
    return not (late.first > early.first and early.end is not None and late.first >= early.end.first)


def _begin(group: Sequence[Claim], periods: Mapping[str, _Period | None]) -> date:
    return min(period.first for claim in group if (period := periods[claim.id]) is not None)


def _home(claim: Claim, begun: list[tuple[date, list[Claim]]], spans: Mapping[str, Span | None]) -> list[Claim]:
    spoken = last_known_day(spans.get(claim.source))
    earlier = [group for first, group in begun if spoken is not None and first <= spoken]
    return earlier[-1] if earlier else begun[0][1]

"""The dates that matter to some relations: when something is printed to begin or end, and when documents spoke."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.lifetimes import first_known_day
from graph.model import Claim, Relation
from graph.spans import Span, read_span, read_year, written
from graph.subgraph import Subgraph


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, and how many entities and ties of those looked at began, ended or were attested on it.

    `at` is what to write to ask about it: for what is no day, month or year its first day.
    """

    span: Span
    began: int = 0
    ended: int = 0
    attested: int = 0

    @property
    def at(self) -> str:
        """The date as it can be asked about."""
        return written(self.span) or self.span.first.isoformat()


@dataclass(slots=True)
class _Counting:
    """The ids of what happened on each date."""

    began: dict[Span, set[str]] = field(default_factory=lambda: defaultdict(set))
    ended: dict[Span, set[str]] = field(default_factory=lambda: defaultdict(set))
    attested: dict[Span, set[str]] = field(default_factory=lambda: defaultdict(set))


def dates_of(part: Subgraph, relations: Iterable[Relation], entities: Iterable[str]) -> tuple[Dated, ...]:
    """The dates that matter to these relations and entities of a part, the earliest first, each once.

    What is only planned neither begins nor ends. A payment begins with its financial year.
    """
    counting = _Counting()
    for relation in relations:
        for claim in (part.claims[key] for key in relation.claims):
            if claim.supports:
                _count(counting, relation, claim, part)
    for entity in entities:
        life = part.lifetimes.get(entity)
        if life is not None and not life.planned:
            if life.begins is not None:
                counting.began[life.begins].add(entity)
            if life.ends is not None:
                counting.ended[life.ends].add(entity)
    began, ended, attested = counting.began, counting.ended, counting.attested
    return tuple(
        Dated(span, len(began.get(span, ())), len(ended.get(span, ())), len(attested.get(span, ())))
        for span in sorted({*began, *ended, *attested})
    )


def _count(counting: _Counting, relation: Relation, claim: Claim, part: Subgraph) -> None:
    if claim.start and not claim.planned:
        counting.began[read_span(claim.start)].add(relation.id)
    elif claim.year and not claim.planned:
        counting.began[read_year(claim.year)].add(relation.id)
    if claim.end and not claim.planned:
        counting.ended[read_span(claim.end)].add(relation.id)
    spoke = part.sources[claim.source].span()
    day = first_known_day(spoke)
    if spoke is not None and day is not None:
        counting.attested[spoke if spoke.closed else Span(day, day)].add(relation.id)

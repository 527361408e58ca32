"""A question about who answers to whom, a route as it is judged, and whether a tie held on one day."""

from dataclasses import dataclass, field
from datetime import date

from graph.model import Bounds, Lifetime, Relation, Strength
from graph.spans import ANY_DAY, Span

Route = tuple[str, ...]
CLASSES = [(strength, firm) for strength in Strength for firm in (True, False)]


@dataclass(frozen=True)
class Asked:
    """A question; `roles` are slugs, `steps` is a filter, `hops` and `routes` are limits."""

    lens: Strength
    window: Span = ANY_DAY
    sources: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    soft: bool = True
    kinds: frozenset[str] = frozenset()
    same: bool = False
    steps: int | None = None
    hops: int = 12
    routes: int = 10


@dataclass(frozen=True)
class Judged:
    """A route with its class; `rank` is the place of the class in the order of routes."""

    entities: Route
    strength: Strength
    firm: bool
    certainty: str

    @property
    def rank(self) -> int:
        return CLASSES.index((self.strength, self.firm))

    @property
    def place(self) -> tuple[int, int, Route]:
        return self.rank, len(self.entities), self.entities


@dataclass
class Reply:
    """What the contract wants of an answer; `open` where it does not say whether the limit on routes cut anything."""

    routes: list[Judged]
    verdict: str = ""
    cut: set[str] = field(default_factory=set)
    open: bool = False


def certain(bounds: Bounds, day: date) -> bool:
    return bounds.latest_start <= day < bounds.earliest_end


def possible(relation: Relation, day: date) -> bool:
    bounds = relation.bounds
    return sure(relation, day) or bounds.earliest_start <= day < bounds.latest_end


def sure(relation: Relation, day: date) -> bool:
    return not relation.planned and certain(relation.bounds, day)


def possible_some_day(relation: Relation, window: Span) -> bool:
    days = (window.first, relation.bounds.earliest_start, relation.bounds.latest_start)
    return any(possible(relation, day) for day in days if day in window)


def gone(life: Lifetime, window: Span) -> bool:
    """Whether an entity did not exist yet or any more by a printed date."""
    early = life.begins is not None and window.last < life.begins.first
    return early or (life.ends is not None and window.first > life.ends.last)

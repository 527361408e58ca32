"""The nouns: sources say claims about entities; claims that say the same thing are a relation.

Claims are typed in by people, relations are derived from them (`graph.derive`), never typed in. Every value here is
plain and frozen, so that each store keeps and returns the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum

from graph.spans import FIRST_DAY, LAST_DAY, Span, read_interval, read_span


class Strength(IntEnum):
    """How strong a tie of answerability is; a lens is the weakest strength that a route may use."""

    LINE = 1
    OVERSIGHT = 2
    LEADERSHIP = 3

    @property
    def word(self) -> str:
        """As it is written in answers and questions."""
        return self.name.lower()


class State(StrEnum):
    """How well a relation is supported; the first that holds, in this order (denied apart)."""

    DISPUTED = "disputed"
    PLANNED = "planned"
    IMPLIED = "implied only"
    CORROBORATED = "corroborated"
    SINGLE = "single source"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Source:
    """A document that says things. `date` is its own printed date, `inferred` the interval its text allows."""

    id: str
    title: str
    publisher: str = ""
    date: str = ""
    inferred: str = ""
    kind: str = ""
    address: str = ""
    note: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)

    def span(self) -> Span | None:
        """The days for which the source speaks; None where it is undated."""
        if self.date:
            return read_span(self.date)
        return read_interval(self.inferred) if self.inferred else None


@dataclass(frozen=True, slots=True)
class Entity:
    """Anything that takes part: an id, a kind, names and identifiers. Whatever else is said of it is a claim.

    A `name` is written as it stands within a sentence: it may begin with "the", and with a small letter.
    """

    id: str
    kind: str
    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    note: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The name as a heading or a list shows it: with a capital letter, without a leading "the"."""
        bare = self.name.removeprefix("the ").removeprefix("The ") or self.name
        return bare[:1].upper() + bare[1:]

    @property
    def names(self) -> tuple[str, ...]:
        """Name, short name and aliases, without the empty ones."""
        return tuple(name for name in (self.name, self.short_name, *self.aliases) if name)


@dataclass(frozen=True, slots=True)
class Claim:
    """One source saying one thing, at one place. Dates are the words as printed."""

    id: str
    subject: str
    kind: str
    object: str = ""
    role: str = ""
    scope: str = ""
    via: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    year: str = ""
    amount: Decimal | None = None
    currency: str = ""
    decision: tuple[str, ...] = ()
    budget: tuple[str, ...] = ()
    source: str = ""
    locator: str = ""
    status: str = "stated"
    planned: str = ""
    stance: str = "supports"
    dispute: str = ""
    says: str = ""
    note: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def supports(self) -> bool:
        """Whether it speaks for the relation, not against it."""
        return self.stance != "contradicts"


@dataclass(frozen=True, slots=True)
class Bounds:
    """When a relation held: four days, ends exclusive. FIRST_DAY and LAST_DAY stand for what is not known."""

    earliest_start: date
    latest_start: date
    earliest_end: date
    latest_end: date

    def certain_on(self, day: date) -> bool:
        """Whether it certainly held on that day."""
        return self.latest_start <= day < self.earliest_end

    def possible_on(self, day: date) -> bool:
        """Whether it may have held on that day, whether certain or not."""
        return self.earliest_start <= day < self.latest_end

    def certain_within(self, window: Span) -> bool:
        """Whether some day of the window is a certain one."""
        return (
            self.latest_start < self.earliest_end
            and self.latest_start <= window.last
            and (window.first < self.earliest_end)
        )

    def possible_within(self, window: Span) -> bool:
        """Whether some day of the window is a possible one."""
        return (
            self.earliest_start < self.latest_end
            and self.earliest_start <= window.last
            and window.first < self.latest_end
        )


NEVER = Bounds(LAST_DAY, LAST_DAY, FIRST_DAY, FIRST_DAY)
"""Of a tie with neither a printed nor a source's day: it is in no route on a day."""


@dataclass(frozen=True, slots=True)
class Lifetime:
    """When an entity existed, as far as sources tell.

    `begins` and `ends` are printed dates, with the claims that print them. It is known from `known` (None: no day),
    certainly until `confirmed`, the last day of the last source that speaks of it. Of a `planned` entity only planned
    claims speak.
    """

    known: date | None = None
    confirmed: date | None = None
    begins: Span | None = None
    ends: Span | None = None
    begin_claims: tuple[str, ...] = ()
    end_claims: tuple[str, ...] = ()
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """The claims that say the same thing, together, for one spell of time.

    `claims` are all of them, `sources` those that support it; it is `planned` where it rests on planned claims alone.
    `lower` answers to `upper`; both are empty where nobody answers to anybody. By printed dates, of its own or of its
    ends, it had not begun before `not_before` and was over from `over_from` on.
    """

    id: str
    kind: str
    subject: str
    object: str
    state: State
    bounds: Bounds
    strength: Strength | None = None
    lower: str = ""
    upper: str = ""
    roles: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    year: str = ""
    decision: tuple[str, ...] = ()
    budget: tuple[str, ...] = ()
    amounts: tuple[Decimal, ...] = ()
    currency: str = ""
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    planned: bool = False
    not_before: date = FIRST_DAY
    over_from: date = LAST_DAY

    @property
    def sound(self) -> bool:
        """Whether a source states it and nothing speaks against it."""
        return self.state in (State.CORROBORATED, State.SINGLE)

    @property
    def dated(self) -> bool:
        """Whether a printed date or a source's day is known for it."""
        return self.bounds != NEVER

    def certain_on(self, day: date) -> bool:
        """Whether it was certainly in force on that day; a planned tie never is."""
        return not self.planned and self.bounds.certain_on(day)

    def certain_within(self, window: Span) -> bool:
        """Whether it was certainly in force on some day of the window."""
        return not self.planned and self.bounds.certain_within(window)

    def possible_on(self, day: date) -> bool:
        """Whether it was in force on that day, certainly or possibly.

        A plan may be spoken of before its two ends are known; on those days it is not yet possible. What is no plan is
        certain from the day on which it is stated, even if an end is known only later.
        """
        return self.certain_on(day) or self.bounds.possible_on(day)

    def possible_within(self, window: Span) -> bool:
        """Whether it was in force on some day of the window, certainly or possibly."""
        return self.certain_within(window) or self.bounds.possible_within(window)

    def firm_on(self, day: date) -> bool:
        """Whether it is sound and certainly in force on that day."""
        return self.sound and self.bounds.certain_on(day)

    def ruled_out(self, window: Span) -> bool:
        """Whether printed dates rule out every day of the window."""
        return window.last < self.not_before or window.first >= self.over_from

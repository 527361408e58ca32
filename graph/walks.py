"""What a store walks: which ties, from where to where, how far. Plain values, so that a database can do the walking."""

from dataclasses import dataclass, field
from enum import StrEnum

from graph.ids import slug
from graph.model import Relation, State, Strength
from graph.spans import ANY_DAY, Span

SAME = "possibly_same_as"


class When(StrEnum):
    """How a tie must stand to the days of the window."""

    ALWAYS = "always"
    """No filter, undated ties included."""
    POSSIBLE = "possible"
    """Possibly or certainly in force on one of the days."""
    CERTAIN = "certain"
    """Certainly in force on one of the days."""
    NOT_RULED_OUT = "not ruled out"
    """Printed dates leave one of the days."""


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties that a walk may use; denied ones never. Empty `kinds`, `sources` and `roles` (slugs) stand for all.

    With a `lens` only ties of answerability at least that strong, walked from who answers to whom. Without one every
    tie that joins two entities, in either direction. `same` admits `possibly_same_as` as a soft tie of line strength.
    """

    lens: Strength | None
    sound: bool = False
    when: When = When.ALWAYS
    window: Span = ANY_DAY
    kinds: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    same: bool = False

    def admits(self, relation: Relation) -> bool:
        """Whether a walk may use the relation."""
        if relation.state == State.DENIED or not relation.object:
            return False
        if relation.kind == SAME:
            fits = self.same and not self.sound
        else:
            fits = self._fits_lens(relation) and (not self.kinds or relation.kind in self.kinds)
        if self.sound and not relation.sound:
            return False
        if self.sources and self.sources.isdisjoint(relation.sources):
            return False
        if self.roles and self.roles.isdisjoint(map(slug, relation.roles)):
            return False
        return fits and self._in_time(relation)

    def _fits_lens(self, relation: Relation) -> bool:
        return self.lens is None or (relation.strength is not None and relation.strength <= self.lens)

    def _in_time(self, relation: Relation) -> bool:
        match self.when:
            case When.ALWAYS:
                return True
            case When.POSSIBLE:
                return relation.possible_within(self.window)
            case When.CERTAIN:
                return relation.certain_within(self.window)
            case When.NOT_RULED_OUT:
                return not relation.ruled_out(self.window)


@dataclass(frozen=True, slots=True)
class Walk:
    """A search: from `start` to `end`, or to everything that is reached where `end` is empty.

    Routes run upwards, from who answers to whom they answer. With `down` those are sought that end at `start`. A route
    never repeats an entity; with a lens it may end at a person, never pass through one. Where `through` names kinds of
    entity, it passes through these alone.
    """

    ties: Ties
    start: str
    end: str = ""
    down: bool = False
    hops: int = 12
    through: frozenset[str] = frozenset()
    seconds: float = 5.0
    most: int = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """Routes as sequences of entity ids, shortest first, then by ids in code point order.

    `cut` names the limit that stopped the search: "routes", "time", or nothing. `beyond` holds what is reached, but
    only in more steps than `hops` allows: for a search with an end that end alone.
    """

    routes: tuple[tuple[str, ...], ...] = ()
    cut: str = ""
    beyond: frozenset[str] = field(default_factory=frozenset)

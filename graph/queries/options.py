"""How a question is asked: its lens, its day, its filters and its limits."""

from dataclasses import dataclass

from graph.errors import BadQuestion
from graph.ids import slug
from graph.kinds import vocabulary
from graph.model import Strength
from graph.spans import ANY_DAY, Span, read_span

MAX_HOPS, MAX_ROUTES, MAX_SECONDS = 30, 100, 10.0


@dataclass(frozen=True, slots=True)
class Options:
    """A lens of None is the question's own; `at` is a day, month or year as typed, empty for any day.

    `until` is the second day of a question about changes, no earlier than the first.

    Filters, each empty for all: `kinds` of tie, `sources` that support a tie, `roles` in which it is held. `entities`
    are kinds of entity: for `up` and `down` those to show, whatever lies between; for `between` those that may lie
    between. Without `soft` only firm ties count; `same` crosses to what may be the same. `steps` is a filter too:
    routes of at most that many are asked for, and in answers with rows, where most rows are of ties of the one asked
    about, 1 leaves out what is told through a post or a part, loops and single points. `hops`, `routes` and `seconds`
    are limits; an answer that they cut says so.
    """

    lens: Strength | None = None
    at: str = ""
    until: str = ""
    kinds: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    soft: bool = True
    same: bool = False
    steps: int | None = None
    hops: int = 12
    routes: int = 10
    seconds: float = 5.0

    def checked(self) -> "Options":
        """The options themselves.

        :raises BadQuestion: when a limit is out of range or a kind is not known.
        """
        for name, value, most in (
            ("hops", self.hops, MAX_HOPS),
            ("routes", self.routes, MAX_ROUTES),
            ("seconds", self.seconds, MAX_SECONDS),
            ("steps", self.steps, MAX_HOPS),
        ):
            if value is not None and not 0 < value <= most:
                raise BadQuestion(f"{name} must be more than 0 and at most {most:g}, not {value:g}.")
        for kind in sorted(self.kinds):
            if kind not in vocabulary().relations:
                raise BadQuestion(f"There is no kind of tie called {kind!r}.")
        for kind in sorted(self.entities):
            if kind not in vocabulary().entities:
                raise BadQuestion(f"There is no kind of entity called {kind!r}.")
        return self

    def answering(self) -> "Options":
        """The options themselves, where they suit a question about answerability.

        :raises BadQuestion: when a kind says nothing about who answers to whom, or there is a second day.
        """
        for kind in sorted(self.kinds):
            if not vocabulary().relations[kind].answers:
                raise BadQuestion(f"The kind {kind!r} says nothing about who answers to whom.")
        if self.until:
            raise BadQuestion("A second day is for a question about changes.")
        return self

    @property
    def entity_kinds(self) -> frozenset[str]:
        """The kinds of entity asked for, with their narrower kinds; empty for all."""
        kinds = vocabulary()
        return frozenset(name for name in kinds.entities if self.entities and kinds.allows(name, self.entities))

    @property
    def role_slugs(self) -> frozenset[str]:
        """The roles asked for, as they are compared."""
        return frozenset().union(*map(self.as_compared, self.roles))

    @staticmethod
    def as_compared(role: str) -> frozenset[str]:
        """A role as it is compared; "cochair" is also the "co-chair" of the vocabulary."""
        asked = slug(role)
        words = {slug(kind.role) for kind in vocabulary().relations.values() if kind.role}
        return frozenset({asked, *(word for word in words if _run_together(word) == _run_together(asked))})

    @property
    def window(self) -> Span:
        """The days asked about.

        :raises BadSpan: when `at` is not understood.
        """
        return read_span(self.at) if self.at.strip() else ANY_DAY

    @property
    def reach(self) -> int:
        """The most steps that a route may have."""
        return min(self.hops, self.steps or self.hops)

    @property
    def hops_cut(self) -> bool:
        """Whether reaching further is a limit, not a filter that was asked for."""
        return self.steps is None or self.steps > self.hops


def _run_together(role: str) -> str:
    return role.replace("-", "")

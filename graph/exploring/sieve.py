"""What is let through of the surroundings: by strength, by support, by kind, by document. Plain, and frozen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.kinds import vocabulary
from graph.model import Entity, Relation, State, Strength
from graph.spans import ANY_DAY, Span

SURETIES = ("firm", "possible", "implied")
"""How sure a tie must be, the strictest first: firm; stated and undisputed, be it certain or only possible on the
days; or implied only as well. Without any of these words planned, disputed and denied ties pass too."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """Filters, each empty (or None) for all.

    A `lens` keeps out the ties of answerability that are weaker; ties by which nobody answers pass it. `sure` is one of
    `SURETIES`. `kinds` are of ties, `entities` of what they join, each with its narrower kinds; `sources` must support
    a tie.
    """

    lens: Strength | None = None
    sure: str = ""
    kinds: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()

    def admits(self, relation: Relation, window: Span) -> bool:
        """Whether the tie passes, whatever it joins; `window` are the days on which a firm one is certain."""
        if self.lens and relation.strength and relation.strength > self.lens:
            return False
        if self.kinds and relation.kind not in self.kinds:
            return False
        if self.sources and self.sources.isdisjoint(relation.sources):
            return False
        return self._is_sure(relation, window)

    def shows(self, kind: str) -> bool:
        """Whether an entity of that kind passes."""
        return not self.entities or vocabulary().allows(kind, self.entities)

    def _is_sure(self, relation: Relation, window: Span) -> bool:
        match self.sure:
            case "firm":
                return relation.sound and relation.certain_within(window)
            case "possible":
                return relation.sound
            case "implied":
                return relation.sound or relation.state == State.IMPLIED
            case _:
                return True


EVERYTHING = Sieve()


@dataclass(frozen=True, slots=True)
class Sifting:
    """A sieve on certain days around one entity, which itself always passes."""

    sieve: Sieve
    window: Span
    focus: str

    def sifted(self, relations: Iterable[Relation], entities: Mapping[str, Entity]) -> list[Relation]:
        """Those of the relations that pass, and whose ends do; in the same order."""
        return [relation for relation in relations if self.passes(relation, entities)]

    def passes(self, relation: Relation, entities: Mapping[str, Entity]) -> bool:
        """Whether a relation and what it joins pass."""
        ends = (end for end in (relation.subject, relation.object) if end and end != self.focus)
        return self.sieve.admits(relation, self.window) and all(self.sieve.shows(entities[end].kind) for end in ends)

    def on_days(self, relation: Relation) -> bool:
        """Whether the relation may have held on the days; one without any day only where no day is asked about."""
        return self.window == ANY_DAY or relation.possible_within(self.window)

"""Where somebody stands in the explorer: which entity, and what has been opened around it. Plain, and frozen."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.exploring.sieve import EVERYTHING, Sieve, Sifting
from graph.kinds import vocabulary
from graph.model import Relation, State
from graph.spans import ANY_DAY, Span
from graph.subgraph import Subgraph

DIRECTIONS = ("up", "down", "members", "money", "ties")
"""What an entity can be opened towards: to whom it answers, who answers to it, seats, money, and every other tie."""
_FAMILIES = {"membership": "members", "money": "money"}


@dataclass(frozen=True, slots=True)
class Opening:
    """One entity opened in one direction."""

    entity: str
    direction: str


@dataclass(frozen=True, slots=True)
class View:
    """The focus, what is opened, which groups are shown one by one (`Fold.key`), the days, and the filters."""

    focus: str
    opened: frozenset[Opening] = frozenset()
    unfolded: frozenset[str] = frozenset()
    window: Span = field(default=ANY_DAY)
    sieve: Sieve = EVERYTHING

    @property
    def sifting(self) -> Sifting:
        """What decides which relations pass."""
        return Sifting(self.sieve, self.window, self.focus)

    def has(self, entity: str, direction: str) -> bool:
        """Whether the entity is opened in that direction."""
        return Opening(entity, direction) in self.opened

    def toggled(self, entity: str, direction: str) -> "View":
        """The view with that opened which was closed, or closed which was open."""
        return replace(self, opened=self.opened ^ {Opening(entity, direction)})

    def showing(self, fold: str) -> "View":
        """The view with a group shown one by one that was folded, or folded again."""
        return replace(self, unfolded=self.unfolded ^ {fold})


def direction_of(relation: Relation, entity: str) -> str:
    """In which of the `DIRECTIONS` the relation leads from one of its ends."""
    if relation.strength:
        return "up" if relation.lower == entity else "down"
    return _FAMILIES.get(vocabulary().relations[relation.kind].family, "ties")


def other_end(relation: Relation, entity: str) -> str:
    """The end of a relation that is not this entity."""
    return relation.object if relation.subject == entity else relation.subject


def drawable(relations: Iterable[Relation]) -> list[Relation]:
    """The relations that can be drawn as lines, whenever they held, in order: no facts, nothing denied.

    The strongest come first, then by id.
    """
    kept = [
        relation
        for relation in relations
        if relation.object and relation.object != relation.subject and relation.state != State.DENIED
    ]
    return sorted(kept, key=lambda relation: (relation.strength or 9, relation.id))


def drawn_of(part: Subgraph, sifting: Sifting) -> list[Relation]:
    """The relations of a part that can be drawn, held on the days and pass the filters, in the order of `drawable`."""
    held = [relation for relation in drawable(part.relations.values()) if sifting.on_days(relation)]
    return sifting.sifted(held, part.entities)

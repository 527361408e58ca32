"""Which relations and entities count in a question with rows, straight from `model.md`, day by day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.ids import slug
from graph.kinds import vocabulary
from graph.model import Bounds, Claim, Lifetime, Relation, State
from graph.spans import ANY_DAY, FIRST_DAY, LAST_DAY, Span
from graph.subgraph import Subgraph
from tests.oracle.judged import Asked, certain, gone, possible, sure

SOUND = (State.CORROBORATED, State.SINGLE)


@dataclass(frozen=True)
class Sieve:
    """One graph, and the filters and days of one question about it."""

    graph: Subgraph
    asked: Asked

    @property
    def window(self) -> Span:
        return self.asked.window

    def relations(self, *kinds: str) -> Iterator[Relation]:
        """Those that count, of these kinds or of all: the denied ones among them, which are shown and never used."""
        return (one for one in self.graph.relations.values() if (not kinds or one.kind in kinds) and self.counts(one))

    def counts(self, relation: Relation) -> bool:
        return self.suits(relation) and self.fits(relation)

    def suits(self, relation: Relation) -> bool:
        """Whether kind, source, role and soundness are those asked for."""
        asked = self.asked
        if asked.kinds and relation.kind not in asked.kinds:
            return False
        if asked.sources and not asked.sources & {claim.source for claim in self.supporting(relation)}:
            return False
        if not asked.soft and relation.state not in SOUND:
            return False
        return not asked.roles or bool(asked.roles & self.roles(relation))

    def lends(self, relation: Relation) -> bool:
        """Whether a tie of another kind, by which the ones asked about are told, may be used: a post that is held."""
        asked = self.asked
        if relation.state == State.DENIED or (not asked.soft and relation.state not in SOUND):
            return False
        if asked.sources and not asked.sources & {claim.source for claim in self.supporting(relation)}:
            return False
        return self.fits(relation)

    def roles(self, relation: Relation) -> set[str]:
        """In what capacity: as printed, and what the kind of tie is called."""
        kind = vocabulary().relations[relation.kind]
        return {slug(role) for role in (*relation.roles, kind.role, kind.name) if role}

    def supporting(self, relation: Relation) -> list[Claim]:
        claims = [self.graph.claims[claim] for claim in relation.claims]
        return [claim for claim in claims if claim.supports] or claims

    def resting(self, relation: Relation) -> list[Claim]:
        """The claims that it rests on."""
        supporting = self.supporting(relation)
        return [claim for claim in supporting if not claim.planned] or supporting

    # Days.

    def fits(self, relation: Relation) -> bool:
        """Whether it held on some day asked about: certainly where only firm ties are asked for."""
        if not self.asked.soft:
            return any(sure(relation, day) for day in self.days(relation.bounds))
        if self.window == ANY_DAY or self.undated(relation):
            return True
        return any(possible(relation, day) for day in self.days(relation.bounds))

    def days(self, bounds: Bounds, window: Span | None = None) -> list[date]:
        """The days of the window on which something may begin to hold."""
        window = window or self.window
        starts = (window.first, bounds.earliest_start, bounds.latest_start)
        return [day for day in starts if day in window and day < LAST_DAY]

    def undated(self, relation: Relation) -> bool:
        """Whether no printed day and no day of a source is known for it."""
        bounds = relation.bounds
        return bounds == Bounds(LAST_DAY, LAST_DAY, FIRST_DAY, FIRST_DAY)

    def certainty(self, relations: Iterable[Relation]) -> str:
        """The surest of some relations on the days asked about."""
        words = {self.certainty_of(relation) for relation in relations}
        return next(word for word in ("certain", "possible", "undated", "never") if word in words)

    def certainty_of(self, relation: Relation, window: Span | None = None) -> str:
        if self.undated(relation):
            return "undated"
        days = self.days(relation.bounds, window)
        if any(sure(relation, day) for day in days):
            return "certain"
        return "possible" if any(possible(relation, day) for day in days) else "never"

    def firm(self, relation: Relation) -> bool:
        """Whether it is sound and certainly in force on some day asked about."""
        return relation.state in SOUND and any(certain(relation.bounds, day) for day in self.days(relation.bounds))

    # Entities.

    def shown(self, *entities: str) -> bool:
        """Whether one of them is of a kind asked for."""
        kinds = {self.graph.entities[entity].kind for entity in entities}
        broad = {vocabulary().entities[kind].broader for kind in kinds}
        return not self.asked.entities or bool(self.asked.entities & (kinds | broad))

    def standing(self, entity: str) -> str:
        """Whether it existed on the days asked about: certainly, possibly, as a plan, without a day, or ("") not."""
        life = self.graph.lifetimes.get(entity, Lifetime())
        window = self.window
        if gone(life, window):
            return ""
        if life.planned:
            return "planned" if self.asked.soft and not self.before_the_plan(entity) else ""
        if life.known is None:
            return "undated" if self.asked.soft else ""
        if window.last < life.known:
            return ""
        if life.confirmed and window.first <= life.confirmed:
            return "certain"
        return "possible" if self.asked.soft else ""

    def before_the_plan(self, entity: str) -> bool:
        """Whether all of the days are before any that a source which speaks of the entity has."""
        speaking = [
            claim
            for claim in self.graph.claims.values()
            if entity == claim.subject or (entity == claim.object and claim.kind != "succeeds")
        ]
        spans = [span for claim in speaking if (span := self.graph.sources[claim.source].span())]
        first = [span.last if span.first == FIRST_DAY else span.first for span in spans]
        return bool(first) and self.window.last < min(first)

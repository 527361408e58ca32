"""What the questions with rows share: who is meant, which relations count, and how they are told."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TypeVar

from graph import answers
from graph.errors import BadQuestion, NotInTime
from graph.ids import slug
from graph.kinds import vocabulary
from graph.model import Entity, Relation, State
from graph.queries.clock import Clock
from graph.queries.frame import Asking, ends_of, question_of
from graph.queries.options import MAX_SECONDS, Options
from graph.queries.views import certainty_of, tie_of
from graph.rows import AnyRow, Named
from graph.spans import ANY_DAY
from graph.store import Part, Store
from graph.subgraph import Subgraph
from graph.told import Tie
from graph.walks import SAME
from graph.wording import in_text, listing

Item = TypeVar("Item")
MOST_ROWS = 1000
"""How many rows an answer gives; one that is longer says that it was cut."""
MOST_NAMED = 6
"""How many a sentence names before it counts the others."""
_ADVICE = f"Narrow the question, or give it more seconds ({MAX_SECONDS:g} at most)."
_OUT_OF_TIME = {
    True: "The search was cut short after {:g} seconds, so this is not all. " + _ADVICE,
    False: "The search was cut short after {:g} seconds: nothing was found by then, and nothing is ruled out. "
    + _ADVICE,
}
"""What an answer says first that was stopped by the clock, by whether it has found anything."""
SURENESS = ("certain", "possible", "undated", "never")
"""The certainties of a tie, the surest first."""


@dataclass(frozen=True)
class Table(Asking):
    """A question with rows, with its names resolved and its options checked.

    What is read of the store is empty where the time did not suffice, which the clock notes: `answer` tells.
    """

    subject: Entity | None
    object: Entity | None

    @property
    def named(self) -> str:
        """The one asked about, as it stands in a sentence; "anybody" where none is."""
        return in_text(self.subject) if self.subject else "anybody"

    @property
    def direct(self) -> bool:
        """Whether only what is one step away is asked for: nothing through a post, a part or a chain."""
        return self.options.steps == 1

    @cached_property
    def _entity_kinds(self) -> frozenset[str]:
        return self.options.entity_kinds

    @cached_property
    def _role_slugs(self) -> frozenset[str]:
        return self.options.role_slugs

    def keeps(self, relation: Relation) -> bool:
        """Whether the filters and the days let the relation through."""
        return self.suits(relation) and self.in_time(relation)

    def suits(self, relation: Relation) -> bool:
        """Whether the filters let the relation through, whenever it held."""
        options = self.options
        if options.kinds and relation.kind not in options.kinds:
            return False
        if not self._supported(relation):
            return False
        return not options.roles or not self._role_slugs.isdisjoint(roles_of(relation))

    def lends(self, relation: Relation) -> bool:
        """Whether a tie of whatever kind and role, like a post that is held, may be used to tell of those asked for."""
        return is_used(relation) and self._supported(relation) and self.in_time(relation)

    def _supported(self, relation: Relation) -> bool:
        options = self.options
        if options.sources and options.sources.isdisjoint(relation.sources):
            return False
        return options.soft or relation.sound

    def in_time(self, relation: Relation) -> bool:
        """Whether it may have held on the days asked about; what has no day at all passes, marked as undated."""
        if not self.options.soft:
            return relation.certain_within(self.window)
        return self.window == ANY_DAY or not relation.dated or relation.possible_within(self.window)

    def is_firm(self, relation: Relation) -> bool:
        """Whether it is sound, and certainly held on one of the days asked about."""
        return relation.sound and relation.certain_within(self.window)

    def shows(self, entity: Entity) -> bool:
        """Whether the kinds of entity asked for let it through."""
        return not self.options.entities or entity.kind in self._entity_kinds

    def tie(self, relation: Relation, part: Subgraph, from_id: str) -> Tie:
        """The relation told from that end, for the days asked about."""
        return tie_of(relation, part, from_id, self.window)

    def certainty(self, relations: Iterable[Relation]) -> str:
        """The surest of some relations on the days asked about."""
        return min((certainty_of(relation, self.window) for relation in relations), key=SURENESS.index)

    def everything(self, *, without: Collection[Part] = ()) -> Subgraph:
        """The whole graph, or what of it is needed (`Store.read`)."""
        return self._in_seconds(partial(self.store.read, without=without))

    def proved(self, ties: Iterable[Relation], part: Subgraph) -> Subgraph:
        """The part with all claims and sources of these ties, which it may have been read without."""
        missing = [tie for tie in ties if not part.claims.keys() >= set(tie.claims)]
        if not missing:
            return part
        near = self.store.about({end for tie in missing for end in (tie.subject, tie.object)}, among=True)
        return replace(part, claims={**part.claims, **near.claims}, sources={**part.sources, **near.sources})

    def about(self, entities: Collection[str]) -> Subgraph:
        """The relations that touch these entities and all that belongs to them (`Store.about`)."""
        return self._in_seconds(partial(self.store.about, entities))

    def of_kinds(self, kinds: Collection[str]) -> Subgraph:
        """The relations of these kinds and all that belongs to them (`Store.of_kinds`)."""
        return self._in_seconds(partial(self.store.of_kinds, kinds))

    def naming(self, entity: str) -> Subgraph:
        """The relations of claims that name the entity at neither end, and what belongs to them (`Store.naming`)."""
        return self._in_seconds(partial(self.store.naming, entity))

    def _in_seconds(self, reading: Callable[..., Subgraph]) -> Subgraph:
        if self.clock.is_up():
            return Subgraph()
        try:
            return reading(seconds=self.clock.left)
        except NotInTime:
            self.clock.ran_out = True
            return Subgraph()

    def answer(
        self,
        summary: Callable[[], str],
        found: Sequence[Item],
        tell: Callable[[Item], AnyRow],
        amounts: tuple[answers.Amount, ...] = (),
        cut: str | None = None,
    ) -> answers.Answer:
        """The answer with at most `MOST_ROWS` of what was found as rows; it says what cut it short.

        Where the time was up, the summary says so first, and is not made of nothing: that would be a finding.
        """
        said = [summary()] if found or not self.clock.ran_out else []
        if self.clock.ran_out:
            cut, said = "time", [_OUT_OF_TIME[bool(found)].format(self.options.seconds), *said]
        return answers.Answer(
            question=question_of(self.ask, (self.subject, self.object), self.options),
            verdict="",
            summary=" ".join(said),
            rows=tuple(map(tell, found[:MOST_ROWS])),
            amounts=amounts,
            truncated=cut or ("rows" if len(found) > MOST_ROWS else None),
        )


def table(store: Store, ask: str, names: tuple[str, str], options: Options) -> Table:
    """The question with its names resolved.

    :raises BadQuestion: when an option has no meaning for such a question.
    :raises GovernanceError: as `graph.queries.frame.ends_of`.
    """
    if options.lens is not None or options.same:
        raise BadQuestion(f"Lens and what may be the same are for up, down and between, not for {ask}.")
    if options.until and ask != "changes":
        raise BadQuestion("A second day is for a question about changes.")
    subject, end = ends_of(store, names, options)
    return Table(store, ask, options, Clock(options.seconds), subject, end)


def roles_of(relation: Relation) -> tuple[str, ...]:
    """The roles of a relation as they are compared: those printed, and the one that its kind is."""
    kind = vocabulary().relations[relation.kind]
    return tuple(map(slug, (*relation.roles, *filter(None, (kind.role, kind.name)))))


def entity_named(entity: Entity) -> Named:
    """The entity as rows name it."""
    return Named(id=entity.id, name=entity.title, kind=vocabulary().entities[entity.kind].label)


def weight(relation: Relation) -> tuple[bool, int, str]:
    """By which parallel relations are told: sound ones first, then the stronger, then by id."""
    return not relation.sound, relation.strength or 9, relation.id


def is_used(relation: Relation) -> bool:
    """Whether a relation counts at all: a denied one, and that two may be the same, are told apart."""
    return relation.state != State.DENIED and relation.kind != SAME


def some_of(entities: Iterable[Item], words: Callable[[Item], str]) -> str:
    """Some names in a row, like "a, b, c and 4 more"."""
    names = list(dict.fromkeys(map(words, entities)))
    if len(names) <= MOST_NAMED + 1:
        return listing(names)
    return listing([*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} more"])


def counted(number: int, one: str, several: str) -> str:
    """A number with its noun: "1 member", "7 members"."""
    return f"{number} {one if number == 1 else several}"

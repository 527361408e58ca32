"""What happened between two days to the entities and ties of a part of the graph: the one place where it is judged.

Printed dates alone make a beginning or an end, and the financial year of a payment. What is not known to be certain on
the first day and is on a later one is attested: a document speaks of it for the first time, which says nothing about
when it began. A tie that ended where one of the same kind between the same two began is a change; what has a financial
year follows only on what has one. What only plans say was to begin or to end has done neither: it is planned.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.lifetimes import was_to_begin, was_to_end
from graph.model import Lifetime, Relation
from graph.queries.existing import NO_LIFE
from graph.queries.tables import Table, is_used
from graph.spans import Span
from graph.subgraph import Subgraph
from graph.wording import between_words

CHANGES = ("began", "ended", "changed", "attested", "planned")
"""In the order in which the rows stand."""


@dataclass(frozen=True)
class Days:
    """The two days, and the question as it is asked on each of them."""

    first: Span
    second: Span
    before: Table
    after: Table

    @cached_property
    def since(self) -> Span:
        """The days after the first, up to the second."""
        return Span(self.first.after, self.second.last)

    @property
    def words(self) -> str:
        """The days, like "between 2015 and 2022"."""
        return between_words(self.first, self.second)

    def within(self, span: Span) -> bool:
        """Whether the whole of a printed date lies after the first day, and it begins no later than the second."""
        return self.first.last < span.first <= self.second.last


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened to an entity, or to a tie as it was before and after; `of` is the entity, or the tie's subject."""

    change: str
    of: str
    before: Relation | None = None
    after: Relation | None = None

    @property
    def tied(self) -> bool:
        """Whether it is of a tie, not of an entity."""
        return self.before is not None or self.after is not None

    @property
    def id(self) -> str:
        """What tells it from all others."""
        tie = self.after or self.before
        return tie.id if tie else self.of

    @property
    def ids(self) -> frozenset[str]:
        """Of a tie the ids of what it was before and after."""
        return frozenset(tie.id for tie in (self.before, self.after) if tie) or frozenset({self.of})


def happened_in(days: Days, part: Subgraph) -> tuple[list[Happened], Subgraph]:
    """All that happened, by what, entities before ties, then by name; and the part with the claims that print it.

    The part holds all ties between the two ends of each of its ties, and may have been read without its claims.
    """
    lives = _lives(days, part)
    part = _printed(days.before, lives, part)
    happened = [*(_as_planned(each, part) for each in lives), *_ties(days, part)]
    happened.sort(key=lambda each: (CHANGES.index(each.change), each.tied, part.entities[each.of].title, each.id))
    return happened, part


def _lives(days: Days, part: Subgraph) -> list[Happened]:
    """What happened to entities; none where kinds of tie, sources or roles are asked for."""
    options = days.before.options
    if options.kinds or options.sources or options.roles:
        return []
    about = days.before.subject
    happened = []
    for entity in days.before.clock.within(part.entities.values()):
        life = part.lifetimes.get(entity.id, NO_LIFE)
        change = _of_life(days, life) if about in (None, entity) else ""
        if change and days.before.shows(entity) and (options.soft or not life.planned):
            happened.append(Happened(change, entity.id))
    return happened


def _of_life(days: Days, life: Lifetime) -> str:
    if life.ends is not None and days.within(life.ends):
        return "ended"
    if life.begins is not None:
        return "began" if days.within(life.begins) else ""
    known = life.known
    return "attested" if known is not None and days.first.last < known <= days.second.last else ""


def _printed(asked: Table, lives: Sequence[Happened], part: Subgraph) -> Subgraph:
    """The part with the claims that print when these began and ended."""
    printing = {each.of: part.lifetimes.get(each.of, NO_LIFE) for each in lives}
    missing = {of for of, life in printing.items() if not part.claims.keys() >= {*life.begin_claims, *life.end_claims}}
    return replace(part, claims={**part.claims, **asked.about(missing).claims}) if missing else part


def _as_planned(happened: Happened, part: Subgraph) -> Happened:
    """What happened to an entity, as planned where plans alone print it."""
    life = part.lifetimes.get(happened.of, NO_LIFE)
    planned = {"began": was_to_begin, "ended": was_to_end}.get(happened.change)
    return replace(happened, change="planned") if planned and planned(life, part.claims) else happened


def _ties(days: Days, part: Subgraph) -> list[Happened]:
    happened: dict[str, list[Relation]] = defaultdict(list)
    for relation in days.before.clock.within(part.relations.values()):
        if relation.object and is_used(relation) and days.before.suits(relation) and _shown(days, relation, part):
            happened[_of_tie(days, relation)].append(relation)
    followers: dict[tuple[str, str, str, bool], list[Relation]] = defaultdict(list)
    for relation in (*happened["began"], *happened["attested"]):
        followers[_key(relation)].append(relation)
    found = []
    followed = set()
    for relation in happened["ended"]:
        waiting = followers.get(_key(relation))
        if waiting:
            follower = waiting.pop(0)
            followed.add(follower.id)
            found.append(Happened("changed", relation.subject, relation, follower))
        else:
            found.append(Happened("ended", relation.subject, relation))
    for change in ("began", "attested", "planned"):
        found += [Happened(change, each.subject, after=each) for each in happened[change] if each.id not in followed]
    return found


def _shown(days: Days, relation: Relation, part: Subgraph) -> bool:
    ends = part.entities[relation.subject], part.entities[relation.object]
    return not days.before.options.entities or any(map(days.before.shows, ends))


def _of_tie(days: Days, relation: Relation) -> str:
    """What happened to the tie; the empty string for nothing."""
    before, after = relation.possible_within(days.first), relation.possible_within(days.second)
    held = relation.possible_within(Span(days.first.first, days.second.last))
    if held and not after and (relation.year or days.second.first >= relation.over_from):
        return "planned" if relation.planned else "ended"
    if after and not before and (relation.year or days.first.last < relation.not_before):
        return "planned" if relation.planned else "began"
    if relation.bounds.latest_start <= days.first.last or relation.certain_within(days.first):
        return ""
    return "attested" if relation.certain_within(days.since) else ""


def _key(relation: Relation) -> tuple[str, str, str, bool]:
    return relation.kind, relation.subject, relation.object, bool(relation.year)

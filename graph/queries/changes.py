"""`changes`: what began, ended, changed or was first attested between two days.

Printed dates alone make a beginning or an end, and the financial year of a payment. What is not known to be certain on
the first day and is on a later one is attested: a document speaks of it for the first time, which says nothing about
when it began. A tie that ended where one of the same kind between the same two began is a change. What only plans say
was to begin or to end has done neither: it is planned.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.lifetimes import was_to_begin, was_to_end
from graph.model import Claim, Entity, Lifetime, Relation
from graph.queries.existing import NO_LIFE, Documents, documents_of, life_words
from graph.queries.options import Options
from graph.queries.tables import MOST_ROWS, Table, counted, entity_named, is_used, some_of, table
from graph.rows import Change
from graph.spans import Span, read_span
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import between_words, capital, in_text

CHANGES = ("began", "ended", "changed", "attested", "planned")
"""In the order in which the rows stand."""


@dataclass(frozen=True)
class _Days:
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
        return between_words(self.first, self.second)

    def within(self, span: Span) -> bool:
        """Whether the whole of a printed date lies after the first day, and it begins no later than the second."""
        return self.first.last < span.first <= self.second.last


@dataclass(frozen=True, slots=True)
class _Happened:
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


def changes(store: Store, subject: str, options: Options) -> Answer:
    """What happened from the day `at` to the day `until`, to `subject` and its ties or in all of the data.

    By what happened, entities before ties, then by name. Linear in the size of what is looked at.

    :raises BadQuestion: when a day is missing, or the second is not after the first.
    """
    asked = table(store, "changes", (subject, ""), options)
    days = _days(asked)
    part = asked.about([asked.subject.id]) if asked.subject else asked.everything(without={"claims"})
    lives = _lives(days, part)
    claims = _claims_about(asked, lives, part)
    happened = [*(_as_planned(each, part, claims) for each in lives), *_ties(days, part)]
    happened.sort(key=lambda each: (CHANGES.index(each.change), each.tied, part.entities[each.of].title, each.id))
    told = [tie for each in happened[:MOST_ROWS] for tie in (each.before, each.after) if tie]
    proved, documents = asked.proved(told, part), documents_of(part)
    return asked.answer(
        lambda: _summary(days, happened, part), happened, lambda each: _row(days, each, proved, documents, claims)
    )


def _days(asked: Table) -> _Days:
    options = asked.options
    if not options.at.strip() or not options.until.strip():
        raise BadQuestion("Two days are needed: from which day, and until which.")
    first, second = read_span(options.at), read_span(options.until)
    if second.first <= first.last:
        raise BadQuestion("The second day must be after the first.")
    before, after = (replace(asked, options=replace(options, at=day, until="")) for day in (options.at, options.until))
    return _Days(first, second, before, after)


def _lives(days: _Days, part: Subgraph) -> list[_Happened]:
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
            happened.append(_Happened(change, entity.id))
    return happened


def _of_life(days: _Days, life: Lifetime) -> str:
    if life.ends is not None and days.within(life.ends):
        return "ended"
    if life.begins is not None:
        return "began" if days.within(life.begins) else ""
    known = life.known
    return "attested" if known is not None and days.first.last < known <= days.second.last else ""


def _claims_about(asked: Table, lives: Sequence[_Happened], part: Subgraph) -> Mapping[str, Claim]:
    """The claims that print when these began and ended, also where the part was read without them."""
    printing = {each.of: _printing(part.lifetimes.get(each.of, NO_LIFE)) for each in lives}
    missing = {entity for entity, claims in printing.items() if not part.claims.keys() >= claims}
    return {**part.claims, **asked.about(missing).claims} if missing else part.claims


def _printing(life: Lifetime) -> set[str]:
    return {*life.begin_claims, *life.end_claims}


def _as_planned(happened: _Happened, part: Subgraph, claims: Mapping[str, Claim]) -> _Happened:
    """What happened to an entity, as planned where plans alone print it."""
    life = part.lifetimes.get(happened.of, NO_LIFE)
    planned = {"began": was_to_begin, "ended": was_to_end}.get(happened.change)
    return replace(happened, change="planned") if planned and planned(life, claims) else happened


def _lived(entity: Entity, life: Lifetime, change: str, documents: Documents, claims: Mapping[str, Claim]) -> Change:
    """The row of what happened to an entity."""
    return Change(
        sentence=f"{capital(in_text(entity))}: {life_words(life, documents, claims)}.",
        change=change,
        entities=(entity_named(entity),),
        before=(),
        after=(),
    )


def _ties(days: _Days, part: Subgraph) -> list[_Happened]:
    happened: dict[str, list[Relation]] = defaultdict(list)
    for relation in days.before.clock.within(part.relations.values()):
        if relation.object and is_used(relation) and days.before.suits(relation) and _shown(days, relation, part):
            happened[_of_tie(days, relation)].append(relation)
    followers: dict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for relation in (*happened["began"], *happened["attested"]):
        followers[_key(relation)].append(relation)
    found = []
    followed = set()
    for relation in happened["ended"]:
        waiting = followers.get(_key(relation))
        if waiting:
            follower = waiting.pop(0)
            followed.add(follower.id)
            found.append(_Happened("changed", relation.subject, relation, follower))
        else:
            found.append(_Happened("ended", relation.subject, relation))
    for change in ("began", "attested", "planned"):
        found += [_Happened(change, each.subject, after=each) for each in happened[change] if each.id not in followed]
    return found


def _shown(days: _Days, relation: Relation, part: Subgraph) -> bool:
    ends = part.entities[relation.subject], part.entities[relation.object]
    return not days.before.options.entities or any(map(days.before.shows, ends))


def _of_tie(days: _Days, relation: Relation) -> str:
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


def _key(relation: Relation) -> tuple[str, str, str]:
    return relation.kind, relation.subject, relation.object


def _row(days: _Days, happened: _Happened, part: Subgraph, documents: Documents, claims: Mapping[str, Claim]) -> Change:
    before, after, change = happened.before, happened.after, happened.change
    either = after or before
    if either is None:
        life = part.lifetimes.get(happened.of, NO_LIFE)
        return _lived(part.entities[happened.of], life, change, documents, claims)
    told = [
        (asked.tie(relation, part, relation.subject),) if relation else ()
        for asked, relation in ((days.before, before), (days.after, after))
    ]
    said = [tie.sentence for each in told for tie in each]
    return Change(
        sentence=said[0] if len(said) == 1 else f"Before: {said[0]} After: {said[1]}",
        change=change,
        entities=tuple(entity_named(part.entities[end]) for end in (either.subject, either.object)),
        before=told[0],
        after=told[1],
    )


_WORDS = {
    "began": "began",
    "ended": "ended",
    "changed": "changed",
    "attested": "documented for the first time",
    "planned": "only planned to begin or to end",
}


def _summary(days: _Days, happened: Sequence[_Happened], part: Subgraph) -> str:
    about = f" about {days.before.named}" if days.before.subject else ""
    if not happened:
        return f"{days.before.no_document} tells of any change{about} {days.words}."
    by = {change: [each for each in happened if each.change == change] for change in CHANGES}
    told = [f"{counted(len(by[change]), 'entry', 'entries')} {_WORDS[change]}" for change in CHANGES if by[change]]
    said = f"{capital(days.words)}{about}: {', '.join(told)}."
    bodies = [each for each in by["began"] + by["ended"] + by["planned"] if not each.tied]
    named = some_of(bodies, lambda each: f"{in_text(part.entities[each.of])} ({each.change})")
    return f"{said} {capital(named)}." if bodies else said

"""`changes`: what began, ended, changed or was first attested between two days.

Printed dates alone make a beginning or an end, and the financial year of a payment. What is not known to be certain on
the first day and is on a later one is attested: a document speaks of it for the first time, which says nothing about
when it began. A tie that ended where one of the same kind between the same two began is a change.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Entity, Lifetime, Relation
from graph.queries.existing import NO_LIFE, life_words
from graph.queries.options import Options
from graph.queries.tables import Table, counted, entity_named, is_used, some_of, table
from graph.rows import Change
from graph.spans import Span, read_span
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, in_text, span_words

CHANGES = ("began", "ended", "changed", "attested")
"""In the order in which the rows stand."""


@dataclass(frozen=True, slots=True)
class _Days:
    """The two days, and the question as it is asked on each of them."""

    first: Span
    second: Span
    before: Table
    after: Table

    @property
    def words(self) -> str:
        return f"between {span_words(self.first)} and {span_words(self.second)}"

    def within(self, span: Span) -> bool:
        """Whether the whole of a printed date lies after the first day, and it begins no later than the second."""
        return self.first.last < span.first <= self.second.last


def changes(store: Store, subject: str, options: Options) -> Answer:
    """What happened from the day `at` to the day `until`, to `subject` and its ties or in all of the data.

    Entities come before ties. Linear in the size of what is looked at.

    :raises BadQuestion: when a day is missing, or the second is not after the first.
    """
    asked = table(store, "changes", (subject, ""), options)
    days = _days(asked)
    part = store.about([asked.subject.id]) if asked.subject else store.read()
    rows = [*_lives(days, part), *_ties(days, part)]
    rows.sort(key=lambda row: (CHANGES.index(row.change), bool(row.before or row.after), row.sentence))
    return asked.answer(_summary(days, rows), rows)


def _days(asked: Table) -> _Days:
    options = asked.options
    if not options.at.strip() or not options.until.strip():
        raise BadQuestion("Two days are needed: from which day, and until which.")
    first, second = read_span(options.at), read_span(options.until)
    if second.first <= first.last:
        raise BadQuestion("The second day must be after the first.")
    before, after = (replace(asked, options=replace(options, at=day, until="")) for day in (options.at, options.until))
    return _Days(first, second, before, after)


def _lives(days: _Days, part: Subgraph) -> list[Change]:
    """What happened to entities; none where kinds of tie, sources or roles are asked for."""
    options = days.before.options
    if options.kinds or options.sources or options.roles:
        return []
    about = days.before.subject
    rows = []
    for entity in [about] if about else part.entities.values():
        life = part.lifetimes.get(entity.id, NO_LIFE)
        change = _of_life(days, life)
        if change and days.before.shows(entity) and (options.soft or not life.planned):
            rows.append(_lived(entity, life, change))
    return rows


def _of_life(days: _Days, life: Lifetime) -> str:
    if life.ends is not None and days.within(life.ends):
        return "ended"
    if life.begins is not None:
        return "began" if days.within(life.begins) else ""
    known = life.known
    return "attested" if known is not None and days.first.last < known <= days.second.last else ""


def _lived(entity: Entity, life: Lifetime, change: str) -> Change:
    planned = " (planned)" if life.planned else ""
    return Change(
        sentence=f"{capital(in_text(entity))}: {life_words(life)}{planned}.",
        change=change,
        entities=(entity_named(entity),),
        before=(),
        after=(),
    )


def _ties(days: _Days, part: Subgraph) -> list[Change]:
    happened: dict[str, list[Relation]] = defaultdict(list)
    for relation in part.relations.values():
        if relation.object and is_used(relation) and days.before.suits(relation) and _shown(days, relation, part):
            happened[_of_tie(days, relation)].append(relation)
    followers: dict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for relation in (*happened["began"], *happened["attested"]):
        followers[_key(relation)].append(relation)
    rows = []
    followed = set()
    for relation in happened["ended"]:
        waiting = followers[_key(relation)]
        if waiting:
            follower = waiting.pop(0)
            followed.add(follower.id)
            rows.append(_row(days, "changed", relation, follower, part))
        else:
            rows.append(_row(days, "ended", relation, None, part))
    for change in ("began", "attested"):
        rows += [_row(days, change, None, each, part) for each in happened[change] if each.id not in followed]
    return rows


def _shown(days: _Days, relation: Relation, part: Subgraph) -> bool:
    return any(days.before.shows(part.entities[end]) for end in (relation.subject, relation.object))


def _of_tie(days: _Days, relation: Relation) -> str:
    """What happened to the tie; the empty string for nothing."""
    before, after = relation.possible_within(days.first), relation.possible_within(days.second)
    if before and not after and (relation.year or relation.ruled_out(days.second)):
        return "ended"
    if after and not before and (relation.year or relation.ruled_out(days.first)):
        return "began"
    since = Span(days.first.after, days.second.last)
    is_new = relation.bounds.latest_start > days.first.last and not relation.certain_within(days.first)
    return "attested" if is_new and relation.certain_within(since) else ""


def _key(relation: Relation) -> tuple[str, str, str]:
    return relation.kind, relation.subject, relation.object


def _row(days: _Days, change: str, before: Relation | None, after: Relation | None, part: Subgraph) -> Change:
    either = after or before
    if either is None:
        raise ValueError("A change needs a tie.")
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


def _summary(days: _Days, rows: Sequence[Change]) -> str:
    about = f" about {days.before.named}" if days.before.subject else ""
    if not rows:
        return f"{days.before.no_document} tells of any change{about} {days.words}."
    by = {change: [row for row in rows if row.change == change] for change in CHANGES}
    words = {"began": "began", "ended": "ended", "changed": "changed", "attested": "documented for the first time"}
    told = [f"{counted(len(by[change]), 'entry', 'entries')} {words[change]}" for change in CHANGES if by[change]]
    said = f"{capital(days.words)}{about}: {', '.join(told)}."
    bodies = [row for row in by["began"] + by["ended"] if not row.before and not row.after]
    named = some_of(bodies, lambda row: f"{row.entities[0].name} ({row.change})")
    return f"{said} {capital(named)}." if bodies else said

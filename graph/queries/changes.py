"""`changes`: what began, ended, changed or was first attested between two days (`graph.queries.happenings`)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Claim, Entity, Lifetime
from graph.queries.existing import NO_LIFE, Documents, documents_of, life_words
from graph.queries.happenings import CHANGES, Days, Happened, happened_in
from graph.queries.options import Options
from graph.queries.tables import MOST_ROWS, Table, counted, entity_named, some_of, table
from graph.rows import Change
from graph.spans import read_span
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, in_text, listing


@dataclass(frozen=True, slots=True)
class Changed:
    """What happened to some entities and ties: the answer with the first rows, how many `more`, and to each by id."""

    answer: Answer
    more: int
    entities: Mapping[str, str]
    ties: Mapping[str, str]


def changes(store: Store, subject: str, options: Options) -> Answer:
    """What happened from the day `at` to the day `until`, to `subject` and its ties or in all of the data.

    By what happened, entities before ties, then by name. Linear in the size of what is looked at.

    :raises BadQuestion: when a day is missing, or the second is not after the first.
    """
    asked = table(store, "changes", (subject, ""), options)
    days = _days(asked)
    part = asked.about([asked.subject.id]) if asked.subject else asked.everything(without={"claims"})
    return _answer(asked, days, *happened_in(days, part))


def changes_among(store: Store, part: Subgraph, among: Collection[str], options: Options, most: int) -> Changed:
    """What `changes` tells of those entities and ties of a part whose ids are in `among`; at most `most` rows.

    The part holds all ties between the ends of each of them.

    :raises BadQuestion: when a day is missing, or the second is not after the first.
    """
    asked = table(store, "changes", ("", ""), options)
    days = _days(asked)
    every, part = happened_in(days, part)
    happened = [each for each in every if not each.ids.isdisjoint(among)]
    return Changed(
        answer=_answer(asked, days, happened, part, most),
        more=max(0, len(happened) - most),
        entities={each.of: each.change for each in happened if not each.tied},
        ties={key: each.change for each in happened if each.tied for key in each.ids},
    )


def _answer(asked: Table, days: Days, happened: Sequence[Happened], part: Subgraph, most: int = MOST_ROWS) -> Answer:
    """The answer; of fewer rows than an answer gives it is not said that it was cut."""
    kept = happened if most >= MOST_ROWS else happened[:most]
    told = [tie for each in kept[:MOST_ROWS] for tie in (each.before, each.after) if tie]
    proved, documents = asked.proved(told, part), documents_of(part)
    return asked.answer(lambda: _summary(days, happened, part), kept, lambda each: _row(days, each, proved, documents))


def _days(asked: Table) -> Days:
    options = asked.options
    if not options.at.strip() or not options.until.strip():
        raise BadQuestion("Two days are needed: from which day, and until which.")
    first, second = read_span(options.at), read_span(options.until)
    if second.first <= first.last:
        raise BadQuestion("The second day must be after the first.")
    before, after = (replace(asked, options=replace(options, at=day, until="")) for day in (options.at, options.until))
    return Days(first, second, before, after)


def _lived(entity: Entity, life: Lifetime, change: str, documents: Documents, claims: Mapping[str, Claim]) -> Change:
    """The row of what happened to an entity."""
    return Change(
        sentence=f"{capital(in_text(entity))}: {life_words(life, documents, claims)}.",
        change=change,
        entities=(entity_named(entity),),
        before=(),
        after=(),
    )


def _row(days: Days, happened: Happened, part: Subgraph, documents: Documents) -> Change:
    before, after, change = happened.before, happened.after, happened.change
    either = after or before
    if either is None:
        life = part.lifetimes.get(happened.of, NO_LIFE)
        return _lived(part.entities[happened.of], life, change, documents, part.claims)
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
    "began": ("beginning", "beginnings"),
    "ended": ("end", "ends"),
    "changed": ("change", "changes"),
    "attested": ("thing documented for the first time", "things documented for the first time"),
    "planned": ("beginning or end that was only planned", "beginnings or ends that were only planned"),
}


def _summary(days: Days, happened: Sequence[Happened], part: Subgraph) -> str:
    about = f" about {days.before.named}" if days.before.subject else ""
    if not happened:
        return f"{days.before.no_document} tells of any change{about} {days.words}."
    by = {change: [each for each in happened if each.change == change] for change in CHANGES}
    told = listing(counted(len(by[change]), *_WORDS[change]) for change in CHANGES if by[change])
    said = capital(f"{about}, the documents tell of {told}, {days.words}.".removeprefix(", ").lstrip())
    bodies = [each for each in by["began"] + by["ended"] + by["planned"] if not each.tied]
    named = some_of(bodies, lambda each: f"{in_text(part.entities[each.of])} ({each.change})")
    return f"{said} Among them: {named}." if bodies else said

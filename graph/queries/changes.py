"""`changes`: what began, ended, changed or was first attested between two days (`graph.queries.happenings`)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.queries.existing import NO_LIFE, Documents, documents_of, life_words
from graph.queries.happenings import CHANGES, Days, Happened, happened_in
from graph.queries.options import Options
from graph.queries.printed import printed_by
from graph.queries.tables import MOST_ROWS, Table, counted, entity_named, some_of, table
from graph.rows import Change
from graph.spans import read_span
from graph.store import Store
from graph.subgraph import Subgraph
from graph.told import Evidence
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
    proofs = printed_by(asked, [each.of for each in kept[:MOST_ROWS] if not each.tied], part)

    def row(each: Happened) -> Change:
        return _of_tie(days, each, proved) if each.tied else _of_life(each, part, documents, proofs[each.of])

    return asked.answer(lambda: _summary(days, happened, part), kept, row)


def _days(asked: Table) -> Days:
    options = asked.options
    if not options.at.strip() or not options.until.strip():
        raise BadQuestion("Two days are needed: from which day, and until which.")
    first, second = read_span(options.at), read_span(options.until)
    if second.first <= first.last:
        raise BadQuestion("The second day must be after the first.")
    before, after = (replace(asked, options=replace(options, at=day, until="")) for day in (options.at, options.until))
    return Days(first, second, before, after)


def _of_life(happened: Happened, part: Subgraph, documents: Documents, proofs: Sequence[Evidence]) -> Change:
    entity, life = part.entities[happened.of], part.lifetimes.get(happened.of, NO_LIFE)
    return Change(
        sentence=f"{capital(in_text(entity))}: {life_words(life, documents, part.claims)}.",
        change=happened.change,
        entities=(entity_named(entity),),
        before=(),
        after=(),
        evidence=tuple(proofs),
    )


def _of_tie(days: Days, happened: Happened, part: Subgraph) -> Change:
    told = [
        (asked.tie(relation, part, relation.subject),) if relation else ()
        for asked, relation in ((days.before, happened.before), (days.after, happened.after))
    ]
    said = [tie.sentence for each in told for tie in each]
    either = happened.after or happened.before
    ends = (either.subject, either.object) if either else ()
    return Change(
        sentence=said[0] if len(said) == 1 else f"Before: {said[0]} After: {said[1]}",
        change=happened.change,
        entities=tuple(entity_named(part.entities[end]) for end in ends),
        before=told[0],
        after=told[1],
        evidence=(),
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

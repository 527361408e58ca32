"""`list`: what existed on a day, or what a source names, by kind."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.kinds import vocabulary
from graph.lifetimes import first_known_day, last_known_day, no_more, not_yet, spoken_of, was_to_begin, was_to_end
from graph.model import Claim, Entity, Lifetime
from graph.queries.options import Options
from graph.queries.tables import MOST_ROWS, Table, counted, entity_named, table
from graph.rows import Listed
from graph.spans import ANY_DAY
from graph.store import Store
from graph.subgraph import Subgraph
from graph.walks import SAME
from graph.wording import day_words, listing, spoken, when_words

NO_LIFE = Lifetime()


@dataclass(frozen=True, slots=True)
class Documents:
    """When documents spoke, in words, by the first and by the last day of each: that may be a month, or inferred."""

    first: Mapping[date, str]
    last: Mapping[date, str]


def existing(store: Store, options: Options) -> Answer:
    """The entities of the kinds asked for that existed on the day, certainly before possibly, by kind, then by name.

    Where no document gives a day, the certainty is "undated". Asked about a source, those that it speaks of. Linear in
    the size of the data: all of it is read.
    """
    asked = table(store, "list", ("", ""), _by_kinds_of_entity(options))
    part = asked.everything(without={"relations"})
    named = _named_by(asked, part) if options.sources else part.entities
    plans = plans_in(asked, part)
    found = [
        (entity, certainty)
        for entity in asked.clock.within(part.entities.values())
        if entity.id in named and asked.shows(entity)
        for certainty in [standing(part.lifetimes.get(entity.id, NO_LIFE), asked, plans.get(entity.id))]
        if certainty
    ]
    place = {kind: number for number, kind in enumerate(vocabulary().entities)}
    found.sort(key=lambda pair: (place[pair[0].kind], pair[1] != "certain", pair[0].title, pair[0].id))
    sources = _sources_of([entity.id for entity, _ in found[:MOST_ROWS]], part)
    documents = documents_of(part)

    def lived(entity: Entity) -> str:
        return life_words(part.lifetimes.get(entity.id, NO_LIFE), documents, part.claims)

    return asked.answer(
        lambda: _summary(asked, found), found, lambda pair: _row(*pair, lived(pair[0]), sources[pair[0].id])
    )


def _by_kinds_of_entity(options: Options) -> Options:
    """The options with kinds taken for kinds of entity: a list is of nothing else.

    :raises BadQuestion: when one is a kind of tie, or a role is asked for.
    """
    wrong = sorted(options.kinds - vocabulary().entities.keys())
    if wrong:
        raise BadQuestion(f"A list is of kinds of entity, like board or person; {wrong[0]!r} is none.")
    if options.roles:
        raise BadQuestion("A list is of entities, which have no roles.")
    return replace(options, kinds=frozenset(), entities=options.entities | options.kinds)


def standing(life: Lifetime, asked: Table, plan: date | None = None) -> str:
    """Whether it existed on the days asked about: "certain", "possible", "planned", "undated", or "" for not.

    It exists from the day on which it is known, certainly until the last source that speaks of it. What is only planned
    is no plan before the day of the `plan` (`plans_in`).
    """
    window, soft = asked.window, asked.options.soft
    if not_yet(life, window) or no_more(life, window):
        return ""
    if life.planned:
        return "planned" if soft and (plan is None or window.last >= plan) else ""
    if life.known is None:
        return "undated" if soft else ""
    if window != ANY_DAY and window.last < life.known:
        return ""
    if life.confirmed is not None and window.first <= life.confirmed:
        return "certain"
    return "possible" if soft else ""


def plans_in(asked: Table, part: Subgraph) -> Mapping[str, date]:
    """By entity of which only plans speak the first day of a dated source that does; empty where no day is asked about.

    What is said of them is read anew: the part may have been read without its claims.
    """
    planned = {entity for entity, life in part.lifetimes.items() if life.planned}
    if asked.window == ANY_DAY or not planned:
        return {}
    part = asked.about(planned)
    spoken = {source.id: first_known_day(source.span()) for source in part.sources.values()}
    plans: dict[str, date] = {}
    for claim in asked.clock.within(part.claims.values()):
        day = spoken[claim.source]
        if not claim.planned or day is None:
            continue
        for end in spoken_of(claim):
            plans[end] = min(day, plans.get(end, day))
    return plans


def documents_of(part: Subgraph) -> Documents:
    """When the documents of a part spoke; of several with the same day the words that come first."""
    said = [(source.span(), spoken(source)) for source in sorted(part.sources.values(), key=spoken, reverse=True)]
    first = {day: words for span, words in said if (day := first_known_day(span)) is not None}
    last = {day: words for span, words in said if (day := last_known_day(span)) is not None}
    return Documents(first, last)


def life_words(life: Lifetime, documents: Documents, claims: Mapping[str, Claim]) -> str:
    """When it existed, like "began in 2020, last spoken of in a document of 9 December 2021"; empty for no day.

    `claims` are those about it, by id.
    """
    if life.known and life.confirmed and not life.begins and not life.ends:
        first, last = document_of(life.known, documents.first), document_of(life.confirmed, documents.last)
        return f"spoken of {first}" if first == last else f"first spoken of {first}, last spoken of {last}"
    words = []
    if life.begins:
        words.append(f"{'was to begin' if was_to_begin(life, claims) else 'began'} {when_words(life.begins)}")
    elif life.known:
        words.append(f"first spoken of {document_of(life.known, documents.first)}")
    if life.ends:
        words.append(f"{'was to end' if was_to_end(life, claims) else 'ended'} {when_words(life.ends)}")
    elif life.confirmed:
        words.append(f"last spoken of {document_of(life.confirmed, documents.last)}")
    return ", ".join(words)


def document_of(day: date, documents: Mapping[date, str]) -> str:
    """The document that spoke on that day by its date; else the day itself."""
    return f"in a document of {documents[day]}" if day in documents else f"on {day_words(day)}"


def _named_by(asked: Table, part: Subgraph) -> set[str]:
    """The entities that the sources asked for speak of."""
    return {
        entity
        for claim in asked.clock.within(part.claims.values())
        if claim.source in asked.options.sources
        for entity in _named_in(claim)
    }


def _sources_of(entities: Collection[str], part: Subgraph) -> Mapping[str, Mapping[str, None]]:
    """The sources that speak of each of these entities, in the order of claim ids."""
    named: dict[str, dict[str, None]] = {entity: {} for entity in entities}
    for claim in part.claims.values():
        for entity in _named_in(claim):
            if entity in named:
                named[entity][claim.source] = None
    return named


def _named_in(claim: Claim) -> tuple[str, ...]:
    """Whom the source of a claim names by it: not the other name that one of its own may stand for."""
    end = "" if claim.kind == SAME else claim.object
    return claim.subject, end, *claim.via, *claim.decision, *claim.budget


def _row(entity: Entity, certainty: str, dates: str, sources: Mapping[str, None]) -> Listed:
    label = vocabulary().entities[entity.kind].label
    return Listed(
        sentence=f"{entity.title} ({label}){f': {dates}' if dates else ''}.",
        entity=entity_named(entity),
        certainty=certainty,
        dates=dates,
        sources=tuple(sources),
    )


_HEADS = {
    "certain": "The documents name {}{}.",
    "possible": "Not confirmed for then, nor known to have ended: {}.",
    "planned": "Only planned: {}.",
    "undated": "Without any date: {}.",
}
"""How each certainty is told, of how many and when, in the order in which they are told."""


def _summary(asked: Table, found: Sequence[tuple[Entity, str]]) -> str:
    # Kinds of entity are what is asked for here, no filter to be hinted at.
    nobody = asked.no_document_beside("entities")
    if not found:
        return f"{nobody} names anything of that kind{asked.on_day}."
    by = {certainty: Counter(entity.kind for entity, sure in found if sure == certainty) for certainty in _HEADS}
    said = [head.format(_counts(by[certainty]), asked.on_day) for certainty, head in _HEADS.items() if by[certainty]]
    if not by["certain"]:
        said.insert(0, f"{nobody} names for certain anything of that kind{asked.on_day}.")
    return " ".join(said)


def _counts(numbers: Counter[str]) -> str:
    kinds = vocabulary().entities
    return listing(counted(number, kinds[kind].label, kinds[kind].plural) for kind, number in numbers.most_common())

"""`list`: what existed on a day, or what a source names, by kind."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.kinds import vocabulary
from graph.model import Entity, Lifetime
from graph.queries.options import Options
from graph.queries.tables import Table, counted, entity_named, table
from graph.rows import Listed
from graph.spans import ANY_DAY, Span
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, day_words, listing, when_words

NO_LIFE = Lifetime()


def existing(store: Store, options: Options) -> Answer:
    """The entities of the kinds asked for that existed on the day, certainly before possibly, by kind, then by name.

    Where no document gives a day, the certainty is "undated". Asked about a source, those that it speaks of. Linear in
    the size of the data: all of it is read.
    """
    asked = table(store, "list", ("", ""), _by_kinds_of_entity(options))
    part = store.read()
    named = _sources_of(part)
    rows = [
        (entity, certainty, part.lifetimes.get(entity.id, NO_LIFE))
        for entity in part.entities.values()
        if asked.shows(entity) and (not options.sources or options.sources & named[entity.id].keys())
        for certainty in [standing(part.lifetimes.get(entity.id, NO_LIFE), asked)]
        if certainty
    ]
    kinds = list(vocabulary().entities)
    rows.sort(key=lambda row: (kinds.index(row[0].kind), row[1] != "certain", row[0].title, row[0].id))
    listed = [_row(entity, certainty, life, named[entity.id]) for entity, certainty, life in rows]
    return asked.answer(_summary(asked, [entity for entity, _, _ in rows], listed), listed)


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


def standing(life: Lifetime, asked: Table) -> str:
    """Whether it existed on the days asked about: "certain", "possible", "planned", "undated", or "" for not.

    It exists from the day on which it is known, certainly until the last source that speaks of it.
    """
    window, soft = asked.window, asked.options.soft
    if _ruled_out(life, window):
        return ""
    if life.planned or life.known is None:
        word = "planned" if life.planned else "undated"
        return word if soft else ""
    if window != ANY_DAY and window.last < life.known:
        return ""
    if window == ANY_DAY or (life.confirmed is not None and window.first <= life.confirmed):
        return "certain"
    return "possible" if soft else ""


def _ruled_out(life: Lifetime, window: Span) -> bool:
    """Whether printed dates rule out that it existed on the days."""
    not_yet = life.begins is not None and window.last < life.begins.first
    return not_yet or (life.ends is not None and window.first > life.ends.last)


def life_words(life: Lifetime) -> str:
    """When it existed, like "began in 2020, last spoken of on 9 December 2021"; empty where nothing is known."""
    words = []
    if life.begins:
        words.append(f"began {when_words(life.begins)}")
    elif life.known:
        words.append(f"first spoken of on {day_words(life.known)}")
    if life.ends:
        words.append(f"ended {when_words(life.ends)}")
    elif life.confirmed:
        words.append(f"last spoken of on {day_words(life.confirmed)}")
    return ", ".join(words)


def _sources_of(part: Subgraph) -> Mapping[str, Mapping[str, None]]:
    """The sources that speak of each entity, in the order of claim ids."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for claim in part.claims.values():
        for entity in (claim.subject, claim.object, *claim.via, *claim.decision, *claim.budget):
            if entity:
                named[entity][claim.source] = None
    return named


def _row(entity: Entity, certainty: str, life: Lifetime, sources: Mapping[str, None]) -> Listed:
    dates = life_words(life)
    label = vocabulary().entities[entity.kind].label
    return Listed(
        sentence=f"{entity.title} ({label}){f': {dates}' if dates else ''}.",
        entity=entity_named(entity),
        certainty=certainty,
        dates=dates,
        sources=tuple(sources),
    )


def _summary(asked: Table, entities: Sequence[Entity], rows: Sequence[Listed]) -> str:
    if not rows:
        return f"{asked.no_document} names anything of that kind{asked.on_day}."
    kinds = vocabulary().entities
    numbers = Counter(entity.kind for entity in entities)
    told = listing(counted(number, kinds[kind].label, kinds[kind].plural) for kind, number in numbers.most_common())
    said = f"The documents name {told}{asked.on_day}."
    soft = Counter(row.certainty for row in rows)
    doubts = [
        counted(soft[word], *nouns)
        for word, nouns in {
            "possible": ("of them only possibly existed then", "of them only possibly existed then"),
            "planned": ("is only planned", "are only planned"),
            "undated": ("has no date at all", "have no date at all"),
        }.items()
        if soft[word]
    ]
    return f"{said} {capital(listing(doubts))}." if doubts else said

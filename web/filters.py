"""The filters of the explorer as a person meets them: what can be chosen and how often it is there, and what is set."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.exploring.sieve import EVERYTHING
from graph.exploring.surroundings import Surroundings
from graph.exploring.view import drawable
from graph.kinds import vocabulary
from graph.model import Relation
from graph.subgraph import Subgraph
from graph.wording import listing, spoken, when_words
from web.explored import Explored
from web.params import MAX_VALUES
from web.words import LENSES

SURETIES = {
    "": "all, disputed and planned too",
    "implied": "undisputed: implied and possible too",
    "possible": "stated: possible too",
    "firm": "firm: stated and certain",
}
"""How sure a tie must be, in words, the least strict first."""
_SURE = {"implied": "undisputed ties", "possible": "stated, undisputed ties", "firm": "firm ties"}


@dataclass(frozen=True, slots=True)
class Offer:
    """One value that can be chosen: its words, how many ties have it, and whether it is chosen."""

    value: str
    words: str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Offers:
    """Values of one parameter, under their heading, the chosen and the frequent first; `more` are not offered."""

    name: str
    heading: str
    every: tuple[Offer, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Set:
    """A filter that is set: in words, and the address without it."""

    words: str
    without: str


def offers_of(around: Surroundings) -> tuple[Offers, ...]:
    """The kinds and documents of the ties that touch what is shown, on whatever day they held."""
    near, sieve, kinds = around.near, around.view.sieve, vocabulary()
    says = {key: kind.says for key, kind in kinds.relations.items()}
    plurals = {key: kind.plural for key, kind in kinds.entities.items()}
    ties = drawable(near.relations.values())
    of_kinds = Counter(tie.kind for tie in ties)
    of_entities = Counter(kind for tie in ties for kind in _kinds_at(tie, near))
    of_sources = Counter(source for tie in ties for source in tie.sources)
    return (
        _offers("kind", "Kinds of tie", of_kinds, sieve.kinds, says),
        _offers("entity_kind", "Kinds of body, person or paper", of_entities, sieve.entities, plurals),
        _offers("source", "Documents that say so", of_sources, sieve.sources, titles_of(near)),
    )


def filters_set(explored: Explored, titles: Mapping[str, str]) -> tuple[Set, ...]:
    """Each filter that is set, with the address that does without it."""
    return tuple(_each(explored, titles))


def limits_words(explored: Explored, titles: Mapping[str, str]) -> str:
    """The day and the filters as one sentence; empty where there are none."""
    said = [f"only {each.words}" for each in filters_set(explored, titles)]
    if explored.limits.at and not explored.limits.until:
        said.insert(0, f"only what may have held {when_words(explored.limits.first)}")
    return f"Shown: {listing(said)}." if said else ""


def hidden_words(around: Surroundings) -> str:
    """How many ties of what is shown are kept out, and by what, in one sentence; empty without days and filters."""
    view, hidden = around.view, around.hidden
    parts = []
    if view.sieve != EVERYTHING:
        parts.append(f"the filters hide {hidden.by_filters or 'none'}")
    if hidden.by_days:
        parts.append(f"{hidden.by_days} {'is' if hidden.by_days == 1 else 'are'} of other days")
    return f"Of the ties that touch what is shown, {listing(parts)}." if parts else ""


def titles_of(part: Subgraph) -> Mapping[str, str]:
    """The titles of the documents by id, with the dates on which they spoke."""
    return {key: f"{source.title} ({spoken(source)})" for key, source in part.sources.items()}


def _kinds_at(tie: Relation, near: Subgraph) -> set[str]:
    return {near.entities[end].kind for end in (tie.subject, tie.object)}


def _offers(name: str, heading: str, numbers: Counter[str], chosen: frozenset[str], words: Mapping[str, str]) -> Offers:
    """At most as many as an address may hold; what is chosen stands first, whether it is there or not."""

    def rank(value: str) -> tuple[int, str]:
        return -numbers[value], words.get(value, value)

    ranked = sorted({*numbers, *chosen}, key=lambda value: (value not in chosen, rank(value)))
    kept = ranked[:MAX_VALUES]
    every = tuple(Offer(value, words.get(value, value), numbers[value], value in chosen) for value in kept)
    return Offers(name, heading, every, len(ranked) - len(kept))


def _each(explored: Explored, titles: Mapping[str, str]) -> Iterator[Set]:
    sieve, kinds = explored.limits.sieve, vocabulary()
    if sieve.lens:
        yield Set(LENSES[sieve.lens.word].replace(" only", " of reporting"), explored.sifted(lens=None))
    if sieve.sure:
        yield Set(_SURE[sieve.sure], explored.sifted(sure=""))
    for kind in sorted(sieve.kinds):
        words = f"“{kinds.relations[kind].says}”"
        yield Set(words, explored.sifted(kinds=sieve.kinds - {kind}))
    for kind in sorted(sieve.entities):
        yield Set(kinds.entities[kind].plural, explored.sifted(entities=sieve.entities - {kind}))
    for source in sorted(sieve.sources):
        yield Set(f"what “{titles.get(source, source)}” says", explored.sifted(sources=sieve.sources - {source}))

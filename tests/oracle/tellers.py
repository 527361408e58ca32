"""What a store tells, as values that can be compared; and the same, naively, from the graph itself."""

from datetime import date
from random import Random

from graph import codec
from graph.answers import Answer
from graph.errors import GovernanceError
from graph.model import Entity, Source, Strength
from graph.queries.ask import ask
from graph.spans import ANY_DAY, read_span
from graph.store import Store
from graph.subgraph import Subgraph
from graph.walks import Found, Ties, Walk, When
from tests.oracle.questions import Query
from tests.oracle.worlds import ANSWERING, ROLES, SOURCES

Tables = dict[str, list[tuple[str, object]]]
PATIENCE = 5
"""How often a search is tried that a busy machine leaves no time for."""


def answer(store: Store, query: Query) -> Answer:
    """The answer to a question, whole unless there is never time for it."""
    for _ in range(PATIENCE):
        answer = ask(store, query.name, query.subject, query.object, query.options)
        if answer.truncated != "time":
            break
    return answer


def answered_or_refused(store: Store, query: Query) -> Answer | str:
    """The answer to a question, or in which words it is refused."""
    try:
        return answer(store, query)
    except GovernanceError as refusal:
        return f"{type(refusal).__name__}: {refusal}"


def found(store: Store, walk: Walk, steps: int = 0) -> Found:
    """The shortest routes of a walk, or those of so many steps."""
    for _ in range(PATIENCE):
        found = store.exactly(walk, steps) if steps else store.shortest(walk)
        if found.cut != "time":
            break
    return found


def version(store: Store) -> str:
    return store.version()


def days(store: Store, ties: Ties, most: int) -> tuple[tuple[date, ...], bool]:
    return store.days(ties, most)


def about(store: Store, ids: list[str], among: bool) -> Tables:
    return in_order(store.about(ids, among=among))


def said_by(store: Store, source: str) -> Tables:
    return in_order(store.said_by(source))


def naming(store: Store, entity: str) -> Tables:
    return in_order(store.naming(entity))


def of_kinds(store: Store, kinds: list[str]) -> Tables:
    return in_order(store.of_kinds(kinds))


def held(store: Store) -> tuple[bytes, Tables]:
    """To the letter, and in its order."""
    graph = store.read()
    return codec.encode(graph), in_order(graph)


def load(store: Store, graph: Subgraph) -> bool:
    return store.load(graph)


def listed(store: Store) -> tuple[list[Entity], list[Source]]:
    """Entities and sources, in their order."""
    return list(store.entities()), list(store.sources())


def in_order(part: Subgraph) -> Tables:
    """The tables of a part, each in its order."""
    tables = ("sources", "entities", "claims", "relations", "lifetimes")
    return {table: list(getattr(part, table).items()) for table in tables}


def touching(graph: Subgraph, ids: set[str], among: bool) -> list[str]:
    """The relations that touch these entities, or join two of them: what `about` is to hold."""
    ends = {one.id: {one.subject, one.object} for one in graph.relations.values()}
    return sorted(key for key, both in ends.items() if (both <= ids if among else both & ids))


def named_in(graph: Subgraph, entity: str) -> list[str]:
    """The relations of which a claim names the entity at neither end: what `naming` is to hold."""

    def named(claims: tuple[str, ...]) -> bool:
        said = [graph.claims[claim] for claim in claims]
        return any(
            entity in one.via + one.decision + one.budget and entity not in (one.subject, one.object) for one in said
        )

    return sorted(one.id for one in graph.relations.values() if named(one.claims))


def resting_on(graph: Subgraph, source: str) -> list[str]:
    """The relations of which a claim is of that source: what `said_by` is to hold."""

    def said(claims: tuple[str, ...]) -> bool:
        return any(graph.claims[claim].source == source for claim in claims)

    return sorted(one.id for one in graph.relations.values() if said(one.claims))


def such(graph: Subgraph, kinds: list[str]) -> list[str]:
    """The relations of these kinds: what `of_kinds` is to hold."""
    return sorted(one.id for one in graph.relations.values() if one.kind in kinds)


def ties(random: Random, at: tuple[str, ...]) -> Ties:
    """Ties under any of the filters, on one of the days."""
    when = random.choice(list(When))
    asked = random.choice((ANY_DAY, read_span(random.choice(at))))

    def sometimes(*words: str) -> frozenset[str]:
        return frozenset(words) if random.random() < 0.15 else frozenset()

    return Ties(
        random.choice((None, *Strength)),
        sound=random.random() < 0.3,
        when=when,
        window=ANY_DAY if when == When.ALWAYS else asked,
        kinds=sometimes(*random.sample((*ANSWERING, "member_of"), 3)),
        sources=sometimes(f"s{random.randrange(SOURCES)}"),
        roles=sometimes(random.choice(ROLES).lower()),
        same=random.random() < 0.3,
    )

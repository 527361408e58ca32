"""What the data holds, counted: the figures of the page about the data."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.kinds import vocabulary
from graph.lifetimes import last_known_day
from graph.model import Source, State
from graph.subgraph import Subgraph


@dataclass(frozen=True, slots=True)
class Document:
    """A document, how many claims are made from it, and how many bodies, people and other things these name."""

    source: Source
    claims: int
    named: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts, each in the order in which it is shown; what counts nothing is left out.

    `kinds` are entities by broad kind, in its plural; `strengths` ties by which somebody answers to somebody, without
    denied ones; `states` all ties, by how well they are supported. A fact, which is said of one alone, is no tie.
    `undated` are ties of which no day is known, `opposed` claims that say that something is not so.
    """

    documents: tuple[Document, ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()
    ties: int = 0
    facts: int = 0
    strengths: tuple[tuple[str, int], ...] = ()
    states: tuple[tuple[str, int], ...] = ()
    undated: int = 0
    opposed: int = 0


def age_of(source: Source) -> tuple[str, str]:
    """What documents are ordered by, from undated ones to the newest; without a last day the first one counts."""
    day = last_known_day(source.span())
    return (day.isoformat() if day else "", source.id)


def figures_of(graph: Subgraph) -> Figures:
    """The figures of a whole graph; all zero for an empty one."""
    kinds = vocabulary().entities
    broad = Counter(kinds[entity.kind].broader for entity in graph.entities.values())
    ties = [relation for relation in graph.relations.values() if relation.object]
    said = [relation for relation in ties if relation.state != State.DENIED]
    answering = Counter(relation.strength.word for relation in said if relation.strength)
    states = Counter(str(relation.state) for relation in ties)
    return Figures(
        documents=_documents(graph),
        kinds=tuple((kinds[kind].plural, broad[kind]) for kind in kinds if broad[kind]),
        ties=len(ties),
        facts=len(graph.relations) - len(ties),
        strengths=_counted(("line", "oversight", "leadership"), answering),
        states=_counted(("corroborated", "single source", "implied only", "planned", "disputed", "denied"), states),
        undated=sum(not relation.dated for relation in said),
        opposed=sum(not claim.supports for claim in graph.claims.values()),
    )


def _counted(order: Iterable[str], counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple((word, counts[word]) for word in order if counts[word])


def _documents(graph: Subgraph) -> tuple[Document, ...]:
    """The newest first, undated ones last."""
    claims: Counter[str] = Counter()
    named: dict[str, set[str]] = {}
    for claim in graph.claims.values():
        claims[claim.source] += 1
        named.setdefault(claim.source, set()).update(filter(None, (claim.subject, claim.object)))
    sources = sorted(graph.sources.values(), key=age_of, reverse=True)
    return tuple(Document(source, claims[source.id], len(named.get(source.id, ()))) for source in sources)

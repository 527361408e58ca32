"""What a load tells about itself: how much there is, and what deserves a second look."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.kinds import Vocabulary, vocabulary
from graph.model import Claim, Entity, Relation, Source, State, Strength
from graph.subgraph import Subgraph
from loaders.duplicates import Likely, likely_duplicates

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """Counts, each by its word in alphabetical order, and lists of ids.

    `loops` are sets of entities that answer to one another in a circle, over ties of line and oversight that are
    not denied. `unled` are bodies without a tie of line upwards, `undated` sources that no day is known of. Without
    a graph, `derived` is False and there are counts of records alone.
    """

    sources: int = 0
    entities: Counts = field(default_factory=dict)
    claims: Counts = field(default_factory=dict)
    claims_by_source: Counts = field(default_factory=dict)
    relations: Counts = field(default_factory=dict)
    loops: tuple[tuple[str, ...], ...] = ()
    unled: tuple[str, ...] = ()
    duplicates: tuple[Likely, ...] = ()
    undated: tuple[str, ...] = ()
    derived: bool = False

    def __str__(self) -> str:
        """As the command line shows it: one line for each count, one for each thing listed."""
        counts = [
            _number(self.sources, "sources"),
            _counted("entities", self.entities),
            _counted("claims", self.claims),
            *(f"    {source or 'no source'}: {number:,}" for source, number in self.claims_by_source.items()),
        ]
        if not self.derived:
            return "\n".join(counts)
        lines = [
            *counts,
            _counted("relations", self.relations),
            *_listed("loops of answerability", [", ".join(loop) for loop in self.loops]),
            *_listed("bodies without a line upwards", self.unled),
            *_listed("pairs that are likely duplicates", [str(pair) for pair in self.duplicates]),
            *_listed("sources without a day", self.undated),
        ]
        return "\n".join(lines)


def count(sources: Iterable[Source], entities: Iterable[Entity], claims: Iterable[Claim]) -> Report:
    """The counts alone, for records that do not make a graph."""
    claims = list(claims)
    return Report(
        sources=sum(1 for _ in sources),
        entities=_counts(entity.kind for entity in entities),
        claims=_counts(claim.status for claim in claims),
        claims_by_source=_counts(claim.source for claim in claims),
    )


def report_on(graph: Subgraph, kinds: Vocabulary | None = None) -> Report:
    """The report on a graph; every list is in the order of ids and empty where there is nothing to list."""
    kinds = kinds or vocabulary()
    counts = count(graph.sources.values(), graph.entities.values(), graph.claims.values())
    return Report(
        sources=counts.sources,
        entities=counts.entities,
        claims=counts.claims,
        claims_by_source=counts.claims_by_source,
        relations=_counts(str(relation.state) for relation in graph.relations.values()),
        loops=loops(graph.relations.values()),
        unled=unled_bodies(graph, kinds),
        duplicates=likely_duplicates(graph, kinds),
        undated=tuple(source.id for source in graph.sources.values() if source.span() is None),
        derived=True,
    )


def loops(relations: Iterable[Relation]) -> tuple[tuple[str, ...], ...]:
    """Sets of entities each of which answers, step by step, to every other; ids and sets in order.

    Ties of line and oversight count, denied ones do not.
    Method: strongly connected components, Tarjan (1972), as in networkx.
    """
    import networkx as nx

    ties: nx.DiGraph[str] = nx.DiGraph()
    ties.add_edges_from(
        (relation.lower, relation.upper)
        for relation in relations
        if relation.strength in (Strength.LINE, Strength.OVERSIGHT) and relation.state != State.DENIED
    )
    found = (tuple(sorted(part)) for part in nx.strongly_connected_components(ties) if len(part) > 1)
    return tuple(sorted(found))


def unled_bodies(graph: Subgraph, kinds: Vocabulary) -> tuple[str, ...]:
    """The bodies that are the lower end of no tie of line, denied ones left out."""
    led = {
        relation.lower
        for relation in graph.relations.values()
        if relation.strength == Strength.LINE and relation.state != State.DENIED
    }
    return tuple(
        entity.id for entity in graph.entities.values() if kinds.broad(entity.kind) == "body" and entity.id not in led
    )


def _counts(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))


def _counted(noun: str, counts: Counts) -> str:
    parts = ", ".join(f"{number:,} {word or 'blank'}" for word, number in counts.items())
    return _number(sum(counts.values()), noun) + (f": {parts}" if parts else "")


def _listed(title: str, items: Sequence[str]) -> list[str]:
    """`title` begins with its noun, in the plural."""
    noun, _, others = title.partition(" ")
    return [f"{_number(len(items), noun)} {others}" + (":" if items else ""), *(f"    {item}" for item in items)]


def _number(count: int, plural: str) -> str:
    """A count with its noun: "1 body", "2 bodies"."""
    singular = f"{plural.removesuffix('ies')}y" if plural.endswith("ies") else plural.removesuffix("s")
    return f"{count:,} {singular if count == 1 else plural}"

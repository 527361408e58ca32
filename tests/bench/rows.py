"""The questions whose answers are rows, as they are measured, and each as plain networkx answers it.

The plain way walks a multigraph whose edges hold the relations and gives ids alone: no sentences, evidence or sums.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

import networkx as nx

from graph.answers import Answer
from graph.lifetimes import first_known_day, spoken_of
from graph.model import Relation, State
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.queries.seating import SEATS
from graph.rows import Listed, Pair, Payment, Seat, Shared
from graph.spans import Span
from graph.store import Store
from graph.subgraph import Subgraph
from tests.bench.asked import DAY, SECONDS
from tests.synthetic import Cast

NAME = "networkx: edges of a multigraph, relation by relation"
AROUND = 8
"""How many bodies, people or pairs a question about one is asked of."""
ANY = Options(seconds=SECONDS)
Ids = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Rows:
    """One question with rows, on one day or between two."""

    name: str
    question: str
    subject: str = ""
    object: str = ""
    options: Options = ANY

    def answer(self, store: Store) -> Answer:
        """The whole answer."""
        return ask(store, self.question, self.subject, self.object, self.options)


def picked_rows(cast: Cast, seed: int = 1) -> dict[str, list[Rows]]:
    """What is asked, by what it is called: some about one or two, some about everything."""
    chance = Random(seed)
    day = Options(at=DAY, seconds=SECONDS)
    span = Options(at="2014", until="2016", seconds=SECONDS)
    bodies = chance.sample(cast.bodies, min(AROUND, len(cast.bodies)))
    people = chance.sample(cast.people, min(AROUND, len(cast.people)))
    programmes = chance.sample(cast.programmes, min(AROUND, len(cast.programmes)))
    places = [chance.randrange(len(cast.bodies) - 1) for _ in range(AROUND)]
    about = [
        *(Rows("members", "members", body, options=day) for body in bodies),
        *(Rows("seats", "seats", person, options=day) for person in people),
        *(Rows("shared of two", "shared", cast.bodies[place], cast.bodies[place + 1], day) for place in places),
        *(Rows("money of one", "money", programme, options=ANY) for programme in programmes),
        *(Rows("gaps of one", "gaps", body, options=day) for body in bodies),
        *(Rows("changes of one", "changes", body, options=span) for body in bodies),
        *(Rows("profile", "profile", body, options=ANY) for body in bodies),
    ]
    boards = Options(at=DAY, entities=frozenset({"board"}), seconds=SECONDS)
    everything = [
        Rows("shared of all", "shared", options=day),
        Rows("money of all", "money", options=ANY),
        Rows("gaps of all", "gaps", options=day),
        Rows("changes of all", "changes", options=span),
        Rows("list of boards", "list", options=boards),
    ]
    asked: dict[str, list[Rows]] = {}
    for each in (*about, *everything):
        asked.setdefault(each.name, []).append(each)
    return asked


class PlainRows:
    """All relations as a multigraph."""

    def __init__(self, graph: Subgraph) -> None:
        self._network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._graph = graph
        for relation in graph.relations.values():
            self._network.add_edge(relation.subject, relation.object, key=relation.id, relation=relation)
        self._planned: dict[str, date] = {}
        for claim in graph.claims.values():
            day = first_known_day(graph.sources[claim.source].span())
            if claim.planned and day is not None:
                for end in spoken_of(claim):
                    self._planned[end] = min(day, self._planned.get(end, day))

    def answer(self, asked: Rows) -> Ids | None:
        """The ids that the rows of the answer are about; None where nobody would write this with networkx alone."""
        ways: dict[str, Callable[[Rows], Iterator[tuple[str, ...]]]] = {
            "members": self._members,
            "seats": self._seats,
            "shared of two": self._shared,
            "shared of all": self._pairs,
            "money of one": self._money,
            "money of all": self._money,
            "list of boards": self._boards,
        }
        way = ways.get(asked.name)
        return frozenset(way(asked)) if way else None

    def _edges(self, start: str = "", end: str = "") -> Iterator[tuple[str, str, Relation]]:
        """All edges, or those from or to one."""
        network = self._network
        if start or end:
            yield from network.out_edges(start, data="relation") if start else network.in_edges(end, data="relation")
        else:
            yield from network.edges(data="relation")

    def _sitting(self, body: str, window: Span) -> set[str]:
        edges = self._edges(end=body)
        return {start for start, _, relation in edges if _holds(relation, window) and relation.kind in SEATS}

    def _members(self, asked: Rows) -> Iterator[tuple[str, ...]]:
        yield from ((each,) for each in self._sitting(asked.subject, asked.options.window))

    def _seats(self, asked: Rows) -> Iterator[tuple[str, ...]]:
        """By themselves and by the posts that they hold."""
        window = asked.options.window
        ties = self._edges(start=asked.subject)
        posts = {post for _, post, tie in ties if tie.kind == "holds_post" and _holds(tie, window)}
        for start in (asked.subject, *posts):
            for _, end, relation in self._edges(start=start):
                if _holds(relation, window) and relation.kind in SEATS:
                    yield (end,)

    def _shared(self, asked: Rows) -> Iterator[tuple[str, ...]]:
        first, second = (self._sitting(body, asked.options.window) for body in (asked.subject, asked.object))
        yield from ((each,) for each in first | second)

    def _pairs(self, asked: Rows) -> Iterator[tuple[str, ...]]:
        boards: dict[str, set[str]] = {}
        for start, end, relation in self._edges():
            if _holds(relation, asked.options.window) and relation.kind in SEATS:
                boards.setdefault(start, set()).add(end)
        for sat in boards.values():
            yield from ((one, other) for one in sat for other in sat if one < other)

    def _money(self, asked: Rows) -> Iterator[tuple[str, ...]]:
        for start, end, relation in self._edges(end=asked.subject):
            if relation.kind == "funds":
                yield start, end

    def _boards(self, asked: Rows) -> Iterator[tuple[str, ...]]:
        window = asked.options.window
        for entity in self._graph.entities.values():
            life = self._graph.lifetimes.get(entity.id)
            since = life and (self._planned.get(entity.id) if life.planned else life.known)
            if entity.kind == "board" and since and since <= window.last:
                yield (entity.id,)


def ids_of(answer: Answer) -> Ids:
    """The ids that the rows of an answer are about."""
    return frozenset(_ids(row) for row in answer.rows)


def _ids(row: object) -> tuple[str, ...]:
    match row:
        case Seat() | Shared() | Listed():
            return (row.entity.id,)
        case Pair():
            return tuple(sorted((row.first.id, row.second.id)))
        case Payment():
            return (row.payer.id, row.recipient.id if row.recipient else "")
    return ()


def _holds(relation: Relation, window: Span) -> bool:
    return relation.state != State.DENIED and relation.possible_within(window)

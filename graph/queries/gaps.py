"""`gaps`: what the sources leave open or weak: whom nobody is named to answer to, loops, thin evidence.

Every finding is linear in the size of the data, or nearly. Loops are the strongly connected components of who answers
to whom by line or oversight (Tarjan, 1972). A single point of failure is one that dominates others on every way down to
them from the top (Cooper, Harvey and Kennedy, 2001). Both are networkx's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.answers import Answer
from graph.kinds import vocabulary
from graph.model import Entity, Relation, State, Strength
from graph.queries.existing import NO_LIFE, standing
from graph.queries.options import Options
from graph.queries.tables import Table, counted, entity_named, is_used, some_of, table
from graph.rows import Gap
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, in_text, listing, sentence

GAPS = {
    "no line": ("has no line upwards", "have no line upwards"),
    "soft line": ("has only a soft line upwards", "have only a soft line upwards"),
    "loop": ("loop", "loops"),
    "single point": ("single point of failure", "single points of failure"),
    "disputed": ("disputed tie", "disputed ties"),
    "implied": ("tie that rests on one implied claim", "ties that rest on one implied claim"),
    "planned": ("plan never confirmed", "plans never confirmed"),
    "unattached": ("tied to nobody", "tied to nobody"),
}
"""What each is called, in the order in which the rows stand."""
ANSWERING = frozenset({"body", "post", "programme", "collective"})
"""Broad kinds of entity of which a line upwards can be expected."""
MOST_CUT = 2
"""So many must reach the top through one alone for it to be a single point of failure."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is looked at: the data, the entities that may be told of, and the ties that count."""

    asked: Table
    part: Subgraph
    entities: Sequence[Entity]
    ties: Sequence[Relation]

    def about(self, *entities: str) -> bool:
        """Whether the question is about one of these, or about all."""
        subject = self.asked.subject
        return subject is None or subject.id in entities

    def row(self, gap: str, sentence: str, entities: Iterable[str], ties: Iterable[Relation] = ()) -> Gap:
        """One finding."""
        return Gap(
            sentence=sentence,
            gap=gap,
            entities=tuple(entity_named(self.part.entities[entity]) for entity in entities),
            ties=tuple(self.asked.tie(tie, self.part, tie.lower or tie.subject) for tie in ties),
        )

    def named(self, entity: str) -> str:
        return in_text(self.part.entities[entity])


def gaps(store: Store, subject: str, options: Options) -> Answer:
    """What is open or weak in all of the data, or about `subject`: by finding, then by id. All of the data is read."""
    asked = table(store, "gaps", (subject, ""), options)
    part = store.read()
    there = [
        entity
        for entity in part.entities.values()
        if asked.shows(entity) and standing(part.lifetimes.get(entity.id, NO_LIFE), asked)
    ]
    ties = [
        relation
        for relation in part.relations.values()
        if relation.object and is_used(relation) and asked.keeps(relation)
    ]
    looked = _Looked(asked, part, there, ties)
    rows = [*_lines(looked), *_loops(looked), *_single_points(looked), *_thin(looked), *_unattached(looked)]
    rows = [row for row in rows if any(asked.shows(part.entities[entity.id]) for entity in row.entities)]
    order = list(GAPS)
    rows.sort(key=lambda row: (order.index(row.gap), [entity.id for entity in row.entities], row.sentence))
    return asked.answer(_summary(asked, rows), rows)


def _lines(looked: _Looked) -> Iterator[Gap]:
    asked = looked.asked
    lines: dict[str, list[Relation]] = defaultdict(list)
    for tie in looked.ties:
        if tie.strength == Strength.LINE:
            lines[tie.lower].append(tie)
    for entity in looked.entities:
        if vocabulary().broad(entity.kind) not in ANSWERING or not looked.about(entity.id):
            continue
        own = lines[entity.id]
        if not own:
            yield looked.row(
                "no line", f"{asked.no_document} names whom {in_text(entity)} reports to{asked.on_day}.", [entity.id]
            )
        elif not any(tie.sound and tie.certain_within(asked.window) for tie in own):
            said = f"{capital(in_text(entity))} has only a planned, implied, disputed or possible line upwards."
            yield looked.row("soft line", said, [entity.id], own)


def _loops(looked: _Looked) -> Iterator[Gap]:
    import networkx as nx

    ties = [tie for tie in looked.ties if tie.strength and tie.strength <= Strength.OVERSIGHT]
    network: nx.DiGraph[str] = nx.DiGraph((tie.lower, tie.upper) for tie in ties)
    for loop in nx.strongly_connected_components(network):
        if len(loop) > 1 and looked.about(*loop):
            inside = sorted(loop)
            said = f"{capital(listing(map(looked.named, inside)))} answer to each other in a loop."
            own = [tie for tie in ties if {tie.lower, tie.upper} <= loop]
            yield looked.row("loop", said, inside, own)


def _single_points(looked: _Looked) -> Iterator[Gap]:
    import networkx as nx

    downwards: nx.DiGraph[str] = nx.DiGraph((tie.upper, tie.lower) for tie in looked.ties if tie.lower)
    tops = sorted(entity for entity in downwards if not downwards.in_degree(entity))
    downwards.add_edges_from(("", top) for top in tops)
    if not tops:
        return
    above = nx.immediate_dominators(downwards, "")
    below: dict[str, list[str]] = defaultdict(list)
    for entity in sorted(above):
        if entity:
            below[above[entity]].append(entity)
    for entity, others in below.items():
        if entity and len(others) >= MOST_CUT and entity not in tops and looked.about(entity):
            them = map(looked.named, others)
            said = f"Only through {looked.named(entity)} does anybody stand above {some_of(them, str)}."
            yield looked.row("single point", said, [entity])


def _thin(looked: _Looked) -> Iterator[Gap]:
    firm = {(tie.kind, tie.subject, tie.object) for tie in looked.ties if not tie.planned}
    for tie in looked.ties:
        if not looked.about(tie.subject, tie.object):
            continue
        gap = ""
        if tie.state == State.DISPUTED:
            gap = "disputed"
        elif tie.state == State.IMPLIED and len(tie.claims) == 1 and tie.lower:
            gap = "implied"
        elif tie.state == State.PLANNED and (tie.kind, tie.subject, tie.object) not in firm:
            gap = "planned"
        if gap:
            said = sentence(tie, looked.part, tie.lower or tie.subject)
            yield looked.row(gap, said, (tie.subject, tie.object), [tie])


def _unattached(looked: _Looked) -> Iterator[Gap]:
    asked = looked.asked
    tied = {end for tie in looked.ties for end in (tie.subject, tie.object)}
    for entity in looked.entities:
        if entity.id not in tied and looked.about(entity.id):
            yield looked.row(
                "unattached", f"{asked.no_document} ties {in_text(entity)} to anybody{asked.on_day}.", [entity.id]
            )


def _summary(asked: Table, rows: Sequence[Gap]) -> str:
    if not rows:
        about = f" about {asked.named}" if asked.subject else ""
        return f"Nothing was found open or weak{about}{asked.on_day}: every line, loop and tie was looked at."
    numbers = Counter(row.gap for row in rows)
    told = listing(counted(numbers[gap], *GAPS[gap]) for gap in GAPS if numbers[gap])
    about = f" about {asked.named}" if asked.subject else ""
    return f"Open or weak{about}{asked.on_day}: {told}."

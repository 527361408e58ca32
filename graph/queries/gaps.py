"""`gaps`: what the sources leave open or weak: whom nobody is named to answer to, loops, thin evidence.

Every finding is linear in the size of the data, or nearly. Loops are of line and oversight; a single point of failure
is one through which alone others are reached from the top.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.answers import Answer
from graph.kinds import vocabulary
from graph.model import Entity, Relation, State, Strength
from graph.queries.clock import Clock
from graph.queries.existing import NO_LIFE, plans_in, standing
from graph.queries.networks import concerning, loops, passed_through
from graph.queries.options import Options
from graph.queries.tables import MOST_ROWS, Table, counted, entity_named, is_used, some_of, table
from graph.rows import Gap
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, in_text, is_several, listing, sentence

GAPS = {
    "disputed": ("disputed tie", "disputed ties"),
    "loop": ("loop", "loops"),
    "single point": ("single point of failure", "single points of failure"),
    "soft line": ("has only a soft line upwards", "have only a soft line upwards"),
    "implied": ("tie that rests on one implied claim", "ties that rest on one implied claim"),
    "planned": ("plan never confirmed", "plans never confirmed"),
    "no line": ("has no line upwards", "have no line upwards"),
    "unattached": ("tied to nobody", "tied to nobody"),
}
"""What each is called, in the order in which the rows stand: the few that matter most before the many."""
ANSWERING = frozenset({"body", "post", "programme", "collective"})
"""Broad kinds of entity of which a line upwards can be expected."""
MOST_CUT = 2
"""So many must reach the top through one alone for it to be a single point of failure."""
_PLACE = {gap: number for number, gap in enumerate(GAPS)}


@dataclass(frozen=True, slots=True)
class _Finding:
    """One of `GAPS` before it is told; `others` are those who reach the top through a single point alone."""

    gap: str
    entities: tuple[str, ...]
    part: Subgraph
    ties: tuple[Relation, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[int, tuple[str, ...], str]:
        """By finding, then by the ids of whom it is about."""
        return _PLACE[self.gap], self.entities, self.ties[0].id if self.ties else ""


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is looked at: the data, the entities that may be told of, and the ties that count."""

    asked: Table
    part: Subgraph
    entities: Sequence[Entity]
    ties: Sequence[Relation]

    @property
    def clock(self) -> Clock:
        """The time that the question has."""
        return self.asked.clock

    def about(self, *entities: str) -> bool:
        """Whether the question is about one of these, or about all."""
        subject = self.asked.subject
        return subject is None or subject.id in entities


def gaps(store: Store, subject: str, options: Options) -> Answer:
    """What is open or weak in all of the data, or about `subject`: by finding, then by id.

    All of the data is read, or what touches `subject` and who stands below it and above these. That something is not
    there is told only where all was looked at: where the time ran out before, it is left out. Of a loop at most
    `MOST_ROWS` ties are told. Asked for one step alone, neither loops nor single points are: both take several.
    """
    asked = table(store, "gaps", (subject, ""), options)
    near = _look(
        asked, asked.about([asked.subject.id]) if asked.subject else asked.everything(without={"sources", "claims"})
    )
    found = [*_lines(near), *_thin(near), *_unattached(near)]
    if not asked.direct:
        wide = _look(asked, concerning(asked, asked.subject.id)) if asked.subject else near
        found += [*_loops(wide), *_single_points(wide)]
    found = [each for each in found if any(asked.shows(each.part.entities[entity]) for entity in each.entities)]
    found.sort(key=lambda each: each.place)
    long = any(len(each.ties) > MOST_ROWS for each in found[:MOST_ROWS])
    proved = asked.proved(
        (tie for each in found[:MOST_ROWS] if each.part is near.part for tie in each.ties[:MOST_ROWS]), near.part
    )
    return asked.answer(
        lambda: _summary(asked, found),
        found,
        lambda each: _row(asked, each, proved if each.part is near.part else each.part),
        cut="rows" if long else None,
    )


def _look(asked: Table, part: Subgraph) -> _Looked:
    plans = plans_in(asked, part)
    there = [
        entity
        for entity in asked.clock.within(part.entities.values())
        if asked.subject in (None, entity)
        and asked.shows(entity)
        and standing(part.lifetimes.get(entity.id, NO_LIFE), asked, plans.get(entity.id))
    ]
    ties = [
        relation
        for relation in asked.clock.within(part.relations.values())
        if relation.object and is_used(relation) and asked.keeps(relation)
    ]
    return _Looked(asked, part, there, ties)


def _lines(looked: _Looked) -> Iterator[_Finding]:
    clock, window = looked.clock, looked.asked.window
    lines: dict[str, list[Relation]] = defaultdict(list)
    for tie in clock.within(looked.ties):
        if tie.strength == Strength.LINE:
            lines[tie.lower].append(tie)
    if clock.ran_out:
        return
    for entity in clock.within(looked.entities):
        if vocabulary().broad(entity.kind) not in ANSWERING:
            continue
        own = lines.get(entity.id, ())
        if not own:
            yield _Finding("no line", (entity.id,), looked.part)
        elif not any(tie.sound and tie.certain_within(window) for tie in own):
            yield _Finding("soft line", (entity.id,), looked.part, tuple(own))


def _loops(looked: _Looked) -> Iterator[_Finding]:
    ties = [tie for tie in looked.ties if tie.strength and tie.strength <= Strength.OVERSIGHT]
    found = [loop for loop in loops(ties, looked.clock) if looked.about(*loop)]
    loop_of = {entity: loop for loop in found for entity in loop}
    own: dict[tuple[str, ...], list[Relation]] = defaultdict(list)
    for tie in ties:
        loop = loop_of.get(tie.lower)
        if loop is not None and loop_of.get(tie.upper) is loop:
            own[loop].append(tie)
    for loop in found:
        yield _Finding("loop", loop, looked.part, tuple(own[loop]))


def _single_points(looked: _Looked) -> Iterator[_Finding]:
    for entity, others in passed_through(looked.ties, looked.clock).items():
        if len(others) >= MOST_CUT and looked.about(entity):
            yield _Finding("single point", (entity,), looked.part, others=tuple(others))


def _thin(looked: _Looked) -> Iterator[_Finding]:
    clock = looked.clock
    on_one = _resting_on_one(looked)
    firm = {(tie.kind, tie.subject, tie.object) for tie in clock.within(looked.ties) if not tie.planned}
    for tie in clock.within(looked.ties):
        gap = ""
        if tie.state == State.DISPUTED:
            gap = "disputed"
        elif tie.id in on_one:
            gap = "implied"
        elif tie.state == State.PLANNED and (tie.kind, tie.subject, tie.object) not in firm:
            gap = "planned"
        if gap:
            yield _Finding(gap, (tie.subject, tie.object), looked.part, (tie,))


def _resting_on_one(looked: _Looked) -> set[str]:
    """The ties of answerability that rest on one implied claim alone."""
    implied = [tie for tie in looked.clock.within(looked.ties) if tie.state == State.IMPLIED and tie.lower]
    several = [] if looked.clock.is_up() else [tie for tie in implied if len(tie.claims) > 1]
    claims = looked.asked.proved(several, looked.part).claims
    on_one = {tie.id for tie in implied if len(tie.claims) == 1}
    for tie in several:
        if sum(claims[claim].supports and not claims[claim].planned for claim in tie.claims) == 1:
            on_one.add(tie.id)
    return on_one


def _unattached(looked: _Looked) -> Iterator[_Finding]:
    clock = looked.clock
    tied = {end for tie in clock.within(looked.ties) for end in (tie.subject, tie.object)}
    if clock.ran_out:
        return
    for entity in clock.within(looked.entities):
        if entity.id not in tied:
            yield _Finding("unattached", (entity.id,), looked.part)


def _row(asked: Table, found: _Finding, part: Subgraph) -> Gap:
    entities = [found.part.entities[entity] for entity in found.entities]
    return Gap(
        sentence=_sentence(asked, found, entities),
        gap=found.gap,
        entities=tuple(map(entity_named, entities)),
        ties=tuple(asked.tie(tie, part, tie.lower or tie.subject) for tie in found.ties[:MOST_ROWS]),
    )


def _sentence(asked: Table, found: _Finding, entities: Sequence[Entity]) -> str:
    named = some_of(entities, in_text)
    match found.gap:
        case "no line":
            verb = "report" if is_several(entities[0]) else "reports"
            return f"{asked.no_document} names anybody to whom {named} {verb}{asked.on_day}."
        case "soft line":
            return f"{capital(named)} has only a planned, implied, disputed or possible line upwards."
        case "loop":
            return f"{capital(named)} answer to each other in a loop."
        case "single point":
            others = some_of(found.others, lambda entity: in_text(found.part.entities[entity]))
            return f"Only through {named} does anybody stand above {others}."
        case "unattached":
            return f"{asked.no_document} ties {named} to anybody{asked.on_day}."
    return sentence(found.ties[0], found.part, found.ties[0].lower or found.ties[0].subject)


def _summary(asked: Table, found: Sequence[_Finding]) -> str:
    about = f" about {asked.named}" if asked.subject else ""
    if not found:
        looked = "every line and tie" if asked.direct else "every line, loop and tie"
        return f"Nothing was found open or weak{about}{asked.on_day}: {looked} was looked at."
    numbers = Counter(each.gap for each in found)
    told = listing(counted(numbers[gap], *GAPS[gap]) for gap in GAPS if numbers[gap])
    return f"Open or weak{about}{asked.on_day}: {told}."

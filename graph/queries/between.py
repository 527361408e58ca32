"""`between`: does A answer to B, through whom; and if not, how they are tied at all."""

from collections.abc import Sequence
from itertools import pairwise

from graph.answers import Answer, Connection, Route
from graph.model import Relation, State, Strength
from graph.queries.chains import routes_of
from graph.queries.classes import Ladder, ids_on, together
from graph.queries.frame import Frame, frame
from graph.queries.options import Options
from graph.queries.ranking import gravest
from graph.queries.search import Search
from graph.queries.stops import stops_of
from graph.queries.undated import undated_ties
from graph.queries.verdicts import Judgement, of_no_route, of_routes, summary
from graph.queries.views import connection_of
from graph.spans import ANY_DAY
from graph.store import Store
from graph.subgraph import Subgraph
from graph.walks import SAME, Ties, Walk
from graph.wording import in_text, listing

DEFAULT_LENS = Strength.LEADERSHIP
DIRECT = "another tie between the two: not answerability"
LEFT_OUT = "a tie of answerability that lens, filters or dates leave out of the routes"
INDIRECT = "the shortest connection over every kind of tie, in either direction: not answerability"
REVERSE = "the other way round: this is who answers to whom, read from the other end"
APART = "; never known to hold at one time"
DENIED = "denied: shown, never used"
FAR = 6
"""In how many steps a connection is still worth telling."""
MOST_TOLD = 3
NEAR = 2
"""In how many steps a connection is near enough for the summary."""


def between(store: Store, subject: str, end: str, options: Options) -> Answer:
    """Whether `subject` answers to `end`: the ranked routes, other ties between the two, where the chain stops."""
    asked = frame(store, "between", (subject, end), options, DEFAULT_LENS)
    ranked = Search(asked).between(asked.subject.id, _end(asked))
    routes = routes_of(asked, ranked)
    judgement = of_routes(asked, routes) if routes else of_no_route(asked, truncated=ranked.truncated)
    cuts = ranked.cuts | judgement.cut
    ties = _ties(asked, routes, cuts)
    reached: set[str] = set()
    if not routes:
        upwards = Search(asked).reached(asked.subject.id, down=False)
        cuts |= upwards.cuts & {"time"}
        reached = ids_on(path for path, _ in (*upwards.routes, *upwards.never))
    stops = () if routes else stops_of(asked, reached)
    known = {step.relations[0].id for tie in ties for step in tie.steps}
    undated = undated_ties(asked, {asked.subject.id, *reached}, but=known)
    return Answer(
        question=asked.question(),
        verdict=judgement.verdict,
        summary=_summary(asked, judgement, routes, ties, [stop.entity for stop in stops]),
        routes=routes,
        ties=(*ties, *undated),
        stops=stops,
        truncated=gravest(cuts),
    )


def _end(asked: Frame) -> str:
    return asked.object.id if asked.object else ""


def _ties(asked: Frame, routes: tuple[Route, ...], cuts: set[str]) -> tuple[Connection, ...]:
    """The way back, the direct ties that are not on a route, else the shortest connections of any kind.

    Notes in `cuts` where the time did not suffice.
    """
    pair = [asked.subject.id, _end(asked)]
    part = asked.reading.among(pair)
    used = {tie.id for route in routes for step in route.steps for tie in step.relations}
    direct = [
        _direct(relation, asked.subject.id, part)
        for relation in part.relations.values()
        if {relation.subject, relation.object} <= set(pair) and relation.id not in used and _in_time(relation, asked)
    ]
    back = _reverse(asked, cuts)
    known = {step.relations[0].id for connection in back for step in connection.steps}
    direct = [connection for connection in direct if connection.steps[0].relations[0].id not in known]
    direct_ties = [connection for connection in direct if connection.note != DENIED]
    indirect = () if routes or direct_ties or back else _connections(asked, cuts)
    return (*back, *direct, *indirect)


def _in_time(relation: Relation, asked: Frame) -> bool:
    undated = not relation.dated and not relation.lower
    return asked.window == ANY_DAY or undated or relation.possible_within(asked.window)


def _direct(relation: Relation, subject: str, part: Subgraph) -> Connection:
    path = (subject, relation.object if relation.subject == subject else relation.subject)
    note = DENIED if relation.state == State.DENIED else LEFT_OUT if relation.strength else DIRECT
    return connection_of(path, [[relation]], part, note)


def _reverse(asked: Frame, cuts: set[str]) -> tuple[Connection, ...]:
    """Whether the other end answers to this one: the shortest routes, at most three."""
    ties = asked.ties(asked.in_time)
    walk = Walk(ties, _end(asked), asked.subject.id, hops=asked.options.reach, seconds=asked.left, most=MOST_TOLD)
    return _told(asked, _found(asked, walk, cuts), ties, REVERSE)


def _connections(asked: Frame, cuts: set[str]) -> tuple[Connection, ...]:
    """How the two are tied at all: the shortest connections over every kind, at most three."""
    ties = asked.ties(asked.in_time, every_kind=True)
    hops = min(asked.options.reach, FAR)
    walk = Walk(ties, asked.subject.id, _end(asked), hops=hops, seconds=asked.left, most=MOST_TOLD)
    return _told(asked, _found(asked, walk, cuts), ties, INDIRECT)


def _found(asked: Frame, walk: Walk, cuts: set[str]) -> tuple[tuple[str, ...], ...]:
    found = asked.store.shortest(walk)
    if found.cut == "time":
        cuts.add(found.cut)
    return found.routes


def _told(asked: Frame, paths: Sequence[tuple[str, ...]], ties: Ties, note: str) -> tuple[Connection, ...]:
    ladder = Ladder(asked.reading.among(ids_on(paths)), asked.options)
    told = []
    for path in paths:
        if ties.lens is None:
            steps = [_joining(ladder.part, pair, ties) for pair in pairwise(path)]
        else:
            steps = ladder.steps(path, ties)
        apart = "" if together(steps, asked.window, "possible_on") else APART
        told.append(connection_of(path, steps, ladder.part, f"{note}{apart}"))
    return tuple(told)


def _joining(part: Subgraph, pair: tuple[str, str], ties: Ties) -> list[Relation]:
    """The relations that join two entities in either direction, those of answerability first, then by id."""
    found = [
        relation
        for relation in part.relations.values()
        if {relation.subject, relation.object} == set(pair) and ties.admits(relation)
    ]
    return sorted(found, key=lambda relation: (relation.strength or 9, relation.kind == SAME, relation.id))


def _summary(
    asked: Frame,
    judgement: Judgement,
    routes: tuple[Route, ...],
    ties: tuple[Connection, ...],
    stops: list[str],
) -> str:
    if routes:
        return summary(judgement, routes[0].sentence)
    subject, end = (in_text(entity) for entity in (asked.subject, asked.object) if entity)
    nothing = asked.nothing(cut=bool(judgement.cut))
    said = f"{nothing} says that {subject} answers to {end} {asked.by}{asked.on_day}."
    if judgement.verdict == "no":
        return summary(judgement, "")
    if stops and stops != [asked.subject.id]:
        ends = asked.reading.among(stops[:3]).entities
        said += f" The chain from {subject} stops at {listing(in_text(ends[entity]) for entity in stops[:3])}."
    back = next((connection for connection in ties if connection.note.startswith(REVERSE)), None)
    if back and all(step.relations[0].strength == "line" for step in back.steps):
        said += f" It is the other way round: {_lower(back.sentence)}"
    elif back:
        said += f" Rather the other way round, and only indirectly: {_lower(back.sentence)}"
    elif ties and len(ties[0].steps) <= NEAR:
        said += f" They are tied otherwise: {_lower(ties[0].sentence)}"
    return summary(judgement, said)


def _lower(sentence: str) -> str:
    """A sentence that goes on behind a colon."""
    return sentence.replace("The ", "the ", 1) if sentence.startswith("The ") else sentence

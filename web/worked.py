"""Worked questions for the first page, found in whatever data is loaded: none is written down beforehand."""

import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

from graph.answers import Answer, Route
from graph.errors import GovernanceError
from graph.kinds import vocabulary
from graph.model import State, Strength
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from graph.subgraph import Subgraph
from web.asked import Asked
from web.words import names_in, question_words, verdict_words

MOST_TRIED = 12
"""Entities whose routes are looked at; those with the longest line above them come first."""
MOST_ABOVE = 3


@dataclass(frozen=True, slots=True)
class Worked:
    """A question that was asked and answered: its words, its verdict in words, and how it is asked again."""

    words: str
    verdict: str
    asked: Asked


@dataclass(frozen=True, slots=True)
class Prospects:
    """Whom worked questions may be about: those that answer to somebody, and those to whom most others do; best first.

    It is found in the whole data, which is then not read again.
    """

    answering: tuple[str, ...] = ()
    above: tuple[str, ...] = ()


def prospects_of(graph: Subgraph) -> Prospects:
    """Whom worked questions may be about in this graph."""
    return Prospects(tuple(_answering(graph)), tuple(_those_above(graph)))


def worked_questions(store: Store, prospects: Prospects, day: str, seconds: float) -> tuple[Worked, ...]:
    """Up to five questions on this data: a long way up, the same on a day, its line, the other way, who is below.

    The way begins where the longest line does and ends, where somebody leads its upper end, at whoever of these is
    tied to most others. `seconds` is the most that all of them together may take.
    """
    until = time.monotonic() + seconds
    options = Options(lens=Strength.LEADERSHIP, seconds=seconds / 10)
    way: Answer | None = None
    for subject in prospects.answering:
        way = _answer(store, Asked("up", subject), options) if time.monotonic() < until else None
        if way is not None and way.routes:
            break
    found: dict[Asked, Worked] = {}
    about_way = _about_way(way, _end(way, store), day) if way and way.routes else ()
    for asked in (*about_way, *(Asked("down", entity) for entity in prospects.above)):
        answer = _answer(store, asked, asked.options(seconds / 10)) if asked not in found else None
        if answer is not None:
            words = question_words(answer.question, names_in(store, answer.question))
            found[asked] = Worked(words, verdict_words(answer), asked)
    return tuple(found.values())[:5]


def _answer(store: Store, asked: Asked, options: Options) -> Answer | None:
    try:
        return ask(store, asked.question, asked.subject, asked.object, options)
    except GovernanceError:
        return None


def _answering(graph: Subgraph) -> list[str]:
    """Entities that answer to somebody: with the longest line above, bodies, those of which most is claimed first."""
    said = Counter(end for claim in graph.claims.values() for end in (claim.subject, claim.object) if end)
    lower = {relation.lower for relation in graph.relations.values() if relation.lower and _usable(relation.state)}
    above = _lines_above(graph)
    kinds = vocabulary()

    def rank(entity: str) -> tuple[int, bool, int, str]:
        return -above.get(entity, 0), kinds.broad(graph.entities[entity].kind) != "body", -said[entity], entity

    return sorted(lower, key=rank)[:MOST_TRIED]


def _usable(state: State) -> bool:
    return state not in (State.DENIED, State.PLANNED)


def _lines_above(graph: Subgraph) -> dict[str, int]:
    """How many steps the longest sound line above each entity has; without those that lead into a loop."""
    uppers: dict[str, set[str]] = defaultdict(set)
    lowers: dict[str, set[str]] = defaultdict(set)
    for relation in graph.relations.values():
        if relation.strength == Strength.LINE and relation.sound:
            uppers[relation.lower].add(relation.upper)
            lowers[relation.upper].add(relation.lower)
    left = {entity: len(some) for entity, some in uppers.items()}
    steps = dict.fromkeys((entity for entity in lowers if entity not in uppers), 0)
    ready = deque(steps)
    while ready:
        entity = ready.popleft()
        for lower in lowers.get(entity, ()):
            left[lower] -= 1
            steps[lower] = max(steps.get(lower, 0), steps[entity] + 1)
            if not left[lower]:
                ready.append(lower)
    return {entity: number for entity, number in steps.items() if not left.get(entity)}


def _about_way(up: Answer, far: str, day: str) -> Iterator[Asked]:
    """One way up to its far end, asked in several manners."""
    subject = up.question.subject
    yield Asked("between", subject, far)
    if day:
        yield Asked("between", subject, far, at=day)
    yield Asked("up", subject, lens="oversight")
    yield Asked("between", far, subject)


def _those_above(graph: Subgraph) -> list[str]:
    """Those to whom most others answer."""
    below: dict[str, set[str]] = defaultdict(set)
    for relation in graph.relations.values():
        if relation.strength == Strength.LINE and _usable(relation.state):
            below[relation.upper].add(relation.lower)
    return sorted(below, key=lambda entity: (-len(below[entity]), entity))[:MOST_ABOVE]


def _end(up: Answer, store: Store) -> str:
    """Who leads the upper end of a line; of several the one that most ties touch; else the farthest end."""
    led = [route for route in up.routes if _is_led(route)] or list(up.routes)
    longest = max(len(route.steps) for route in led)
    ends = [route.steps[-1].to_id for route in led if _is_led(route) or len(route.steps) == longest]
    around = store.about(ends).relations.values()
    ties = Counter(end for relation in around for end in (relation.subject, relation.object))
    return min(ends, key=lambda entity: (-ties[entity], entity))


def _is_led(route: Route) -> bool:
    """Whether it is a line, but for its last step, which is leadership."""
    *line, last = (step.relations[0].strength for step in route.steps)
    return last == "leadership" and bool(line) and set(line) == {"line"}

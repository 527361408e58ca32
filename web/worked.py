"""Worked questions for the first page, found in whatever data is loaded: none is written down beforehand."""

import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.answers import Answer
from graph.errors import GovernanceError
from graph.kinds import vocabulary
from graph.model import State, Strength
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from graph.subgraph import Subgraph
from web.asked import Asked
from web.words import question_words, verdict_words

MOST_TRIED = 12
"""Entities whose routes are looked at; the ones of which most is claimed come first."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A question that was asked and answered: its words, its verdict in words, and how it is asked again."""

    words: str
    verdict: str
    asked: Asked


def worked_questions(store: Store, graph: Subgraph, day: str, seconds: float) -> tuple[Worked, ...]:
    """Up to five questions on this data: the longest way up, the same on a day, a line, the other way, who is below.

    `seconds` is the most that all of them together may take.
    """
    until = time.monotonic() + seconds
    options = Options(lens=Strength.LEADERSHIP, seconds=seconds / 10)
    ups = []
    for subject in _answering(graph):
        answer = _answer(store, Asked("up", subject), options) if time.monotonic() < until else None
        if answer is not None and answer.routes:
            ups.append(answer)
    found: dict[Asked, Worked] = {}
    for asked in (*_about_ways(ups, day), *_about_those_above(graph)):
        answer = _answer(store, asked, asked.options(seconds / 10)) if asked not in found else None
        if answer is not None:
            found[asked] = Worked(question_words(answer.question), verdict_words(answer), asked)
    return tuple(found.values())[:5]


def _answer(store: Store, asked: Asked, options: Options) -> Answer | None:
    try:
        return ask(store, asked.question, asked.subject, asked.object, options)
    except GovernanceError:
        return None


def _answering(graph: Subgraph) -> list[str]:
    """Entities that answer to somebody: bodies first, then those of which most is claimed."""
    said = Counter(end for claim in graph.claims.values() for end in (claim.subject, claim.object) if end)
    lower = {relation.lower for relation in graph.relations.values() if relation.lower and _usable(relation.state)}
    kinds = vocabulary()

    def rank(entity: str) -> tuple[bool, int, str]:
        return kinds.broad(graph.entities[entity].kind) != "body", -said[entity], entity

    return sorted(lower, key=rank)[:MOST_TRIED]


def _usable(state: State) -> bool:
    return state not in (State.DENIED, State.PLANNED)


def _about_ways(ups: list[Answer], day: str) -> Iterator[Asked]:
    """The longest ways up found, asked in several manners."""
    longest = sorted(ups, key=_length, reverse=True)
    for answer in longest[:1]:
        subject, far = answer.question.subject, _farthest(answer)
        yield Asked("between", subject, far)
        if day:
            yield Asked("between", subject, far, at=day)
        yield Asked("up", subject, lens="oversight")
        yield Asked("between", far, subject)


def _about_those_above(graph: Subgraph) -> Iterator[Asked]:
    """Those to whom most others answer."""
    below: dict[str, set[str]] = defaultdict(set)
    for relation in graph.relations.values():
        if relation.strength == Strength.LINE and _usable(relation.state):
            below[relation.upper].add(relation.lower)
    for entity in sorted(below, key=lambda entity: (-len(below[entity]), entity))[:3]:
        yield Asked("down", entity)


def _length(answer: Answer) -> int:
    return max(len(route.steps) for route in answer.routes)


def _farthest(answer: Answer) -> str:
    """The end of the longest route; of several the first."""
    return max(answer.routes, key=lambda route: len(route.steps)).steps[-1].to_id

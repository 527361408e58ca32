"""Which part of the data a page draws, and the drawing. A picture never holds more boxes than can be read."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from graph.answers import Answer, Step
from graph.model import Relation, State, Strength
from graph.pictures.scene import scene_of
from graph.pictures.svg import svg
from graph.spans import ANY_DAY, Span, read_span
from graph.store import Store
from graph.subgraph import Subgraph
from web.words import question_words, title_words

MOST_BOXES = 40
TOP_BOXES, ALL_TOP_BOXES = 8, 10


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG text, and how many entities belong to it but are not drawn."""

    svg: str
    left_out: int = 0


def draw_answer(store: Store, answer: Answer) -> Drawing | None:
    """The routes of an answer, else its other ties; None where there is nothing to draw."""
    steps = [step for route in answer.routes for step in route.steps]
    steps = steps or [step for connection in answer.ties for step in connection.steps]
    if not steps:
        return None
    kept, left_out = _first_boxes(steps)
    part = _part(store.about(kept, among=True), {tie.id for step in steps for tie in step.relations}, kept)
    at = answer.question.at
    title = f"{question_words(answer.question)} {title_words(answer)}."
    return Drawing(_draw(part, answer.question.subject, title, read_span(at) if at else ANY_DAY), left_out)


def draw_surroundings(around: Subgraph, entity: str) -> Drawing | None:
    """An entity and those it is tied to directly, answerability first; None where it has no tie."""
    relations = sorted(
        (relation for relation in around.relations.values() if relation.object),
        key=lambda tie: (tie.strength or 9, tie.id),
    )
    others = list(dict.fromkeys(_other(relation, entity) for relation in relations))
    if not others:
        return None
    kept = {entity, *others[: MOST_BOXES - 1]}
    part = _part(around, {relation.id for relation in relations}, kept)
    name = around.entities[entity].name
    title = f"{name} and those it is tied to directly"
    return Drawing(_draw(part, entity, title, ANY_DAY), max(0, len(others) + 1 - MOST_BOXES))


def draw_top(graph: Subgraph) -> Drawing | None:
    """The top of the lines, from those to whom most answer downwards, and who oversees or leads them.

    None where there is no line.
    """
    answering = [
        relation
        for relation in graph.relations.values()
        if relation.strength and relation.state not in (State.DENIED, State.PLANNED)
    ]
    kept = _from_the_top([relation for relation in answering if relation.strength == Strength.LINE])
    if not kept:
        return None
    above = dict.fromkeys(
        relation.upper
        for relation in answering
        if relation.lower in kept and relation.sound and graph.entities[relation.upper].kind != "person"
    )
    kept |= set([entity for entity in above if entity not in kept][: ALL_TOP_BOXES - len(kept)])
    wanted = {relation.id for relation in answering if {relation.lower, relation.upper} <= kept}
    title = "The top of the lines: who answers to whom"
    return Drawing(_draw(_part(graph, wanted, kept), "", title, ANY_DAY))


def _first_boxes(steps: Iterable[Step]) -> tuple[set[str], int]:
    """The first entities on these steps, as many as can be drawn, and how many are left out."""
    ids = list(dict.fromkeys(end for step in steps for end in (step.from_id, step.to_id)))
    return set(ids[:MOST_BOXES]), max(0, len(ids) - MOST_BOXES)


def _from_the_top(lines: list[Relation]) -> set[str]:
    """Breadth first from the widest top downwards, then from the next, as many entities as a small picture holds."""
    below: dict[str, list[str]] = {}
    for relation in lines:
        below.setdefault(relation.upper, []).append(relation.lower)
    lower = {relation.lower for relation in lines}
    tops = sorted((entity for entity in below if entity not in lower), key=lambda top: (-len(below[top]), top))
    kept: dict[str, None] = {}
    for top in tops or sorted(below):
        waiting = [top]
        while waiting and len(kept) < TOP_BOXES:
            entity = waiting.pop(0)
            if entity not in kept:
                kept[entity] = None
                waiting.extend(sorted(set(below.get(entity, ()))))
    return set(kept)


def _part(whole: Subgraph, relation_ids: set[str], kept: set[str]) -> Subgraph:
    """Only these relations between these entities: nothing that merely belongs to a claim is drawn."""
    relations = {
        key: relation
        for key, relation in whole.relations.items()
        if key in relation_ids and relation.subject in kept and relation.object in kept
    }
    claims = {claim for relation in relations.values() for claim in relation.claims}
    return Subgraph(
        sources=whole.sources,
        entities={key: entity for key, entity in whole.entities.items() if key in kept},
        claims={key: claim for key, claim in whole.claims.items() if key in claims},
        relations=relations,
        lifetimes={key: life for key, life in whole.lifetimes.items() if key in kept},
    )


def _draw(part: Subgraph, focus: str, title: str, window: Span) -> str:
    links = {entity: url_for("entities.entity_page", entity=entity) for entity in part.entities}
    return svg(scene_of(part, focus={focus} - {""}, title=title, window=window), links=links)


def _other(relation: Relation, entity: str) -> str:
    return relation.object if relation.subject == entity else relation.subject

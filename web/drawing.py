"""Which part of the data a page draws, and the drawing. A picture never holds more boxes than can be read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.answers import Answer
from graph.exploring.scenes import Compared, extras_of
from graph.model import Relation, State, Strength
from graph.pictures.scene import Scene, scene_of
from graph.pictures.svg import svg
from graph.rows import Change
from graph.spans import ANY_DAY, Span, read_span
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import sentence, wide_scopes
from web.tables import Line, table_of
from web.words import names_in, question_words, verdict_words

MOST_BOXES = 40
MOST_LIMITS = 4
TOP_BOXES, ALL_TOP_BOXES = 8, 10


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG text, and how many entities belong to it but are not drawn.

    `sentences` are the same in words, where nothing else beside the picture says it.
    """

    svg: str
    left_out: int = 0
    sentences: tuple[str, ...] = ()


def draw_answer(store: Store, answer: Answer) -> Drawing | None:
    """The picture of an answer, its boxes leading to their pages; None where there is nothing to draw.

    A request must be answered just now, for the addresses.
    """
    found = scene_of_answer(store, answer)
    return found and Drawing(_linked(found[0]), found[1])


def scene_of_answer(store: Store, answer: Answer, most: int = MOST_BOXES) -> tuple[Scene, int] | None:
    """The routes of an answer, else its other ties, and how many entities beyond `most` are left out.

    None where there is nothing to draw.
    """
    steps = [step for route in answer.routes for step in route.steps]
    steps = steps or [step for connection in answer.ties for step in connection.steps]
    ties = {tie.id for step in steps for tie in step.relations}
    ids = [end for step in steps for end in (step.from_id, step.to_id)]
    if not steps:
        lines = table_of(answer, {}).lines
        ties = {tie.id for line in lines for tie in line.ties}
        ids = _joined(store, answer, ties, lines) if ties else []
    if len(set(ids)) < 2:
        return None
    kept, left_out = _first_boxes(ids, most)
    part = _part(store.about(kept, among=True), ties, kept)
    question, verdict = answer.question, verdict_words(answer)
    title = f"{question_words(question, names_in(store, question))}{f' {verdict}.' if verdict else ''}"
    compared = _compared(answer)
    at = question.until or question.at
    return _scene(part, question.subject, title, read_span(at) if at else ANY_DAY, compared), left_out


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
    title = f"{around.entities[entity].title} and those it is tied to directly"
    return Drawing(_linked(_scene(part, entity, title)), max(0, len(others) + 1 - MOST_BOXES))


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
    part = _part(graph, wanted, kept)
    ties = sorted(part.relations.values(), key=lambda tie: (tie.strength or 0, tie.upper, tie.lower, tie.id))
    return Drawing(_linked(_scene(part, "", title)), sentences=tuple(sentence(tie, graph, tie.lower) for tie in ties))


def _joined(store: Store, answer: Answer, ties: set[str], lines: Iterable[Line]) -> list[str]:
    """The ends of the ties behind the rows, those asked about first, then in the order of the ties' ids."""
    asked = [end for end in (answer.question.subject, answer.question.object) if end]
    named = [each.id for line in lines for cell in line.cells for each in cell.names]
    around = store.about({*asked, *named}, among=True).relations
    ends = list(dict.fromkeys(end for key in sorted(ties & around.keys()) for end in _ends(around[key])))
    return [*(end for end in asked if end in ends), *(end for end in ends if end not in asked)]


def _ends(relation: Relation) -> tuple[str, ...]:
    return tuple(end for end in (relation.subject, relation.object) if end)


def _first_boxes(every: Iterable[str], most: int) -> tuple[set[str], int]:
    """The first entities, as many as can be drawn, and how many are left out."""
    ids = list(dict.fromkeys(every))
    return set(ids[:most]), max(0, len(ids) - most)


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


def _compared(answer: Answer) -> Compared | None:
    """What happened to whom between the two days of a question about changes; None for any other question."""
    question = answer.question
    if not question.until:
        return None
    rows = [row for row in answer.rows if isinstance(row, Change)]
    return Compared(
        first=read_span(question.at),
        second=read_span(question.until),
        entities={each.id: row.change for row in rows if not (row.before or row.after) for each in row.entities},
        ties={tie.id: row.change for row in rows for tie in (*row.before, *row.after)},
    )


def _scene(part: Subgraph, focus: str, title: str, window: Span = ANY_DAY, compared: Compared | None = None) -> Scene:
    extras, most = extras_of(part, compared), len(part.entities)
    scene = scene_of(part, focus={focus} - {""}, title=title, window=window, most=most, extras=extras)
    said = compared.caption if compared else scene.caption
    return replace(scene, caption=" ".join(filter(None, (said, _limits(part)))))


def _limits(part: Subgraph) -> str:
    """Which of the ties that are drawn are limited in scope, and to what; empty where none is."""
    limited = [relation for relation in part.relations.values() if relation.scopes]
    # Of several years of one tie each has the limit.
    said = list(
        dict.fromkeys(
            f"{part.entities[relation.lower or relation.subject].title} – "
            f"{part.entities[relation.upper or relation.object].title}: "
            f"limited to {'; '.join(wide_scopes(relation.scopes))}."
            for relation in limited
        )
    )
    more = len(said) - MOST_LIMITS
    return " ".join([*said[:MOST_LIMITS], *([f"{more} more ties are limited in scope."] if more > 0 else [])])


def _linked(scene: Scene) -> str:
    from flask import url_for

    return svg(scene, links={box.entity: url_for("entities.entity_page", entity=box.entity) for box in scene.boxes})


def _other(relation: Relation, entity: str) -> str:
    return relation.object if relation.subject == entity else relation.subject

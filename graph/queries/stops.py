"""Where a chain ends, why, and under which lens it would go on."""

from collections.abc import Iterable

from graph.answers import Stop
from graph.model import Relation, State
from graph.queries.frame import Frame
from graph.spans import ANY_DAY
from graph.subgraph import Subgraph
from graph.wording import in_text, sentence


def stops_of(frame: Frame, reached: Iterable[str]) -> tuple[Stop, ...]:
    """One stop for each entity reached, the one asked about included, from which no tie leads on, by id.

    Downwards there is one stop alone, the entity asked about, with who else answers to it by weaker ties.
    """
    down = frame.ask == "down"
    ids = {frame.subject.id} if down else {frame.subject.id, *reached}
    part = frame.reading.around(ids)
    ahead: dict[str, list[Relation]] = {entity: [] for entity in ids}
    for relation in part.relations.values():
        near = relation.upper if down else relation.lower
        if near in ahead and relation.state != State.DENIED:
            ahead[near].append(relation)
    ties = frame.ties(frame.in_time)
    ends = sorted(entity for entity in ids if down or not any(map(ties.admits, ahead[entity])))
    return tuple(_stop(frame, entity, ahead[entity], part) for entity in ends if entity in part.entities)


def _stop(frame: Frame, entity: str, relations: list[Relation], part: Subgraph) -> Stop:
    name = part.entities[entity].title
    weaker = sorted(
        (
            relation
            for relation in relations
            if (relation.strength or frame.lens) > frame.lens
            and (frame.window == ANY_DAY or relation.possible_within(frame.window))
        ),
        key=lambda relation: (relation.strength or frame.lens, relation.id),
    )
    lens = weaker[0].strength if weaker else None
    adds = tuple(sentence(relation, part, entity) for relation in weaker)
    return Stop(entity=entity, name=name, why=_why(frame, entity, part), lens=lens.word if lens else "", adds=adds)


def _why(frame: Frame, entity: str, part: Subgraph) -> str:
    named = in_text(part.entities[entity])
    if part.entities[entity].kind == "person":
        return f"The chain ends at a person: {named}."
    if frame.ask == "down":
        return f"Searched for whoever answers to {named} {frame.by}{frame.on_day}."
    return f"{frame.no_document} names anybody to whom {named} answers {frame.by}{frame.on_day}."

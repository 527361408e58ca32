"""Records as properties that a person can read in Neo4j Browser, and as one text (`record`) that is read back.

What is empty is left out. An entity's lifetime stands with it. A relation between two entities is a relationship from
its subject to its object, a fact a node beside its entity. Dates are ISO text, amounts are text as exact as they were
typed in. The text is there because a database takes its time over each property: one is read ten times as fast as
twenty, and is made a record in one step.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from graph.collecting import without_collecting
from graph.ids import slug
from graph.model import Claim, Entity, Lifetime, Relation, Source, State
from graph.stores.cypher import DENIED_RANK, NO_STRENGTH, SAME_RANK, labels, relationship
from graph.subgraph import Subgraph, named_beside
from graph.walks import SAME
from graph.wording import dates_words, sentence

Properties = dict[str, Any]
Rows = dict[str, Properties]
Record = TypeVar("Record", Source, Claim, Relation)
Texts = Iterable[str]

_SPANS = ("begins", "ends")
_read_source = msgspec.json.Decoder(Source).decode
_read_entity = msgspec.json.Decoder(tuple[Entity, Lifetime | None]).decode
_read_claim = msgspec.json.Decoder(Claim).decode
_read_relation = msgspec.json.Decoder(Relation).decode


@dataclass(frozen=True, slots=True)
class Tables:
    """A graph as rows by id, as the statements of `graph.stores.neo4j_writing` take them."""

    sources: Rows
    entities: Rows
    claims: Rows
    ties: Rows
    facts: Rows


def tables_of(graph: Subgraph) -> Tables:
    """The graph as rows.

    :raises TypeError: when a record holds what is no text, number or day.
    :raises ValueError: when a relation is of an unknown kind, or names an entity that is not there.
    """
    made = (source_rows, entity_rows, claim_rows, tie_rows, fact_rows)
    return Tables(*({row["id"]: row for row in rows(graph)} for rows in made))


def source_rows(graph: Subgraph) -> Iterator[Properties]:
    """A row for each source."""
    return map(_source_row, graph.sources.values())


def entity_rows(graph: Subgraph) -> Iterator[Properties]:
    """A row for each entity, its lifetime in it."""
    return (_entity_row(entity, graph) for entity in graph.entities.values())


def claim_rows(graph: Subgraph) -> Iterator[Properties]:
    """A row for each claim, with the ids of its source and of the entities that it speaks of or only names."""
    return map(_claim_row, graph.claims.values())


def tie_rows(graph: Subgraph) -> Iterator[Properties]:
    """A row for each relation between two entities; raises as `tables_of`."""
    return (_tie_row(relation, graph) for relation in graph.relations.values() if relation.object)


def fact_rows(graph: Subgraph) -> Iterator[Properties]:
    """A row for each other relation; raises as `tables_of`."""
    return (_fact_row(relation, graph) for relation in graph.relations.values() if not relation.object)


def subgraph_of(sources: Texts = (), entities: Texts = (), claims: Texts = (), relations: Texts = ()) -> Subgraph:
    """The part that the texts of some records make, each table in the order of its ids; a record may come twice."""
    with without_collecting():
        lives = dict(sorted((entity.id, (entity, life)) for entity, life in map(_read_entity, entities)))
        return Subgraph(
            _by_id(_read_source, sources),
            {key: entity for key, (entity, _) in lives.items()},
            _by_id(_read_claim, claims),
            _by_id(_read_relation, relations),
            {key: life for key, (_, life) in lives.items() if life is not None},
        )


def _by_id(read: Callable[[str], Record], texts: Texts) -> dict[str, Record]:
    return dict(sorted({record.id: record for record in map(read, texts)}.items()))


def _filled(record: object) -> Properties:
    """The fields of a record that are not empty."""
    return {key: value for key, value in msgspec.to_builtins(record).items() if value not in (None, "", (), [], {})}


def _properties(fields: Properties, record: object) -> Properties:
    """Filled fields as plain values, with the text of the whole record."""
    plain = {**fields, "record": msgspec.json.encode(record).decode()}
    if "extra" in plain:
        plain["extra"] = json.dumps(plain["extra"], ensure_ascii=False)
    return plain


def _source_row(source: Source) -> Properties:
    fields = _filled(source)
    return {"id": source.id, "properties": _properties(fields, fields)}


def _entity_row(entity: Entity, graph: Subgraph) -> Properties:
    fields = _filled(entity)
    lifetime = graph.lifetimes.get(entity.id)
    lived = None if lifetime is None else _filled(lifetime)
    spans = {side: [lived[side]["first"], lived[side]["last"]] for side in _SPANS if lived and side in lived}
    properties = _properties({**(lived or {}), **spans, **fields}, (fields, lived))
    return {"id": entity.id, "labels": labels(entity.kind), "properties": properties}


def _claim_row(claim: Claim) -> Properties:
    """`name` is what Neo4j Browser shows."""
    fields = _filled(claim)
    speaks = [{"type": "ABOUT", "id": end} for end in dict.fromkeys((claim.subject, claim.object)) if end]
    speaks += [{"type": "NAMES", "id": named} for named in named_beside(claim)]
    properties = {**_properties(fields, fields), "name": claim.says}
    return {"id": claim.id, "source": claim.source, "speaks": speaks, "properties": properties}


def _relation_properties(relation: Relation, graph: Subgraph) -> Properties:
    filled = _filled(relation)
    fields = _properties(filled, {**filled, "object": relation.object})
    fields |= fields.pop("bounds")
    for name in ("subject", "object", "lower", "upper"):
        fields.pop(name, None)
    fields |= {"rank": _rank(relation), "sound": relation.sound, **_words(relation, graph)}
    if relation.strength:
        fields["strength"] = relation.strength.word
    if relation.lower:
        fields["answers"] = "subject" if relation.lower == relation.subject else "object"
    if relation.roles:
        fields["role_slugs"] = sorted(set(map(slug, relation.roles)))
    return fields


def _words(relation: Relation, graph: Subgraph) -> Properties:
    """What a person reads instead of the kind and the bounds."""
    try:
        return {"sentence": sentence(relation, graph, relation.subject), "dates": dates_words(relation, graph)}
    except KeyError as error:
        raise ValueError(f"The relation {relation.id!r} names {error}, which is not there.") from error


def _rank(relation: Relation) -> int:
    if relation.state == State.DENIED:
        return DENIED_RANK
    return SAME_RANK if relation.kind == SAME else relation.strength or NO_STRENGTH


def _tie_row(relation: Relation, graph: Subgraph) -> Properties:
    """`steps` says where a walk may go: up from the subject, up from the object, or across between the two."""
    fields = _relation_properties(relation, graph)
    steps = fields.get("answers", "") if fields["rank"] < NO_STRENGTH else ""
    return {
        "id": relation.id,
        "type": relationship(relation.kind),
        "subject": relation.subject,
        "object": relation.object,
        "steps": "across" if fields["rank"] == SAME_RANK else steps,
        "properties": fields,
    }


def _fact_row(relation: Relation, graph: Subgraph) -> Properties:
    """`name` is what Neo4j Browser shows: what the claims say, which the kind does not."""
    fields = _relation_properties(relation, graph)
    said = dict.fromkeys(graph.claims[claim].says for claim in relation.claims if claim in graph.claims)
    return {
        "id": relation.id,
        "type": relationship(relation.kind),
        "subject": relation.subject,
        "properties": {**fields, "subject": relation.subject, "name": " ".join(said) or fields["sentence"]},
    }

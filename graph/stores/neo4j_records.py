"""Records as properties that a person can read in Neo4j Browser, and back; what is empty is left out.

An entity's lifetime stands with it. A relation between two entities is a relationship from its subject to its object,
a fact a node beside its entity. Dates are ISO text, amounts are text as exact as they were typed in.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from graph.ids import slug
from graph.model import Claim, Entity, Lifetime, Relation, Source, State, Strength
from graph.stores.cypher import DENIED_RANK, NO_STRENGTH, SAME_RANK, labels, relationship
from graph.subgraph import Subgraph
from graph.walks import SAME
from graph.wording import dates_words, sentence

Properties = dict[str, Any]
Rows = dict[str, Properties]
Record = TypeVar("Record", Source, Claim, Entity)

_BOUNDS = ("earliest_start", "latest_start", "earliest_end", "latest_end")
_SPANS = ("begins", "ends")


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
    return ({"id": source.id, "properties": _flat(source)} for source in graph.sources.values())


def entity_rows(graph: Subgraph) -> Iterator[Properties]:
    """A row for each entity, its lifetime in it."""
    return (_entity_row(entity, graph) for entity in graph.entities.values())


def claim_rows(graph: Subgraph) -> Iterator[Properties]:
    """A row for each claim, with the ids of its source and of the entities that it speaks of."""
    return map(_claim_row, graph.claims.values())


def tie_rows(graph: Subgraph) -> Iterator[Properties]:
    """A row for each relation between two entities; raises as `tables_of`."""
    return (_tie_row(relation, graph) for relation in graph.relations.values() if relation.object)


def fact_rows(graph: Subgraph) -> Iterator[Properties]:
    """A row for each other relation; raises as `tables_of`."""
    return (_fact_row(relation, graph) for relation in graph.relations.values() if not relation.object)


def subgraph_of(
    sources: Iterable[Properties],
    entities: Iterable[Properties],
    claims: Iterable[Properties],
    relations: Iterable[Properties],
) -> Subgraph:
    """The part that some records make, each table in the order of its ids; a record may come twice."""
    entity_records = _by_id(entities)
    return Subgraph(
        {key: read_record(record, Source) for key, record in _by_id(sources).items()},
        {key: read_record(record, Entity) for key, record in entity_records.items()},
        {key: read_record(record, Claim) for key, record in _by_id(claims).items()},
        {key: _read_relation(record) for key, record in _by_id(relations).items()},
        {key: _read_lifetime(record) for key, record in entity_records.items() if record.get("lifetime", True)},
    )


def read_record(record: Mapping[str, Any], kind: type[Record]) -> Record:
    """A source, entity or claim from its properties; those that are none of its own are passed over."""
    extra = record.get("extra")
    return msgspec.convert({**record, "extra": json.loads(extra)} if extra else record, kind)


def _by_id(records: Iterable[Properties]) -> dict[str, Properties]:
    return dict(sorted({record["id"]: record for record in records}.items()))


def _flat(record: object) -> Properties:
    """The fields of a record that are not empty, as plain values."""
    fields = {key: value for key, value in msgspec.to_builtins(record).items() if value not in (None, "", (), [], {})}
    if "extra" in fields:
        fields["extra"] = json.dumps(fields["extra"], ensure_ascii=False)
    return fields


def _entity_row(entity: Entity, graph: Subgraph) -> Properties:
    lifetime = graph.lifetimes.get(entity.id)
    lived: Properties = {"lifetime": False} if lifetime is None else _flat(lifetime)
    for side in _SPANS:
        if side in lived:
            lived[side] = [lived[side]["first"], lived[side]["last"]]
    return {"id": entity.id, "labels": labels(entity.kind), "properties": {**lived, **_flat(entity)}}


def _read_lifetime(record: Properties) -> Lifetime:
    sides = {side: dict(zip(("first", "last"), record[side], strict=True)) for side in _SPANS if side in record}
    return msgspec.convert({**record, **sides}, Lifetime)


def _claim_row(claim: Claim) -> Properties:
    """`name` is what Neo4j Browser shows."""
    ends = list(dict.fromkeys(end for end in (claim.subject, claim.object) if end))
    return {"id": claim.id, "source": claim.source, "about": ends, "properties": {**_flat(claim), "name": claim.says}}


def _relation_properties(relation: Relation, graph: Subgraph) -> Properties:
    fields = _flat(relation)
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


def _read_relation(record: Properties) -> Relation:
    subject, object_ = record["subject"], record.get("object", "")
    lower, upper = {"subject": (subject, object_), "object": (object_, subject)}.get(
        record.get("answers", ""), ("", "")
    )
    strength = record.get("strength")
    fields = {
        **record,
        "object": object_,
        "lower": lower,
        "upper": upper,
        "strength": Strength[strength.upper()] if strength else None,
        "bounds": {name: record[name] for name in _BOUNDS},
    }
    return msgspec.convert(fields, Relation)

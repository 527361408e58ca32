"""What the API tells besides answers: entities, sources and suggestions, in the shapes that answers use."""

import json
from collections import defaultdict
from collections.abc import Mapping

import msgspec

from graph import answers, told
from graph.errors import UnknownSource
from graph.model import Entity, Relation, Source
from graph.queries.rivals import with_rivals
from graph.queries.views import step_of, tie_of
from graph.spans import ANY_DAY
from graph.store import Store
from graph.subgraph import Subgraph


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The parent of all of them: each tells the version of the data."""

    data_version: str


class Index(Record, frozen=True, kw_only=True):
    """What can be asked, and where."""

    questions: Mapping[str, str]
    routes: Mapping[str, str]


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """An entity that may be meant, and the name by which it was found."""

    id: str
    kind: str
    name: str
    short_name: str
    matched: str


class Found(Record, frozen=True, kw_only=True):
    """What may be meant by a text, best first."""

    entities: tuple[Match, ...]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A question that a typed text may mean: in words, where it is answered, and its parts; what is empty is open."""

    words: str
    address: str
    question: str
    subject: str
    object: str
    kinds: tuple[str, ...]
    entities: tuple[str, ...]
    at: str
    until: str


class TypedRecord(Record, frozen=True, kw_only=True):
    """How a typed text is understood; where it is not, the reason and up to five questions that come near."""

    understood: Reading | None
    reason: str
    nearest: tuple[Reading, ...]


class EntityRecord(Record, frozen=True, kw_only=True):
    """An entity; its ties, one step for each other end, by ids; and what is said of it alone."""

    entity: Entity
    ties: tuple[answers.Step, ...]
    facts: tuple[told.Tie, ...]


class SourceRecord(Record, frozen=True, kw_only=True):
    """A source; the ties that rest on it, one step for each pair of ends, by ids; and the facts."""

    source: Source
    ties: tuple[answers.Step, ...]
    facts: tuple[told.Tie, ...]


def found_record(store: Store, text: str, limit: int) -> Found:
    """Up to `limit` entities that may be meant by a text; none where nothing fits."""
    version = store.settling_version()
    suggestions = store.names().suggest(text, limit)
    return Found(
        data_version=version,
        entities=tuple(
            Match(
                id=found.entity.id,
                kind=found.entity.kind,
                name=found.entity.title,
                short_name=found.entity.short_name,
                matched=found.matched,
            )
            for found in suggestions
        ),
    )


def entity_record(store: Store, entity: str) -> EntityRecord:
    """One entity and all its ties, read from it.

    :raises UnknownEntity: when there is none of that id.
    """
    version = store.settling_version()
    part = store.about([entity])
    ties, facts = with_rivals(store, _told(part, entity))
    found = part.entities.get(entity) or store.entity(entity)
    return EntityRecord(data_version=version, entity=found, ties=ties, facts=facts)


def source_record(store: Store, source: str) -> SourceRecord:
    """One source and all ties that rest on it, read from their subjects.

    :raises UnknownSource: when there is none of that id.
    """
    version = store.settling_version()
    part = store.said_by(source)
    if source not in part.sources:
        raise UnknownSource(f"No source has the id {source!r}.")
    ties, facts = with_rivals(store, _told(part))
    return SourceRecord(data_version=version, source=part.sources[source], ties=ties, facts=facts)


def as_json(record: Record) -> bytes:
    """The record as JSON, one line."""
    return msgspec.json.encode(record) + b"\n"


def schema_text() -> str:
    """The JSON Schema of an answer, as it is published."""
    return json.dumps(answers.json_schema(), indent=2, ensure_ascii=False) + "\n"


def _told(part: Subgraph, from_id: str = "") -> tuple[tuple[answers.Step, ...], tuple[told.Tie, ...]]:
    """Relations between two as steps, the others as facts; read from `from_id`, else from their subjects."""
    pairs: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    facts = []
    for relation in part.relations.values():
        if not relation.object:
            facts.append(tie_of(relation, part, relation.subject))
        elif relation.object == from_id:
            pairs[relation.object, relation.subject].append(relation)
        else:
            pairs[relation.subject, relation.object].append(relation)
    return tuple(step_of(pair, pairs[pair], part, ANY_DAY) for pair in sorted(pairs)), tuple(facts)

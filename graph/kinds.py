"""The vocabulary of `kinds.yaml`, read and checked once: kinds of entity, kinds of relation, and what they allow."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from graph.model import Strength


@dataclass(frozen=True, slots=True)
class EntityKind:
    """A kind of entity; `broader` is its broad kind, itself where it is one."""

    name: str
    broader: str
    label: str
    plural: str
    shape: str


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation: its allowed ends, its wording both ways, its strength, and which end answers.

    `role` is what its subject is called, like "chair"; empty where there is no such word. `asked` are the verbs by
    which people ask for it.
    """

    name: str
    subjects: frozenset[str]
    objects: frozenset[str]
    says: str
    reverse: str
    strength: Strength | None
    family: str
    answers: str = ""
    carries: frozenset[str] = frozenset()
    key: tuple[str, ...] = ()
    begins: str = ""
    symmetric: bool = False
    roles: frozenset[str] = frozenset()
    role: str = ""
    asked: tuple[str, ...] = ()
    org: str = ""
    example: str = ""

    @property
    def is_fact(self) -> bool:
        """Whether it has no object."""
        return not self.objects


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All kinds, by name."""

    entities: Mapping[str, EntityKind]
    relations: Mapping[str, RelationKind]

    def broad(self, kind: str) -> str:
        """The broad kind of a kind of entity; the empty string where it is unknown."""
        return self.entities[kind].broader if kind in self.entities else ""

    def quoted(self, kinds: Iterable[str]) -> str:
        """The wordings of kinds of relation, like "“leads” or “chairs”"; empty for none."""
        return " or ".join(f"“{self.relations[kind].says}”" for kind in kinds)

    def allows(self, end: str, allowed: frozenset[str]) -> bool:
        """Whether an entity of kind `end` may stand where the kinds `allowed` may."""
        return "any" in allowed or end in allowed or self.broad(end) in allowed


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the program.

    :raises ValueError: when `kinds.yaml` names an unknown kind or lacks a word.
    """
    text = resources.files("graph").joinpath("kinds.yaml").read_text(encoding="utf-8")
    return read_vocabulary(yaml.safe_load(text))


def read_vocabulary(table: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary written in a table of the form of `kinds.yaml`.

    :raises ValueError: when a kind is not known where it is used, or a word is missing.
    """
    try:
        return _checked(table)
    except KeyError as error:
        raise ValueError(f"kinds.yaml: a kind lacks the word {error}") from error


def _checked(table: Mapping[str, Any]) -> Vocabulary:
    entities = {
        name: EntityKind(name, row.get("broader", name), row["label"], row["plural"], row["shape"])
        for name, row in table["entities"].items()
    }
    relations = {name: _relation_kind(name, row) for name, row in table["relations"].items()}
    for kind in entities.values():
        if kind.broader not in entities:
            raise ValueError(f"kinds.yaml: {kind.name} has the unknown broader kind {kind.broader}")
    for relation in relations.values():
        unknown = (relation.subjects | relation.objects | relation.carries) - entities.keys() - {"any"}
        if unknown:
            raise ValueError(f"kinds.yaml: {relation.name} allows unknown kinds: {', '.join(sorted(unknown))}")
    return Vocabulary(entities, relations)


def _relation_kind(name: str, row: Mapping[str, Any]) -> RelationKind:
    strength = row["strength"]
    return RelationKind(
        name=name,
        subjects=_kinds(row["from"]),
        objects=_kinds(row["to"]),
        says=row["says"],
        reverse=row["reverse"],
        strength=None if strength == "none" else Strength[strength.upper()],
        family=row.get("family", "answers"),
        answers=row.get("answers", ""),
        carries=frozenset(row.get("carries", ())),
        key=tuple(row.get("key", ())),
        begins=row.get("begins", ""),
        symmetric=row.get("symmetric", False),
        roles=frozenset(row.get("roles", ())),
        role=row.get("role", ""),
        asked=tuple(row.get("asked", ())),
        org=row["org"],
        example=row["example"],
    )


def _kinds(value: str | list[str]) -> frozenset[str]:
    if isinstance(value, list):
        return frozenset(value)
    return frozenset() if value == "none" else frozenset({value})

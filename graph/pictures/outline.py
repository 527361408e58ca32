"""An answer as a tree, for nested lists: who stands under whom, each with the sentence that puts it there."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from graph.answers import Answer, Step

_Joins = dict[str, dict[str, Step]]


@dataclass(frozen=True, slots=True)
class Branch:
    """An entity in the tree, and what stands under it.

    `sentence`, `dates`, `certainty` and `state` are those of the tie to the branch above, empty at the root.
    `also_under` names the other entities under which it stands as well. What stands under an entity is told once:
    elsewhere the entity is `repeated` and has no children. One with nothing under it is never `repeated`.
    """

    entity: str
    name: str
    sentence: str = ""
    dates: str = ""
    certainty: str = ""
    state: str = ""
    also_under: tuple[str, ...] = ()
    repeated: bool = False
    children: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class _Tree:
    """For each entity its children with the step to each, its name, where it is told in full, and all its parents."""

    joins: _Joins
    names: Mapping[str, str]
    homes: Mapping[str, str]
    parents: Mapping[str, list[str]]


def outline_of(answer: Answer) -> tuple[Branch, ...]:
    """The routes of an answer as one tree from its subject; empty where it has no route.

    The children of `up` and `between` are those to whom an entity answers, of `down` those who answer to it, in the
    order of the routes. An entity's children stand where it is nearest to the root.
    """
    if not any(route.steps for route in answer.routes):
        return ()
    joins, names = _joins(answer)
    root = answer.question.subject
    homes = _homes(root, joins)
    parents: dict[str, list[str]] = {}
    for parent in homes:
        for child in joins.get(parent, {}):
            parents.setdefault(child, []).append(parent)
    return (_branch(root, "", _Tree(joins, names, homes, parents)),)


def _joins(answer: Answer) -> tuple[_Joins, dict[str, str]]:
    """For each entity its children, with the step to each, and the names of all."""
    joins: _Joins = {}
    names = {answer.question.subject: answer.question.subject_name}
    down = answer.question.ask == "down"
    for route in answer.routes:
        for step in reversed(route.steps) if down else route.steps:
            names |= {step.from_id: step.from_name, step.to_id: step.to_name}
            parent, child = (step.to_id, step.from_id) if down else (step.from_id, step.to_id)
            joins.setdefault(parent, {}).setdefault(child, step)
    return joins, names


def _homes(root: str, joins: _Joins) -> dict[str, str]:
    """For each entity the parent under which its children are told: the first one on the shortest way."""
    homes = {root: ""}
    queue = deque([root])
    while queue:
        parent = queue.popleft()
        for child in joins.get(parent, {}):
            if child not in homes:
                homes[child] = parent
                queue.append(child)
    return homes


def _branch(entity: str, parent: str, tree: _Tree) -> Branch:
    joins, names = tree.joins, tree.names
    step = joins[parent][entity] if parent else None
    tie = step.relations[0] if step and step.relations else None
    others = [other for other in tree.parents.get(entity, []) if other != parent]
    home = tree.homes[entity] == parent
    return Branch(
        entity=entity,
        name=names[entity],
        sentence=step.sentence if step else "",
        dates=tie.dates.words if tie else "",
        certainty=tie.certainty if tie else "",
        state=tie.state if tie else "",
        also_under=tuple(names[other] for other in others) if parent else (),
        repeated=not home and entity in joins,
        children=tuple(_branch(child, entity, tree) for child in joins.get(entity, {})) if home else (),
    )

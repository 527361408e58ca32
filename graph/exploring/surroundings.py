"""An entity and what is opened around it: who is shown, which ties are drawn, and what each can be opened to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.errors import UnknownEntity
from graph.exploring.folding import Choice, Fold, fitted
from graph.exploring.view import DIRECTIONS, Opening, View, direction_of, drawable, drawn_of, other_end
from graph.model import Relation
from graph.store import Store
from graph.subgraph import Subgraph

MOST_BOXES = 60


@dataclass(frozen=True, slots=True)
class Door:
    """A direction in which a shown entity has ties: `more` entities are tied to it by ties that are not drawn.

    In the direction of seats it may have members, and may have seats of its own elsewhere.
    """

    entity: str
    direction: str
    open: bool
    more: int
    has_members: bool = False
    has_seats: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many of the ties that touch what is shown are kept out: by the days, and of the others by the filters."""

    by_days: int = 0
    by_filters: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is shown of the graph.

    `near` holds all relations that touch what is shown, and what belongs to them; `drawn` are the ids of those between
    two shown entities that are drawn, `folded` for each fold those between its members and its opener. `brought` has
    the opening that brought each entity, in the order of discovery, None for the focus.
    """

    view: View
    near: Subgraph
    choice: Choice
    drawn: tuple[str, ...]
    folded: Mapping[str, tuple[str, ...]]
    brought: Mapping[str, Opening | None]
    doors: Mapping[str, tuple[Door, ...]]
    hidden: Hidden = Hidden()


def surroundings(store: Store, view: View, kept: Collection[str] = (), most: int = MOST_BOXES) -> Surroundings:
    """The surroundings of the focus as far as they are opened, in at most `most` boxes; the same from every store.

    What is among `kept` is not folded, where it is in the surroundings at all.

    :raises UnknownEntity: when there is no such focus.
    """
    opened = {opening.entity for opening in view.opened}
    reach = store.about({view.focus, *opened})
    if view.focus not in reach.entities:
        raise UnknownEntity(f"No entity has the id {view.focus!r}.")
    found = _found(view, drawn_of(reach, view.sifting))
    kinds = {entity: reach.entities[entity].kind for entity in found}
    choice = fitted(found, kinds, view, kept, most)
    near = store.about({*choice.shown, *(fold.opener for fold in choice.folds)})
    relations = drawn_of(near, view.sifting)
    drawn = [relation for relation in relations if _is_drawn(relation, view, set(choice.shown))]
    return Surroundings(
        view=view,
        near=near,
        choice=choice,
        drawn=tuple(relation.id for relation in drawn),
        folded={fold.key: _ties_of(fold, relations) for fold in choice.folds},
        brought={entity: found[entity] for entity in choice.shown},
        doors=_doors(view, choice.shown, relations, {relation.id for relation in drawn}),
        hidden=_hidden(view, near, len(relations)),
    )


def _found(view: View, relations: Iterable[Relation]) -> dict[str, Opening | None]:
    """The focus and all that its openings lead to, and theirs in turn, nearest first, each with what brought it."""
    ties: dict[Opening, list[str]] = defaultdict(list)
    for relation in relations:
        for end in (relation.subject, relation.object):
            ties[Opening(end, direction_of(relation, end))].append(other_end(relation, end))
    found: dict[str, Opening | None] = {view.focus: None}
    waiting = [view.focus]
    while waiting:
        entity = waiting.pop(0)
        for opening in (Opening(entity, direction) for direction in DIRECTIONS if view.has(entity, direction)):
            new = [other for other in dict.fromkeys(ties[opening]) if other not in found]
            found |= dict.fromkeys(new, opening)
            waiting.extend(new)
    return found


def _hidden(view: View, near: Subgraph, passing: int) -> Hidden:
    """What is kept out of all that could be drawn near what is shown."""
    every = drawable(near.relations.values())
    held = sum(map(view.sifting.on_days, every))
    return Hidden(by_days=len(every) - held, by_filters=held - passing)


def _is_drawn(relation: Relation, view: View, shown: Collection[str]) -> bool:
    """Whether both ends are shown; of ties without answerability only those of what is opened."""
    ends = (relation.subject, relation.object)
    if not all(end in shown for end in ends):
        return False
    return bool(relation.strength) or any(view.has(end, direction_of(relation, end)) for end in ends)


def _ties_of(fold: Fold, relations: Iterable[Relation]) -> tuple[str, ...]:
    members = set(fold.members)
    return tuple(
        relation.id
        for relation in relations
        if fold.opener in (relation.subject, relation.object)
        and other_end(relation, fold.opener) in members
        and direction_of(relation, fold.opener) == fold.direction
    )


def _doors(
    view: View, shown: Iterable[str], relations: Iterable[Relation], drawn: Collection[str]
) -> dict[str, tuple[Door, ...]]:
    """For each shown entity the directions that can be opened or closed, in the order of `DIRECTIONS`."""
    hidden: dict[Opening, set[str]] = defaultdict(set)
    sides: dict[Opening, set[str]] = defaultdict(set)
    for relation in relations:
        for side, end in (("subject", relation.subject), ("object", relation.object)):
            opening = Opening(end, direction_of(relation, end))
            sides[opening].add(side)
            if relation.id not in drawn:
                hidden[opening].add(other_end(relation, end))
    doors = {}
    for entity in shown:
        openings = [Opening(entity, direction) for direction in DIRECTIONS]
        doors[entity] = tuple(
            Door(
                entity,
                opening.direction,
                opening in view.opened,
                len(hidden[opening]),
                has_members="object" in sides[opening],
                has_seats="subject" in sides[opening],
            )
            for opening in openings
            if opening in sides and (opening in view.opened or hidden[opening])
        )
    return doors

"""The surroundings as a tree, for nested lists: who was reached from whom, in which direction, by which tie."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.exploring.doors import HEADINGS
from graph.exploring.folding import Fold
from graph.exploring.surroundings import Door, Surroundings
from graph.exploring.view import DIRECTIONS, Opening, direction_of
from graph.model import Relation


@dataclass(frozen=True, slots=True)
class Twig:
    """An entity in the tree: the tie to the one it was reached from (None at the root), and what it is opened to."""

    entity: str
    relation: Relation | None
    doors: tuple[Door, ...]
    bunches: tuple["Bunch", ...]


@dataclass(frozen=True, slots=True)
class Bunch:
    """What one opening has brought that was not there before, singly or folded."""

    direction: str
    heading: str
    twigs: tuple[Twig, ...]
    folds: tuple[Fold, ...]


def tree_of(around: Surroundings) -> Twig:
    """The focus with all that is shown beneath it, each entity once, under the opening that brought it."""
    brought: dict[Opening, list[str]] = {}
    for entity, opening in around.brought.items():
        if opening is not None:
            brought.setdefault(opening, []).append(entity)
    return _twig(around, around.view.focus, None, brought)


def _twig(around: Surroundings, entity: str, relation: Relation | None, brought: dict[Opening, list[str]]) -> Twig:
    bunches = []
    for direction in DIRECTIONS:
        opening = Opening(entity, direction)
        folds = tuple(fold for fold in around.choice.folds if fold.opener == entity and fold.direction == direction)
        members = brought.get(opening, [])
        if members or folds:
            twigs = tuple(_twig(around, member, _tie(around, opening, member), brought) for member in members)
            bunches.append(Bunch(direction, HEADINGS[direction], twigs, folds))
    return Twig(entity, relation, around.doors.get(entity, ()), tuple(bunches))


def _tie(around: Surroundings, opening: Opening, member: str) -> Relation | None:
    """The strongest tie that is drawn between an entity and one that its opening has brought."""
    drawn: Iterable[Relation] = (around.near.relations[key] for key in around.drawn)
    for relation in drawn:
        ends = {relation.subject, relation.object}
        if ends == {opening.entity, member} and direction_of(relation, opening.entity) == opening.direction:
            return relation
    return None

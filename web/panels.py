"""What stands beside the explorer's picture: the evidence of the selected box, group or line, and the table of ties."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.exploring.folding import Fold
from graph.exploring.scenes import box_id
from graph.exploring.surroundings import Surroundings
from graph.exploring.view import other_end
from graph.kinds import vocabulary
from graph.model import Entity, Relation
from graph.pictures.scene import Scene
from graph.queries.views import tie_of
from graph.told import Tie
from web.described import Group, groups_of, life_words, rank_of
from web.explored import Explored

MOST_TIES = 12
MOST_ROWS = 300


@dataclass(frozen=True, slots=True)
class Panel:
    """The evidence of what is selected, of one of three sorts.

    A box has its `entity`, its `groups` of ties and how many `more` there are; a folded group its `fold` and `members`;
    a line its `ties`. `key` is what is marked in the picture.
    """

    key: str
    heading: str
    kind: str = ""
    entity: Entity | None = None
    life: str = ""
    groups: tuple[Group, ...] = ()
    more: int = 0
    fold: Fold | None = None
    members: tuple[tuple[Entity, Tie], ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row of the table: a tie that is drawn, from whom and to whom."""

    start: Entity
    end: Entity
    tie: Tie


def panel_of(around: Surroundings, scene: Scene, explored: Explored) -> Panel:
    """What is selected in the address; the focus where nothing is, or nothing that is shown."""
    for link in scene.links:
        if explored.line in link.relations:
            return _of_line(around, [around.near.relations[key] for key in link.relations])
    for fold in around.choice.folds:
        if explored.box == box_id(fold):
            return _of_fold(around, fold)
    chosen = explored.box if explored.box in around.choice.shown else around.view.focus
    return _of_box(around, chosen)


def rows_of(around: Surroundings, sort: str) -> tuple[Drawn, ...]:
    """Every tie that is drawn, those to folded groups one by one, in the order of a column."""
    keys = [*around.drawn, *(key for ties in around.folded.values() for key in ties)]
    relations = sorted((around.near.relations[key] for key in keys), key=lambda one: (one.strength or 9, one.id))
    rows = [_row(around, relation) for relation in relations]
    by = {
        "from": lambda row: row.start.title.casefold(),
        "to": lambda row: row.end.title.casefold(),
        "support": lambda row: row.tie.state,
        "when": lambda row: row.tie.dates.latest_start or "",
    }.get(sort)
    return tuple(sorted(rows, key=by) if by else rows)


def reading(around: Surroundings, relation: Relation) -> Tie:
    """A relation as it reads along its line: from who answers, else from its subject."""
    return tie_of(relation, around.near, relation.lower or relation.subject, around.view.window)


def _row(around: Surroundings, relation: Relation) -> Drawn:
    entities = around.near.entities
    start = relation.lower or relation.subject
    return Drawn(entities[start], entities[other_end(relation, start)], reading(around, relation))


def _of_line(around: Surroundings, relations: list[Relation]) -> Panel:
    rows = [_row(around, relation) for relation in relations]
    ends = {name for row in rows for name in (row.start.title, row.end.title)}
    first = rows[0]
    heading = f"{first.start.title} – {first.end.title}"
    if len(ends) > 2:
        heading = f"{len(rows)} ties of a folded group"
    return Panel(key=relations[0].id, heading=heading, kind="Line", ties=tuple(row.tie for row in rows))


def _of_fold(around: Surroundings, fold: Fold) -> Panel:
    plural = vocabulary().entities[fold.kind].plural
    tied: dict[str, Tie] = {}
    for key in around.folded[fold.key]:
        relation = around.near.relations[key]
        tied.setdefault(other_end(relation, fold.opener), reading(around, relation))
    members = tuple((around.near.entities[member], tied[member]) for member in fold.members if member in tied)
    heading = f"{len(fold.members)} {plural}"
    return Panel(key=box_id(fold), heading=heading, kind="Folded together", fold=fold, members=members)


def _of_box(around: Surroundings, entity: str) -> Panel:
    found = around.near.entities[entity]
    every = _touching(around.near.relations.values(), entity)
    ties = sorted(every, key=lambda relation: rank_of(relation, entity))
    return Panel(
        key=entity,
        heading=found.title,
        kind=vocabulary().entities[found.kind].label.capitalize(),
        entity=found,
        life=life_words(around.near.lifetimes.get(entity), around.near),
        groups=tuple(groups_of(ties[:MOST_TIES], around.near, entity)),
        more=max(0, len(ties) - MOST_TIES),
    )


def _touching(relations: Iterable[Relation], entity: str) -> list[Relation]:
    return [relation for relation in relations if entity in (relation.subject, relation.object)]

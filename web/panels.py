"""What stands beside the explorer's picture: the evidence of the selected box, group or line, and the table of ties."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.exploring.folding import Fold
from graph.exploring.scenes import box_id, fold_words
from graph.exploring.surroundings import Surroundings
from graph.exploring.view import other_end
from graph.kinds import vocabulary
from graph.model import Entity, Relation
from graph.pictures.scene import Scene
from graph.pictures.style import CHANGES
from graph.queries.views import certainty_of, tie_of
from graph.spans import ANY_DAY
from graph.told import Tie
from graph.wording import capital, when_words
from web.compared import Comparison
from web.described import Group, groups_of, life_words, rank_of
from web.explored import SORTS, Explored
from web.limits import Limits

MOST_TIES = 12
MOST_ROWS = 300
STANDINGS = {"certain": "certain", "possible": "possible, not certain", "never": "not", "undated": "no day is known"}
"""How a tie stands to a day, in words."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The evidence of what is selected, of one of three sorts.

    A box has its `entity` and its `groups` of ties; a folded group its `fold` and `members`;
    a line its `ties`. `more` are not told, `hidden` are kept out by the filters. `key` is what is marked in the
    picture. `days` says of each tie, by id, how it stands to the day or days that are looked at.
    """

    key: str
    heading: str
    kind: str = ""
    entity: Entity | None = None
    life: str = ""
    groups: tuple[Group, ...] = ()
    more: int = 0
    hidden: int = 0
    fold: Fold | None = None
    members: tuple[tuple[Entity, Tie], ...] = ()
    ties: tuple[Tie, ...] = ()
    days: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the tree reads relations."""

    around: Surroundings
    comparison: Comparison | None

    def __call__(self, relation: Relation) -> Tie:
        """The relation as it reads along its line."""
        return _tie(self.around, relation)

    def change(self, relation: Relation) -> str:
        """What happened to it between two days, with its sign; empty for nothing, and where none are compared."""
        return self.comparison.words_of(relation) if self.comparison else ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row of the table: a tie that is drawn, from whom and to whom, and what happened to it between two days.

    `places` are its places in the order of each column.
    """

    start: Entity
    end: Entity
    tie: Tie
    change: str = ""
    places: tuple[int, ...] = ()


def panel_of(around: Surroundings, scene: Scene, explored: Explored) -> Panel:
    """What is selected in the address; the focus where nothing is, or nothing that is shown."""
    panel = _panel(around, scene, explored)
    told = [tie.id for tie in (*panel.ties, *(tie for _, tie in panel.members))]
    told += [row.tie.id for group in panel.groups for row in group.rows]
    return replace(panel, days={key: days_words(around.near.relations[key], explored.limits) for key in told})


def days_words(relation: Relation, limits: Limits) -> str:
    """How a relation stands to the days looked at, like "On 9 December 2021: certain"; empty where none are."""
    if not limits.at:
        return ""
    spans = (limits.first, *((limits.second,) if limits.until else ()))
    return capital("; ".join(f"{when_words(span)}: {STANDINGS[certainty_of(relation, span)]}" for span in spans))


def _panel(around: Surroundings, scene: Scene, explored: Explored) -> Panel:
    for link in scene.links:
        if explored.line in link.relations:
            return _of_line(around, link.relations)
    for fold in around.choice.folds:
        if explored.box == box_id(fold):
            return _of_fold(around, fold)
    chosen = explored.box if explored.box in around.choice.shown else around.view.focus
    return _of_box(around, chosen)


def rows_of(around: Surroundings, sort: str, comparison: Comparison | None = None) -> tuple[tuple[Drawn, ...], int]:
    """Every tie that is drawn, those to folded groups one by one, in the order of a column, and how many more.

    At most `MOST_ROWS` are told. Without a column what has changed between two days comes first.
    """
    keys = [*around.drawn, *(key for ties in around.folded.values() for key in ties)]
    relations = sorted((around.near.relations[key] for key in keys), key=lambda one: (one.strength or 9, one.id))
    orders = {column: _sorted(around, relations, column, comparison) for column in SORTS}
    places: dict[str, list[int]] = defaultdict(list)
    for order in orders.values():
        for place, relation in enumerate(order):
            places[relation.id].append(place)
    rows = tuple(
        replace(
            _row(around, one),
            change=comparison.words_of(one) if comparison else "",
            places=tuple(places[one.id]),
        )
        for one in orders[sort][:MOST_ROWS]
    )
    return rows, len(relations) - len(rows)


def _sorted(
    around: Surroundings, relations: Sequence[Relation], column: str, comparison: Comparison | None
) -> list[Relation]:
    """The relations in the order of a column; those that are alike in it stay in the order in which they come."""
    if column in ("from", "to"):
        return sorted(relations, key=lambda one: _ends(around, one)[column == "to"].title.casefold())
    if column == "support":
        return sorted(relations, key=lambda one: one.state)
    if column == "when":
        return sorted(relations, key=lambda one: one.bounds.latest_start)
    if comparison:
        order, changed = [*CHANGES, ""], comparison.picture.ties
        return sorted(relations, key=lambda one: order.index(changed.get(one.id, "")))
    return list(relations)


def _tie(around: Surroundings, relation: Relation) -> Tie:
    """A relation as it reads along its line: from who answers, else from its subject."""
    return tie_of(relation, around.near, relation.lower or relation.subject, around.view.window)


def _row(around: Surroundings, relation: Relation) -> Drawn:
    return Drawn(*_ends(around, relation), _tie(around, relation))


def _ends(around: Surroundings, relation: Relation) -> tuple[Entity, Entity]:
    """From whom and to whom its line goes."""
    start = relation.lower or relation.subject
    return around.near.entities[start], around.near.entities[other_end(relation, start)]


def _of_line(around: Surroundings, keys: Sequence[str]) -> Panel:
    """One of several ends is a folded group's; then the line stands for all of its ties."""
    rows = [_row(around, around.near.relations[key]) for key in keys[:MOST_ROWS]]
    ends = {name for row in rows for name in (row.start.title, row.end.title)}
    heading = (
        f"{rows[0].start.title} – {rows[0].end.title}" if len(ends) == 2 else f"{len(keys)} ties of a folded group"
    )
    return Panel(
        key=keys[0], heading=heading, kind="Line", ties=tuple(row.tie for row in rows), more=len(keys) - len(rows)
    )


def _of_fold(around: Surroundings, fold: Fold) -> Panel:
    ties: dict[str, Relation] = {}
    for key in around.folded[fold.key]:
        relation = around.near.relations[key]
        ties.setdefault(other_end(relation, fold.opener), relation)
    told = [member for member in fold.members if member in ties][:MOST_ROWS]
    return Panel(
        key=box_id(fold),
        heading=fold_words(fold),
        kind="Folded together",
        fold=fold,
        members=tuple((around.near.entities[member], _tie(around, ties[member])) for member in told),
        more=len(fold.members) - len(told),
    )


def _of_box(around: Surroundings, entity: str) -> Panel:
    found = around.near.entities[entity]
    touching = _touching(around.near.relations.values(), entity)
    every = around.view.sifting.sifted(touching, around.near.entities)
    window = around.view.window

    def rank(relation: Relation) -> tuple[bool, tuple[int, int, str]]:
        """What held comes before what did not, so that it is told at all."""
        return not relation.possible_within(window) and window != ANY_DAY, rank_of(relation, entity)

    kept = sorted(every, key=rank)[:MOST_TIES]
    kept.sort(key=lambda relation: rank_of(relation, entity))
    return Panel(
        key=entity,
        heading=found.title,
        kind=vocabulary().entities[found.kind].label.capitalize(),
        entity=found,
        life=life_words(around.near.lifetimes.get(entity), around.near),
        groups=tuple(groups_of(kept, around.near, entity, window)),
        more=len(every) - len(kept),
        hidden=len(touching) - len(every),
    )


def _touching(relations: Iterable[Relation], entity: str) -> list[Relation]:
    return [relation for relation in relations if entity in (relation.subject, relation.object)]

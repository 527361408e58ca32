"""Steps of a graph in compact arrays: whether a walk may take one is told by a few comparisons of numbers.

Compressed sparse rows, three for each entity: the steps to whom it answers, to who answers to it, and all others.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import IntEnum
from functools import lru_cache

from graph.collecting import without_collecting
from graph.model import Entity, Relation, State, Strength
from graph.spans import FIRST_DAY, LAST_DAY
from graph.walks import SAME, Ties, When

MOST_GROUNDS = 8
"""For how many kinds of walk the steps from each entity are remembered."""
MOST_REMEMBERED = 20_000
"""From how many entities the steps are remembered, for one kind of walk."""


class Row(IntEnum):
    """Which of an entity's rows a step stands in."""

    UP = 0
    DOWN = 1
    OTHER = 2


ROWS = len(Row)


class Steps:
    """The steps of all entities, row after row: where they lead, which relation they are part of, when they hold.

    A step that is certain on days on which it is not yet possible (`Relation.possible_on`) is marked as one to look at
    closely.
    """

    def __init__(self, number: Mapping[str, int], relations: Sequence[Relation]) -> None:
        self.relations = relations
        ends, each = max(1, len(number)).bit_length(), max(1, len(relations)).bit_length()
        keys = sorted(
            ((number[start] * ROWS + row) << ends | number[end]) << each | place
            for place, relation in enumerate(relations)
            for start, end, row in _directions(relation)
        )
        self.rows = _offsets([key >> (ends + each) for key in keys], len(number) * ROWS)
        self.leads_to = array("I", [key >> each & ((1 << ends) - 1) for key in keys])
        self.place = array("I", [key & ((1 << each) - 1) for key in keys])
        classes = [_classes(relation) for relation in relations]
        self.classes = array("I", map(classes.__getitem__, self.place))
        stretches = [_stretches(relation) for relation in relations]
        self.days = {
            when: (
                array("I", [stretches[place][column] for place in self.place]),
                array("I", [stretches[place][column + 1] for place in self.place]),
            )
            for column, when in zip((0, 2, 4), (When.POSSIBLE, When.CERTAIN, When.NOT_RULED_OUT), strict=True)
        }
        always = (array("I", [FIRST_DAY.toordinal()]), array("I", [LAST_DAY.toordinal() + 1]))
        self.days[When.ALWAYS] = (always[0] * len(keys), always[1] * len(keys))


class CompactGraph:
    """Entities by number, in the order of their ids, and the steps between them, made when first needed."""

    def __init__(self, entities: Mapping[str, Entity], relations: Mapping[str, Relation]) -> None:
        self.ids = tuple(sorted(entities))
        self.number = {entity: number for number, entity in enumerate(self.ids)}
        self._entities = entities
        self._relations = relations
        self._steps: Steps | None = None
        self.ground = lru_cache(MOST_GROUNDS)(self._ground)

    def kind(self, entity: str) -> str:
        """The entity's kind."""
        return self._entities[entity].kind

    @property
    def steps(self) -> Steps:
        """All steps."""
        if self._steps is None:
            with without_collecting():
                self._steps = Steps(self.number, [each for each in self._relations.values() if _walkable(each)])
        return self._steps

    def _ground(self, ties: Ties) -> "CompactGround":
        return CompactGround(self, ties)


class CompactGround:
    """The graph as walks over some ties see it (`search.Ground`)."""

    def __init__(self, graph: CompactGraph, ties: Ties) -> None:
        self._graph = graph
        self._ties = ties
        self._wanted = _class(ties.lens, sound=ties.sound)
        if ties.same and not ties.sound:
            self._wanted |= _SAME
        self._closely = bool(ties.kinds or ties.sources or ties.roles)
        self._window = (ties.window.first.toordinal(), ties.window.last.toordinal())
        self._known: dict[bool, dict[str, tuple[str, ...]]] = {True: {}, False: {}}

    def __contains__(self, entity: object) -> bool:
        return entity in self._graph.number

    def kind(self, entity: str) -> str:
        return self._graph.kind(entity)

    def beside(self, entity: str, *, upwards: bool) -> tuple[str, ...]:
        known = self._known[upwards]
        found = known.get(entity)
        if found is None:
            found = self._beside(self._graph.number[entity], upwards)
            if len(known) < MOST_REMEMBERED:
                known[entity] = found
        return found

    def _beside(self, number: int, upwards: bool) -> tuple[str, ...]:
        steps, ties, wanted = self._graph.steps, self._ties, self._wanted
        row = number * ROWS + (Row.UP if upwards or ties.lens is None else Row.DOWN)
        places = range(steps.rows[row], steps.rows[row + (ROWS if ties.lens is None else 1)])
        since, until = self._window
        first, after = steps.days[ties.when]
        classes, leads_to = steps.classes, steps.leads_to
        closely = -1 if self._closely else _CLOSELY
        found = {
            leads_to[place]
            for place in places
            if classes[place] & wanted
            and (
                (first[place] <= until and since < after[place])
                if not classes[place] & closely
                else ties.admits(steps.relations[steps.place[place]])
            )
        }
        return tuple([self._graph.ids[other] for other in sorted(found)])


def _class(lens: Strength | None, *, sound: bool) -> int:
    """The bit of the class of ties that are at least as strong as the lens and, if asked, sound."""
    return 1 << (2 * (0 if lens is None else int(lens)) + sound)


_SAME = 1 << 15
"""The class of `possibly_same_as`, a tie that counts only where it is asked for."""
_CLOSELY = 1 << 16
"""The mark of a tie whose days do not fit into one stretch."""


@lru_cache
def _classes_of(strength: Strength | None, sound: bool) -> int:
    """The bits of all classes that a tie of that strength belongs to."""
    lenses = [None, *(lens for lens in Strength if strength is not None and strength <= lens)]
    return sum(_class(lens, sound=each) for lens in lenses for each in {False, sound})


def _classes(relation: Relation) -> int:
    """The bits of all classes that the relation belongs to, and of its mark."""
    classes = _SAME if relation.kind == SAME else _classes_of(relation.strength, relation.sound)
    bounds = relation.bounds
    within = bounds.earliest_start <= bounds.latest_start and bounds.earliest_end <= bounds.latest_end
    apart = not relation.planned and not within and bounds.latest_start < bounds.earliest_end
    return classes | _CLOSELY if apart else classes


def _walkable(relation: Relation) -> bool:
    return relation.state != State.DENIED and bool(relation.object) and relation.subject != relation.object


def _directions(relation: Relation) -> Iterator[tuple[str, str, Row]]:
    """From where to where the relation can be walked, and in which rows that stands."""
    if relation.kind == SAME:
        for start, end in ((relation.subject, relation.object), (relation.object, relation.subject)):
            yield start, end, Row.UP
            yield start, end, Row.DOWN
    elif relation.lower:
        yield relation.lower, relation.upper, Row.UP
        yield relation.upper, relation.lower, Row.DOWN
    else:
        yield relation.subject, relation.object, Row.OTHER
        yield relation.object, relation.subject, Row.OTHER


def _stretches(relation: Relation) -> tuple[int, int, int, int, int, int]:
    """When it is possible, certain and not ruled out: each time its first day and the day after the last.

    A stretch of no day is one that no window meets.
    """
    bounds = relation.bounds
    certain = _NEVER if relation.planned else _stretch(bounds.latest_start, bounds.earliest_end)
    # Each side is tested apart: also where none of the days between is left, a window may lie around them.
    left = (relation.not_before.toordinal(), relation.over_from.toordinal())
    return (*_stretch(bounds.earliest_start, bounds.latest_end), *certain, *left)


_NEVER = (LAST_DAY.toordinal() + 1, 0)


def _stretch(first: date, after: date) -> tuple[int, int]:
    return (first.toordinal(), after.toordinal()) if first < after else _NEVER


def _offsets(rows: Sequence[int], most: int) -> "array[int]":
    """Where each row begins, and behind the last where it ends; the rows are in order."""
    offsets = array("I", bytes(array("I").itemsize * (most + 1)))
    for row in rows:
        offsets[row + 1] += 1
    for row in range(most):
        offsets[row + 1] += offsets[row]
    return offsets

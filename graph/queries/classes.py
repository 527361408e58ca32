"""The six classes of routes, and which of them a route belongs to (`model.md`, section 5)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from graph.answers import Certainty
from graph.model import Relation, Strength
from graph.queries.options import Options
from graph.spans import ANY_DAY, FIRST_DAY, Span
from graph.subgraph import Subgraph
from graph.walks import SAME, Ties, When

Path = tuple[str, ...]
Test = Literal["firm_on", "certain_on", "possible_on"]


@dataclass(frozen=True, slots=True, order=True)
class RouteClass:
    """A strength, and firm (0) before soft (1): in the order in which routes are ranked."""

    strength: Strength
    soft: int

    def ties(self, options: Options, window: Span | None = None) -> Ties:
        """The ties over which the class is searched, on the days of `window` (None: those asked about)."""
        window = window or options.window
        timed = When.POSSIBLE if self.soft else When.CERTAIN
        return Ties(
            self.strength,
            sound=not self.soft,
            when=When.ALWAYS if window == ANY_DAY else timed,
            window=window,
            kinds=options.kinds,
            sources=options.sources,
            roles=options.role_slugs,
            same=options.same,
        )


def classes(lens: Strength, *, soft: bool = True) -> list[RouteClass]:
    """The classes that a lens allows, best first; without `soft` the firm ones alone."""
    return [RouteClass(strength, flag) for strength in Strength if strength <= lens for flag in range(1 + soft)]


class Ladder:
    """The ties between the entities of some routes, by step, to judge routes as wholes."""

    def __init__(self, part: Subgraph, options: Options) -> None:
        self.part = part
        self.options = options
        self._admitted: dict[RouteClass, dict[tuple[str, str], list[Relation]]] = defaultdict(dict)
        self._between: dict[tuple[str, str], list[Relation]] = defaultdict(list)
        for relation in part.relations.values():
            if relation.kind == SAME:
                self._between[relation.subject, relation.object].append(relation)
                self._between[relation.object, relation.subject].append(relation)
            elif relation.lower:
                self._between[relation.lower, relation.upper].append(relation)

    def steps(self, path: Path, ties: Ties) -> list[list[Relation]]:
        """The admitted relations of each step, strongest and soundest first, then by id."""
        return [self._of_step(pair, ties) for pair in pairwise(path)]

    def of_class(self, path: Path, of: RouteClass) -> list[list[Relation]]:
        """The relations of each step that its class admits, as `steps`; routes share steps, so these are kept."""
        known = self._admitted[of]
        pairs = list(pairwise(path))
        if unknown := [pair for pair in pairs if pair not in known]:
            ties = of.ties(self.options)
            known.update((pair, self._of_step(pair, ties)) for pair in unknown)
        return [known[pair] for pair in pairs]

    def _of_step(self, pair: tuple[str, str], ties: Ties) -> list[Relation]:
        return sorted(filter(ties.admits, self._between[pair]), key=_rank)

    def told(self, path: Path, of: RouteClass, lens: Strength) -> list[list[Relation]]:
        """All relations of each step under the lens, those by which the route belongs to its class first."""
        own = self.of_class(path, of)
        every = self.of_class(path, RouteClass(lens, 1))
        return [
            [*first, *(relation for relation in others if relation not in first)]
            for first, others in zip(own, every, strict=True)
        ]

    def belongs(self, path: Path, of: RouteClass) -> bool:
        """Whether on one of the days asked about all steps are firm (of a soft class: at least possible)."""
        steps = self.of_class(path, of)
        return together(steps, self.options.window, "possible_on" if of.soft else "firm_on")

    def class_of(self, path: Path, among: Iterable[RouteClass]) -> RouteClass | None:
        """The first of some classes that the route belongs to; None for one that held in none on one day."""
        return next((of for of in among if self.belongs(path, of)), None)

    def certainty(self, path: Path, of: RouteClass) -> Certainty:
        """Of the ties as strong as the class: whether all were certain, or possible, on one of the days."""
        steps = self.of_class(path, RouteClass(of.strength, 1))
        if together(steps, self.options.window, "certain_on"):
            return "certain"
        return "possible" if together(steps, self.options.window, "possible_on") else "never"


def together(steps: Sequence[Sequence[Relation]], window: Span, test: Test) -> bool:
    """Whether on one day of the window each step has a relation that passes the test.

    Ties that hold together hold on the day on which the last of them begins, or on the window's first day.
    """
    if not all(steps):
        return False
    return any(all(any(_passes(tie, test, day) for tie in step) for step in steps) for day in _days(steps, window))


def _rank(relation: Relation) -> tuple[Strength, bool, str]:
    return relation.strength or Strength.LINE, not relation.sound, relation.id


def _passes(relation: Relation, test: Test, day: date) -> bool:
    match test:
        case "firm_on":
            return relation.firm_on(day)
        case "certain_on":
            return relation.certain_on(day)
        case _:
            return relation.possible_on(day)


def _days(steps: Sequence[Sequence[Relation]], window: Span) -> Iterable[date]:
    starts = {
        day
        for step in steps
        for relation in step
        for day in (relation.bounds.earliest_start, relation.bounds.latest_start)
    }
    if window.first > FIRST_DAY:
        starts.add(window.first)
    return sorted(day for day in starts if day in window and day > FIRST_DAY)


def ids_on(paths: Iterable[Path]) -> set[str]:
    """All entities on some routes."""
    return {entity for path in paths for entity in path}


def order(found: Mapping[Path, RouteClass]) -> list[tuple[Path, RouteClass]]:
    """Routes by class, then length, then ids."""
    return sorted(found.items(), key=lambda pair: (pair[1], len(pair[0]), pair[0]))

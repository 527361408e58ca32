"""Ranked routes: class by class, shortest first, ties complete, longer ones while there are too few.

The order is that of `model.md`, section 5. Two choices are made where it leaves one open: longer routes are added up to
the limit, so that they displace no shortest route of a later class; and "routes" is given as the limit that cut only
where a route was in fact left out.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from graph.queries.classes import Ladder, Path, RouteClass, classes, ids_on, order
from graph.queries.frame import Frame
from graph.queries.ranking import Ranked
from graph.spans import ANY_DAY, FIRST_DAY, Span
from graph.subgraph import Subgraph
from graph.walks import Found, Walk

MORE_STEPS = 3
"""How many steps more than the shortest of its class a further route may have."""
MOST_DAYS = 64
"""How many days a search is repeated on where no shortest route held on one day."""
MOST_ROUTES = 1000
"""How many routes of one class and length are looked at."""
MOST_REACHED = 20_000
"""How many routes to all that is reached: the limit on routes does not apply to them, the memory does."""


class Search:
    """One question's search in one store, with one clock for all of it."""

    def __init__(self, asked: Frame) -> None:
        self.store = asked.store
        self.options = asked.options
        self.lens = asked.lens
        self._asked = asked
        self._classes = classes(asked.lens, soft=asked.options.soft)
        self._ladders = Ladder(Subgraph(), asked.options)
        self._found: dict[tuple[str, str, RouteClass, bool], Found] = {}

    def walk(
        self, start: str, end: str = "", *, down: bool = False, of: RouteClass, window: Span | None = None
    ) -> Walk:
        """The walk of one class, with what is left of the time."""
        return Walk(
            of.ties(self.options, window),
            start,
            end,
            down=down,
            hops=self.options.reach,
            through=self.options.entity_kinds if end else frozenset(),
            seconds=self._asked.left,
            most=MOST_ROUTES if end else MOST_REACHED,
        )

    def between(self, start: str, end: str) -> Ranked:
        """The routes from start to end, at most as many as the limit says."""
        ranked = Ranked()
        if self._tied_by_none(start, end):
            return ranked
        found: dict[Path, RouteClass] = {}
        least: dict[RouteClass, int] = {}
        never: dict[Path, RouteClass] = {}
        for of in self._classes:
            reached = self._of_class(start, end, of, ranked)
            ladder = self._ladder(reached.holding)
            for path in reached.holding:
                least[of] = len(path) - 1
                if path not in found and ladder.class_of(path, self._classes) == of:
                    found[path] = of
            if of.soft:
                never |= {path: of for path in reached.never if path not in never}
        kept = order(found)
        if len(kept) > self.options.routes:
            ranked.cuts.add("routes")
        for of, length in least.items():
            self._longer(start, end, of, length, kept, ranked)
        ranked.routes = sorted(kept, key=lambda pair: (pair[1], len(pair[0]), pair[0]))[: self.options.routes]
        if not found:
            ranked.never = order(never)[: self.options.routes]
            self._note_beyond(ranked, start, end, shown=set())
        return ranked

    def reached(self, start: str, *, down: bool) -> Ranked:
        """For each entity reached, the shortest routes of its best class; the limit on routes does not apply."""
        ranked = Ranked()
        found: dict[Path, RouteClass] = {}
        done: set[str] = set()
        never: dict[Path, RouteClass] = {}
        for of in self._classes:
            reached = self._of_class(start, "", of, ranked, down=down, done=done)
            found |= dict.fromkeys(reached.holding, of)
            done |= {_far(path, down) for path in reached.holding}
            if of.soft:
                never |= {path: of for path in reached.never if path not in never}
        ranked.routes = order(found)
        best: dict[str, RouteClass] = {}
        for path, of in order(never):
            if _far(path, down) not in done and best.setdefault(_far(path, down), of) == of:
                ranked.never.append((path, of))
        self._note_beyond(ranked, start, "", down=down, shown=done | set(best))
        return self._of_kinds(ranked, down)

    def _of_class(
        self,
        start: str,
        end: str,
        of: RouteClass,
        ranked: Ranked,
        *,
        down: bool = False,
        done: set[str] | None = None,
    ) -> "_Reached":
        """The shortest routes of a class that hold on one of the days asked about, for each entity reached."""
        done = done or set()
        found = self._shortest(start, end, of, down=down)
        self._note_cut(ranked, found)
        paths = [path for path in found.routes if _far(path, down) not in done]
        window = self.options.window
        if window.first == window.last:
            return _Reached(paths, [])
        ladder = self._ladder(paths)
        holding = [path for path in paths if ladder.belongs(path, of)]
        pending = {_far(path, down) for path in paths} - {_far(path, down) for path in holding}
        if not pending:
            return _Reached(holding, [])
        repeated = self._by_days(start, end, of, ranked, down=down)
        holding += [path for path in repeated if _far(path, down) in pending]
        pending -= {_far(path, down) for path in repeated}
        never = [path for path in paths if _far(path, down) in pending] if window == ANY_DAY else []
        return _Reached(holding, never)

    def _shortest(self, start: str, end: str, of: RouteClass, *, down: bool) -> Found:
        """The shortest routes over all ties of a class, walked once."""
        key = (start, end, of, down)
        if key not in self._found:
            self._found[key] = self.store.shortest(self.walk(start, end, down=down, of=of))
        return self._found[key]

    def _tied_by_none(self, start: str, end: str) -> bool:
        """Whether not even the ties of the last class lead to the end: they are those of all classes."""
        return self._shortest(start, end, self._classes[-1], down=False) == Found()

    def _by_days(self, start: str, end: str, of: RouteClass, ranked: Ranked, *, down: bool) -> list[Path]:
        """The shortest routes over all days on which a tie of the class begins, for each entity reached."""
        days, more = self.store.days(of.ties(self.options), MOST_DAYS)
        if more:
            ranked.cuts.add("days")
        window = self.options.window
        if window != ANY_DAY:
            days = (*days, window.first)
        by_end: dict[str, set[Path]] = defaultdict(set)
        for day in days:
            found = self.store.shortest(self.walk(start, end, down=down, of=of, window=Span(day, day)))
            self._note_cut(ranked, found)
            for path in found.routes:
                by_end[_far(path, down)].add(path)
        return [
            path
            for paths in by_end.values()
            for path in sorted(paths)
            if len(path) == min(len(other) for other in paths)
        ]

    def _longer(
        self,
        start: str,
        end: str,
        of: RouteClass,
        least: int,
        kept: list[tuple[Path, RouteClass]],
        ranked: Ranked,
    ) -> None:
        """Add the longer routes of a class, while there are fewer than the limit."""
        for steps in range(least + 1, min(least + MORE_STEPS, self.options.reach) + 1):
            room = self.options.routes - len(kept)
            if room <= 0:
                return
            found = self.store.exactly(self.walk(start, end, of=of), steps)
            self._note_cut(ranked, found)
            ladder = self._ladder(found.routes)
            known = {path for path, _ in kept}
            batch = [path for path in found.routes if path not in known and ladder.class_of(path, self._classes) == of]
            if len(batch) > room:
                ranked.cuts.add("routes")
            kept.extend((path, of) for path in batch[:room])

    def _of_kinds(self, ranked: Ranked, down: bool) -> Ranked:
        """The routes whose far end is of the kinds of entity asked for."""
        kinds = self.options.entity_kinds
        if kinds:
            ends = {_far(path, down) for path, _ in (*ranked.routes, *ranked.never)}
            found = self._asked.reading.among(ends).entities
            for routes in (ranked.routes, ranked.never):
                routes[:] = [pair for pair in routes if found[_far(pair[0], down)].kind in kinds]
        return ranked

    def _note_beyond(self, ranked: Ranked, start: str, end: str, *, shown: set[str], down: bool = False) -> None:
        """Whether something that was asked for is reached, but only in more steps than the limit allows."""
        if not self.options.hops_cut:
            return
        widest = self.walk(start, end, down=down, of=self._classes[-1])
        if self.options.steps is None:
            further = set(self._shortest(start, end, self._classes[-1], down=down).beyond)
        else:
            further = self._beyond(widest, ranked)
        if not further - shown:
            return
        window = self.options.window
        if window.first != window.last and not (window == ANY_DAY and self.options.soft):
            days, _ = self.store.days(widest.ties, MOST_DAYS)
            alike = [self._on(widest, day) for day in (*days, window.first) if day > FIRST_DAY]
            if not any(self._beyond(walk, ranked) - shown for walk in alike):
                return
        ranked.cuts.add("hops")

    def _beyond(self, walk: Walk, ranked: Ranked) -> set[str]:
        """What is reached in more steps than the limit, though in no more than were asked for."""
        steps = self.options.steps
        found = self.store.shortest(walk if steps is None else replace(walk, hops=steps))
        self._note_cut(ranked, found)
        if steps is None:
            return set(found.beyond)
        return {_far(path, walk.down) for path in found.routes if len(path) - 1 > self.options.hops}

    def _on(self, walk: Walk, day: date) -> Walk:
        return replace(walk, ties=self._classes[-1].ties(self.options, Span(day, day)))

    def _note_cut(self, ranked: Ranked, found: Found) -> None:
        if found.cut:
            ranked.cuts.add(found.cut)

    def _ladder(self, paths: "list[Path] | tuple[Path, ...]") -> Ladder:
        part = self._asked.reading.among(ids_on(paths))
        if self._ladders.part is not part:
            self._ladders = Ladder(part, self.options)
        return self._ladders


@dataclass(frozen=True, slots=True)
class _Reached:
    """The shortest routes that hold on one day, and those of what else is reached, but never so."""

    holding: list[Path]
    never: list[Path]


def _far(path: Path, down: bool) -> str:
    """The end of a route that was reached, not the one that was asked about."""
    return path[0] if down else path[-1]

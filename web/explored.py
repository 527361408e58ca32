"""Where somebody stands in the explorer, as it stands in an address: read from it, and written back changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for

from graph.answers import Answer
from graph.exploring.first import first_view
from graph.exploring.sieve import SURETIES, Sieve
from graph.exploring.surroundings import MOST_BOXES
from graph.exploring.view import DIRECTIONS, Opening, View
from graph.store import Store
from web import params
from web.limits import NO_LIMITS, Limits, canonical, read_limits
from web.params import Args

SORTS = ("tie", "from", "to", "support", "when")
"""The columns by which the table can be sorted; the first is the order without a choice, the strongest tie first."""
_ROUTES_UP = frozenset({"up", "between"})
_TOWARDS = {"members": "members", "seats": "members", "shared": "members", "money": "money"}


@dataclass(frozen=True, slots=True)
class Explored:
    """A view, its days and filters as typed, what is selected (the id of a box or of a relation), the table's order.

    `first` is what is open without a word in the address, known where there was none.
    """

    view: View
    limits: Limits = NO_LIMITS
    box: str = ""
    line: str = ""
    sort: str = SORTS[0]
    first: frozenset[Opening] | None = None

    def toggled(self, entity: str, direction: str) -> str:
        """The address at which that is opened which is closed here, or closed which is open."""
        return replace(self, view=self.view.toggled(entity, direction)).address("picture")

    def showing(self, fold: str) -> str:
        """The address at which a group is shown one by one, or folded again."""
        return replace(self, view=self.view.showing(fold)).address("picture")

    def selecting(self, box: str = "", line: str = "") -> str:
        """The address at which a box or a line is selected."""
        return replace(self, box=box, line=line).address("evidence")

    def sorted_by(self, column: str) -> str:
        """The address at which the table is sorted by that column."""
        return replace(self, sort=column).address("table")

    def around(self, entity: str) -> str:
        """The address of another entity's surroundings, on the same days and through the same filters."""
        return url_for("exploring.explorer", entity=entity, **self.limits.query())

    def limited(self, limits: Limits) -> str:
        """The address of the same on other days, or through other filters."""
        return replace(self, limits=limits).address()

    def on_day(self, at: str, until: str = "") -> str:
        """The address of the same on another day, or comparing two."""
        return self.limited(replace(self.limits, at=at, until=until))

    def sifted(self, **changes: Any) -> str:
        """The address of the same through other filters (fields of `Sieve`)."""
        return self.limited(replace(self.limits, sieve=replace(self.limits.sieve, **changes)))

    def limit_fields(self) -> list[tuple[str, str]]:
        """Days and filters as a form sends them along, as names and values."""
        return _fields(self.limits.query())

    def asking(self) -> dict[str, Any]:
        """Day and filters as the questions take them."""
        sieve, until = self.limits.sieve, self.limits.until
        values = {
            "at": "" if until else self.limits.at,
            "lens": sieve.lens.word if sieve.lens else "",
            "firm": "1" if sieve.sure == SURETIES[0] else "",
            "source": sorted(sieve.sources),
        }
        return {name: value for name, value in values.items() if value}

    def plain(self) -> str:
        """The address without anything that can be said of it: to where a form sends."""
        return url_for("exploring.explorer", entity=self.view.focus)

    def kept(self) -> list[tuple[str, str]]:
        """What a form has to send besides days and filters, as names and values."""
        limits = self.limits.query()
        return _fields({name: value for name, value in self._query().items() if name not in limits})

    def address(self, anchor: str | None = None) -> str:
        """Where this is shown."""
        return url_for("exploring.explorer", entity=self.view.focus, _anchor=anchor, **self._query())

    def file(self, form: str) -> str:
        """Where this is made a file of that form, an ending without its point."""
        return url_for("downloads.explored_file", form=form, entity=self.view.focus, **self._query())

    def _query(self) -> dict[str, Any]:
        opened: dict[str, Any] = {
            direction: sorted(one.entity for one in self.view.opened if one.direction == direction)
            for direction in DIRECTIONS
        }
        if self.view.opened == self.first:
            opened = {}
        elif not self.view.opened:
            # Without any of these words the address would mean what is open at first.
            opened = {DIRECTIONS[0]: [""]}
        rest = {
            "show": sorted(self.view.unfolded),
            **self.limits.query(),
            "box": "" if self.box == self.view.focus else self.box,
            "line": self.line,
            "sort": "" if self.sort == SORTS[0] else self.sort,
        }
        return {name: value for name, value in (opened | rest).items() if value}


def read_explored(store: Store, focus: str, args: Args) -> Explored:
    """What an address shows around the focus.

    :raises BadParameter: when a value cannot be used; the message names the parameter.
    """
    limits = read_limits(store, args)
    if is_first := not any(direction in args for direction in DIRECTIONS):
        view = first_view(store, focus, limits.window, limits.sieve)
    else:
        view = View(focus, _opened(args), window=limits.window, sieve=limits.sieve)
    return Explored(
        view=replace(view, unfolded=params.several(args, "show")),
        limits=limits,
        box=params.one(args, "box"),
        line=params.one(args, "line"),
        sort=params.choice(args, "sort", SORTS, SORTS[0]),
        first=view.opened if is_first else None,
    )


def explored_from(answer: Answer) -> str:
    """The address that shows what an answer is about, opened along its routes; empty where it is about nobody.

    Its days are kept, and of its filters those that mean the same for any tie.
    """
    question = answer.question
    if not question.subject:
        return ""
    sieve = Sieve(sure="" if question.soft else SURETIES[0], sources=frozenset(question.sources))
    limits = Limits(canonical(question.at), canonical(question.until), sieve)
    kept = sorted(_way(answer), key=lambda one: (one.direction, one.entity))[:MOST_BOXES]
    view = View(question.subject, frozenset(kept))
    return Explored(view, limits, first=None if kept else view.opened).address()


def _opened(args: Args) -> frozenset[Opening]:
    return frozenset(
        Opening(entity, direction) for direction in DIRECTIONS for entity in params.several(args, direction, MOST_BOXES)
    )


def _way(answer: Answer) -> set[Opening]:
    """What is opened to see an answer; empty where that is what is open at first."""
    question = answer.question
    steps = [step for route in answer.routes for step in route.steps]
    if question.ask in _ROUTES_UP:
        return {Opening(step.from_id, "up") for step in steps} or {Opening(question.subject, "up")}
    if question.ask == "down":
        return {Opening(step.to_id, "down") for step in steps} or {Opening(question.subject, "down")}
    if question.ask in _TOWARDS:
        return {Opening(question.subject, _TOWARDS[question.ask])}
    return set()


def _fields(query: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Parameters one by one."""
    return [(name, one) for name, value in query.items() for one in (value if isinstance(value, list) else [value])]

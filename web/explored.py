"""Where somebody stands in the explorer, as it stands in an address: read from it, and written back changed."""

from dataclasses import dataclass, replace
from typing import Any

from flask import url_for

from graph.answers import Answer
from graph.exploring.first import first_view
from graph.exploring.surroundings import MOST_BOXES
from graph.exploring.view import DIRECTIONS, Opening, View
from graph.spans import ANY_DAY, read_span
from graph.store import Store
from web import params
from web.params import Args

SORTS = ("tie", "from", "to", "support", "when")
"""The columns by which the table can be sorted; the first is the order without a choice, the strongest tie first."""
_ROUTES_UP = frozenset({"up", "between"})
_TOWARDS = {"members": "members", "seats": "members", "shared": "members", "money": "money"}


@dataclass(frozen=True, slots=True)
class Explored:
    """A view, the days as typed, what is selected (the id of a box or of a relation), and the table's order.

    `first` is what is open without a word in the address, known where there was none.
    """

    view: View
    at: str = ""
    box: str = ""
    line: str = ""
    sort: str = SORTS[0]
    first: frozenset[Opening] | None = None

    def toggled(self, entity: str, direction: str) -> str:
        """The address at which that is opened which is closed here, or closed which is open."""
        return replace(self, view=self.view.toggled(entity, direction)).address("picture")

    def showing(self, fold: str) -> str:
        """The address at which a group is shown one by one, or folded again."""
        return replace(self, view=self.view.showing(fold), box="").address("picture")

    def selecting(self, box: str = "", line: str = "") -> str:
        """The address at which a box or a line is selected."""
        return replace(self, box=box, line=line).address("evidence")

    def sorted_by(self, column: str) -> str:
        """The address at which the table is sorted by that column."""
        return replace(self, sort=column).address("table")

    def around(self, entity: str) -> str:
        """The address of another entity's surroundings, on the same days."""
        return url_for("exploring.explorer", entity=entity, at=self.at or None)

    def address(self, anchor: str | None = None) -> str:
        """Where this is shown."""
        return url_for("exploring.explorer", entity=self.view.focus, _anchor=anchor, **self._query())

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
            "at": self.at,
            "box": "" if self.box == self.view.focus else self.box,
            "line": self.line,
            "sort": "" if self.sort == SORTS[0] else self.sort,
        }
        return {name: value for name, value in (opened | rest).items() if value}


def read_explored(store: Store, focus: str, args: Args) -> Explored:
    """What an address shows around the focus.

    :raises BadParameter: when a value cannot be used; the message names the parameter.
    """
    at = params.day(args, "at")
    window = read_span(at) if at else ANY_DAY
    if is_first := not any(direction in args for direction in DIRECTIONS):
        view = first_view(store, focus, window)
    else:
        view = View(focus, _opened(args), window=window)
    return Explored(
        view=replace(view, unfolded=params.several(args, "show")),
        at=at,
        box=params.one(args, "box"),
        line=params.one(args, "line"),
        sort=params.choice(args, "sort", SORTS, SORTS[0]),
        first=view.opened if is_first else None,
    )


def explored_from(answer: Answer) -> str:
    """The address that shows what an answer is about, opened along its routes; empty where it is about nobody."""
    question = answer.question
    if not question.subject:
        return ""
    at = "" if question.until else question.at
    opened = _way(answer)
    if not opened:
        return url_for("exploring.explorer", entity=question.subject, at=at or None)
    kept = sorted(opened, key=lambda one: (one.direction, one.entity))[:MOST_BOXES]
    return Explored(View(question.subject, frozenset(kept)), at).address()


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

"""Ranked routes, and what cut the search for them."""

from collections.abc import Collection
from dataclasses import dataclass, field

from graph.queries.classes import Path, RouteClass

_CUTS = ("time", "hops", "days", "routes")


@dataclass(slots=True)
class Ranked:
    """Routes with their classes in the order of the answer; `never` those that never held on one day."""

    routes: list[tuple[Path, RouteClass]] = field(default_factory=list)
    never: list[tuple[Path, RouteClass]] = field(default_factory=list)
    cuts: set[str] = field(default_factory=set)

    @property
    def truncated(self) -> str | None:
        """The limit that cut the search, the gravest where there are several."""
        return gravest(self.cuts)


def gravest(cuts: Collection[str]) -> str | None:
    """The gravest of some limits that cut a search; None where there are none."""
    return next((cut for cut in _CUTS if cut in cuts), None)

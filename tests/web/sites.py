"""The apps that serve what the states of the pages stand on, each on a port of its own once it is asked for."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from flask import Flask

import loaders
from graph.subgraph import Subgraph
from tests.browsing import served
from tests.web.conftest import fill, in_file, small_graph
from tests.web.hostile import hostile, hostile_ids
from web import create_app
from web.hosts import LOCAL_ONLY

LONDON = Path(__file__).parents[2] / "data" / "london"


class Sites:
    """Running servers by the names in `MADE`; they stop when `ends` is closed."""

    def __init__(self, folder: Path, ends: ExitStack) -> None:
        self._folder = folder
        self._ends = ends
        self._urls: dict[str, str] = {}

    def url(self, name: str) -> str:
        """Where the site of that name is served."""
        if name not in self._urls:
            folder = self._folder / name
            folder.mkdir()
            self._urls[name] = self._ends.enter_context(served(MADE[name](folder)))
        return self._urls[name]


def london() -> Subgraph:
    """The London data.

    :raises ValueError: when it has errors.
    """
    found = loaders.load(LONDON)
    if found.graph is None:
        raise ValueError("data/london has errors: govgraph check data/london")
    return found.graph


def app_of(make: Callable[[], Subgraph], folder: Path) -> Flask:
    """An app on an embedded store in that folder that holds the graph."""
    settings = in_file(folder)
    fill(settings, make())
    return create_app(settings)


def _faulty(folder: Path) -> Flask:
    def fault() -> str:
        raise RuntimeError("secret detail")

    app = app_of(small_graph, folder)
    app.logger.disabled = True
    app.view_functions["pages.about"] = fault
    return app


def _damaged(folder: Path) -> Flask:
    (folder / "store.json").write_text("{", encoding="utf-8")
    app = create_app(in_file(folder))
    app.logger.disabled = True
    return app


def _saving(folder: Path) -> Flask:
    app = app_of(small_graph, folder)
    app.config[LOCAL_ONLY] = True
    return app


MADE: dict[str, Callable[[Path], Flask]] = {
    "small": partial(app_of, small_graph),
    "empty": partial(app_of, Subgraph),
    "saving": _saving,
    "faulty": _faulty,
    "damaged": _damaged,
    "hostile": partial(app_of, lambda: hostile(small_graph())),
    "hostile ids": partial(app_of, hostile_ids),
    "london": partial(app_of, london),
}
"""How each site is made, in an empty folder."""

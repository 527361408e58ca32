"""Every page is of one state of the data: it is made again where a load ends while it is being made."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask, g

from web.current import current_store

View = Callable[..., Any]
_WITHOUT_DATA = frozenset(
    {
        "static",
        "ops.healthz",
        "ops.readyz",
        "pages.about",
        "pages.about_pictures",
        "pages.accessibility",
        "pages.pictures_css",
        "api.schema",
    }
)
"""The views that answer whatever the store does."""

_BY_THEMSELVES = frozenset({"saved", "embedding", "downloads"})
"""The blueprints that ask of one state themselves: what they keep must not be kept twice."""


def init_app(app: Flask) -> None:
    """Make every view of this app that needs data steady."""
    for endpoint, view in app.view_functions.items():
        if endpoint not in _WITHOUT_DATA and endpoint.partition(".")[0] not in _BY_THEMSELVES:
            app.view_functions[endpoint] = _steady(view)


def _steady(view: View) -> View:
    @wraps(view)
    def made_of_one_state(**values: str) -> Any:
        made, g.version = current_store().settled(lambda: view(**values))
        return made

    return made_of_one_state

"""Every page is of one state of the data: it is made again where a load ends while it is being made."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask

from graph.errors import StoreUnavailable
from web.current import current_store

View = Callable[..., Any]


def init_app(app: Flask) -> None:
    """Make every view of this app steady; the static files and the signs of life need no data."""
    for endpoint, view in app.view_functions.items():
        if endpoint != "static" and not endpoint.startswith("ops."):
            app.view_functions[endpoint] = _steady(view)


def _steady(view: View) -> View:
    @wraps(view)
    def made_of_one_state(**values: str) -> Any:
        try:
            store = current_store()
            store.version()
        except StoreUnavailable:
            # A view that needs data says so itself; the others do without.
            return view(**values)
        return store.settled(lambda: view(**values))[0]

    return made_of_one_state

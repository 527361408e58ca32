"""The store of this program: opened at the first question, the same for all, closed at the end."""

import atexit
from datetime import date, datetime
from threading import Lock

from flask import Flask, current_app, request

from graph.store import Store
from graph.stores import open_store
from web.config import Settings
from web.seen import Moment

_KEY = "govgraph"


class _Held:
    """One store, opened when it is first needed; a store that could not be opened is tried again next time."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = Lock()
        self._store: Store | None = None

    def store(self) -> Store:
        with self._lock:
            if self._store is None:
                self._store = open_store(self.settings.store, self.settings.password)
                atexit.register(self._store.close)
            return self._store


def init_app(app: Flask, settings: Settings) -> None:
    """Let this app have the store that the settings name."""
    app.extensions[_KEY] = _Held(settings)


def current_store() -> Store:
    """The store of the app that answers now.

    :raises StoreUnavailable: when it cannot be opened.
    """
    held: _Held = current_app.extensions[_KEY]
    return held.store()


def current_settings() -> Settings:
    """The settings of the app that answers now."""
    held: _Held = current_app.extensions[_KEY]
    return held.settings


def current_base() -> str:
    """What stands before the addresses that are given away: scheme and host, without a slash behind."""
    return current_settings().address or request.host_url.rstrip("/")


def today() -> date:
    """The day where the program runs."""
    return datetime.now().astimezone().date()


def current_moment() -> Moment:
    """What a view that is asked now is asked under."""
    return Moment(current_settings().seconds, current_base(), today())

"""How many files are made at one time: each keeps a processor busy, and readers of pages must not wait for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore

from flask import Flask, current_app
from werkzeug.exceptions import TooManyRequests

_KEY = "govgraph.making"
AT_ONCE = 2
WAITING = 2
"""Who may wait for a turn: each takes a thread of the server, half of which stay free for readers."""
PATIENCE = 20.0
"""Seconds to wait for a turn."""


@dataclass(frozen=True, slots=True)
class _Making:
    """Places for those who make a file or wait for that, and among them the turns to make one."""

    places: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE + WAITING))
    turns: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))


def init_app(app: Flask) -> None:
    """Let this app make no more than `AT_ONCE` files at one time."""
    app.extensions[_KEY] = _Making()


@contextmanager
def making() -> Iterator[None]:
    """Within it files are made; it waits for a turn.

    :raises TooManyRequests: when `WAITING` others wait already, or there is no turn for `PATIENCE` seconds.
    """
    here: _Making = current_app.extensions[_KEY]
    with _held(here.places, 0.0), _held(here.turns, PATIENCE):
        yield


@contextmanager
def _held(turns: BoundedSemaphore, patience: float) -> Iterator[None]:
    if not turns.acquire(timeout=patience):
        raise TooManyRequests("Many files are being made just now. Try again in a minute.")
    try:
        yield
    finally:
        turns.release()

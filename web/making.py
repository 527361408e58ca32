"""How many files are made at one time: each keeps a processor busy, and readers of pages must not wait for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from flask import Flask, current_app
from werkzeug.exceptions import ServiceUnavailable

_KEY = "govgraph.making"
AT_ONCE = 2
PATIENCE = 20.0
"""Seconds to wait for a turn."""


def init_app(app: Flask) -> None:
    """Let this app make no more than `AT_ONCE` files at one time."""
    app.extensions[_KEY] = BoundedSemaphore(AT_ONCE)


@contextmanager
def making() -> Iterator[None]:
    """Within it files are made; it waits for a turn.

    :raises ServiceUnavailable: when there is none for `PATIENCE` seconds.
    """
    turns: BoundedSemaphore = current_app.extensions[_KEY]
    if not turns.acquire(timeout=PATIENCE):
        raise ServiceUnavailable("Many files are being made just now. Try again in a minute.")
    try:
        yield
    finally:
        turns.release()

"""The application around a command that makes addresses, as if somebody asked for one of its pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

import click

from graph.answers import Question
from graph.render.forms import Form
from graph.store import Store
from web.commands.asking import asked_again
from web.commands.stores import filled_store
from web.config import Settings

HERE = "http://127.0.0.1:8000"
"""Where `govgraph serve` is found unless it is told otherwise."""


MOMENT = 1.0
"""Seconds after which it is told what is being made."""


@contextmanager
def patiently(form: Form) -> Iterator[None]:
    """Within it a file is made; what takes longer than a moment is told on standard error."""
    told = Timer(MOMENT, lambda: click.echo(f"{form.name} is being made, which takes a few seconds …", err=True))
    told.daemon = True
    told.start()
    try:
        yield
    finally:
        told.cancel()


@contextmanager
def inside(settings: Settings) -> Iterator[Store]:
    """The filled store, within the application; addresses begin with `GOVGRAPH_ADDRESS`, else with `HERE`.

    :raises StoreUnavailable: when the store cannot be opened, or is empty.
    """
    from web import create_app

    with (
        filled_store(settings) as store,
        create_app(settings).test_request_context(base_url=settings.address or HERE),
    ):
        yield store


def origin_of(settings: Settings, question: Question) -> str:
    """Where a question can be asked again: its page where readers reach the program, else the command."""
    if not settings.address:
        return asked_again(question)
    from web import create_app
    from web.changes import as_understood

    with create_app(settings).test_request_context():
        return f"{settings.address}{as_understood(question).address()}"

"""`govgraph serve`: the explorer on this computer."""

import contextlib
import logging
import os
import signal
import socket
import threading
from pathlib import Path
from types import FrameType

import click
from flask import Flask
from waitress.server import create_server

from graph.errors import OtherRelease
from graph.pictures.canvas import prepare
from graph.store import Store
from web import create_app
from web.commands.failures import CallIsWrong
from web.commands.loading import counted, tell
from web.commands.options import TEXT, store_option
from web.commands.stores import settings_for
from web.config import Settings
from web.current import current_store
from web.hosts import LOCAL_ONLY, is_this_computer
from web.intake import filled_from, noted_from, take_in

THREADS = 8


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@click.option("--host", type=TEXT, default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--data",
    type=click.Path(exists=True, path_type=Path),
    metavar="DIR",
    help="Load DIR first. Without it GOVGRAPH_DATA, else data/london, is loaded into an empty store.",
)
@click.option("--local", is_flag=True, help="Answer to this computer's own names alone, whatever --host is.")
@store_option
def serve(port: int, host: str, data: Path | None, local: bool, store: str | None) -> None:
    """Serve the explorer and the API until Ctrl-C.

    What `govgraph load` puts into the store meanwhile is served at once. Where the default
    store was filled from data/london, it is filled again at every start.
    """
    settings = settings_for(store)
    # Beside the loading of the data: the first who explores would wait for it.
    threading.Thread(target=prepare, daemon=True).start()
    with listening(host, port) as listener:
        app = create_app(settings)
        # A container listens at every address, though its port may be open to this computer alone.
        app.config[LOCAL_ONLY] = local or is_this_computer(listener.getsockname()[0])
        # The store of the app itself: one in memory is lost with whoever opened it.
        with app.app_context():
            fill(current_store(), settings, data)
        run(app, listener, f"{address(host, listener.getsockname()[1])} with the data in {settings.store}")


def fill(store: Store, settings: Settings, data: Path | None) -> None:
    """Load the folder that was named; else the usual one, where the store is empty or came from it.

    :raises DataIsWrong: when the folder has errors.
    :raises StoreUnavailable: when the store cannot be written.
    """
    folder = data or Path(settings.data)
    if data is None and not folder.exists():
        if not store.version():
            click.echo(f"The store is empty, and {folder} is not there. Fill it with: govgraph load DIR", err=True)
        return
    if data or _waits_for(folder, store, settings):
        intake = take_in(store, settings, folder)
        tell(folder, intake.result)
        if intake.changed:
            click.echo(f"Loaded {folder}: {counted(intake.result.report)}.")
    elif settings.data != Settings().data:
        click.echo(f"The store holds other data, which is served. To load {folder} instead: govgraph load {folder}")


def _waits_for(folder: Path, store: Store, settings: Settings) -> bool:
    """Whether the folder is to be loaded without being named: into an empty store, or one that it has filled."""
    try:
        return not store.version() or filled_from(store, settings, folder)
    except OtherRelease:
        if noted_from(settings, folder):
            return True
        raise


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there.

    :raises CallIsWrong: when it cannot, with the reason and what to do.
    """
    try:
        family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(place[:2], family=family)
    except (OSError, UnicodeError) as error:
        advice = "Stop what runs there, or choose another --port or --host."
        raise CallIsWrong(f"Cannot listen at {address(host, port)}: {_reason(error)}. {advice}") from error


def address(host: str, port: int) -> str:
    """The address to open in a browser."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def run(app: Flask, listener: socket.socket, place: str) -> None:
    """Serve until Ctrl-C or a signal to end."""
    # A browser asks for several files at once; that they wait for a moment is no news.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    signal.signal(signal.SIGTERM, _stop)
    server = create_server(
        app, sockets=[listener], threads=THREADS, max_request_body_size=app.config["MAX_CONTENT_LENGTH"]
    )
    # To be stopped is how this command ends well, also in the moment before the server itself listens for it.
    with contextlib.suppress(KeyboardInterrupt):
        click.echo(f"govgraph is at {place} (Ctrl-C stops it)")
        server.run()


def _reason(error: OSError | UnicodeError) -> str:
    if isinstance(error, socket.gaierror) or not isinstance(error, OSError) or error.errno is None:
        return getattr(error, "strerror", None) or "that is no address"
    # The text of the error itself repeats the address.
    return os.strerror(error.errno)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt

"""The store that a command works on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from graph.store import Store
from graph.stores import open_store
from web.commands.failures import CallIsWrong
from web.config import Settings
from web.intake import must_hold_data


def settings_for(url: str | None) -> Settings:
    """The settings of the environment, with the store that `--store` names, if any.

    :raises CallIsWrong: when the environment asks for something impossible.
    """
    try:
        settings = Settings.from_env(os.environ)
    except ValueError as error:
        raise CallIsWrong(str(error)) from error
    return settings if url is None else replace(settings, store=url)


@contextmanager
def filled_store(settings: Settings) -> Iterator[Store]:
    """The store, which must hold something to be asked; it is closed at the end.

    :raises StoreUnavailable: when it cannot be opened, or is empty.
    """
    with open_store(settings.store, settings.password) as store:
        must_hold_data(store, settings)
        yield store

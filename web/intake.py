"""Folders into stores, for the commands, with a note of which folder filled the store that nobody chose."""

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreUnavailable
from graph.store import Store
from loaders import load
from loaders.result import LoadResult
from web.config import Settings


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of a folder: the loader's result, and whether the store has changed."""

    result: LoadResult
    changed: bool = False


def take_in(store: Store, settings: Settings, folder: Path) -> Intake:
    """Load a folder into the store; nothing is loaded where it has any error.

    :raises StoreUnavailable: when the store cannot be written.
    """
    result = load(folder)
    if result.graph is None:
        return Intake(result)
    changed = store.load(result.graph)
    _remember(store, settings, folder)
    return Intake(result, changed)


def must_hold_data(store: Store, settings: Settings) -> None:
    """Refuse to go on with an empty store.

    :raises StoreUnavailable: when it is empty; the message says what to do.
    """
    if not store.settling_version():
        raise StoreUnavailable(f"The store {settings.store} is empty. Fill it with: govgraph load {settings.data}")


def filled_from(store: Store, settings: Settings, folder: Path) -> bool:
    """Whether the default store still holds what that folder gave it; of another store nothing is known."""
    return _remembered(settings) == _origin(store, folder)


def noted_from(settings: Settings, folder: Path) -> bool:
    """Whether that folder once filled the default store, whatever it holds now."""
    return _remembered(settings).get("folder") == str(folder.resolve())


def _remembered(settings: Settings) -> dict[str, str]:
    note = _note(settings)
    try:
        said = json.loads(note.read_text(encoding="utf-8")) if note else {}
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _remember(store: Store, settings: Settings, folder: Path) -> None:
    note = _note(settings)
    if note is not None:
        # Without the note the store is left alone at the next start: no reason to fail now.
        with contextlib.suppress(OSError):
            note.write_text(json.dumps(_origin(store, folder)) + "\n", encoding="utf-8")


def _origin(store: Store, folder: Path) -> dict[str, str]:
    return {"folder": str(folder.resolve()), "version": store.version()}


def _note(settings: Settings) -> Path | None:
    """The file beside the default store; None for a store that was chosen."""
    if settings.store != Settings().store:
        return None
    return Path(settings.store.partition(":")[2]).with_suffix(".origin.json")

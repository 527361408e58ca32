"""Saved views beside the embedded store: a small SQLite file, or memory where the store is in memory too."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from graph.errors import StoreUnavailable
from graph.saved import SavedView, SavedViews, in_order, read_view, written

FORMAT = 1
"""Rises with each change of the tables."""
_TABLES = """
CREATE TABLE views (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE files (
    view TEXT NOT NULL REFERENCES views (id), name TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (view, name)
) STRICT;
"""
_PATIENCE = 5.0
"""Seconds to wait for another program that writes."""


class SqliteViews(SavedViews):
    """Views in a file, which is made when the first is saved. Each call opens it, so that none keeps it locked."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = Lock()
        self._memory: sqlite3.Connection | None = None

    def every(self) -> tuple[SavedView, ...]:
        with self._opened(write=False) as db:
            rows = db.execute("SELECT record FROM views").fetchall() if db else []
        return in_order(read_view(record) for (record,) in rows)

    def file(self, key: str, name: str) -> bytes | None:
        with self._opened(write=False) as db:
            if db is None:
                return None
            row = db.execute("SELECT content FROM files WHERE view = ? AND name = ?", (key, name)).fetchone()
        return bytes(row[0]) if row else None

    def close(self) -> None:
        with self._lock:
            memory, self._memory = self._memory, None
        if memory is not None:
            memory.close()

    def _get(self, key: str) -> SavedView | None:
        with self._opened(write=False) as db:
            row = db.execute("SELECT record FROM views WHERE id = ?", (key,)).fetchone() if db else None
        return read_view(row[0]) if row else None

    def _put(self, view: SavedView, files: Mapping[str, bytes]) -> None:
        with self._opened(write=True) as db:
            assert db is not None  # noqa: S101 - to write, the file is made
            db.execute("DELETE FROM files WHERE view = ?", (view.id,))
            db.execute(
                "INSERT INTO views VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record",
                (view.id, written(view)),
            )
            db.executemany(
                "INSERT INTO files VALUES (?, ?, ?)", [(view.id, name, content) for name, content in files.items()]
            )

    @contextmanager
    def _opened(self, *, write: bool) -> Iterator[sqlite3.Connection | None]:
        """The tables, in one transaction; None where nothing was ever saved and nothing is to be written."""
        where = "memory" if self._path is None else str(self._path)
        try:
            if self._path is None:
                with self._lock:
                    if self._memory is None:
                        self._memory = _prepared(sqlite3.connect(":memory:", check_same_thread=False))
                    with self._memory:
                        yield self._memory
            elif not write and not self._path.exists():
                yield None
            else:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                with closing(_prepared(sqlite3.connect(self._path, timeout=_PATIENCE))) as db, db:
                    # What is withdrawn is overwritten, not only forgotten.
                    db.execute("PRAGMA secure_delete = ON")
                    yield db
        except StoreUnavailable:
            raise
        except (sqlite3.Error, OSError) as error:
            done = "written" if write else "read"
            raise StoreUnavailable(f"The saved views in {where} cannot be {done}: {error}.") from error


def _prepared(db: sqlite3.Connection) -> sqlite3.Connection:
    """The connection, with the tables in the file.

    :raises StoreUnavailable: when another release made them.
    """
    try:
        with db:
            (found,) = db.execute("PRAGMA user_version").fetchone()
            if found == 0:
                # Whoever comes second waits here, and then finds the tables.
                db.execute("BEGIN IMMEDIATE")
                if db.execute("PRAGMA user_version").fetchone() == (0,):
                    for statement in _TABLES.split(";\n"):
                        db.execute(statement)
                    db.execute(f"PRAGMA user_version = {FORMAT}")
            elif found != FORMAT:
                raise StoreUnavailable("The saved views were written by another release of govgraph; start that one.")
    except BaseException:
        db.close()
        raise
    return db

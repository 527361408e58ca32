"""A graph in one file, written whole or not at all."""

import contextlib
import os
import tempfile
import time
from pathlib import Path

from graph import codec
from graph.errors import OtherRelease, StoreUnavailable
from graph.subgraph import Subgraph

Stamp = tuple[int, int, int]
"""Time of change, size and inode: what changes whenever the file does."""
MARK = b"govgraph store "
HEADER = MARK + b"1\n"
"""What a file begins with. The number rises with each change of the model or of how relations are derived."""
LEFTOVER_SECONDS = 3600
"""How old a part file is that no load will finish any more."""
NEW_MODE = 0o644


class StoreFile:
    """The file at a path; a link is followed, so that what it points to is replaced, not the link."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()

    def stamp(self) -> Stamp | None:
        """The stamp of the file as it is now; None where there is none.

        :raises StoreUnavailable: when that cannot be told.
        """
        try:
            status = self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise self._unavailable("read", error) from error
        return status.st_mtime_ns, status.st_size, status.st_ino

    def read(self) -> Subgraph:
        """The graph in the file.

        :raises OtherRelease: when another release wrote it.
        :raises StoreUnavailable: when it cannot be read, or is something else.
        """
        try:
            text = self.path.read_bytes()
            if text.startswith(HEADER):
                return codec.decode(text.removeprefix(HEADER))
        except OSError as error:
            raise self._unavailable("read", error) from error
        except ValueError as error:
            raise StoreUnavailable(f"The store {self.path} is damaged; delete it and load again: {error}") from error
        if text.startswith(MARK):
            raise OtherRelease(f"The store {self.path} was written by another release; load your tables into it again.")
        raise StoreUnavailable(f"The file {self.path} is no govgraph store; name another file, or move this one away.")

    def write(self, graph: Subgraph) -> Stamp | None:
        """Write beside the file, then put that in its place in one step; the new stamp.

        The file keeps its permissions.

        :raises StoreUnavailable: when it cannot be written; then it is as it was.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._sweep()
            handle, name = tempfile.mkstemp(prefix=f".{self.path.name}.", suffix=".part", dir=self.path.parent)
            part = Path(name)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(HEADER + codec.encode(graph))
                    file.flush()
                    os.fsync(file.fileno())
                part.chmod(self.path.stat().st_mode & 0o777 if self.path.exists() else NEW_MODE)
                # Taken before the step: afterwards the file may be another load's already.
                stamp = StoreFile(part).stamp()
                part.replace(self.path)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise self._unavailable("written", error) from error
        return stamp

    def _sweep(self) -> None:
        """Remove what loads left that were killed; one that is still going on is younger."""
        for part in self.path.parent.glob(f".{self.path.name}.*.part"):
            with contextlib.suppress(FileNotFoundError):
                if time.time() - part.stat().st_mtime > LEFTOVER_SECONDS:
                    part.unlink()

    def _unavailable(self, what: str, error: OSError) -> StoreUnavailable:
        return StoreUnavailable(f"The store {self.path} cannot be {what}: {error.strerror or error}")

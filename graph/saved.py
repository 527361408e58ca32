"""Views that somebody has saved: an answer or a picture under an address of its own, which outlives every load.

A *frozen* view is what was seen: its files are kept as bytes. A *live* view keeps the question alone and is asked
again of the data of the day. Ids are ours, never a database's.
"""

import secrets
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import msgspec

from graph.errors import StoreUnavailable, TooLarge, UnknownView

ID_LENGTH = 10
_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Digits and letters that nobody takes for one another."""
MOST_VIEWS = 1_000
"""Kept at one time, those apart that were withdrawn."""
MOST_BYTES = 30_000_000
"""Of the files of one view."""
MOST_TITLE, MOST_NOTE, MOST_REASON = 200, 1_000, 500
"""Characters of what people write."""
Kind = Literal["frozen", "live"]


@dataclass(frozen=True, slots=True)
class SavedView:
    """What is known of a saved view.

    `asked` is the address of the page that was saved, without host: path and parameters. `as_at` is for which days it
    was asked, `version` that of the data, `saved` the day on which it was saved, `expires` the last day on which it is
    shown, None for no such day. `forms` are the endings of the files that are kept, of a frozen one, and `missing` says
    why others are not. `sites` are the only other sites that may show it in a frame: None for those that the program
    allows, empty for none at all. `withdrawn` is the day on which it was taken back, and `reason` why, in the words of
    who did. `moment` is when it was saved, in seconds since 1970: it puts those of one day in order.
    `alternative` is what its picture showed then, in few words; empty where it has none.
    """

    id: str
    kind: Kind
    title: str
    asked: str
    as_at: str
    version: str
    saved: date
    note: str = ""
    expires: date | None = None
    forms: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    sites: tuple[str, ...] | None = None
    withdrawn: date | None = None
    reason: str = ""
    moment: float = 0.0
    alternative: str = ""

    @property
    def frozen(self) -> bool:
        """Whether it stays as it was."""
        return self.kind == "frozen"

    def shown_on(self, day: date) -> bool:
        """Whether it can still be seen on that day."""
        return self.withdrawn is None and (self.expires is None or day <= self.expires)


def new_id() -> str:
    """An id that no view has and nobody guesses: 10 of 31 signs, 49 bits."""
    return "".join(secrets.choice(_SIGNS) for _ in range(ID_LENGTH))


class SavedViews(ABC):
    """The saved views of one store; they stand beside its graph, and no load touches them.

    Every method raises `StoreUnavailable` where they cannot be reached.
    """

    def add(self, view: SavedView, files: Mapping[str, bytes]) -> None:
        """Keep a view of a new id with its files, by name; all or nothing.

        :raises TooLarge: when there are `MOST_VIEWS` already, or the files have more than `MOST_BYTES`.
        """
        size = sum(map(len, files.values()))
        if size > MOST_BYTES:
            raise TooLarge(
                f"The files of this view have {size:,} bytes; at most {MOST_BYTES:,} are kept. Save it live."
            )
        if sum(kept.withdrawn is None for kept in self.every()) >= MOST_VIEWS:
            raise TooLarge(f"{MOST_VIEWS:,} views are saved already, and no more are kept. Withdraw one of them first.")
        self._put(view, files)

    def view(self, key: str) -> SavedView:
        """The view of that id, one that was withdrawn too.

        :raises UnknownView: when there is none.
        """
        found = self._get(key)
        if found is None:
            raise UnknownView(f"No saved view has the id {key!r}.")
        return found

    def withdraw(self, key: str, day: date, reason: str = "") -> SavedView:
        """Take a view back for good: its files and what it said are deleted; what is left says that it was withdrawn.

        One that was withdrawn before stays as it is.

        :raises UnknownView: when there is none.
        """
        view = self.view(key)
        if view.withdrawn is not None:
            return view
        gone = replace(view, withdrawn=day, reason=reason, note="", forms=(), missing=(), alternative="")
        self._put(gone, {})
        return gone

    @abstractmethod
    def every(self) -> tuple[SavedView, ...]:
        """All of them, the last saved first, then by id; empty where there are none."""

    @abstractmethod
    def file(self, key: str, name: str) -> bytes | None:
        """The file of that name of a view; None where there is none."""

    @abstractmethod
    def _get(self, key: str) -> SavedView | None:
        """The view of that id; None where there is none."""

    @abstractmethod
    def _put(self, view: SavedView, files: Mapping[str, bytes]) -> None:
        """Keep the view with these files and no others, in place of what had its id."""


def written(view: SavedView) -> str:
    """A view as the text in which a store keeps it."""
    return msgspec.json.encode(view).decode()


def read_view(record: str) -> SavedView:
    """The view of such a text.

    :raises StoreUnavailable: when it is damaged.
    """
    try:
        return msgspec.json.decode(record, type=SavedView)
    except msgspec.MsgspecError as error:
        raise StoreUnavailable(f"A saved view cannot be read: {error}.") from error


def in_order(views: Iterable[SavedView]) -> tuple[SavedView, ...]:
    """Views as `SavedViews.every` gives them."""
    return tuple(sorted(views, key=lambda view: (-view.saved.toordinal(), -view.moment, view.id)))

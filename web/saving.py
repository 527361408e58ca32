"""Saving what is seen: frozen with all its files, or live; and what a saved view shows again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from time import time

import msgspec

from graph.errors import BadQuestion, GovernanceError, StoreUnavailable, TooLarge
from graph.render.alt import short_alternative
from graph.render.forms import FORMS, Form
from graph.saved import Kind, SavedView, new_id
from graph.store import Store
from graph.wording import day_words
from web.age import newest_of
from web.picture import Picture
from web.seen import Moment, Seen, seen_at

PAGE = "page.json"
"""The file of a frozen view from which its page and its frame are made."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants saved: the address of the page, and what they say of it; as in `SavedView`."""

    address: str
    kind: Kind = "frozen"
    title: str = ""
    note: str = ""
    expires: date | None = None
    sites: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A saved view as it is shown: its picture and words, and the forms in which it can be had."""

    view: SavedView
    picture: Picture
    forms: tuple[Form, ...]
    seen: Seen | None = None
    """What was asked just now, of a live one."""


class Gone(GovernanceError, LookupError):
    """A view that was withdrawn or has expired; the message says so."""

    def __init__(self, view: SavedView) -> None:
        super().__init__(gone_words(view))
        self.view = view


def save(store: Store, wish: Wish, now: Moment, tell: Callable[[Form, int, int], None] = lambda *_: None) -> SavedView:
    """Save what is at an address, and give it an id.

    It takes an application that is answering, for the addresses. `tell` is called before each form that is made, with
    its number and how many there are.

    :raises BadQuestion: when the address cannot be saved, or the last day is over.
    :raises TooLarge: when there are too many views, or its files are too large.
    :raises StoreUnavailable: when views cannot be kept.
    """
    if wish.expires is not None and wish.expires < now.day:
        raise BadQuestion(f"A view that expires on {day_words(wish.expires)} has expired already. Choose a later day.")
    seen = seen_at(store, wish.address, now)
    view = SavedView(
        id=new_id(),
        kind=wish.kind,
        title=wish.title or seen.brief.title,
        asked=seen.address,
        as_at=seen.brief.as_at,
        version=seen.brief.version,
        saved=now.day,
        note=wish.note,
        expires=wish.expires,
        sites=wish.sites,
        moment=time(),
        alternative=short_alternative(seen.brief) if seen.page.scene else "",
    )
    if not view.frozen:
        store.views().add(view, {})
        return view
    seen = _as_saved(store, seen, view, now)
    files, missing = _files(seen, tell)
    view = replace(view, forms=tuple(ending for ending in files if ending != PAGE), missing=missing)
    store.views().add(view, files)
    return view


def shown(store: Store, view: SavedView, now: Moment) -> Shown:
    """What a saved view shows.

    :raises Gone: when it was withdrawn or has expired.
    :raises GovernanceError: when a live one can no longer be asked.
    """
    must_show(view, now.day)
    if view.frozen:
        return Shown(view, _kept_page(store, view), tuple(FORMS[ending] for ending in view.forms if ending in FORMS))
    seen = _as_saved(store, seen_at(store, view.asked, now), view, now)
    return Shown(view, seen.page, seen.forms, seen)


def text_of(store: Store, found: Shown, ending: str) -> str:
    """A form of what is shown as text, to be copied; empty where it is not kept in that form."""
    if found.seen:
        return found.seen.made(ending).decode()
    return (store.views().file(found.view.id, ending) or b"").decode()


def file_of(store: Store, view: SavedView, ending: str, now: Moment) -> bytes:
    """A form of a saved view: of a frozen one the bytes that were kept, of a live one made of today's data.

    :raises Gone: when it was withdrawn or has expired.
    :raises BadQuestion: when it cannot be had in that form.
    """
    must_show(view, now.day)
    if not view.frozen:
        return _as_saved(store, seen_at(store, view.asked, now), view, now).made(ending)
    kept = store.views().file(view.id, ending) if ending in view.forms else None
    if kept is None:
        raise BadQuestion(f"This view is not kept as “{ending}”; its forms are {', '.join(view.forms)}.")
    return kept


def must_show(view: SavedView, day: date) -> None:
    """Nothing, where a view can be shown on that day.

    :raises Gone: when it was withdrawn or has expired.
    """
    if not view.shown_on(day):
        raise Gone(view)


def kept_words(view: SavedView, day: date) -> str:
    """Which view this is, and of which day."""
    if view.frozen:
        return f"Saved view {view.id}, frozen on {day_words(view.saved)}"
    return f"Saved view {view.id}, live: asked on {day_words(day)}, saved on {day_words(view.saved)}"


def gone_words(view: SavedView) -> str:
    """That a view was withdrawn or has expired, when, and why."""
    if view.withdrawn is not None:
        why = f" {view.reason}" if view.reason else ""
        return f"This view was withdrawn on {day_words(view.withdrawn)}.{why}"
    return f"This view expired on {day_words(view.expires)}." if view.expires else ""


def path_of(view: SavedView) -> str:
    """Where the page of a view is, without host."""
    return f"/view/{view.id}"


def _kept_page(store: Store, view: SavedView) -> Picture:
    page = store.views().file(view.id, PAGE)
    if page is None:
        raise StoreUnavailable(f"The files of the saved view {view.id} are not there.")
    try:
        return msgspec.json.decode(page, type=Picture)
    except msgspec.MsgspecError as error:
        raise StoreUnavailable(f"The page of the saved view {view.id} cannot be read: {error}.") from error


def _files(seen: Seen, tell: Callable[[Form, int, int], None]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """What is kept of a frozen view, by name, and why forms are missing, each reason once."""
    files, missing = {PAGE: msgspec.json.encode(seen.page)}, dict.fromkeys(seen.refused.values())
    for number, form in enumerate(seen.forms, start=1):
        tell(form, number, len(seen.forms))
        try:
            files[form.ending] = seen.made(form.ending)
        except TooLarge as error:
            missing[f"{form.name}: {error}"] = None
    return files, tuple(missing)


def _age(store: Store, view: SavedView, version: str) -> Iterator[str]:
    """How old the data is that a live view was asked of, and whether it is still that of the day of saving."""
    if newest := newest_of(store.sources()):
        yield f"The newest document in the data is of {newest}."
    if version != view.version:
        yield f"The data has changed since the view was saved: then it was version {view.version}."


def _as_saved(store: Store, seen: Seen, view: SavedView, now: Moment) -> Seen:
    """What is seen under the title and the address of the view, with its note."""
    brief = seen.brief
    words = {"kept": kept_words(view, now.day), "note": view.note, "origin": f"{now.base}{path_of(view)}"}
    if not view.frozen:
        seen = seen.remarked(*_age(store, view, brief.version))
    if view.title != brief.title:
        # A title of somebody's own is no question that a verdict could follow.
        answer = f"{brief.title} {brief.verdict}.".strip() if brief.verdict else brief.title
        words |= {"title": view.title, "verdict": "", "summary": f"{answer} {brief.summary}".strip()}
    return seen.told(**words)

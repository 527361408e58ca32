"""What is seen at the address of an answer or of the explorer, as a picture with its words: to save or to give away."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from werkzeug.datastructures import MultiDict

from graph.errors import BadQuestion, TooLarge
from graph.exploring.scenes import scene_of_surroundings
from graph.exploring.surroundings import Surroundings, surroundings
from graph.pictures.scene import Scene
from graph.queries.ask import ask
from graph.render.bounds import too_many
from graph.render.brief import Brief
from graph.render.forms import FORMS, Form, form_of
from graph.store import Store
from graph.wording import capital
from web import params
from web.asked import PARAMETERS, Asked, read_asked
from web.briefing import brief_of_part
from web.changes import as_understood
from web.compared import Comparison, comparison_of
from web.explored import Explored, read_explored
from web.filters import hidden_words, limits_words, titles_of
from web.picture import Picture, picture_of

ASK, EXPLORE = "/ask", "/explore/"
"""Where the pages are whose pictures can be saved."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Under which circumstances something is asked: for how many seconds at most, at which host, on which day."""

    seconds: float
    base: str
    day: date


@dataclass(frozen=True, slots=True)
class Seen:
    """What an address shows, without the host: `page` is its picture on one page, `spread` that over several.

    `refused` says of a form, by its ending, why it cannot be made.
    """

    address: str
    page: Picture
    spread: Picture
    refused: Mapping[str, str] = field(default_factory=dict)

    @property
    def brief(self) -> Brief:
        """The words of the page."""
        return self.page.brief

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that can be made of it, in the order in which they are offered."""
        return tuple(
            form
            for form in FORMS.values()
            if form.ending not in self.refused and not form.lacks(self.page.scene, self.brief)
        )

    def made(self, ending: str) -> bytes:
        """The file of a form.

        :raises BadQuestion: when there is no such form, or nothing to make it of.
        :raises TooLarge: when the form cannot hold so much.
        """
        if ending in self.refused:
            raise TooLarge(self.refused[ending])
        return (self.spread if form_of(ending).spreads else self.page).to_bytes(ending)

    def remarked(self, *remarks: str) -> "Seen":
        """The same with more remarks in every form."""
        page, spread = (
            replace(one, brief=replace(one.brief, remarks=(*one.brief.remarks, *remarks)))
            for one in (self.page, self.spread)
        )
        return replace(self, page=page, spread=spread)

    def told(self, **words: Any) -> "Seen":
        """The same with other words (fields of `Brief`) in every form."""
        page, spread = (replace(one, brief=replace(one.brief, **words)) for one in (self.page, self.spread))
        return replace(self, page=page, spread=spread)


def seen_at(store: Store, address: str, now: Moment) -> Seen:
    """What an address shows now, path and parameters with or without a host.

    It takes an application that is answering, for the addresses.

    :raises BadQuestion: when nothing that can be saved is at that address, or it cannot be asked.
    :raises UnknownEntity: when it names an entity that is not in the data.
    :raises StoreUnavailable: when the data cannot be reached.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        raise BadQuestion(
            f"{params.shown(address)} is no address. Copy it from the browser, as it stands there."
        ) from None
    args = MultiDict(parse_qsl(parts.query, keep_blank_values=True))
    seen, version = store.settled(lambda: _seen(store, parts.path, args, now.seconds))
    return seen.told(version=version, origin=f"{now.base}{seen.address}")


def _seen(store: Store, path: str, args: params.Args, seconds: float) -> Seen:
    if path == ASK:
        params.only(args, (*PARAMETERS, "typed"))
        return seen_answer(store, read_asked(args).fitting(), seconds)
    if path.startswith(EXPLORE):
        return _seen_surroundings(store, unquote(path.removeprefix(EXPLORE)), args, seconds)
    raise BadQuestion(
        f"What is at {params.shown(path)} cannot be saved: only answers ({ASK}?…) and pictures of the explorer "
        f"({EXPLORE}…) can."
    )


def seen_answer(store: Store, asked: Asked, seconds: float) -> Seen:
    """The answer to a question, which ids in place of names ask again."""
    answer = ask(store, asked.question, asked.subject, asked.object, asked.options(seconds))
    page = picture_of(store, answer, ".svg")
    refused = _refused(page)
    # Where one page holds it all, or no document can, there is nothing more to lay out.
    spread = picture_of(store, answer, ".pptx") if page.left_out and not refused else page
    return Seen(as_understood(answer.question).address(), page, spread, refused)


def _seen_surroundings(store: Store, entity: str, args: params.Args, seconds: float) -> Seen:
    explored = read_explored(store, entity, args)
    around = surroundings(store, explored.view, {explored.box})
    comparison = comparison_of(store, around, explored.limits, seconds)
    scene = explored_scene(around, explored, comparison, doors=False)
    near = around.near
    ties = (*around.drawn, *(tie for members in around.folded.values() for tie in members))
    part = replace(near, relations={key: near.relations[key] for key in sorted(set(ties))})
    limits = explored.limits
    compared = comparison.picture if comparison else None
    brief = brief_of_part(part, scene.title, limits.window, compared)
    brief = replace(
        brief,
        as_at=brief.as_at if limits.at else capital(limits.words),
        summary=comparison.summary if comparison else "",
        remarks=tuple(filter(None, (limits_words(explored, titles_of(near)), hidden_words(around)))),
    )
    picture = Picture(scene, brief)
    return Seen(explored.address(), picture, picture)


def explored_scene(
    around: Surroundings, explored: Explored, comparison: Comparison | None, *, doors: bool = True
) -> Scene:
    """The explorer's picture; what stands for it in words tells of days and filters too."""
    scene = scene_of_surroundings(around, comparison.picture if comparison else None, doors=doors)
    limits = limits_words(explored, titles_of(around.near))
    said = (scene.description, comparison.summary if comparison else "", limits)
    return replace(scene, description=" ".join(filter(None, said)))


def _refused(page: Picture) -> Mapping[str, str]:
    """Why forms of several pages cannot hold what is drawn on one and what is left out there; empty where they can."""
    why = too_many(len(page.scene.boxes) + page.left_out) if page.scene else ""
    return {form.ending: why for form in FORMS.values() if why and form.spreads}

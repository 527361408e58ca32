"""Saved views on the screen: listed, made, shown, downloaded and withdrawn."""

from contextlib import nullcontext
from datetime import date, timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.errors import GovernanceError
from graph.pictures.svg import svg
from graph.render.forms import Form, form_of
from graph.saved import ID_LENGTH, MOST_NOTE, MOST_REASON, MOST_TITLE, SavedView
from graph.wording import day_words
from web import params
from web.config import read_sites
from web.current import current_base, current_moment, current_settings, current_store, today
from web.errors import status_of
from web.files import sent
from web.headers import let_show
from web.making import making
from web.offered import Offer
from web.paging import page_of
from web.params import Args, BadParameter
from web.permission import only_from_here, only_who_may_save, who_may_save
from web.saving import Gone, Wish, file_of, gone_words, path_of, save, shown, text_of
from web.seen import seen_at

bp = Blueprint("saved", __name__)

KINDS = ("frozen", "live")
FRAMES = ("listed", "none", "these")
"""Who may show a view in a frame: the sites that the program allows, nobody, or those that are named."""
MOST_BESIDE = 720
"""How wide a picture may be, in pixels, to stand beside the files; wider ones stand beneath, over the whole page."""
MOST_LISTED = 1_000
"""Sentences of a section, rows of a table and places of a document that the page of a view writes out."""
LONGEST = timedelta(days=3653)
"""A view can expire in ten years; one without a last day never does."""
Page = str | AnyResponse | tuple[str, int]


@bp.get("/views")
def views_page() -> str:
    """All saved views, the last saved first."""
    every = current_store().views().every()
    page = page_of(every, params.whole(request.args, "page", 1, 1_000))
    now = {view.id: gone_words(view) if not view.shown_on(today()) else "" for view in page.items}
    version = current_store().version()
    return render_template("views.html", page=page, gone=now, version=version, who=who_may_save())


@bp.get("/views/new")
def new_page() -> str:
    """The form with which what is at an address is saved."""
    only_who_may_save()
    params.only(request.args, ("address",))
    address = _address(request.args)
    return _form(address, None)


@bp.post("/views")
def make() -> Page:
    """Save what is at an address, then lead to it; the form again with what has to be changed."""
    only_who_may_save()
    only_from_here()
    address = _address(request.form)
    try:
        with making():
            view = save(current_store(), _wish(address, request.form), current_moment())
    except GovernanceError as error:
        if status_of(error) >= 500:
            raise
        return _form(address, error), status_of(error)
    return redirect(url_for("saved.view_page", key=view.id, _anchor="saved"), 303)


@bp.get("/view/<key>")
def view_page(key: str) -> Page:
    """A saved view: its picture, its words and its sources, and the forms in which it can be had."""
    params.only(request.args, ())
    view = current_store().views().view(key)
    try:
        found = shown(current_store(), view, current_moment())
    except Gone:
        return _gone(view)
    scene = found.picture.scene
    return render_template(
        "view.html",
        view=view,
        brief=found.picture.brief,
        drawing=svg(scene) if scene else "",
        described=scene.description if scene else "",
        beside=scene is not None and scene.width <= MOST_BESIDE,
        offers=[Offer(form, _file_address(key, form)) for form in found.forms],
        missing=sorted(set(found.seen.refused.values())) if found.seen else view.missing,
        base=current_base(),
        most_listed=MOST_LISTED,
        govuk=text_of(current_store(), found, ".md"),
        alternative=text_of(current_store(), found, ".txt"),
        # A frozen view was perhaps saved when readers reached the program elsewhere.
        address=f"{current_base()}{path_of(view)}",
        frameable=view.sites != (),
    )


@bp.get(f"/view/<string(length={ID_LENGTH}):key>.<form>")
def view_file(key: str, form: str) -> AnyResponse | tuple[str, int]:
    """A saved view as a file."""
    params.only(request.args, ())
    view = current_store().views().view(key)
    try:
        # What is kept is only read.
        with nullcontext() if view.frozen else making():
            content = file_of(current_store(), view, f".{form}", current_moment())
    except Gone:
        return _gone(view)
    made = form_of(f".{form}")
    if view.sites != () and made.is_image:
        let_show()
    return sent(content, made, view.title)


@bp.get("/view/<key>/withdraw")
def withdraw_page(key: str) -> str:
    """The question whether a view is to be withdrawn, and why."""
    only_who_may_save()
    return render_template("view_withdraw.html", view=current_store().views().view(key), most=MOST_REASON)


@bp.post("/view/<key>/withdraw")
def withdraw(key: str) -> AnyResponse:
    """Withdraw a view, then show that it is."""
    only_who_may_save()
    only_from_here()
    current_store().views().withdraw(key, today(), params.one(request.form, "reason", MOST_REASON))
    return redirect(url_for("saved.view_page", key=key), 303)


def _file_address(key: str, form: Form) -> str:
    return url_for("saved.view_file", key=key, form=form.ending.removeprefix("."))


def _gone(view: SavedView) -> tuple[str, int]:
    return render_template("view_gone.html", view=view, words=gone_words(view)), 410


def _form(address: str, error: GovernanceError | None) -> str:
    seen = seen_at(current_store(), address, current_moment())
    return render_template(
        "view_new.html",
        address=seen.address,
        brief=seen.brief,
        typed=request.form,
        error=error,
        at_fault=error.parameter if isinstance(error, BadParameter) else "",
        frames=current_settings().frames,
        today=today(),
        latest=today() + LONGEST,
        most_title=MOST_TITLE,
        most_note=MOST_NOTE,
    )


def _address(args: Args) -> str:
    return params.one(args, "address", current_settings().max_address)


def _wish(address: str, form: Args) -> Wish:
    """What a form asks for.

    :raises BadParameter: when a field cannot be used.
    """
    return Wish(
        address,
        kind="live" if params.choice(form, "kind", KINDS, KINDS[0]) == "live" else "frozen",
        title=params.one(form, "title", MOST_TITLE),
        note=params.one(form, "note", MOST_NOTE),
        expires=_last_day(form),
        sites=_sites(form),
    )


def _last_day(form: Args) -> date | None:
    typed = params.one(form, "expires")
    try:
        day = date.fromisoformat(typed) if typed else None
    except ValueError:
        raise BadParameter("expires", f"{params.shown(typed)} is no day. Write it like {today()}.") from None
    if day is not None and not today() <= day <= today() + LONGEST:
        raise BadParameter("expires", f"The last day must lie between today and {day_words(today() + LONGEST)}.")
    return day


def _sites(form: Args) -> tuple[str, ...] | None:
    choice = params.choice(form, "frames", FRAMES, FRAMES[0])
    if choice == "listed":
        return None
    try:
        sites = read_sites(params.one(form, "sites", MOST_NOTE)) if choice == "these" else ()
    except ValueError as error:
        raise BadParameter("sites", f"{error}.") from None
    if choice == "these" and not sites:
        raise BadParameter("sites", "Name the sites that may show the view, like https://www.example.gov.uk.")
    return sites

"""Saved views in other people's pages: the frame, the snippet that puts it there, and oEmbed, which writes one."""

import secrets
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request
from markupsafe import Markup

from graph.errors import GovernanceError, UnknownView
from graph.saved import SavedView
from graph.wording import ended
from web import params
from web.current import current_base, current_moment, current_settings, current_store, today
from web.errors import status_of
from web.headers import let_frame, let_preview
from web.params import Args
from web.saving import Gone, gone_words, path_of, shown

bp = Blueprint("embedding", __name__)

WIDTH, HEIGHT = 800, 600
"""Pixels of a frame as it is offered."""
OEMBED = ("url", "maxwidth", "maxheight", "format")
_LONGEST = 10_000
NOTHING = Markup("")


@bp.get("/embed/<key>")
def frame(key: str) -> Response:
    """A saved view for a frame in another page: what it shows, and nothing else of the data.

    It needs neither cookies nor a session, carries all that it uses, and can be read without scripts.
    """
    from graph.render.html import frame as framed

    nonce = secrets.token_urlsafe(16)
    let_frame(nonce, current_settings().frames)
    try:
        params.only(request.args, ())
        view = current_store().views().view(key)
        let_frame(nonce, _sites(view))
        picture = shown(current_store(), view, current_moment()).picture
        page = framed(picture.scene, picture.brief, nonce, _page(view))
    except GovernanceError as error:
        return _bare(error, nonce)
    return Response(page, mimetype="text/html")


@bp.get("/view/<key>/embed")
def snippet_page(key: str) -> str | tuple[str, int]:
    """The snippet that puts a saved view into a page, with a live preview, and how others take it in."""
    view = current_store().views().view(key)
    if not view.shown_on(today()):
        return render_template("view_gone.html", view=view, words=gone_words(view)), 410
    if view.sites == ():
        abort(403, "Who saved this view has not allowed that it is shown in other pages.")
    let_preview()
    return render_template(
        "view_embed.html",
        view=view,
        snippet=snippet_of(view, current_base()),
        picture=str(picture_of(view, current_base())),
        frame=f"/embed/{view.id}",
        page=_page(view),
        base=current_base(),
        sites=_sites(view),
        height=HEIGHT,
    )


@bp.get("/oembed")
def oembed() -> Response:
    """A saved view as oEmbed 1.0 in JSON (https://oembed.com): 404 for none, 401 for a private one, 501 for XML."""
    args = request.args
    if (wanted := params.one(args, "format")) not in ("", "json"):
        abort(501, f"There is no {params.shown(wanted)} here, only json.")
    params.only(args, OEMBED)
    view = _named(args)
    if view is None or not view.shown_on(today()):
        abort(404, "There is no saved view at that address.")
    if view.sites == ():
        abort(401, "This view may not be shown in other pages.")
    width, height = _side(args, "maxwidth", WIDTH), _side(args, "maxheight", HEIGHT)
    html = _iframe(view, current_base(), str(width), height)
    return jsonify(
        {
            "version": "1.0",
            "type": "rich",
            "provider_name": "govgraph",
            "provider_url": f"{current_base()}/",
            "title": view.title,
            "cache_age": 3600,
            "html": html,
            "width": width,
            "height": height,
        }
    )


def snippet_of(view: SavedView, base: str) -> str:
    """HTML that shows a view in a page: the frame, within it the picture for who has no frames, then a plain link."""
    address = f"{base}{path_of(view)}"
    link = Markup('<p><a href="{}">{}</a></p>').format(address, _title(view))
    return f"{_iframe(view, base, '100%', HEIGHT, picture_of(view, base))}\n{link}"


def picture_of(view: SavedView, base: str) -> Markup:
    """HTML for a page that shows no frames: the picture, which leads to the view; empty where it has none."""
    if not view.alternative or (view.frozen and ".png" not in view.forms):
        return NOTHING
    address = f"{base}{path_of(view)}"
    # What a live view answers may be another thing tomorrow, but not what it asks.
    words = view.alternative if view.frozen else view.title
    return Markup('<a href="{}"><img src="{}.png" alt="{}" width="100%"></a>').format(address, address, words)


def _iframe(view: SavedView, base: str, width: str, height: int, inside: Markup = NOTHING) -> str:
    """The frame with no power but to run its own script; `inside` is for who has no frames."""
    return str(
        Markup(
            '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" frameborder="0" '
            'referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups">{}</iframe>'
        ).format(f"{base}/embed/{view.id}", _title(view), width, height, inside)
    )


def _title(view: SavedView) -> str:
    """The title, of a frozen view with its days: "Does HEDG answer to the Mayor? As at 9 December 2021."."""
    return f"{ended(view.title)} {view.as_at}." if view.frozen else view.title


def _page(view: SavedView) -> str:
    return f"{current_base()}{path_of(view)}"


def _sites(view: SavedView) -> tuple[str, ...]:
    return current_settings().frames if view.sites is None else view.sites


def _named(args: Args) -> SavedView | None:
    """The view whose address is asked for; None where it is none of ours."""
    url = params.one(args, "url", _LONGEST)
    begins = f"{current_base()}/view/"
    if not url.startswith(begins):
        return None
    try:
        return current_store().views().view(urlsplit(url).path.removeprefix("/view/"))
    except UnknownView:
        return None


def _side(args: Args, name: str, usual: int) -> int:
    """How wide or high the frame may be; what is asked for is never exceeded."""
    most = params.whole(args, name, 1, 100_000)
    return usual if most is None else min(usual, most)


def _bare(error: GovernanceError, nonce: str) -> Response:
    """A page for the frame that says why there is nothing to see."""
    status = 410 if isinstance(error, Gone) else status_of(error)
    view = error.view if isinstance(error, Gone) else None
    message = str(error)
    if status >= 500:
        # Where the data is kept is no news for the readers of other people's pages.
        current_app.logger.error("%s: %s", type(error).__name__, error)
        message = "This view cannot be reached just now. Try again later."
    page = render_template("framed_gone.html", view=view, message=message, nonce=nonce)
    return Response(page, status, mimetype="text/html")

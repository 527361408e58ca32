"""What goes wrong, as a status and a readable page, or for `/api/` as one JSON shape."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask, Response, current_app, jsonify, render_template, request, url_for
from werkzeug.exceptions import (
    HTTPException,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
    RequestURITooLarge,
)

from graph.errors import (
    BadQuestion,
    BadSpan,
    GovernanceError,
    StoreUnavailable,
    TooLarge,
    UnknownEntity,
    UnknownSource,
    UnknownView,
)
from web.current import current_settings, current_store
from web.params import MAX_TEXT

STATUSES: dict[type[GovernanceError], int] = {
    BadSpan: 400,
    BadQuestion: 400,
    UnknownEntity: 404,
    UnknownSource: 404,
    UnknownView: 404,
    TooLarge: 413,
    StoreUnavailable: 503,
}
_JSON_PATHS = ("/api/", "/suggest", "/oembed")
_WORDS = {
    400: ("This cannot be asked as it stands", "Something in the address or the form cannot be used."),
    403: ("This is not for everybody", "It is not allowed from here."),
    404: ("There is no such page", "Nothing is kept at this address."),
    405: ("This address only shows", "Nothing can be sent to it. Open it in the ordinary way."),
    413: ("That is too large", "It is more than this program takes."),
    414: ("The address is too long", "No question needs so long an address. Ask a shorter one."),
    429: ("Not just now", "Too much is asked at this moment. Try again in a minute."),
    500: ("Something went wrong here", "The fault is in this program, not in what you asked. It has been noted."),
    503: ("The data cannot be reached", "Once it can be reached it is shown; nothing has to be started again here."),
}


@dataclass(frozen=True, slots=True)
class Nearest:
    """Something that would work instead: its words and its address."""

    words: str
    address: str


def init_app(app: Flask) -> None:
    """Let this app answer every error readably."""
    app.register_error_handler(GovernanceError, _of_the_domain)
    app.register_error_handler(HTTPException, _of_http)
    app.before_request(_refuse_oversize)


def status_of(error: GovernanceError) -> int:
    """The HTTP status of an error of the domain; 500 for one that is nobody's input."""
    return next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 500)


def nearest_entities(ids: Sequence[str]) -> list[Nearest]:
    """The pages of these entities, as what may have been meant."""
    known = current_store().about(ids, among=True).entities
    return [Nearest(known[key].title, url_for("entities.entity_page", entity=key)) for key in ids if key in known]


def _refuse_oversize() -> None:
    settings = current_settings()
    if len(request.environ.get("RAW_URI") or request.full_path) > settings.max_address:
        raise RequestURITooLarge
    if (request.content_length or 0) > settings.max_body:
        raise RequestEntityTooLarge


def _nearest_to_address() -> list[Nearest]:
    """The pages of those whom the last word of an address may name; none where the data cannot be reached."""
    word = request.path.rstrip("/").rpartition("/")[2][:MAX_TEXT].replace("-", " ")
    if request.path.startswith(_JSON_PATHS) or not word:
        return []
    try:
        return nearest_entities([found.entity.id for found in current_store().names().suggest(word, 5)])
    except StoreUnavailable:
        return []


def _of_the_domain(error: GovernanceError) -> Response:
    status = status_of(error)
    if status >= 500:
        current_app.logger.error("%s: %s", type(error).__name__, error)
    try:
        nearest = nearest_entities(error.suggestions) if isinstance(error, UnknownEntity) else []
    except StoreUnavailable as away:
        return _of_the_domain(away)
    return _answer(status, str(error), nearest)


def _of_http(error: HTTPException) -> Response:
    own = error.description if error.description != type(error).description else None
    nearest = _nearest_to_address() if isinstance(error, NotFound) and request.endpoint is None else []
    response = _answer(error.code or 500, own or "", nearest)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(error.valid_methods)
    return response


def _answer(status: int, message: str, nearest: Sequence[Nearest]) -> Response:
    title, general = _WORDS.get(status, ("This did not work", "The request cannot be answered."))
    message = message or general
    if request.path.startswith(_JSON_PATHS):
        response = jsonify({"ok": False, "error": message, "errors": [message], "status": status})
    else:
        hint = general if status == 503 else ""
        page = render_template("error.html", status=status, title=title, message=message, hint=hint, nearest=nearest)
        response = Response(page, mimetype="text/html")
    response.status_code = status
    return response

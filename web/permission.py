"""Who may save and withdraw views on the pages. There is no log-in: a page of this program must have sent it."""

from flask import abort, current_app, request

from web.config import SAVING
from web.current import current_settings
from web.hosts import LOCAL_ONLY


def may_save() -> bool:
    """Whether whoever asks now may save and withdraw views."""
    saving = current_settings().saving
    return saving == "anyone" or (saving == "here" and bool(current_app.config[LOCAL_ONLY]))


def who_may_save() -> str:
    """Who may, in words."""
    return SAVING[current_settings().saving]


def only_who_may_save() -> None:
    """Refuse everybody else, with the status 403."""
    if not may_save():
        abort(403, f"Views can be saved and withdrawn by {who_may_save()}.")


def only_from_here() -> None:
    """Refuse what a page of another site makes a reader's browser send, with the status 403."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    # Browsers tell at least one of the two; who tells neither is no browser, and has no reader to betray.
    own = site == "same-origin" if site else origin is None or origin.partition("://")[2] == request.host
    if not own:
        abort(403, "This was sent by a page of another site. Open the form here and send it again.")

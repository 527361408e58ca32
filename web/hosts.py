"""Where the program serves this computer alone, it answers to this computer's own names alone.

Another name that leads here belongs to somebody else's page, which asks in a reader's browser (DNS rebinding).
"""

import ipaddress
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, request

LOCAL_ONLY = "LOCAL_ONLY"
"""The setting of an app that serves this computer alone."""


def init_app(app: Flask) -> None:
    """Let this app refuse other names where it serves this computer alone."""
    app.config.setdefault(LOCAL_ONLY, False)
    app.before_request(_refuse_others)


def is_this_computer(host: str) -> bool:
    """Whether a name or an address, without a port, is this computer's to itself."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def only_here(base: str) -> bool:
    """Whether an address, with its scheme, leads here from this computer alone."""
    return is_this_computer(urlsplit(base).hostname or "")


def _refuse_others() -> Response | None:
    if not current_app.config[LOCAL_ONLY]:
        return None
    try:
        named = urlsplit(f"//{request.environ.get('HTTP_HOST', '')}").hostname or ""
    except ValueError:
        named = ""
    if is_this_computer(named):
        return None
    # Plain text: a page with links would name the other host.
    text = "This program is for this computer alone: ask for it at 127.0.0.1 or localhost.\n"
    return Response(text, status=400, mimetype="text/plain")

"""What every response says to the browser: what a page may do, and how long it may be kept.

Pages depend on the address, the data, the program and its settings alone, so one tag made of these serves them all.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from flask import Flask, Response, current_app, g, request

import graph
from graph.render.html import FRAME_POLICY
from web.current import current_settings
from web.permission import may_save

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
SECURITY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Of this site alone: without any, a form that is sent does not say that it came from here.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_ANYWHERE = {"Cross-Origin-Resource-Policy": "cross-origin"}
_KEPT = frozenset({"pages", "asking", "entities", "exploring", "sources", "suggesting"})
"""The blueprints whose answers may be kept by a browser and asked for again by their tag."""


def init_app(app: Flask) -> None:
    """Let this app send the headers, and answer "not modified" where nothing has changed."""
    app.jinja_env.globals["program_stamp"] = _program_stamp([Path(app.root_path), Path(graph.__file__).parent])
    app.after_request(_send)


def let_frame(nonce: str, sites: Iterable[str]) -> None:
    """Let the answer to this request be shown in a frame by this program's own pages and by these sites."""
    allowed, ancestors = FRAME_POLICY.format(f"'nonce-{nonce}'"), " ".join(("'self'", *sites))
    policy = f"{allowed}; frame-ancestors {ancestors}"
    # X-Frame-Options knows no list, and would refuse them all.
    g.own_headers = {"Content-Security-Policy": policy, "X-Frame-Options": None, **_ANYWHERE}


def let_show() -> None:
    """Let other sites show the answer to this request, a picture, in their pages."""
    g.own_headers = _ANYWHERE


def let_preview() -> None:
    """Let the answer to this request, a page, show frames of this program."""
    g.own_headers = {"Content-Security-Policy": f"{POLICY}; frame-src 'self'"}


def _send(response: Response) -> Response:
    for name, value in (SECURITY | g.get("own_headers", {})).items():
        if value is not None:
            response.headers[name] = value
    if request.endpoint in ("static", "pages.pictures_css"):
        lasting = request.args.get("v") or request.path.endswith((".woff2", ".min.js"))
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if lasting else "no-cache"
    elif response.status_code == 200 and _can_be_kept():
        response.headers["Cache-Control"] = "no-cache"
        response.set_etag(_tag(), weak=True)
        response.make_conditional(request)
    elif response.status_code == 200 and response.get_etag()[0]:
        # A file that is kept has a tag of its own.
        response.headers["Cache-Control"] = "no-cache"
        response.make_conditional(request)
    else:
        response.headers["Cache-Control"] = "no-store"
    return response


def _tag() -> str:
    """What all pages have in common: of which data they are, of which program, and how that is set up."""
    program = current_app.jinja_env.globals["program_stamp"]
    set_up = hashlib.sha256(f"{current_settings().address} {may_save()}".encode()).hexdigest()[:6]
    return f"{g.get('version', '')}.{program}.{set_up}"


def _can_be_kept() -> bool:
    """Whether the page comes out the same again, from the same data; what an empty store shows is not kept."""
    return request.blueprint in _KEPT and g.get("version") != "" and not g.get("unrepeatable")


def _program_stamp(folders: Iterable[Path]) -> str:
    """Ten hexadecimal digits made of all from which pages are made: code, vocabulary, templates and styles."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in {".py", ".yaml", ".html", ".css", ".js", ".typ"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:10]

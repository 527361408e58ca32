"""Files that are handed out: named after what they show, kept by a browser until they change."""

import hashlib
from urllib.parse import quote

from flask import Response

from graph.ids import slug
from graph.render.forms import Form

LONGEST_NAME = 60


def sent(content: bytes, form: Form, title: str) -> Response:
    """A response with a file, whose name is made of the title."""
    response = Response(content, mimetype=form.mimetype)
    name = file_name(title, form.ending)
    plain = file_name(slug(title).encode("ascii", "ignore").decode(), form.ending)
    # A picture is shown where it is asked for; the rest has to be opened by another program.
    kind = "inline" if form.is_image else "attachment"
    response.headers["Content-Disposition"] = f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    response.set_etag(hashlib.sha256(content).hexdigest()[:32])
    return response


def file_name(title: str, ending: str) -> str:
    """A readable name for a file: "does-hedg-answer-to-the-mayor-of-london.pptx"."""
    words = slug(title).split("-")
    while len("-".join(words)) > LONGEST_NAME and len(words) > 1:
        words.pop()
    return f"{'-'.join(words)[:LONGEST_NAME] or 'govgraph'}{ending}"

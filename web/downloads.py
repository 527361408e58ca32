"""An answer, or a picture of the explorer, as a file of any form, without being saved."""

from urllib.parse import quote

from flask import Blueprint, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from graph.render.forms import FORMS
from web.current import current_moment, current_store
from web.files import sent
from web.making import making
from web.params import shown
from web.seen import ASK, EXPLORE, seen_at

bp = Blueprint("downloads", __name__)


@bp.get("/answer.<form>")
def answer_file(form: str) -> Response:
    """The answer to the question of the address as a file; the parameters are those of the answer's page."""
    return _file(ASK, form)


@bp.get("/explored.<form>/<path:entity>")
def explored_file(form: str, entity: str) -> Response:
    """What the explorer shows as a file; the parameters are those of the explorer's page."""
    return _file(f"{EXPLORE}{quote(entity)}", form)


def _file(path: str, ending: str) -> Response:
    form = FORMS.get(f".{ending}")
    if form is None:
        raise NotFound(f"Nothing is made as {shown(f'.{ending}')}; the forms are {', '.join(FORMS)}.")
    now = current_moment()
    with making():
        seen = seen_at(current_store(), f"{path}?{request.query_string.decode('ascii', 'replace')}", now)
        if form not in seen.forms and form.ending not in seen.refused:
            raise NotFound(form.needs.value)
        content = seen.made(form.ending)
    return sent(content, form, seen.brief.title)

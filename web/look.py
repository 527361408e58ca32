"""What the templates share: words, filters, and no space left where a tag stood."""

import re

from flask import Flask, current_app, url_for
from markupsafe import Markup

from graph.exploring.doors import door_words
from graph.kinds import vocabulary
from graph.wording import capital, day_words
from web import words
from web.forms import SENTENCES
from web.hosts import only_here
from web.limits import day_typed
from web.permission import may_save


def init_app(app: Flask) -> None:
    """Let the templates of this app have the fixed words and the addresses of claims and static files."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters["naming"] = naming
    app.jinja_env.filters["day_typed"] = day_typed
    app.jinja_env.filters["capitalize_first"] = capital
    app.jinja_env.globals.update(
        STATES=words.STATES,
        CUTS=words.CUTS,
        LENSES=words.LENSES,
        SENTENCES=SENTENCES,
        ENTITY_KINDS=vocabulary().entities,
        TIE_CERTAINTIES=words.TIE_CERTAINTIES,
        door_words=door_words,
        route_words=words.route_words,
        scope_words=words.scope_words,
        static=_static,
        web_link=web_link,
        may_save=may_save,
        only_here=only_here,
        day_words=day_words,
    )


def naming(sentence: str, name: str, address: str) -> Markup:
    """The sentence with the last mention of the name as a link; the name is added where it is not mentioned.

    Within a sentence a name may have lost its capital letter ("the national bodies").
    """
    mentions = list(re.finditer(re.escape(name), sentence, re.IGNORECASE))
    if not mentions:
        return Markup('{} (<a href="{}">{}</a>)').format(sentence, address, name)
    start, end = mentions[-1].span()
    return Markup('{}<a href="{}">{}</a>{}').format(sentence[:start], address, sentence[start:end], sentence[end:])


def web_link(address: str) -> bool:
    """Whether an address from the data may be a link: only ordinary web addresses, never a script."""
    return address.startswith(("https://", "http://"))


def _static(name: str) -> str:
    """The address of a static file, with the program's stamp, so that it may be kept for long."""
    return url_for("static", filename=name, v=current_app.jinja_env.globals["program_stamp"])

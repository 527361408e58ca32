"""The JSON API under `/api/v1`: the questions of the command line, with the same answers, byte for byte."""

import math
from dataclasses import replace

from flask import Blueprint, Response, request

from graph import answers
from graph.queries.ask import QUESTIONS, ask
from graph.queries.options import MAX_HOPS, MAX_ROUTES, MAX_SECONDS, Options
from graph.store import Store
from web import params
from web.asked import read_asked
from web.current import current_settings, current_store
from web.intake import must_hold_data
from web.records import Index, as_json, entity_record, found_record, schema_text, source_record
from web.typing import typed_record

bp = Blueprint("api", __name__, url_prefix="/api/v1")

MAX_FOUND = 50
FILTERS = ("at", "until", "lens", "kind", "source", "role", "entity_kind", "firm", "same", "steps")
LIMITS = ("hops", "routes", "seconds")
ROUTES = {
    "/api/v1/": "this list",
    "/api/v1/ask/<question>?subject=…&object=…": f"a question: {', '.join(QUESTIONS)}; "
    f"with {', '.join((*FILTERS, *LIMITS))}",
    "/api/v1/typed?text=…": "how a question in your own words is understood, and where it is answered",
    "/api/v1/entities?text=…": "what may be meant by a text, best first; with limit",
    "/api/v1/entity/<id>": "one entity and all its ties",
    "/api/v1/source/<id>": "one source and all ties that rest on it",
    "/api/v1/schema": "the JSON Schema of an answer",
}
"""The addresses, and what each gives."""


@bp.get("/")
def index() -> Response:
    """What there is."""
    _only()
    questions = {name: kind.wording.format("subject", "object") for name, kind in QUESTIONS.items()}
    return _json(as_json(Index(questions=questions, routes=ROUTES, data_version=current_store().settling_version())))


@bp.get("/ask/<question>")
def answer(question: str) -> Response:
    """The answer to a question, as `govgraph ask --json` prints it."""
    _only("subject", "object", *FILTERS, *LIMITS)
    asked = read_asked(request.args)
    found = ask(_store(), question, asked.subject, asked.object, _with_limits(asked.options(_seconds())))
    return _json(answers.to_json(found) + b"\n")


@bp.get("/typed")
def typed() -> Response:
    """How a question in somebody's own words is understood."""
    _only("text")
    return _json(as_json(typed_record(_store(), _text("a question in your own words."))))


@bp.get("/entities")
def entities() -> Response:
    """What may be meant by a text, best first."""
    _only("text", "limit")
    text = _text("the beginning of a name, or part of one.")
    limit = params.whole(request.args, "limit", 1, MAX_FOUND) or 8
    return _json(as_json(found_record(_store(), text, limit)))


@bp.get("/entity/<entity>")
def one_entity(entity: str) -> Response:
    """One entity and all its ties."""
    _only()
    return _json(as_json(entity_record(_store(), entity)))


@bp.get("/source/<source>")
def one_source(source: str) -> Response:
    """One source and all ties that rest on it."""
    _only()
    return _json(as_json(source_record(_store(), source)))


@bp.get("/schema")
def schema() -> Response:
    """The JSON Schema of an answer."""
    _only()
    return Response(schema_text(), mimetype="application/schema+json")


def _only(*names: str) -> None:
    """Refuse a parameter that is none of these (`params.only`)."""
    params.only(request.args, names)


def _text(what: str) -> str:
    """What was typed.

    :raises BadParameter: when there is nothing.
    """
    text = params.one(request.args, "text")
    if not text:
        raise params.BadParameter("text", f"“text” is missing: {what}")
    return text


def _store() -> Store:
    store = current_store()
    must_hold_data(store, current_settings())
    return store


def _with_limits(options: Options) -> Options:
    hops = params.whole(request.args, "hops", 1, MAX_HOPS)
    routes = params.whole(request.args, "routes", 1, MAX_ROUTES)
    return replace(options, hops=hops or options.hops, routes=routes or options.routes)


def _seconds() -> float:
    """The seconds asked for, else those of the settings.

    :raises BadParameter: when they are no number, or out of range.
    """
    typed = params.one(request.args, "seconds")
    if not typed:
        return current_settings().seconds
    try:
        seconds = float(typed)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= MAX_SECONDS:
        says = f"it must be a number above 0, at most {MAX_SECONDS:g}"
        raise params.BadParameter("seconds", f"“seconds” is {params.shown(typed)}; {says}.")
    return seconds


def _json(text: bytes) -> Response:
    return Response(text, mimetype="application/json")

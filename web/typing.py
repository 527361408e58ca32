"""The one box: a question as people type it, sent on to its answer, or asked back with what comes near."""

from dataclasses import asdict, dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.answers import Question
from graph.store import Store
from graph.typed.asking import read_question
from graph.typed.readings import Understood
from graph.typed.understand import AskBack
from web import params
from web.asked import Asked
from web.current import current_store
from web.records import Reading, TypedRecord
from web.words import limited_words, names_in

bp = Blueprint("typing", __name__)


@dataclass(frozen=True, slots=True)
class Offer:
    """A question that may be meant: its words, and where it is answered."""

    words: str
    address: str


@bp.get("/typed")
def typed() -> str | tuple[str, int] | Response:
    """The answer to a typed question; where it is not understood, the box again with what may be meant."""
    text = params.one(request.args, "text")
    store = current_store()
    found = read_question(store, text)
    if isinstance(found, AskBack):
        offers = [Offer(_words(store, near), _asked(near).address(typed=text)) for near in found.nearest]
        return render_template("typed.html", text=text, reason=found.reason, offers=offers), 200
    return redirect(_asked(found).address(typed=text))


def typed_record(store: Store, text: str) -> TypedRecord:
    """What the API tells of a typed question: how it is understood, or why not and what comes near."""
    found = read_question(store, text)
    version = store.settling_version()
    if isinstance(found, AskBack):
        nearest = tuple(_reading(store, near) for near in found.nearest)
        return TypedRecord(data_version=version, understood=None, reason=found.reason, nearest=nearest)
    return TypedRecord(data_version=version, understood=_reading(store, found), reason="", nearest=())


def _reading(store: Store, found: Understood) -> Reading:
    query = dict(_asked(found).query())
    address = url_for("api.answer", question=query.pop("q"), **query)
    return Reading(words=_words(store, found), address=address, **asdict(found))


def _asked(found: Understood) -> Asked:
    return Asked(**asdict(found))


def _words(store: Store, found: Understood) -> str:
    """The question in words, with the kinds of tie that it is limited to."""
    fields = asdict(found)
    question = Question(ask=fields.pop("question"), **fields)
    return limited_words(question, names_in(store, question))

"""Questions: the answer page and its picture."""

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.answers import Answer, Question
from graph.errors import BadQuestion, BadSpan, UnknownEntity, UnknownSource
from graph.pictures.outline import outline_of
from graph.queries.ask import ask
from web import params
from web.asked import Asked, read_asked
from web.changes import as_understood, choices
from web.current import current_base, current_settings, current_store
from web.drawing import draw_answer
from web.explored import explored_from
from web.offered import Offered, offered
from web.overview import current_overview
from web.plain import plain_text
from web.problems import Problem, as_typed, problems_in, problems_with_names, problems_with_parameters
from web.rows import told_once
from web.tables import sums_of, table_of
from web.words import (
    filter_words,
    limited_words,
    names_in,
    question_words,
    summary_words,
    title_words,
    verdict_words,
)

bp = Blueprint("asking", __name__)

MOST_OPEN = 40
"""Routes of `up` and `down` that are written out; the table holds the ties of all."""
Page = str | AnyResponse | tuple[str, int]


@bp.get("/ask")
def ask_page() -> Page:
    """The answer to the question that the address holds, or the form again with what has to be changed."""
    if not request.args:
        return redirect(url_for("pages.home"))
    try:
        asked = read_asked(request.args).fitting()
        problems = [*problems_with_parameters(request.args, asked), *problems_with_names(asked)]
        if problems:
            return _again(asked, problems)
        answer = _answer(asked)
    except (BadQuestion, BadSpan, UnknownEntity, UnknownSource) as error:
        return _again(as_typed(request.args), problems_in(request.args, error))
    return _page(asked, answer)


def _answer(asked: Asked) -> Answer:
    answer = ask(
        current_store(), asked.question, asked.subject, asked.object, asked.options(current_settings().seconds)
    )
    # What was stopped by the clock may come out longer next time.
    g.unrepeatable = answer.truncated is not None
    return answer


def _page(asked: Asked, answer: Answer) -> str:
    understood, names = as_understood(answer.question), names_in(current_store(), answer.question)
    overview = current_overview()
    drawing, rows, view = draw_answer(current_store(), answer), told_once(answer), table_of(answer, overview.titles)
    address = current_base() + understood.address()
    return render_template(
        "answer.html",
        asked=asked.changed(subject=answer.question.subject_name, object=answer.question.object_name),
        understood=understood,
        answer=answer,
        question=question_words(answer.question, names),
        understood_words=limited_words(answer.question, names, overview.titles),
        filters=filter_words(answer.question, overview.titles),
        verdict=verdict_words(answer),
        summary=summary_words(answer),
        title=title_words(answer, names),
        choices=choices(answer, names, overview.days, overview.titles, _kinds_of(answer.question)),
        drawing=drawing,
        outline=outline_of(answer),
        rows=rows,
        view=view,
        sums=sums_of(answer.amounts),
        text=plain_text(answer, names, overview.titles, address, MOST_OPEN),
        most_open=MOST_OPEN,
        taken_for=_taken_for(asked, answer.question),
        explored=explored_from(answer),
        typed=params.one(request.args, "typed"),
        address=address,
        offered=_offered(understood, drawn=drawing is not None, listed=bool(rows or view.lines)),
    )


def _offered(understood: Asked, *, drawn: bool, listed: bool) -> Offered:
    def file(form: str) -> str:
        return url_for("downloads.answer_file", form=form, **understood.query())

    return offered(understood.address(), file, drawn=drawn, listed=listed)


def _taken_for(asked: Asked, question: Question) -> list[tuple[str, str]]:
    """What was typed and whom it was taken to mean, where that is not the name or the id itself."""
    pairs = [(asked.subject, question.subject, question.subject_name)]
    if asked.takes_object:
        pairs.append((asked.object, question.object, question.object_name))
    return [(typed, name) for typed, key, name in pairs if typed not in (key, name)]


def _kinds_of(question: Question) -> dict[str, str]:
    known = current_store().about({question.subject, question.object} - {""}, among=True).entities
    return {key: entity.kind for key, entity in known.items()}


def _with_names(asked: Asked) -> Asked:
    """The question with names in place of ids."""
    known = current_store().about({asked.subject, asked.object} - {""}, among=True).entities
    subject, end = (known[typed].title if typed in known else typed for typed in (asked.subject, asked.object))
    return asked.changed(subject=subject, object=end)


def _again(asked: Asked, problems: list[Problem]) -> tuple[str, int]:
    """The form as it was filled in, with what has to be changed."""
    g.unrepeatable = True
    return render_template("ask_again.html", asked=_with_names(asked), problems=problems), min(
        problem.status for problem in problems
    )

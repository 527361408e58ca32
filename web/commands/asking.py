"""`govgraph ask`: a question on the command line."""

import shlex
from collections.abc import Mapping, Sequence
from typing import Any

import click

from graph.answers import Answer, Question, to_json
from graph.errors import BadQuestion
from graph.queries.ask import QUESTIONS
from graph.queries.ask import ask as ask_store
from graph.store import Store
from graph.typed.asking import options_for, read_question
from graph.typed.readings import Understood
from graph.typed.understand import AskBack
from web.commands.options import options_of, question_options, store_option
from web.commands.stores import filled_store, settings_for
from web.config import Settings

EXAMPLES = """\b
Examples:
  govgraph ask "who chairs the LHB"
  govgraph ask up HEDG
  govgraph ask down "London Health Board"
  govgraph ask between HEDG "Mayor of London" --at 2021-12-09
  govgraph ask members HEG --role co-chair
  govgraph ask money --decision MD3326
  govgraph ask list --kind board --at 2015-12
  govgraph ask changes LHB --at 2015 --until 2022
"""


@click.command(epilog=EXAMPLES)
@question_options
@store_option
@click.option("--json", "as_json", is_flag=True, help="The answer as JSON, as the API gives it.")
def ask(store: str | None, as_json: bool, **typed: Any) -> None:
    """Ask a question: up, down, between, members, seats, shared, money, gaps, changes, list or profile.

    Or a sentence of your own, in quotation marks. Names, short names, other names and ids are understood.
    """
    from web.plain import plain_text
    from web.words import names_in, titles_in

    settings = settings_for(store)
    with filled_store(settings) as opened:
        answer = answered(opened, settings, typed)
        names, titles = names_in(opened, answer.question), titles_in(opened, answer)
        text = to_json(answer) + b"\n" if as_json else plain_text(answer, names, titles)
    click.echo(text, nl=False)


def answered(store: Store, settings: Settings, typed: Mapping[str, Any]) -> Answer:
    """The answer to the question that a command received: its name with names, or a sentence.

    :raises GovernanceError: when it cannot be asked, or not be answered.
    """
    options = options_of(typed, settings.seconds)
    decision, end = typed["decision"], typed["object_"]
    if typed["question"] not in QUESTIONS and not typed["subject"]:
        found = _understood(store, typed["question"])
        return ask_store(store, found.question, found.subject, found.object, options_for(found, options))
    if decision and (end or typed["question"] != "money"):
        raise BadQuestion("--decision is for the question money, in place of its second name.")
    return ask_store(store, typed["question"], typed["subject"], decision or end, options)


def asked_again(question: Question) -> str:
    """The command by which a question as it was understood can be asked again."""
    decision = question.ask == "money" and not question.subject and question.object
    words = [question.ask, question.subject, "" if decision else question.object]
    limits = [
        ("--decision", question.object if decision else ""),
        ("--at", question.at),
        ("--until", question.until),
        ("--lens", question.lens),
        *(("--kind", kind) for kind in question.kinds),
        *(("--source", source) for source in question.sources),
        *(("--role", role) for role in question.roles),
        *(("--entity-kind", kind) for kind in question.entities),
        ("--steps", str(question.steps or "")),
    ]
    flags = [flag for flag, holds in (("--firm", not question.soft), ("--same", question.same)) if holds]
    return shlex.join(["govgraph", "ask", *_typed(words, limits), *flags])


def _understood(store: Store, text: str) -> Understood:
    """What a sentence asks.

    :raises BadQuestion: when it is not understood, or names no question; the message says what comes near.
    """
    found = read_question(store, text)
    if isinstance(found, AskBack):
        near = "; ".join(map(_as_typed, found.nearest))
        offers = f" Perhaps: {near}." if near else f" Or name one of the questions: {', '.join(QUESTIONS)}."
        raise BadQuestion(f"{found.reason}{offers}")
    return found


def _as_typed(found: Understood) -> str:
    """A question as it is typed behind `ask`, with its limits: "members thrive-ldn --kind delivers"."""
    limits = [("--kind", kind) for kind in found.kinds]
    limits += [("--entity-kind", kind) for kind in found.entities]
    limits += [("--at", found.at), ("--until", found.until)]
    return shlex.join(_typed([found.question, found.subject, found.object], limits))


def _typed(words: Sequence[str], limits: Sequence[tuple[str, str]]) -> list[str]:
    """Words and options as they are typed, without the empty ones."""
    return [*filter(None, words), *(word for limit in limits if limit[1] for word in limit)]

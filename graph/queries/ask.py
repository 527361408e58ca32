"""Ask a question by its name; every answer is of one state of the data."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.queries.between import between
from graph.queries.chains import down, up
from graph.queries.options import Options
from graph.store import Store

_NO_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class QuestionKind:
    """A question: how it is answered, whether it is about two, and how it is put."""

    answer: Callable[[Store, str, str, Options], Answer]
    takes_object: bool
    wording: str


QUESTIONS = {
    "up": QuestionKind(lambda store, subject, _, options: up(store, subject, options), False, "whom {0} answers to"),
    "down": QuestionKind(lambda store, subject, _, options: down(store, subject, options), False, "who answers to {0}"),
    "between": QuestionKind(between, True, "whether {0} answers to {1}"),
}
"""The questions by name."""


def ask(store: Store, question: str, subject: str, object: str = "", options: Options = _NO_OPTIONS) -> Answer:  # noqa: A002 - the model's word
    """The answer, with the version of the data that gave it. Names may be typed as people type them.

    :raises BadQuestion: when the question is not known, lacks a name, or an option is out of range.
    :raises BadSpan: when the day is not understood.
    :raises UnknownEntity: when a name is not known, or may mean several; it carries suggestions.
    :raises UnknownSource: when a source to filter by is not known.
    :raises StoreUnavailable: when the store cannot be read.
    """
    kind = QUESTIONS.get(question)
    if kind is None:
        raise BadQuestion(f"There is no question {question!r}; ask one of: {', '.join(QUESTIONS)}.")
    if not subject.strip() or (kind.takes_object and not object.strip()):
        missing = "the one to ask about" if not subject.strip() else "whom it might answer to"
        raise BadQuestion(f"A name is missing: {missing}.")
    if object.strip() and not kind.takes_object:
        raise BadQuestion(f"The question {question!r} is about one name, not two.")
    answer, version = store.settled(lambda: kind.answer(store, subject.strip(), object.strip(), options))
    return msgspec.structs.replace(answer, data_version=version)

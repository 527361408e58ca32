"""Ask a question by its name; every answer is of one state of the data."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import msgspec

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.queries.between import between
from graph.queries.chains import down, up
from graph.queries.changes import changes
from graph.queries.existing import existing
from graph.queries.gaps import gaps
from graph.queries.money import paid
from graph.queries.options import Options
from graph.queries.profiles import profile
from graph.queries.rivals import with_rivals
from graph.queries.roles import with_known_roles
from graph.queries.seats import members, seats
from graph.queries.shared import shared
from graph.store import Store

_NO_OPTIONS = Options()


class Takes(Enum):
    """Whether a question is about a name."""

    NONE = "none"
    SOME = "perhaps one"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class QuestionKind:
    """A question: how it is answered, which names it takes, and how it is put (empty names left out)."""

    answer: Callable[[Store, str, str, Options], Answer]
    wording: str
    subject: Takes = Takes.ONE
    object: Takes = Takes.NONE
    chains: bool = False
    """Whether its answer is routes of answerability, under a lens; else it is rows."""

    @property
    def takes_object(self) -> bool:
        """Whether it needs a second name."""
        return self.object == Takes.ONE


def _of_one(answer: Callable[[Store, str, Options], Answer]) -> Callable[[Store, str, str, Options], Answer]:
    return lambda store, subject, _, options: answer(store, subject, options)


QUESTIONS = {
    "up": QuestionKind(_of_one(up), "whom {0} answers to", chains=True),
    "down": QuestionKind(_of_one(down), "who answers to {0}", chains=True),
    "between": QuestionKind(between, "whether {0} answers to {1}", object=Takes.ONE, chains=True),
    "members": QuestionKind(_of_one(members), "who sits on {0}"),
    "seats": QuestionKind(_of_one(seats), "where {0} sits"),
    "shared": QuestionKind(shared, "who sits on both {0} and {1}", Takes.SOME, Takes.SOME),
    "money": QuestionKind(paid, "who pays whom, and what concerns {0} and {1}", Takes.SOME, Takes.SOME),
    "gaps": QuestionKind(_of_one(gaps), "what is open or weak about {0}", Takes.SOME),
    "changes": QuestionKind(_of_one(changes), "what changed about {0} between two days", Takes.SOME),
    "list": QuestionKind(lambda store, _, __, options: existing(store, options), "what existed", Takes.NONE),
    "profile": QuestionKind(_of_one(profile), "all that is said about {0}"),
}
"""The questions by name."""


def ask(store: Store, question: str, subject: str = "", object: str = "", options: Options = _NO_OPTIONS) -> Answer:  # noqa: A002 - the model's word
    """The answer, with the version of the data that gave it. Names may be typed as people type them.

    :raises BadQuestion: when the question is not known, lacks a name, or an option is out of range; when nothing is
        found and no document tells of a role asked for.
    :raises BadSpan: when the day is not understood.
    :raises UnknownEntity: when a name is not known, or may mean several; it carries suggestions.
    :raises UnknownSource: when a source to filter by is not known.
    :raises StoreUnavailable: when the store cannot be read.
    """
    kind = QUESTIONS.get(question)
    if kind is None:
        raise BadQuestion(f"There is no question {question!r}; ask one of: {', '.join(QUESTIONS)}.")
    subject, end = subject.strip(), object.strip()
    if kind.subject == Takes.ONE and not subject:
        raise BadQuestion("A name is missing: the one to ask about.")
    if kind.object == Takes.ONE and not end:
        raise BadQuestion("A name is missing: whom it might answer to.")
    if kind.object == Takes.NONE and end:
        raise BadQuestion(f"The question {question!r} is about one name, not two.")
    if kind.subject == Takes.NONE and subject:
        raise BadQuestion(f"The question {question!r} is about no name; say which kinds of entity, or which day.")

    def answered() -> Answer:
        return with_rivals(store, with_known_roles(store, kind.answer(store, subject, end, options), options))

    answer, version = store.settled(answered)
    return msgspec.structs.replace(answer, data_version=version)

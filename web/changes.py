"""What would change an answer: the same question with another lens, day or limit, each as a link that asks it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.answers import Answer, Question
from graph.kinds import vocabulary
from web.asked import LENSES, Asked
from web.words import LENSES as LENS_WORDS

MOST_DAYS = 8


@dataclass(frozen=True, slots=True)
class Change:
    """One way to ask otherwise; `current` marks the way that was asked."""

    words: str
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Ways to ask that exclude one another, under their heading."""

    heading: str
    changes: tuple[Change, ...]


def as_understood(question: Question) -> Asked:
    """The question with ids in place of names: the address that means the same for ever."""
    return Asked(
        question=question.ask,
        subject=question.subject,
        object=question.object,
        at=question.at,
        lens=question.lens,
        steps=question.steps,
        same=question.same,
        kinds=question.kinds,
        sources=question.sources,
    )


def choices(answer: Answer, days: Sequence[str]) -> tuple[Choice, ...]:
    """What can be asked otherwise, in the order in which it matters; `days` are the documents' own dates."""
    asked = as_understood(answer.question)
    found = (
        Choice("Which ties count", tuple(_lenses(asked))),
        Choice("On which day", tuple(_days(asked, days))),
        Choice("How far", tuple(_reach(asked))),
        Choice("Without a limit that was asked for", tuple(_without(asked))),
        Choice("Asked from elsewhere", tuple(_others(answer.question, asked))),
    )
    return tuple(choice for choice in found if choice.changes)


def _lenses(asked: Asked) -> Iterator[Change]:
    for lens in LENSES:
        yield Change(LENS_WORDS[lens], asked.address(lens=lens), asked.lens == lens)


def _days(asked: Asked, days: Sequence[str]) -> Iterator[Change]:
    """Any day, the day asked about, and the newest of the documents' days."""
    yield Change("any day", asked.address(at=""), not asked.at)
    for day in dict.fromkeys((*((asked.at,) if asked.at else ()), *days[:MOST_DAYS])):
        yield Change(day, asked.address(at=day), day == asked.at)


def _reach(asked: Asked) -> Iterator[Change]:
    yield Change("any number of steps", asked.address(steps=None), asked.steps is None)
    if asked.steps not in (None, 1):
        yield Change(f"at most {asked.steps} steps", asked.address(), current=True)
    yield Change("direct ties only", asked.address(steps=1), asked.steps == 1)
    if asked.same:
        yield Change("without what may be the same body under two names", asked.address(same=False))
    else:
        yield Change("with what may be the same body under two names", asked.address(same=True))


def _without(asked: Asked) -> Iterator[Change]:
    for kind in asked.kinds:
        kept = tuple(other for other in asked.kinds if other != kind)
        yield Change(f"not only “{vocabulary().relations[kind].says}”", asked.address(kinds=kept))
    for source in asked.sources:
        yield Change(
            f"not only by “{source}”", asked.address(sources=tuple(other for other in asked.sources if other != source))
        )


def _others(question: Question, asked: Asked) -> Iterator[Change]:
    if asked.takes_object:
        yield Change("the other way round", asked.address(subject=asked.object, object=asked.subject))
    if question.ask != "up":
        yield Change(f"whom {question.subject_name} answers to", asked.address(question="up", lens=""))
    if question.ask != "down":
        end = question.object or question.subject
        name = question.object_name or question.subject_name
        yield Change(f"who answers to {name}", asked.address(question="down", subject=end, lens=""))

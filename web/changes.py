"""What would change an answer: the same question with another lens, day or limit, each as a link that asks it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import Answer, Question
from graph.kinds import vocabulary
from graph.queries.ask import QUESTIONS
from web.asked import LENSES, Asked
from web.rows import told_once
from web.words import LENSES as LENS_WORDS
from web.words import Names

MOST_DAYS = 8
MOST_SOURCES = 6
_ABOUT_ONE = {
    "members": "who sits on {}",
    "seats": "where {} sits",
    "money": "what is said of money that concerns {}",
    "profile": "what is said about {}",
}


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
        until=question.until,
        lens=question.lens,
        steps=question.steps,
        same=question.same,
        kinds=question.kinds,
        sources=question.sources,
        roles=question.roles,
        entities=question.entities,
        soft=question.soft,
    )


def choices(
    answer: Answer, names: Names, days: Sequence[str], titles: Mapping[str, str], kinds: Mapping[str, str]
) -> tuple[Choice, ...]:
    """What can be asked otherwise, in the order in which it matters.

    `names` are those of `web.words.names_in`, `days` the documents' own dates, `titles` their titles by id, `kinds` the
    kinds of those asked about by id.
    """
    asked = as_understood(answer.question)
    chains = QUESTIONS[asked.question].chains
    found = (
        Choice("Which ties count", tuple(_lenses(asked)) if chains else ()),
        Choice("On which day", tuple(_days(asked, days))),
        Choice("How sure", tuple(_surety(asked))),
        Choice("By which document", tuple(_documents(answer, asked, titles))),
        Choice("How far", tuple(_reach(asked)) if chains else ()),
        Choice("Without a limit that was asked for", tuple(_without(asked))),
        Choice("Asked from elsewhere", tuple(_others(answer.question, asked, names, kinds))),
    )
    return tuple(choice for choice in found if choice.changes)


def _lenses(asked: Asked) -> Iterator[Change]:
    for lens in LENSES:
        yield Change(LENS_WORDS[lens], asked.address(lens=lens), asked.lens == lens)


def _days(asked: Asked, days: Sequence[str]) -> Iterator[Change]:
    """Any day, the day asked about, and the newest of the documents' days."""
    if asked.question == "changes":
        return
    yield Change("any day", asked.address(at=""), not asked.at)
    for day in dict.fromkeys((*((asked.at,) if asked.at else ()), *days[:MOST_DAYS])):
        yield Change(day, asked.address(at=day), day == asked.at)


def _surety(asked: Asked) -> Iterator[Change]:
    yield Change("possible and disputed ties too", asked.address(soft=True), asked.soft)
    yield Change("only firm ties", asked.address(soft=False), not asked.soft)


def _documents(answer: Answer, asked: Asked, titles: Mapping[str, str]) -> Iterator[Change]:
    """All documents, or only one of those that support the answer; none where there is but one and no filter."""
    evidence = [item for row in told_once(answer) for item in row.tie.sources]
    support = dict.fromkeys(item.source for item in evidence if item.stance != "contradicts")
    if len(support) < 2 and not asked.sources:
        return
    yield Change("all documents", asked.address(sources=()), not asked.sources)
    if len(asked.sources) > 1:
        yield Change(f"what {len(asked.sources)} documents support", asked.address(), current=True)
    for source in list(dict.fromkeys((*asked.sources, *support)))[:MOST_SOURCES]:
        words = f"only what “{titles.get(source, source)}” supports"
        yield Change(words, asked.address(sources=(source,)), asked.sources == (source,))


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
    """Each value of a filter taken away; documents have links of their own."""
    kinds = vocabulary()
    for kind in asked.kinds:
        yield Change(f"not only “{kinds.relations[kind].says}”", asked.address(kinds=_but(kind, asked.kinds)))
    for role in asked.roles:
        yield Change(f"not only as “{role}”", asked.address(roles=_but(role, asked.roles)))
    for kind in asked.entities:
        yield Change(f"not only {kinds.entities[kind].plural}", asked.address(entities=_but(kind, asked.entities)))


def _but(value: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _others(question: Question, asked: Asked, names: Names, kinds: Mapping[str, str]) -> Iterator[Change]:
    if asked.object:
        yield Change("the other way round", asked.address(subject=asked.object, object=asked.subject))
    if not question.subject:
        return
    # Limits of a question with rows may be of ties by which nobody answers: then the other could not be asked.
    chain = asked if QUESTIONS[question.ask].chains else asked.changed(kinds=(), roles=(), entities=())
    kind = kinds.get(question.subject, "")
    if question.ask != "up" and _suits("up", kind):
        name = names.get(question.subject, question.subject_name)
        yield Change(f"whom {name} answers to", chain.address(question="up", lens=""))
    end = question.object or question.subject
    if question.ask != "down" and _suits("down", kinds.get(end, "")):
        name = names.get(end, question.object_name or question.subject_name)
        yield Change(f"who answers to {name}", chain.address(question="down", subject=end, lens=""))
    name = names.get(question.subject, question.subject_name)
    for other, words in _ABOUT_ONE.items():
        if question.ask != other and _suits(other, kind):
            yield Change(words.format(name), asked.address(question=other, kinds=(), roles=(), entities=()))


def _suits(question: str, kind: str) -> bool:
    """Whether the question can find anything about that kind of entity; every one suits a kind that is not known."""
    return not kind or vocabulary().broad(kind) not in _UNSUITABLE.get(question, ())


_UNSUITABLE = {
    "up": ("decision", "place", "fund"),
    "down": ("decision", "place", "fund"),
    "members": ("person", "post", "decision", "place", "fund"),
    "seats": ("decision", "place", "fund"),
}
"""The broad kinds about which a question is not offered, though it may be asked."""

"""What every question about answerability shares: who is meant, the question as understood, when an end existed."""

from dataclasses import dataclass
from functools import cached_property

from graph import answers
from graph.errors import BadQuestion, UnknownSource
from graph.kinds import vocabulary
from graph.lifetimes import no_more, not_yet, was_to_begin, was_to_end
from graph.model import Entity, Strength
from graph.queries.clock import Clock
from graph.queries.options import Options
from graph.queries.reading import Reading
from graph.spans import ANY_DAY, Span
from graph.store import Store
from graph.subgraph import Subgraph
from graph.walks import Ties, When
from graph.wording import capital, in_text, when_words

LENS_WORDS = {
    Strength.LINE: "a line of reporting",
    Strength.OVERSIGHT: "reporting or oversight",
    Strength.LEADERSHIP: "reporting, oversight or leadership",
}


@dataclass(frozen=True)
class Asking:
    """What every question has: its store, its name, its options and its time."""

    store: Store
    ask: str
    options: Options
    clock: Clock

    @cached_property
    def window(self) -> Span:
        """The days asked about."""
        return self.options.window

    @property
    def on_day(self) -> str:
        """The days in words, like " on 9 December 2021" or " in 2015"; empty where no day was asked about."""
        return f" {when_words(self.window)}" if self.options.at.strip() else ""

    @property
    def of_kind(self) -> str:
        """The kinds of tie asked for, like " of the kind “delivers” or “supports”"; empty where none are."""
        told = vocabulary().quoted(sorted(self.options.kinds))
        return f" of the kind {told}" if told else ""

    @property
    def no_document(self) -> str:
        """How a summary begins that found nothing; it tells that filters were set."""
        return self.no_document_beside()

    def no_document_beside(self, *told: str) -> str:
        """As `no_document`, where the sentence itself tells of the options of these names: they are not hinted at."""
        hinted = {"kinds", "sources", "roles", "entities", "steps"} - set(told)
        if any(getattr(self.options, name) for name in hinted) or not self.options.soft:
            return "With the filters asked for, no document in this data"
        return "No document in this data"

    def nothing(self, *, cut: bool) -> str:
        """`no_document`; where the search was cut short, that it speaks of no more than what was searched."""
        if not cut:
            return self.no_document
        return f"As far as the search went, {self.no_document[:1].lower()}{self.no_document[1:]}"


@dataclass(frozen=True)
class Frame(Asking):
    """A question about answerability, with its names resolved, its options checked and its lens settled."""

    subject: Entity
    object: Entity | None
    lens: Strength
    reading: Reading

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return self.clock.left

    def ties(self, when: When, *, every_kind: bool = False) -> Ties:
        """The ties of the question, in time as `when` says: of its lens, or of every kind in either direction."""
        options = self.options
        return Ties(
            None if every_kind else self.lens,
            sound=not options.soft,
            when=when,
            window=self.window,
            kinds=frozenset() if every_kind else options.kinds,
            sources=options.sources,
            roles=options.role_slugs,
            same=options.same,
        )

    @property
    def in_time(self) -> When:
        """The test of time of the days asked about: none where no day was."""
        return When.ALWAYS if self.window == ANY_DAY else When.POSSIBLE

    @property
    def by(self) -> str:
        """By what somebody may answer to somebody here: by the ties of the lens, or by those of the kinds asked for."""
        return f"by a tie{self.of_kind}" if self.options.kinds else f"by {LENS_WORDS[self.lens]}"

    def question(self) -> answers.Question:
        """The question as understood."""
        return question_of(self.ask, (self.subject, self.object), self.options, self.lens.word)


def frame(store: Store, ask: str, names: tuple[str, str], options: Options, default_lens: Strength) -> Frame:
    """The question with its names resolved.

    Where kinds are asked for without a lens, the lens is leadership.

    :raises BadQuestion: when an option is out of range, or both ends are the same.
    :raises BadSpan: when the day is not understood.
    :raises UnknownEntity: when a name is not known, or may mean several.
    :raises UnknownSource: when a source to filter by is not known.
    """
    subject, end = ends_of(store, names, options)
    options.answering()
    if subject is None:
        raise BadQuestion("A name is missing: the one to ask about.")
    lens = options.lens or (Strength.LEADERSHIP if options.kinds else default_lens)
    store.prepare()
    return Frame(store, ask, options, Clock(options.seconds), subject, end, lens, Reading(store))


def ends_of(store: Store, names: tuple[str, str], options: Options) -> tuple[Entity | None, Entity | None]:
    """The one or two entities that are asked about, None where no name was given; the options are checked.

    :raises BadQuestion: when an option is out of range, or both ends are the same.
    :raises BadSpan: when a day is not understood.
    :raises UnknownEntity: when a name is not known, or may mean several.
    :raises UnknownSource: when a source to filter by is not known.
    """
    _ = options.checked().window
    index = store.names()
    subject, end = (index.resolve(name) if name else None for name in names)
    if subject is not None and end == subject:
        raise BadQuestion(f"{capital(in_text(subject))} is on both sides: ask about two different ones.")
    known = {source.id for source in store.sources()} if options.sources else set()
    for source in sorted(options.sources - known):
        raise UnknownSource(f"There is no source {source!r}; the sources are: {', '.join(sorted(known))}.")
    return subject, end


def question_of(
    ask: str, ends: tuple[Entity | None, Entity | None], options: Options, lens: str = ""
) -> answers.Question:
    """The question as understood, so that it can be asked again."""
    subject, end = ends
    return answers.Question(
        ask=ask,
        subject=subject.id if subject else "",
        subject_name=subject.title if subject else "",
        object=end.id if end else "",
        object_name=end.title if end else "",
        lens=lens,
        at=options.at.strip(),
        until=options.until.strip(),
        kinds=tuple(sorted(options.kinds)),
        sources=tuple(sorted(options.sources)),
        roles=tuple(sorted(options.roles)),
        entities=tuple(sorted(options.entities)),
        soft=options.soft,
        same=options.same,
        steps=options.steps,
        hops=options.hops,
        routes=options.routes,
        seconds=options.seconds,
    )


def absent(part: Subgraph, entity: str, window: Span) -> str:
    """How printed dates rule out that the entity existed on the days asked about; empty where they do not.

    The sentence names the date and the places that print it.
    """
    life = part.lifetimes.get(entity)
    if life is None:
        return ""
    name = capital(in_text(part.entities[entity]))
    if begins := not_yet(life, window):
        verb = "was to begin" if was_to_begin(life, part.claims) else "began"
        return f"{name} did not exist yet: it {verb} {when_words(begins)} ({_places(part, life.begin_claims)})."
    if ends := no_more(life, window):
        verb = "was to end" if was_to_end(life, part.claims) else "ended"
        return f"{name} did not exist any more: it {verb} {when_words(ends)} ({_places(part, life.end_claims)})."
    return ""


def _places(part: Subgraph, claims: tuple[str, ...]) -> str:
    told = (f"{part.sources[part.claims[claim].source].title}, {part.claims[claim].locator}" for claim in claims)
    return "; ".join(dict.fromkeys(told))

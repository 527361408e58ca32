"""The dates that matter to what is shown: on a line, as a list, and as the documents' own dates. All of it links."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.exploring.dates import Dated, dates_of
from graph.exploring.surroundings import Surroundings
from graph.spans import Span, read_span
from graph.wording import capital, listing, span_words
from web.explored import Explored

MOST_DATES = 60
MOST_DOCUMENTS = 8
MOST_PAIRS = 4
MOST_TICKS = 8
LONGEST = 30
"""Years that the line is long at most; what was before stands at its beginning."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A date: in words, what happened, where it is on the line (percent), and the addresses of that day.

    `compared` is the address that compares it with the day that is looked at, empty where there is none.
    """

    at: str
    words: str
    said: str
    x: float
    began: int
    ended: int
    attested: int
    address: str
    compared: str
    current: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A year under the line; a `minor` one can be left out where there is little room."""

    words: str
    x: float
    minor: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The line: its marks, the earliest first, the years under it, and the days looked at as places in percent."""

    marks: tuple[Mark, ...] = ()
    more: int = 0
    ticks: tuple[Tick, ...] = ()
    chosen: tuple[tuple[float, float], ...] = ()

    @property
    def between(self) -> float:
        """How long the line is between the first and the last of the days looked at, in percent."""
        return round(self.chosen[-1][1] - self.chosen[0][0], 2)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a button: in words, its address, and whether it is looked at."""

    key: str
    words: str
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def place(self, day: date) -> float:
        """Where a day is, in percent of the line; what lies outside of it is at its nearer end."""
        days = (min(max(day, self.first), self.last) - self.first).days
        return round(2 + 96 * days / max(1, (self.last - self.first).days), 2)


def timeline_of(around: Surroundings, explored: Explored) -> Timeline:
    """The line of all dates that matter to the ties of what is shown that pass the filters, whenever they held."""
    every = _dates(around)
    if not every:
        return Timeline()
    kept = sorted(every, key=lambda one: (-(one.began + one.ended) or 1, -one.attested, one.span))[:MOST_DATES]
    kept.sort(key=lambda one: one.span)
    limits = explored.limits
    looked_at = [read_span(at) for at in (limits.at, limits.until) if at]
    axis = _axis([*(one.span for one in kept), *looked_at])
    return Timeline(
        marks=tuple(_mark(one, axis, explored) for one in kept),
        more=len(every) - len(kept),
        ticks=tuple(_ticks(axis)),
        chosen=tuple((axis.place(span.first), axis.place(span.last)) for span in looked_at),
    )


def spoken_of(around: Surroundings) -> tuple[Span, ...]:
    """The days of the documents that say something of what is shown, the newest first."""
    spans = {one.span for one in dates_of(around.near, around.near.relations.values(), ()) if one.attested}
    return tuple(sorted(spans, reverse=True)[:MOST_DOCUMENTS])


def days_of(spans: Sequence[Span], explored: Explored) -> tuple[Day, ...]:
    """Any day, what is looked at, and the documents' own days."""
    limits = explored.limits
    days = [Dated(span).at for span in spans]
    words = dict(zip(days, map(span_words, spans), strict=True))
    chosen = [at for at in (limits.at, limits.until) if at and at not in words]
    words |= {at: span_words(read_span(at)) for at in chosen}
    return (
        Day("any", "Any day", explored.on_day(""), current=not limits.at),
        *(
            Day(at, capital(words[at]), explored.on_day(at), current=at == limits.at and not limits.until)
            for at in [*chosen, *days]
        ),
    )


def pairs_of(spans: Sequence[Span], explored: Explored) -> tuple[Day, ...]:
    """What can be compared: the day looked at with the documents' days, else these, the first with the last before all.

    The documents' days are the newest first.
    """
    limits = explored.limits
    days = [Dated(span).at for span in spans]
    if limits.until or not limits.at:
        wanted = [(days[-1], days[0])] if len(days) > 2 else []
        wanted += zip(days[1:], days, strict=False)
    else:
        wanted = [pair for day in days if (pair := _pair(limits.at, day))]
    return tuple(
        Day(
            f"{first} {second}",
            f"{span_words(read_span(first))} and {span_words(read_span(second))}",
            explored.on_day(first, second),
            current=(first, second) == (limits.at, limits.until),
        )
        for first, second in wanted[:MOST_PAIRS]
        if _pair(first, second)
    )


def _dates(around: Surroundings) -> tuple[Dated, ...]:
    near, sifting = around.near, around.view.sifting
    relations = [one for one in near.relations.values() if one.object]
    return dates_of(near, sifting.sifted(relations, near.entities), around.choice.shown)


def _pair(one: str, other: str) -> tuple[str, str] | None:
    """Two days in their order; None where they meet."""
    first, second = sorted((one, other), key=read_span)
    return (first, second) if read_span(first).last < read_span(second).first else None


def _mark(dated: Dated, axis: _Axis, explored: Explored) -> Mark:
    limits = explored.limits
    parts = [
        (dated.began, "began"),
        (dated.ended, "ended"),
        (dated.attested, "documented"),
    ]
    pair = _pair(limits.at, dated.at) if limits.at and not limits.until else None
    return Mark(
        at=dated.at,
        words=capital(span_words(dated.span)),
        said=listing(f"{number} {word}" for number, word in parts if number),
        x=axis.place(dated.span.first),
        began=dated.began,
        ended=dated.ended,
        attested=dated.attested,
        address=explored.on_day(dated.at),
        compared=explored.on_day(*pair) if pair else "",
        current=dated.at in (limits.at, limits.until),
    )


def _axis(spans: Sequence[Span]) -> _Axis:
    """From the first date to the last, and no longer than can be told apart."""
    first, last = min(span.first for span in spans), max(span.first for span in spans)
    if last.year - first.year > LONGEST:
        first = date(last.year - LONGEST, 1, 1)
    return _Axis(first.replace(month=1, day=1), last.replace(month=12, day=31))


def _ticks(axis: _Axis) -> Iterator[Tick]:
    """Some of the years, at their first days."""
    years = range(axis.first.year, axis.last.year + 1)
    step = max(1, -(-len(years) // MOST_TICKS))
    for number, year in enumerate(years[::step]):
        yield Tick(str(year), axis.place(date(year, 1, 1)), minor=number % 2 == 1)

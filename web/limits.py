"""Days and filters of the explorer, as they stand in an address: read from it, checked, and written back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from graph.exploring.sieve import EVERYTHING, SURETIES, Sieve
from graph.kinds import vocabulary
from graph.model import Strength
from graph.spans import ANY_DAY, Span, read_span, written
from graph.store import Store
from graph.wording import between_words, span_words, when_words
from web import params
from web.asked import LENSES
from web.params import Args, BadParameter

MOST_NAMED = 12
"""So many of what would work are named where something does not."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The day as typed, empty for any; the later day it is compared with, empty for none; the filters."""

    at: str = ""
    until: str = ""
    sieve: Sieve = EVERYTHING

    @property
    def window(self) -> Span:
        """All days that are looked at: where two are compared, from the first to the second."""
        if not self.at:
            return ANY_DAY
        return Span(self.first.first, self.second.last) if self.until else self.first

    @property
    def first(self) -> Span:
        """The day, or the first of two that are compared."""
        return read_span(self.at)

    @property
    def second(self) -> Span:
        """The second of two days that are compared."""
        return read_span(self.until)

    @property
    def words(self) -> str:
        """The days in words: "on any day", "on 9 December 2021", "between 2015 and 2021"."""
        if self.until:
            return between_words(self.first, self.second)
        return when_words(self.first) if self.at else "on any day"

    def query(self) -> Mapping[str, Any]:
        """The parameters of an address, in a fixed order, without those that stand for all."""
        sieve = self.sieve
        values = {
            "at": self.at,
            "until": self.until,
            "lens": sieve.lens.word if sieve.lens else "",
            "sure": sieve.sure,
            "kind": sorted(sieve.kinds),
            "entity_kind": sorted(sieve.entities),
            "source": sorted(sieve.sources),
        }
        return {name: value for name, value in values.items() if value}


NO_LIMITS = Limits()


def read_limits(store: Store, args: Args) -> Limits:
    """The days and filters that an address holds.

    :raises BadParameter: when a value cannot be used; the message names the parameter and what would work.
    """
    at, until = canonical(params.day(args, "at")), canonical(params.day(args, "until"))
    if until and not at:
        raise BadParameter("until", "To compare two days, give the first day too, and the later one after it.")
    if until and read_span(until).first <= read_span(at).last:
        first, second = params.shown(at), params.shown(until)
        raise BadParameter("until", f"The later day, {second}, must come after the first, which is {first}.")
    lens = params.choice(args, "lens", LENSES)
    kinds = vocabulary()
    sources = params.several(args, "source")
    return Limits(
        at=at,
        until=until,
        sieve=Sieve(
            # All three are what is shown without a word in the address.
            lens=None if lens in ("", LENSES[-1]) else Strength[lens.upper()],
            sure=params.choice(args, "sure", SURETIES),
            kinds=_known(args, "kind", [name for name, kind in kinds.relations.items() if not kind.is_fact]),
            entities=_known(args, "entity_kind", kinds.entities),
            sources=_known(args, "source", [source.id for source in store.sources()]) if sources else sources,
        ),
    )


def canonical(day: str) -> str:
    """A date as typed in the one form in which it stands in an address; as typed where it has none of these forms."""
    return (written(read_span(day)) or day) if day else ""


def day_typed(day: str) -> str:
    """A date of an address as a person types it, like "9 December 2021"; as it is where it has no such form."""
    if not day:
        return ""
    words = span_words(read_span(day))
    return day if " to " in words else words


def _known(args: Args, name: str, allowed: Collection[str]) -> frozenset[str]:
    """The values of a parameter that may be repeated, all of them allowed.

    :raises BadParameter: when one is not, or there are too many.
    """
    values = params.several(args, name)
    for value in sorted(values - set(allowed)):
        some = list(allowed)[:MOST_NAMED]
        more = len(allowed) - len(some)
        known = f"{', '.join(some)}{f' and {more} more' if more else ''}"
        raise BadParameter(name, f"“{name}” is {params.shown(value)}; it can be: {known}.")
    return values

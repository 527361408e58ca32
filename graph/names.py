"""Who is meant: entities by name, short name, alias or id, forgiving case, punctuation and typing errors."""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.errors import UnknownEntity
from graph.ids import slug
from graph.model import Entity
from graph.near import NearTexts

MAX_TYPED = 200
"""What is typed beyond it is not looked at."""
MOST_WORDS = 12
"""How many of the words typed are looked at one by one."""
MOST_SHARING = 50
"""How many names that share some words are looked at."""
_LINKING = frozenset({"and", "for", "the", "with"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entity that may be meant, and the name by which it was found."""

    entity: Entity
    matched: str


def normal(text: str) -> str:
    """A name without case, accents, punctuation and a leading "the": "The N.H.S." and "nhs" differ no more."""
    words = slug(text.replace("&", " and ").replace(".", "").replace("'", "").replace("\u2019", ""))
    return words.replace("-", " ").removeprefix("the ")


def allowed_edits(typed: str) -> int:
    """How many typing errors are forgiven: none below three letters, one up to seven, two beyond."""
    letters = len(typed.replace(" ", ""))
    if letters < 3:
        return 0
    return 1 if letters <= 7 else 2


class NameIndex:
    """The names of some entities, made once for each version of the data.

    All names stand in one text, each on a line of its own behind a space, the shorter ones first: so a beginning of a
    name, a beginning of a word and a part are all found by looking for text, and in the order of what is suggested.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._by_name: dict[str, list[str]] = {}
        for entity in self._entities.values():
            for name in {normal(name) for name in _printed(entity)}:
                self._by_name.setdefault(name, []).append(entity.id)
        self._by_name.pop("", None)
        self._names = sorted(sorted(self._by_name), key=len)
        self._text = "\n ".join(("", *self._names)) + "\n"

    def resolve(self, typed: str) -> Entity:
        """The one entity that is meant: by exact id, by exact name, or by the nearest name within the edits allowed.

        :raises UnknownEntity: when none or several are meant, with up to five suggestions.
        """
        if typed in self._entities:
            return self._entities[typed]
        wanted = _wanted(typed)
        near = set(self._by_name.get(wanted, ())) or self._nearest(wanted)
        if len(near) == 1:
            return self._entities[next(iter(near))]
        suggestions = sorted(near) or [found.entity.id for found in self.suggest(typed, 5)]
        raise UnknownEntity(self._advice(typed, bool(near), suggestions[:5]), suggestions[:5])

    def called(self, text: str, *, forgiving: bool = False) -> list[Entity]:
        """All entities of exactly that name, by id; where there are none and it is `forgiving`, those nearest to it.

        Empty where nothing is called so.
        """
        wanted = _wanted(text)
        found = self._by_name.get(wanted) or (self._nearest(wanted) if forgiving else set())
        return [self._entities[entity] for entity in sorted(found)]

    def suggest(self, typed: str, limit: int = 8) -> list[Suggestion]:
        """Up to `limit` entities as one types: exact names first, then beginnings, words, parts and near misses.

        Names that share some of the words come last. Within a rank the shorter name first, then the name, then the
        id. Empty for an empty text.
        """
        wanted = _wanted(typed)
        found: dict[str, str] = {}
        for name in self._ranked(wanted, limit) if wanted else ():
            for entity in sorted(self._by_name[name]):
                found.setdefault(entity, name)
            if len(found) >= limit:
                break
        return [self._suggestion(entity, name) for entity, name in list(found.items())[:limit]]

    def _suggestion(self, entity: str, name: str) -> Suggestion:
        found = self._entities[entity]
        return Suggestion(found, next(printed for printed in _printed(found) if normal(printed) == name))

    def _ranked(self, wanted: str, limit: int) -> Iterator[str]:
        """Names, the best first, some of them twice; the costlier ranks only where there are too few."""
        matching = set()
        for name in self._matching(wanted):
            matching.add(name)
            yield name
        if len(matching) < limit:
            near = self._near_names.within(allowed_edits(wanted), wanted)
            yield from sorted(near, key=lambda name: (near[name], *_place(name)))
            if not matching and not near:
                yield from self._sharing(wanted)

    def _matching(self, wanted: str) -> Iterator[str]:
        """Names that are what is wanted, begin with it, have words that begin with its words, or hold it."""
        if wanted in self._by_name:
            yield wanted
        yield from self._holding(f"\n {wanted}")
        parts = [f" {part}" for part in wanted.split()[:MOST_WORDS]]
        rarest = min(parts, key=self._text.count) if len(parts) > 1 else parts[0]
        yield from (name for name in self._holding(rarest) if all(part in f" {name}" for part in parts))
        yield from self._holding(wanted)

    def _holding(self, part: str) -> Iterator[str]:
        """The names on the lines of the text that hold this part, in order."""
        text = self._text
        found = text.find(part)
        while found >= 0:
            begin = text.rindex("\n", 0, found + 1) + 2
            end = text.index("\n", begin)
            yield text[begin:end]
            found = text.find(part, end)

    def _sharing(self, wanted: str) -> list[str]:
        """The names that have most of the words typed: as they are, as a beginning, or with typing errors."""
        shared: Counter[str] = Counter()
        for part in wanted.split()[:MOST_WORDS]:
            if len(part) >= 3 and part not in _LINKING:
                names = set(self._holding(f" {part}"))
                for word in self._near_words.within(allowed_edits(part), part):
                    names.update(self._by_word[word])
                shared.update(names)
        first: list[str] = []
        for most in sorted(set(shared.values()), reverse=True):
            first += _first([name for name, parts in shared.items() if parts == most], MOST_SHARING - len(first))
            if len(first) == MOST_SHARING:
                break
        return first

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """The names by their words, made when first needed: what is typed well does without."""
        names: dict[str, list[str]] = {}
        for name in self._names:
            for word in set(name.split()):
                names.setdefault(word, []).append(name)
        return names

    @cached_property
    def _near_words(self) -> NearTexts:
        return NearTexts(self._by_word)

    @cached_property
    def _near_names(self) -> NearTexts:
        return NearTexts(self._names)

    def _nearest(self, wanted: str) -> set[str]:
        """The entities of the names with the fewest edits, within what is allowed."""
        distances = self._near_names.within(allowed_edits(wanted), wanted)
        least = min(distances.values(), default=0)
        return {entity for name, found in distances.items() if found == least for entity in self._by_name[name]}

    def _advice(self, typed: str, several: bool, suggestions: list[str]) -> str:
        shown = typed if len(typed) <= 80 else typed[:79] + "…"
        titles = Counter(self._entities[entity].title for entity in suggestions)
        names = "; ".join(
            title if titles[title] == 1 else f"{title} ({entity})"
            for entity in suggestions
            for title in [self._entities[entity].title]
        )
        if several:
            return f"{shown!r} may mean several: {names}. Type more of the one you mean."
        if suggestions:
            return f"Nothing is called {shown!r}. Did you mean: {names}?"
        return f"Nothing is called {shown!r}. Type a name, a short name, or part of one."


def _wanted(typed: str) -> str:
    return normal(typed[: 2 * MAX_TYPED])[:MAX_TYPED]


def _printed(entity: Entity) -> tuple[str, ...]:
    return (*entity.names, entity.id)


def _first(names: list[str], most: int) -> list[str]:
    """The first of some names, in order; where there are many, their lengths tell which need not be compared."""
    longest = heapq.nsmallest(most, map(len, names))[-1]
    return sorted((name for name in names if len(name) <= longest), key=_place)[:most]


def _place(text: str) -> tuple[int, str]:
    """Where a name or a word stands among others: the shorter first."""
    return len(text), text

"""Who is meant: entities by name, short name, alias or id, forgiving case, punctuation and typing errors."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import chain, islice

from graph.collecting import without_collecting
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
MANY_WORDS = 2000
"""From how many words that a part stands in all names are searched for it: it is found soon."""
_LAST = chr(0x10FFFF)
"""No letter stands behind it."""
_NO_TIES: Mapping[str, int] = {}
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

    All names stand in one text, each on a line of its own behind a space, the better ones first: so a beginning of a
    name, a beginning of a word and a part are all found by looking for text, and in the order of what is suggested.
    That is quick where many names are found. Where there are few, the words lead to them: there are fewer of these.
    """

    def __init__(self, entities: Iterable[Entity], ties: Mapping[str, int] = _NO_TIES) -> None:
        """`ties` is how many ties an entity has, by id; none for one that is not named."""
        self._entities = {entity.id: entity for entity in entities}
        by_name: dict[str, list[tuple[bool, int, str]]] = {}
        for entity in self._entities.values():
            tied = -ties.get(entity.id, 0)
            own = {normal(entity.name), normal(entity.short_name)}
            others = {normal(other) for other in (*entity.aliases, entity.id)} - own
            for name in own | others:
                by_name.setdefault(name, []).append((name in others, tied, entity.id))
        by_name.pop("", None)
        ordered = sorted(by_name, key=lambda name: (min(by_name[name])[:2], len(name), name))
        self._by_name = {name: [entity for *_, entity in sorted(by_name[name])] for name in ordered}
        self._text = _lines(ordered)
        # Cut from the text they lie in memory as in the list, so that going over them is twice as quick.
        self._names = self._text[:-1].split("\n ")[1:]

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

        Names that share some of the words come last. Within a rank names and short names go before other names, then
        those with more ties, then the shorter name, then the name, then the id. Empty for an empty text.
        """
        wanted = _wanted(typed)
        found: dict[str, str] = {}
        for name in self._ranked(wanted, limit) if wanted else ():
            for entity in self._by_name[name]:
                found.setdefault(entity, name)
            if len(found) >= limit:
                break
        known = ((self._entities[entity], name) for entity, name in list(found.items())[:limit])
        return [Suggestion(one, next(each for each in _printed(one) if normal(each) == name)) for one, name in known]

    def _ranked(self, wanted: str, limit: int) -> Iterator[str]:
        """Names, the best first, some of them twice; the costlier ranks only where there are too few."""
        matching = set()
        for name in self._matching(wanted):
            matching.add(name)
            yield name
        if len(matching) < limit:
            near = self._near_names.within(allowed_edits(wanted), wanted)
            yield from sorted(near, key=lambda name: (near[name], self._place[name]))
            if not matching and not near:
                yield from self._sharing(wanted)

    def _matching(self, wanted: str) -> Iterator[str]:
        """Names that are what is wanted, begin with it, have words that begin with its words, or hold it."""
        if wanted in self._by_name:
            yield wanted
        parts = wanted.split()[:MOST_WORDS]
        found = [self._beginning(part, MANY_WORDS) for part in parts]
        if begun := all(found):
            yield from _holding(self._text, f"\n {wanted}")
        # The first part may stand anywhere in a word: a name that holds what is wanted may have more before it.
        found[0] = list(islice(_holding(self._words_text, parts[0]), MANY_WORDS))
        if not all(found):
            return
        beginnings = [f" {part}" for part in parts]
        few = sorted((self._having(words) for words in found if len(words) < MANY_WORDS), key=len)
        if few:
            names: Iterable[str] = [self._names[place] for place in sorted(few[0].intersection(*few[1:]))]
            holding: Iterable[str] = (name for name in names if wanted in name)
        else:
            names = _holding(self._text, max(beginnings, key=len))
            holding = _holding(self._text, wanted)
        if begun:
            yield from (name for name in names if all(part in f" {name}" for part in beginnings))
        yield from holding

    def _sharing(self, wanted: str) -> list[str]:
        """The names that have most of the words typed: as they are, as a beginning, or with typing errors."""
        sharing: list[set[int]] = []
        for part in wanted.split()[:MOST_WORDS]:
            if len(part) >= 3 and part not in _LINKING:
                near = self._near_words.within(allowed_edits(part), part)
                having = self._having(chain(self._beginning(part), near))
                sharing.append(set())
                for more in range(len(sharing) - 1, 0, -1):
                    sharing[more] |= sharing[more - 1] & having
                sharing[0] |= having
        best: list[int] = []
        for places in reversed(sharing):
            best += nsmallest(MOST_SHARING - len(best), places.difference(best))
        return [self._names[place] for place in best]

    def _beginning(self, part: str, most: int | None = None) -> list[str]:
        """The words that begin so, at most so many."""
        first = bisect_left(self._words, part)
        return self._words[first : bisect_left(self._words, part + _LAST, first)][:most]

    def _having(self, words: Iterable[str]) -> set[int]:
        """The places of the names that have one of the words."""
        return set(chain.from_iterable(self._by_word[word] for word in words))

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The places of the names by their words, made when first needed: a whole name is found without."""
        places: dict[str, list[int]] = defaultdict(list)
        with without_collecting():
            for place, name in enumerate(self._names):
                for word in name.split():
                    places[word].append(place)
        return places

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._by_word)

    @cached_property
    def _words_text(self) -> str:
        return _lines(self._words)

    @cached_property
    def _near_words(self) -> NearTexts:
        return NearTexts(self._by_word)

    @cached_property
    def _place(self) -> dict[str, int]:
        """Where a name stands among all."""
        return {name: place for place, name in enumerate(self._names)}

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
        more = f"Did you mean: {names}?" if suggestions else "Type a name, a short name, or part of one."
        return f"Nothing is called {shown!r}. {more}"


def _wanted(typed: str) -> str:
    return normal(typed[: 2 * MAX_TYPED])[:MAX_TYPED]


def _printed(entity: Entity) -> tuple[str, ...]:
    return (*entity.names, entity.id)


def _lines(texts: Iterable[str]) -> str:
    """Texts as one, each on a line of its own behind a space."""
    return "\n ".join(("", *texts)) + "\n"


def _holding(lines: str, part: str) -> Iterator[str]:
    """The texts whose lines hold this part, in order."""
    found = lines.find(part)
    while found >= 0:
        begin = lines.rindex("\n", 0, found + 1) + 2
        end = lines.index("\n", begin)
        yield lines[begin:end]
        found = lines.find(part, end)

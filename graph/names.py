"""Who is meant: entities by name, short name, alias or id, forgiving case, punctuation and typing errors."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.errors import UnknownEntity
from graph.ids import slug
from graph.model import Entity

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
    """The names of some entities, made once for each version of the data."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._printed: dict[tuple[str, str], str] = {}
        self._by_word: dict[str, set[str]] = defaultdict(set)
        for entity in self._entities.values():
            for name in (*entity.names, entity.id):
                key = normal(name)
                if key:
                    self._by_name[key].add(entity.id)
                    self._printed.setdefault((key, entity.id), name)
        for name in self._by_name:
            for word in name.split():
                self._by_word[word].add(name)

    def resolve(self, typed: str) -> Entity:
        """The one entity that is meant: by exact id, by exact name, or by the nearest name within the edits allowed.

        :raises UnknownEntity: when none or several are meant, with up to five suggestions.
        """
        if typed in self._entities:
            return self._entities[typed]
        wanted = _wanted(typed)
        exact = self._by_name.get(wanted, set())
        near = exact or self._nearest(wanted)
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
        if not wanted:
            return []
        best: dict[str, tuple[int, int, int, str, str]] = {}
        for rank, order, name in self._ranked(wanted, limit):
            for entity in self._by_name[name]:
                key = (rank, order, len(name), name, entity)
                best[entity] = min(best.get(entity, key), key)
        ordered = sorted(best.values())[:limit]
        return [Suggestion(self._entities[entity], self._printed[name, entity]) for *_, name, entity in ordered]

    def _ranked(self, wanted: str, limit: int) -> Iterator[tuple[int, int, str]]:
        """Names with their rank and their order within it; the costlier ranks only where there are too few."""
        count = 0
        for name in self._by_name:
            rank = _rank(wanted, name)
            if rank is not None:
                count += 1
                yield rank, 0, name
        if count < limit:
            near = self._near(wanted, self._by_name, allowed_edits(wanted))
            yield from ((4, distance, name) for name, distance in near.items())
            if not count and not near:
                yield from ((5, -shared, name) for name, shared in self._sharing(wanted).most_common(MOST_SHARING))

    def _sharing(self, wanted: str) -> Counter[str]:
        """How many of the words typed each name has: as they are, as a beginning, or with typing errors."""
        names: Counter[str] = Counter()
        for part in wanted.split()[:MOST_WORDS]:
            if len(part) < 3 or part in _LINKING:
                continue
            words = [word for word in self._by_word if word.startswith(part)]
            words += self._near(part, self._by_word, allowed_edits(part))
            names.update({name for word in words for name in self._by_word[word]})
        return names

    def _nearest(self, wanted: str) -> set[str]:
        """The entities of the names with the fewest edits, within what is allowed."""
        distances = self._near(wanted, self._by_name, allowed_edits(wanted))
        least = min(distances.values(), default=0)
        return {entity for name, found in distances.items() if found == least for entity in self._by_name[name]}

    def _near(self, wanted: str, choices: Iterable[str], edits: int) -> dict[str, int]:
        if not edits:
            return {}
        found = process.extract(wanted, list(choices), scorer=OSA.distance, score_cutoff=edits, limit=None)
        return {choice: int(distance) for choice, distance, _ in found}

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
        return f"Nothing is called {shown!r}. Type a name, a short name such as LHB, or part of one."


def _wanted(typed: str) -> str:
    return normal(typed[: 2 * MAX_TYPED])[:MAX_TYPED]


def _rank(wanted: str, name: str) -> int | None:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    words = name.split()
    if all(any(word.startswith(part) for word in words) for part in wanted.split()[:MOST_WORDS]):
        return 2
    return 3 if wanted in name else None

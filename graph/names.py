"""Who is meant: entities by name, short name, alias or id, forgiving case, punctuation and typing errors."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from graph.errors import UnknownEntity
from graph.ids import slug
from graph.model import Entity

MAX_TYPED = 200
"""A longer name is not looked for: no name is."""


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
        for entity in self._entities.values():
            for name in (*entity.names, entity.id):
                self._by_name[normal(name)].add(entity.id)
                self._printed.setdefault((normal(name), entity.id), name)

    def resolve(self, typed: str) -> Entity:
        """The one entity that is meant: by exact id, by exact name, or by the nearest name within the edits allowed.

        :raises UnknownEntity: when none or several are meant, with up to five suggestions.
        """
        if typed in self._entities:
            return self._entities[typed]
        wanted = normal(typed)[:MAX_TYPED]
        exact = self._by_name.get(wanted, set())
        near = exact or self._nearest(wanted)
        if len(near) == 1:
            return self._entities[next(iter(near))]
        suggestions = sorted(near) or [found.entity.id for found in self.suggest(typed, 5)]
        raise UnknownEntity(self._advice(typed, bool(near), suggestions[:5]), suggestions[:5])

    def suggest(self, typed: str, limit: int = 8) -> list[Suggestion]:
        """Up to `limit` entities as one types: exact names first, then beginnings, words, parts and near misses.

        Within a rank the shorter name first, then the name, then the id. Empty for an empty text.
        """
        wanted = normal(typed)[:MAX_TYPED]
        if not wanted:
            return []
        best: dict[str, tuple[int, int, str, str]] = {}
        for name, ids in self._by_name.items():
            rank = _rank(wanted, name)
            if rank is None:
                continue
            for entity in ids:
                key = (rank, len(name), name, entity)
                best[entity] = min(best.get(entity, key), key)
        ordered = sorted(best.values())[:limit]
        return [Suggestion(self._entities[entity], self._printed[name, entity]) for _, _, name, entity in ordered]

    def _nearest(self, wanted: str) -> set[str]:
        """The entities of the names with the fewest edits, within what is allowed."""
        edits = allowed_edits(wanted)
        if not edits:
            return set()
        distances = {
            name: distance
            for name in self._by_name
            if (distance := OSA.distance(wanted, name, score_cutoff=edits)) <= edits
        }
        least = min(distances.values(), default=0)
        return {entity for name, found in distances.items() if found == least for entity in self._by_name[name]}

    def _advice(self, typed: str, several: bool, suggestions: list[str]) -> str:
        shown = typed if len(typed) <= 80 else typed[:79] + "…"
        names = "; ".join(self._entities[entity].title for entity in suggestions)
        if several:
            return f"{shown!r} may mean several: {names}. Type more of the one you mean."
        if suggestions:
            return f"Nothing is called {shown!r}. Did you mean: {names}?"
        return f"Nothing is called {shown!r}. Type a name, a short name such as LHB, or part of one."


def _rank(wanted: str, name: str) -> int | None:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if all(any(word.startswith(part) for word in name.split()) for part in wanted.split()):
        return 2
    if wanted in name:
        return 3
    edits = allowed_edits(wanted)
    heads = {name, name[: len(wanted)], *name.split()}
    if edits and any(OSA.distance(wanted, head, score_cutoff=edits) <= edits for head in heads):
        return 4
    return None

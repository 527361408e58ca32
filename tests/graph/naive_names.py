"""What is suggested as one types, found the slow way: every name is judged by itself, as the ranking is described."""

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

from graph.model import Entity
from graph.names import MAX_TYPED, MOST_SHARING, MOST_WORDS, allowed_edits, normal

LINKING = ("and", "for", "the", "with")


def suggested(
    entities: Iterable[Entity], typed: str, limit: int, ties: Mapping[str, int] | None = None
) -> list[tuple[str, str]]:
    """The ids of the entities, each with the name by which it was found, the best first."""
    wanted = normal(typed[: 2 * MAX_TYPED])[:MAX_TYPED]
    printed: dict[tuple[str, str], str] = {}
    worth: dict[str, dict[str, tuple[bool, int]]] = {}
    for entity in entities:
        own = {normal(entity.name), normal(entity.short_name)}
        for name in (*entity.names, entity.id):
            printed.setdefault((normal(name), entity.id), name)
            worth.setdefault(normal(name), {})[entity.id] = (normal(name) not in own, -(ties or {}).get(entity.id, 0))
    worth.pop("", None)
    found = [
        ((*place, *min(worth[name].values()), len(name), name), (*worth[name][entity], entity))
        for name, place in (ranked(wanted, worth, limit) if wanted else {}).items()
        for entity in worth[name]
    ]
    best: dict[str, str] = {}
    for (*_, name), (*_, entity_id) in sorted(found):
        best.setdefault(str(entity_id), printed[str(name), str(entity_id)])
    return list(best.items())[:limit]


def ranked(wanted: str, worth: Mapping[str, Mapping[str, tuple[bool, int]]], limit: int) -> dict[str, tuple[int, int]]:
    """The names that are suggested, each with its rank and its order within it."""
    names = set(worth)
    found = {name: (rank, 0) for name in names if (rank := _rank(wanted, name)) is not None}
    if len(found) >= limit:
        return found
    near = {name: OSA.distance(wanted, name) for name in names}
    near = {name: edits for name, edits in near.items() if edits <= allowed_edits(wanted)}
    if not found and not near:
        shared = {name: _shared(wanted, name) for name in names}
        most = sorted((-count, min(worth[name].values()), len(name), name) for name, count in shared.items() if count)[
            :MOST_SHARING
        ]
        return {name: (5, count) for count, *_, name in most}
    return {name: (4, edits) for name, edits in near.items()} | found


def _rank(wanted: str, name: str) -> int | None:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if all(any(word.startswith(part) for word in name.split()) for part in wanted.split()[:MOST_WORDS]):
        return 2
    return 3 if wanted in name else None


def _shared(wanted: str, name: str) -> int:
    """How many of the words typed the name has: as they are, as a beginning, or with typing errors."""
    parts = [part for part in wanted.split()[:MOST_WORDS] if len(part) >= 3 and part not in LINKING]
    return sum(
        any(word.startswith(part) or OSA.distance(part, word) <= allowed_edits(part) for word in name.split())
        for part in parts
    )

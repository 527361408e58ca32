"""Entities that are likely to be one, entered twice: listed for a person to judge, never merged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.ids import slug
from graph.kinds import Vocabulary
from graph.model import Entity
from graph.subgraph import Subgraph

MAX_COMMON = 40
"""A word that more names than this share tells nothing, and comparing all of them would take too long."""
NEIGHBOURS = 5
"""Each name is compared with so many after it in the alphabet, read forwards and backwards."""
_FILLERS = frozenset({"the", "of", "for", "and", "in", "on", "to", "a", "an", "s"})

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likely:
    """Two entities that may be one, in the order of their ids, and why."""

    first: str
    second: str
    why: str

    def __str__(self) -> str:
        return f"{self.first} and {self.second}: {self.why}"


def likely_duplicates(graph: Subgraph, kinds: Vocabulary) -> tuple[Likely, ...]:
    """Pairs of entities of one broad kind with names or identifiers that hardly differ, in the order of ids.

    Pairs that a claim links by `possibly_same_as` are left out: somebody has thought about them.
    """
    linked = {
        frozenset((claim.subject, claim.object)) for claim in graph.claims.values() if claim.kind == "possibly_same_as"
    }
    found: dict[tuple[str, str], Likely] = {}
    by_kind: dict[str, list[Entity]] = defaultdict(list)
    for entity in graph.entities.values():
        by_kind[kinds.broad(entity.kind)].append(entity)
    for entities in by_kind.values():
        for first, second, why in _pairs(entities):
            low, high = sorted((first, second))
            if low != high and frozenset((low, high)) not in linked:
                found.setdefault((low, high), Likely(low, high, why))
    return tuple(found[key] for key in sorted(found))


def _pairs(entities: Sequence[Entity]) -> Iterator[tuple[str, str, str]]:
    yield from _same_identifier(entities)
    named = [(words, name, entity.id) for entity in entities for name in entity.names if (words := _words(name))]
    yield from _initials(named)
    for one, other in _candidates(named):
        (words, name, first), (other_words, other_name, second) = named[one], named[other]
        if first != second and (why := _closeness(words, other_words)):
            yield first, second, f"{name!r} and {other_name!r} {why}"


def _same_identifier(entities: Iterable[Entity]) -> Iterator[tuple[str, str, str]]:
    first: dict[str, str] = {}
    for entity in entities:
        for identifier in entity.identifiers:
            other = first.setdefault(identifier.casefold(), entity.id)
            if other != entity.id:
                yield other, entity.id, f"both have the identifier {identifier}"


def _words(name: str) -> Words:
    """The words of a name without fillers, or with them where there is nothing else."""
    words = tuple(slug(name).split("-")) if slug(name) else ()
    return tuple(word for word in words if word not in _FILLERS) or words


def _initials(named: Sequence[tuple[Words, str, str]]) -> Iterator[tuple[str, str, str]]:
    """A name of one word of three letters and more that is made of the first letters of another's words."""
    short: Mapping[str, list[tuple[str, str]]] = defaultdict(list)
    for words, name, key in named:
        if len(words) == 1 and len(words[0]) >= 3 and name.isupper():
            short[words[0]].append((name, key))
    for words, name, key in named:
        if len(words) < 3:
            continue
        for abbreviation, other in short.get("".join(word[0] for word in words), ()):
            yield key, other, f"{abbreviation!r} are the initials of {name!r}"


def _candidates(named: Sequence[tuple[Words, str, str]]) -> list[tuple[int, int]]:
    """Pairs worth comparing: neighbours in the alphabet, and names that share a word that is not common."""
    pairs: set[tuple[int, int]] = set()
    joined = ["".join(words) for words, _, _ in named]
    for order in (joined, [text[::-1] for text in joined]):
        ranked = sorted(range(len(named)), key=lambda index: (order[index], index))
        for position, one in enumerate(ranked):
            pairs.update((min(one, two), max(one, two)) for two in ranked[position + 1 : position + 1 + NEIGHBOURS])
    sharing: dict[str, list[int]] = defaultdict(list)
    for index, (words, _, _) in enumerate(named):
        for word in set(words):
            sharing[word].append(index)
    for group in sharing.values():
        if len(group) <= MAX_COMMON:
            pairs.update((one, two) for place, one in enumerate(group) for two in group[place + 1 :])
    return sorted(pairs)


def _closeness(one: Words, two: Words) -> str:
    """Why two names are close; empty where they are not.

    Numbers must agree ("Phase 1" is not "Phase 2"), and so must all words but one, which is misspelt: "North East
    London" is close to "North West London" by its letters, not by its meaning.
    """
    if sorted(one) == sorted(two):
        return "are the same words"
    if "".join(one) == "".join(two):
        return "differ only in how words are joined"
    if len(one) != len(two):
        return ""
    differing = [(word, other) for word, other in zip(one, two, strict=True) if word != other]
    if len(differing) == 1 and _misspelt(*differing[0]):
        return f"differ only in {differing[0][0]!r} and {differing[0][1]!r}"
    return ""


def _misspelt(word: str, other: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein

    if not (word.isalpha() and other.isalpha()):
        return False
    length = min(len(word), len(other))
    allowed = 0 if length < 4 else 1 if length < 9 else 2
    return DamerauLevenshtein.distance(word, other, score_cutoff=allowed) <= allowed

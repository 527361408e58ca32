"""`shared` of one body or none: the pairs of bodies on which the same one sits.

A person and a post that nobody else holds are one where both sit on both bodies: the person.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from graph.answers import Answer
from graph.model import Entity
from graph.queries.seat_words import on_people
from graph.queries.seating import SEATS, holders_in
from graph.queries.tables import Table, counted, entity_named, is_used, some_of
from graph.rows import Pair
from graph.subgraph import Subgraph
from graph.wording import capital, in_text

SOFT = "Only planned, implied, disputed, possible or undated on one of them"
MOST_PAIRS = 1_000_000
"""So many pairs are kept at most, for the memory; further ones are left out, and the answer says so."""
MOST_SEATED = 400
"""A body on which more sit shares with too many to be told: its pairs are left out, and the answer says so."""


def pairs_of(asked: Table) -> Answer:
    """The pairs of bodies, or of the body asked about and another. Linear in the seats, and in the pairs found."""
    seated = _everybody(asked)
    few = {member: places for member, places in sorted(seated.places.items()) if len(places) <= MOST_SEATED}
    cut = "rows" if len(few) < len(seated.places) else None
    common: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pair, member in asked.clock.within(_two_by_two(few, asked.subject)):
        if len(common) >= MOST_PAIRS and pair not in common:
            cut = "rows"
            continue
        common[pair].append(member)
    ordered = sorted(common.items(), key=lambda item: (-len(seated.as_one(item[1])), item[0]))
    return asked.answer(
        lambda: _pairs_summary(asked, ordered, seated),
        ordered,
        lambda pair: _pair(seated, pair[0], pair[1], asked.subject),
        cut=cut,
    )


@dataclass(frozen=True, slots=True)
class _Seated:
    """Where everybody sits, by who sits there; which seats are firm; and the part of the data that tells.

    `holders` has the posts that one person alone holds, with that person.
    """

    places: Mapping[str, Set[str]]
    firm: Set[tuple[str, str]]
    holders: Mapping[str, str]
    part: Subgraph

    def as_one(self, members: Collection[str]) -> dict[str, list[str]]:
        """The members, each with the posts among them that are no further member: those that this person holds."""
        posts = [member for member in members if self.holders.get(member) in members]
        ones: dict[str, list[str]] = {member: [] for member in members if member not in posts}
        for post in posts:
            ones[self.holders[post]].append(post)
        return ones


def _everybody(asked: Table) -> _Seated:
    """Where everybody sits, or where those sit who sit with the body asked about."""
    kinds = SEATS & asked.options.kinds if asked.options.kinds else SEATS
    about = asked.subject
    if about is None:
        part = asked.everything(without={"sources", "claims"})
    else:
        near = asked.about([about.id])
        ties = asked.clock.within(near.relations.values())
        part = asked.about({tie.subject for tie in ties if tie.object == about.id and tie.kind in kinds})
    places: dict[str, set[str]] = defaultdict(set)
    firm = set()
    for tie in asked.clock.within(part.relations.values()):
        if tie.kind in kinds and is_used(tie) and asked.keeps(tie) and asked.shows(part.entities[tie.subject]):
            places[tie.subject].add(tie.object)
            if asked.is_firm(tie):
                firm.add((tie.subject, tie.object))
    people = holders_in(asked, part)[0]
    # Where the time ran out, a post may be held by others too.
    sole = {} if asked.clock.ran_out else {post: min(held) for post, held in people.items() if len(held) == 1}
    return _Seated(places, firm, sole, part)


def _two_by_two(seated: Mapping[str, Set[str]], about: Entity | None) -> Iterator[tuple[tuple[str, str], str]]:
    """Each two places, in the order of their ids, with one who sits on both; with `about`, only its pairs."""
    for member, places in seated.items():
        if about is None:
            yield from ((pair, member) for pair in combinations(sorted(places), 2))
        elif about.id in places:
            yield from ((_in_order(about.id, place), member) for place in sorted(places) if place != about.id)


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _pair(seated: _Seated, pair: tuple[str, str], members: Sequence[str], about: Entity | None) -> Pair:
    entities = seated.part.entities
    first, second = reversed(pair) if about is not None and pair[1] == about.id else pair
    both = f"{in_text(entities[first])} and {in_text(entities[second])}"
    ones = seated.as_one(members)

    def names(of: Collection[str]) -> str:
        return some_of(of, lambda one: "".join((in_text(entities[one]), _posts(seated, ones[one]))))

    said = f"{capital(both)} share {names(ones)}."
    soft = [one for one, posts in ones.items() if not _is_firm(seated, (one, *posts), (first, second))]
    if soft:
        said += f" {SOFT}: {names(soft)}."
    return Pair(
        sentence=said,
        first=entity_named(entities[first]),
        second=entity_named(entities[second]),
        shared=tuple(entity_named(entities[one]) for one in ones),
        soft=tuple(entity_named(entities[one]) for one in soft),
    )


def _posts(seated: _Seated, posts: Sequence[str]) -> str:
    return f" ({some_of(posts, lambda post: seated.part.entities[post].title)})" if posts else ""


def _is_firm(seated: _Seated, one: Collection[str], places: Collection[str]) -> bool:
    """Whether somebody certainly sits on each place, themselves or by one of their posts there."""
    return all(any((each, place) in seated.firm for each in one) for place in places)


def _pairs_summary(asked: Table, pairs: Sequence[tuple[tuple[str, str], list[str]]], seated: _Seated) -> str:
    if not pairs:
        if words := on_people([asked.subject]):
            return words
        whose = f"{asked.named} and another body" if asked.subject else "two bodies"
        return f"{asked.no_document} names anybody who sits on {whose}{asked.on_day}."
    most = _pair(seated, *pairs[0], asked.subject).sentence
    if asked.subject:
        bodies = counted(len(pairs), "body", "bodies")
        return f"{capital(asked.named)} shares somebody with {bodies}{asked.on_day}. {most}"
    return f"{counted(len(pairs), 'pair', 'pairs')} of bodies share somebody{asked.on_day}. {most}"

"""`shared`: who sits on both of two bodies, who on one only; or which bodies share somebody.

Who is on both lists only through a part of a collective or through a post that they hold is told apart, as `through`:
a collective's seat is not its parts', nor a part's the collective's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Entity, Relation
from graph.queries.options import Options
from graph.queries.seating import SEATS, Sitting, sitting_on
from graph.queries.tables import Table, counted, entity_named, is_used, some_of, table, weight
from graph.rows import Named, Pair, Shared
from graph.store import Store
from graph.subgraph import Subgraph
from graph.told import Tie
from graph.wording import capital, in_text

ON = ("both", "through", "first", "second")
"""In the order in which the rows stand."""
SOFT = "Only planned, implied, disputed, possible or undated on one of them"
MOST_PAIRS = 1_000_000
"""So many pairs are kept at most, for the memory; further ones are left out, and the answer says so."""
MOST_SEATED = 400
"""A body on which more sit shares with too many to be told: its pairs are left out, and the answer says so."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One who sits there, by which lists; with a `link`, of this part of the data, only through who is on the other."""

    sitting: Sitting
    first: Sitting | None
    second: Sitting | None
    link: Relation | None = None
    part: Subgraph = field(default_factory=Subgraph)

    @property
    def on(self) -> str:
        """Which of `ON` it is."""
        if self.link:
            return "through"
        return "both" if self.first and self.second else "first" if self.first else "second"


def shared(store: Store, subject: str, end: str, options: Options) -> Answer:
    """Who sits on both, on the first alone, on the second alone; with one body or none: the pairs that share somebody.

    Pairs with more in common come first, then by name.
    """
    asked = table(store, "shared", (subject, end), options)
    if asked.object is not None:
        return _of_two(asked, asked.object)
    return _pairs(asked)


def _of_two(asked: Table, second: Entity) -> Answer:
    if asked.subject is None:
        raise BadQuestion("A name is missing: the first of the two.")
    first, other = lists = [_seated(asked, entity) for entity in (asked.subject, second)]
    found = [_Found(sitting, first.get(one), other.get(one)) for one, sitting in sorted((other | first).items())]
    found += _through(asked, lists)
    found = [each for each in found if asked.shows(each.sitting.entity)]
    if asked.clock.ran_out:
        # Who is not found on a list may stand in what was not looked at.
        found = [each for each in found if each.on == "both"]
    found.sort(key=lambda each: (ON.index(each.on), each.sitting.entity.title, each.sitting.entity.id))
    return asked.answer(lambda: _summary(asked, second, found), found, lambda each: _row(asked, each))


def _seated(asked: Table, entity: Entity) -> dict[str, Sitting]:
    """Who sits there, by id, with all that they sit there by."""
    seated: dict[str, Sitting] = {}
    for row in sitting_on(asked, entity, merged=False)[0]:
        if row.group != "denied" and (first := seated.setdefault(row.entity.id, row)) is not row:
            first.relations += row.relations
    return seated


def _row(asked: Table, found: _Found) -> Shared:
    first, second = (_told(asked, sitting) for sitting in (found.first, found.second))
    said = [each[0].sentence for each in (first, second) if each]
    through: tuple[Named, ...] = ()
    if found.link is not None and found.first and found.second:
        outer = found.second if found.sitting is found.first else found.first
        through = (entity_named(outer.entity),)
        link = asked.tie(found.link, found.part, found.link.subject)
        said = [said[0], link.sentence, said[1]] if outer is found.second else [said[1], link.sentence, said[0]]
    return Shared(
        sentence=" ".join(said),
        entity=entity_named(found.sitting.entity),
        on=found.on,
        through=through,
        first=first,
        second=second,
    )


def _told(asked: Table, sitting: Sitting | None) -> tuple[Tie, ...]:
    if sitting is None:
        return ()
    return tuple(
        asked.tie(relation, sitting.part, sitting.entity.id) for relation in sorted(sitting.relations, key=weight)
    )


def _through(asked: Table, lists: Sequence[Mapping[str, Sitting]]) -> list[_Found]:
    """Who sits on one, and is a part of, or holds a post that, sits on the other."""
    here, there = lists
    if not here or not there:
        return []
    part = asked.about({*here, *there})
    found = []
    for relation in asked.clock.within(part.relations.values()):
        if relation.kind not in ("part_of", "member_of", "holds_post") or not asked.lends(relation):
            continue
        inner, outer = relation.subject, relation.object
        if inner in here and outer in there and inner not in there:
            found.append(_Found(here[inner], here[inner], there[outer], relation, part))
        if inner in there and outer in here and inner not in here:
            found.append(_Found(there[inner], here[outer], there[inner], relation, part))
    return found


def _pairs(asked: Table) -> Answer:
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
    ordered = sorted(common.items(), key=lambda item: (-len(item[1]), item[0]))
    return asked.answer(
        lambda: _pairs_summary(asked, ordered, seated),
        ordered,
        lambda pair: _pair(seated, pair[0], pair[1], asked.subject),
        cut=cut,
    )


@dataclass(frozen=True, slots=True)
class _Seated:
    """Where everybody sits, by who sits there; which seats are firm; and the part of the data that tells."""

    places: Mapping[str, Set[str]]
    firm: Set[tuple[str, str]]
    part: Subgraph


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
    return _Seated(places, firm, part)


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
    said = f"{capital(both)} share {some_of([entities[member] for member in members], in_text)}."
    soft = [entities[each] for each in members if not {(each, first), (each, second)} <= seated.firm]
    if soft:
        said += f" {SOFT}: {some_of(soft, in_text)}."
    return Pair(
        sentence=said,
        first=entity_named(entities[first]),
        second=entity_named(entities[second]),
        shared=tuple(entity_named(entities[member]) for member in members),
    )


def _pairs_summary(asked: Table, pairs: Sequence[tuple[tuple[str, str], list[str]]], seated: _Seated) -> str:
    if not pairs:
        whose = f"{asked.named} and another body" if asked.subject else "two bodies"
        return f"{asked.no_document} names anybody who sits on {whose}{asked.on_day}."
    most = _pair(seated, *pairs[0], asked.subject).sentence
    if asked.subject:
        bodies = counted(len(pairs), "body", "bodies")
        return f"{capital(asked.named)} shares somebody with {bodies}{asked.on_day}. {most}"
    return f"{counted(len(pairs), 'pair', 'pairs')} of bodies share somebody{asked.on_day}. {most}"


def _summary(asked: Table, second: Entity, found: Sequence[_Found]) -> str:
    pair = f"{asked.named} and {in_text(second)}"
    by = {on: [each for each in found if each.on == on] for on in ON}
    both = by["both"]
    if both:
        number = f"{len(both)} sit" if len(both) > 1 else "Only one sits"
        said = f"{number} on both {pair}{asked.on_day}: {_names(both)}."
    else:
        said = f"{asked.no_document} names anybody who sits on both {pair}{asked.on_day}."
    if asked.clock.ran_out:
        return said
    if by["through"]:
        said += f" Through a part or a post: {_names(by['through'])}."
    soft = [each for each in both + by["through"] if not _is_firm(asked, each)]
    if soft:
        said += f" {SOFT}: {_names(soft)}."
    alone = [f"{len(by['first'])} on the first alone", f"{len(by['second'])} on the second alone"]
    return f"{said} {capital(' and '.join(alone))}."


def _is_firm(asked: Table, found: _Found) -> bool:
    """Whether they certainly sit wherever they are found, and no tie that they are found by is soft."""
    ties = [sitting.relations for sitting in (found.first, found.second) if sitting]
    if found.link:
        ties.append([found.link])
    return all(any(map(asked.is_firm, each)) for each in ties)


def _names(found: Iterable[_Found]) -> str:
    return some_of(found, lambda each: in_text(each.sitting.entity))

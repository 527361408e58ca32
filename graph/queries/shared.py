"""`shared`: who sits on both of two bodies, who on one only; or which bodies share somebody.

A person and a post that nobody else holds are one: the person, or the post where that alone is on both. Who is on both
lists only through a part of a collective or through a post that they hold is told apart, as `through`: a collective's
seat is not its parts', nor a part's the collective's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Entity, Relation
from graph.queries.options import Options
from graph.queries.pairs import SOFT, pairs_of
from graph.queries.seat_words import counterparts_words, on_people
from graph.queries.seating import Sitting, doubts_of, holders_in, sitting_on
from graph.queries.tables import Table, entity_named, some_of, table, weight
from graph.rows import Named, Shared
from graph.store import Store
from graph.subgraph import Subgraph
from graph.told import Tie
from graph.wording import capital, in_text

ON = ("both", "through", "first", "second")
"""In the order in which the rows stand."""


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
    return pairs_of(asked)


def _of_two(asked: Table, second: Entity) -> Answer:
    if asked.subject is None:
        raise BadQuestion("A name is missing: the first of the two.")
    first, other = lists = [_seated(asked, entity) for entity in (asked.subject, second)]
    heads = _as_one(asked, lists)
    found = [_Found(sitting, first.get(one), other.get(one)) for one, sitting in sorted((other | first).items())]
    found += [] if asked.direct else _through(asked, lists, heads)
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


def _as_one(asked: Table, lists: Sequence[dict[str, Sitting]]) -> dict[str, str]:
    """Make one row of a person and the posts that they alone hold, on each list where they stand together.

    The row is the person's, or that of the post which is on both lists where the person is not. What is hidden by the
    kinds of entity asked for is left as it is. Returns by id who now stands for those that are gone from a list.
    """
    seated = {one: sitting for each in lists for one, sitting in each.items() if asked.shows(sitting.entity)}
    holding = asked.about([one for one, sitting in seated.items() if sitting.entity.kind in ("person", "post")])
    people, held = holders_in(asked, holding)
    if asked.clock.ran_out:
        return {}
    owned: dict[str, list[str]] = {}
    for post in sorted(people.keys() & seated):
        if len(people[post]) == 1 and (person := min(people[post])) in seated:
            owned.setdefault(person, [person]).append(post)
    gone: dict[str, str] = {}
    for ones in owned.values():
        head = next((one for one in ones if all(one in each for each in lists)), ones[0])
        ties = [tie for tie in held if tie.object in ones]
        gone |= {one: head for one in ones if one != head and _folded(lists, one, head, seated[one].entity, ties)}
    return gone


def _folded(lists: Sequence[dict[str, Sitting]], one: str, head: str, entity: Entity, held: Iterable[Relation]) -> bool:
    """Whether somebody was made a part of the head's row, on each list where both stand."""
    together = [each for each in lists if one in each and head in each]
    for each in together:
        each[head].relations += each.pop(one).relations
    for each in lists:
        if together and head in each:
            each[head].counterparts.append(entity)
            each[head].doubts |= doubts_of(tie for tie in held if one in (tie.subject, tie.object))
    return bool(together)


def _row(asked: Table, found: _Found) -> Shared:
    first, second = (_told(asked, sitting) for sitting in (found.first, found.second))
    said = [each[0].sentence for each in (first, second) if each]
    said[0] = f"{said[0].rstrip('.')}{counterparts_words(found.sitting)}."
    through: tuple[Named, ...] = ()
    link: tuple[Tie, ...] = ()
    if found.link is not None and found.first and found.second:
        outer = found.second if found.sitting is found.first else found.first
        through = (entity_named(outer.entity),)
        tie = asked.tie(found.link, found.part, found.link.subject)
        link = (tie,)
        said = [said[0], tie.sentence, said[1]] if outer is found.second else [said[1], tie.sentence, said[0]]
    return Shared(
        sentence=" ".join(said),
        entity=entity_named(found.sitting.entity),
        on=found.on,
        posts=tuple(map(entity_named, found.sitting.counterparts)),
        through=through,
        link=link,
        first=first,
        second=second,
    )


def _told(asked: Table, sitting: Sitting | None) -> tuple[Tie, ...]:
    if sitting is None:
        return ()
    return tuple(
        asked.tie(tie, sitting.part, tie.subject)
        for tie in sorted(sitting.relations, key=lambda tie: (tie.subject != sitting.entity.id, weight(tie)))
    )


def _through(asked: Table, lists: Sequence[Mapping[str, Sitting]], heads: Mapping[str, str]) -> list[_Found]:
    """Who sits on one, and is a part of, or holds a post that, sits on the other; `heads` stand for those not there."""
    if not all(lists):
        return []
    part = asked.about({*lists[0], *lists[1], *heads})
    found = []
    for relation in asked.clock.within(part.relations.values()):
        if relation.kind not in ("part_of", "member_of", "holds_post") or not asked.lends(relation):
            continue
        outer = relation.object
        for here, there in (lists, lists[::-1]):
            inner = relation.subject if relation.subject in here else heads.get(relation.subject, "")
            if inner in here and outer in there and inner not in there:
                first, second = (here[inner], there[outer]) if here is lists[0] else (there[outer], here[inner])
                found.append(_Found(here[inner], first, second, relation, part))
    return found


def _summary(asked: Table, second: Entity, found: Sequence[_Found]) -> str:
    pair = f"{asked.named} and {in_text(second)}"
    by = {on: [each for each in found if each.on == on] for on in ON}
    both = by["both"]
    if both:
        number = f"{len(both)} sit" if len(both) > 1 else "Only one sits"
        said = f"{number} on both {pair}{asked.on_day}: {_names(both)}."
    else:
        nobody = on_people([asked.subject, second])
        said = nobody or f"{asked.no_document} names anybody who sits on both {pair}{asked.on_day}."
        if nobody and not found:
            return said
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
    return some_of(found, lambda each: f"{in_text(each.sitting.entity)}{counterparts_words(each.sitting)}")

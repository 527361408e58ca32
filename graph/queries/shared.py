"""`shared`: who sits on both of two bodies, who on one only; or which bodies share somebody.

Who is on both lists only through a part of a collective or through a post that they hold is told apart, as `through`:
a collective's seat is not its parts', nor a part's the collective's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Entity, Relation
from graph.queries.options import Options
from graph.queries.seating import SEATS, Sitting, sitting_on
from graph.queries.tables import Table, counted, entity_named, is_used, some_of, table, weight
from graph.rows import Pair, Shared
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, in_text

ON = ("both", "through", "first", "second")
"""In the order in which the rows stand."""
MOST_SEATED = 400
"""A body on which more sit shares with too many to be told: its pairs are left out, and the answer says so."""


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
    lists = [{row.entity.id: row for row in _seated(asked, entity)} for entity in (asked.subject, second)]
    parts = asked.store.about([asked.subject.id, second.id])
    first, other = lists
    rows = [_row(asked, entity, lists, parts) for entity in sorted(first.keys() | other.keys())]
    rows = [row for row in rows if asked.shows(parts.entities[row.entity.id])]
    rows += _through(asked, lists)
    rows.sort(key=lambda row: (ON.index(row.on), row.entity.name, row.entity.id))
    return asked.answer(_summary(asked, second, rows), rows)


def _seated(asked: Table, entity: Entity) -> list[Sitting]:
    rows, _ = sitting_on(asked, entity, merged=False)
    return [row for row in rows if row.group != "denied"]


def _row(asked: Table, entity: str, lists: Sequence[Mapping[str, Sitting]], part: Subgraph) -> Shared:
    ties = [
        tuple(asked.tie(relation, part, entity) for relation in sorted(rows[entity].relations, key=weight))
        if entity in rows
        else ()
        for rows in lists
    ]
    on = "both" if all(ties) else "first" if ties[0] else "second"
    return Shared(
        sentence=" ".join(each[0].sentence for each in ties if each),
        entity=entity_named(part.entities[entity]),
        on=on,
        through=(),
        first=ties[0],
        second=ties[1],
    )


def _through(asked: Table, lists: Sequence[Mapping[str, Sitting]]) -> list[Shared]:
    """Who sits on one, and is a part of, or holds a post that, sits on the other."""
    here, there = lists
    if not here or not there:
        return []
    part = asked.store.about({*here, *there})
    rows = []
    for relation in part.relations.values():
        if relation.kind not in ("part_of", "member_of", "holds_post") or not is_used(relation):
            continue
        if not asked.in_time(relation):
            continue
        inner, outer = relation.subject, relation.object
        for one, other, flip in ((here, there, False), (there, here, True)):
            if inner in one and outer in other and inner not in other:
                rows.append(_linked(asked, relation, (one[inner], other[outer]), part, flip=flip))
    return rows


def _linked(
    asked: Table, relation: Relation, sitting: tuple[Sitting, Sitting], part: Subgraph, *, flip: bool
) -> Shared:
    inner, outer = (
        tuple(asked.tie(each, part, row.entity.id) for each in sorted(row.relations, key=weight)) for row in sitting
    )
    link = asked.tie(relation, part, relation.subject)
    return Shared(
        sentence=f"{inner[0].sentence} {link.sentence} {outer[0].sentence}",
        entity=entity_named(sitting[0].entity),
        on="through",
        through=(entity_named(sitting[1].entity),),
        first=outer if flip else inner,
        second=inner if flip else outer,
    )


def _pairs(asked: Table) -> Answer:
    part = asked.store.of_kinds(SEATS & asked.options.kinds if asked.options.kinds else SEATS)
    seated: dict[str, set[str]] = defaultdict(set)
    for relation in part.relations.values():
        if is_used(relation) and asked.keeps(relation) and asked.shows(part.entities[relation.subject]):
            seated[relation.subject].add(relation.object)
    common: dict[tuple[str, str], list[str]] = defaultdict(list)
    left_out = False
    for member, places in sorted(seated.items()):
        if len(places) > MOST_SEATED:
            left_out = True
            continue
        for pair in combinations(sorted(places), 2):
            if asked.subject is None or asked.subject.id in pair:
                common[pair].append(member)
    ordered = sorted(common.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [_pair(part.entities, pair, members, asked.subject) for pair, members in ordered]
    return asked.answer(_pairs_summary(asked, rows), rows, truncated="rows" if left_out else None)


def _pair(entities: Mapping[str, Entity], pair: tuple[str, str], members: Iterable[str], about: Entity | None) -> Pair:
    first, second = reversed(pair) if about is not None and pair[1] == about.id else pair
    people = [entities[member] for member in members]
    both = f"{in_text(entities[first])} and {in_text(entities[second])}"
    return Pair(
        sentence=f"{capital(both)} share {some_of(people, in_text)}.",
        first=entity_named(entities[first]),
        second=entity_named(entities[second]),
        shared=tuple(map(entity_named, people)),
    )


def _pairs_summary(asked: Table, rows: Sequence[Pair]) -> str:
    whose = f"{asked.named} and another body" if asked.subject else "two bodies"
    if not rows:
        return f"{asked.no_document} names anybody who sits on {whose}{asked.on_day}."
    if asked.subject:
        bodies = counted(len(rows), "body", "bodies")
        return f"{capital(asked.named)} shares somebody with {bodies}{asked.on_day}. {rows[0].sentence}"
    return f"{counted(len(rows), 'pair', 'pairs')} of bodies share somebody{asked.on_day}. {rows[0].sentence}"


def _summary(asked: Table, second: Entity, rows: Sequence[Shared]) -> str:
    pair = f"{asked.named} and {in_text(second)}"
    by = {on: [row for row in rows if row.on == on] for on in ON}
    both = by["both"]
    if both:
        said = f"{counted(len(both), 'sits', 'sit')} on both {pair}{asked.on_day}: {_names(both)}."
    else:
        said = f"{asked.no_document} names anybody who sits on both {pair}{asked.on_day}."
    if by["through"]:
        said += f" Through a part or a post: {_names(by['through'])}."
    alone = [f"{len(by['first'])} on the first alone", f"{len(by['second'])} on the second alone"]
    return f"{said} {capital(' and '.join(alone))}."


def _names(rows: Iterable[Shared]) -> str:
    return some_of(rows, lambda row: row.entity.name)

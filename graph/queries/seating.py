"""Who sits where: the rows of `members` and `seats` in the making.

A post and the one person who holds it are one row where both sit there, and the row is the person's. What a collective
is made of, and who is party to an agreement, stands apart from who sits. Where a source gives a list, those that it
does not name are marked, and the difference is no dispute.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.kinds import vocabulary
from graph.model import Entity, Relation, State
from graph.queries.classes import together
from graph.queries.tables import Table
from graph.subgraph import Subgraph

GROUPS = ("leadership", "members", "contributors", "parts", "parties", "others", "denied")
"""In the order in which the rows stand."""
_GROUP = {
    "chairs": "leadership",
    "co_chairs": "leadership",
    "leads": "leadership",
    "member_of": "members",
    "contributes_through": "contributors",
    "part_of": "parts",
    "party_to": "parties",
    "signed": "parties",
}
APART = "not known for the same time"
"""What is said of a post and a seat, each of them known for other days."""
SEATS = frozenset(kind for kind, group in _GROUP.items() if group in ("leadership", "members", "contributors"))
"""The kinds by which somebody sits on a body."""


@dataclass(slots=True)
class Sitting:
    """One row in the making: who, with which relations, with which posts or people, and through which post.

    `part` is the part of the data that the relations are of.
    """

    entity: Entity
    group: str
    part: Subgraph
    relations: list[Relation] = field(default_factory=list)
    counterparts: list[Entity] = field(default_factory=list)
    """A person's posts, or the people of a post."""
    through: list[Entity] = field(default_factory=list)
    doubts: dict[str, str] = field(default_factory=dict)
    """Of posts and people by id: why it is not sure that they are the same, like the state of an unsound tie."""

    @property
    def roles(self) -> tuple[str, ...]:
        """What they are there, as printed, else what the kind of tie is called."""
        kinds = vocabulary().relations
        said = (relation.roles or (kinds[relation.kind].role,) for relation in self.relations)
        return tuple(dict.fromkeys(role for roles in said for role in roles if role))


def sitting_on(asked: Table, entity: Entity, *, merged: bool = True) -> tuple[list[Sitting], Subgraph]:
    """The rows of `members` for one entity, and the part of the data that they rest on.

    Unless `merged`, a person and their post stay two rows, and posts are not looked at.
    """
    part = asked.about([entity.id])
    found = found_in(asked, entity, part, down=True)
    if not merged:
        return found, part
    holding = asked.about([row.entity.id for row in found if row.entity.kind in ("person", "post")])
    return _with_posts(asked, found, holding), part


def found_in(asked: Table, entity: Entity, part: Subgraph, *, down: bool) -> list[Sitting]:
    """Who sits on the entity (`down`), or where it sits, in the order of relation ids; posts are not looked at."""
    rows: dict[tuple[str, str], Sitting] = {}
    for relation in asked.clock.within(part.relations.values()):
        near, far = (relation.object, relation.subject) if down else (relation.subject, relation.object)
        if (
            near != entity.id
            or not far
            or not asked.keeps(relation)
            or not _counts_as_seat(asked, relation, entity, down)
        ):
            continue
        group = "denied" if relation.state == State.DENIED else _GROUP.get(relation.kind, "others")
        rows.setdefault((group, far), Sitting(part.entities[far], group, part)).relations.append(relation)
    return list(rows.values())


def _counts_as_seat(asked: Table, relation: Relation, entity: Entity, down: bool) -> bool:
    if asked.options.kinds:
        return True
    if relation.kind == "part_of":
        # A body's parts do not sit on it, and it does not sit on what it is a part of.
        return down and vocabulary().broad(entity.kind) == "collective"
    return relation.kind in _GROUP


def _with_posts(asked: Table, rows: list[Sitting], holding: Subgraph) -> list[Sitting]:
    """The rows with each person's posts and each post's people; one row where both sit in the same group.

    They stay as they are where the time did not suffice.
    """
    people, held = holders_in(asked, holding)
    if asked.clock.ran_out:
        # A post may be held by others too, so nobody is known to be the one who holds it.
        return rows
    sitting = {(row.group, row.entity.id): row for row in rows}
    posts_of: dict[str, set[str]] = defaultdict(set)
    for post, persons in people.items():
        for person in persons:
            posts_of[person].add(post)
    merged: list[Sitting] = []
    for row in rows:
        holders = sorted(people.get(row.entity.id, ()))
        own = sitting.get((row.group, holders[0])) if len(holders) == 1 else None
        if own is not None:
            own.relations += row.relations
            continue
        row.counterparts += [holding.entities[holder] for holder in holders]
        merged.append(row)
    for row in merged:
        row.counterparts += [holding.entities[post] for post in sorted(posts_of[row.entity.id])]
        own_ties = [relation for relation in held if row.entity.id in (relation.subject, relation.object)]
        for other in row.counterparts:
            ties = [relation for relation in own_ties if other.id in (relation.subject, relation.object)]
            row.doubts |= _apart(asked, other, ties, row.relations)
        row.doubts |= doubts_of(own_ties)
    return merged


def holders_in(asked: Table, holding: Subgraph) -> tuple[dict[str, set[str]], list[Relation]]:
    """By post who holds it, and the ties that say so; not all of them where the time did not suffice."""
    people: dict[str, set[str]] = defaultdict(set)
    held: list[Relation] = []
    for relation in asked.clock.within(holding.relations.values()):
        if relation.kind == "holds_post" and asked.lends(relation):
            people[relation.object].add(relation.subject)
            held.append(relation)
    return people, held


def doubts_of(held: Iterable[Relation]) -> dict[str, str]:
    """The state of each tie that is not sound, by both of its ends; a sound one between the same two outweighs it."""
    ties = list(held)
    sure = {(tie.subject, tie.object) for tie in ties if tie.sound}
    soft = [tie for tie in ties if not tie.sound and (tie.subject, tie.object) not in sure]
    return {end: str(tie.state) for tie in soft for end in (tie.subject, tie.object)}


def _apart(asked: Table, other: Entity, held: Sequence[Relation], seats: Sequence[Relation]) -> dict[str, str]:
    """The doubt of a post or person where no day is known on which the post was held and the seat taken."""
    return {} if together([held, seats], asked.window, "certain_on") else {other.id: APART}


def by_posts(asked: Table, person: Entity, part: Subgraph) -> list[Sitting]:
    """Where a person sits by the posts that they hold; empty where they hold none."""
    ties = [
        relation
        for relation in asked.clock.within(part.relations.values())
        if relation.kind == "holds_post" and relation.subject == person.id and asked.lends(relation)
    ]
    held, doubts = {tie.object for tie in ties}, doubts_of(ties)
    rows = []
    beyond = asked.about(held) if held else Subgraph()
    for post in sorted(beyond.entities.keys() & held):
        for row in found_in(asked, beyond.entities[post], beyond, down=False):
            row.through.append(beyond.entities[post])
            row.doubts |= _apart(
                asked, beyond.entities[post], [tie for tie in ties if tie.object == post], row.relations
            )
            row.doubts |= {post: doubts[post]} if post in doubts else {}
            rows.append(row)
    return rows

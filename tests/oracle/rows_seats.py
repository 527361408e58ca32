"""`members`, `seats` and `shared` by brute force, straight from `model.md`, section 5."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from graph.model import Relation, State
from tests.oracle.rows import Rows, row
from tests.oracle.sieve import Sieve

LEADING = ("chairs", "co_chairs", "leads")
PARTIES = ("party_to", "signed")
SITTING = (*LEADING, "member_of", "contributes_through")
LISTS = ("members", "parts", "parties")
"""The groups of which a source may give a list."""

Seat = tuple[str, str]
"""The group, and who sits there or where somebody sits."""
Seats = dict[Seat, list[Relation]]
Ties = dict[str, list[Relation]]
"""By who sits somewhere."""


def members(sieve: Sieve, subject: str) -> Rows:
    """Group, who, by which relations, how sure, with which posts or people, and which lists lack them."""
    seats = by_seat((one, one.subject) for one in sieve.relations() if sits(sieve, one, subject))
    holding = [one for one in sieve.graph.relations.values() if one.kind == "holds_post" and sieve.lends(one)]
    holders = {post: sorted({one.subject for one in holding if one.object == post}) for _, post in seats}
    merged: Seats = {}
    for (group, who), relations in seats.items():
        held_by = holders[who]
        sole = held_by[0] if len(held_by) == 1 and (group, held_by[0]) in seats else who
        merged.setdefault((group, sole), []).extend(relations)
    kept = {seat: relations for seat, relations in merged.items() if sieve.shown(seat[1])}
    posts = {who: {one.object for one in holding if one.subject == who} | set(holders.get(who, ())) for _, who in kept}
    return [
        _seat(sieve, seat, relations, posts=posts[seat[1]], lacking=_lacking(sieve, subject, kept, seat))
        for seat, relations in kept.items()
    ]


def seats(sieve: Sieve, subject: str) -> Rows:
    """As `members`, by the places: one's own seats, and those of each post that one holds."""
    own = by_seat((one, one.object) for one in sieve.relations() if sits_in(sieve, one, subject))
    found = [_seat(sieve, seat, relations) for seat, relations in own.items() if sieve.shown(seat[1])]
    if sieve.asked.steps == 1:
        return found
    posts = {
        one.object
        for one in sieve.graph.relations.values()
        if one.kind == "holds_post" and one.subject == subject and sieve.lends(one)
    }
    for post in posts:
        by_post = by_seat((one, one.object) for one in sieve.relations() if sits_in(sieve, one, post))
        found += [
            _seat(sieve, seat, relations, through={post}) for seat, relations in by_post.items() if sieve.shown(seat[1])
        ]
    return found


def shared(sieve: Sieve, first: str, second: str) -> Rows:
    """On which lists, who, with which posts, through whom, and by which relations on the first and on the second."""
    raw = _list(sieve, first), _list(sieve, second)
    heads = {who: _head(sieve, raw, who) for who in raw[0].keys() | raw[1].keys()}
    lists = [_under_heads(each, heads) for each in raw]
    here, there = lists
    own = {
        head: frozenset(who for each in raw for who in each if heads[who] == head != who and head in each)
        for head in here.keys() | there.keys()
    }
    rows: Rows = []
    for who in here.keys() | there.keys():
        on = "both" if who in here and who in there else "first" if who in here else "second"
        rows.append(row(on, who, own[who], "", _ids(here.get(who, ())), _ids(there.get(who, ()))))
    for link in sieve.graph.relations.values():
        if sieve.asked.steps == 1 or link.kind not in ("part_of", "member_of", "holds_post") or not sieve.lends(link):
            continue
        outer = link.object
        inner = _standing(link.subject, here, heads)
        if inner in here and outer in there and inner not in there:
            rows.append(row("through", inner, own[inner], outer, _ids(here[inner]), _ids(there[outer])))
        inner = _standing(link.subject, there, heads)
        if inner in there and outer in here and inner not in here:
            rows.append(row("through", inner, own[inner], outer, _ids(here[outer]), _ids(there[inner])))
    return [one for one in rows if sieve.shown(str(one[1]))]


def _holder(sieve: Sieve, post: str) -> str:
    """Who alone holds the post; empty where nobody does, or several do."""
    holding = [one for one in sieve.graph.relations.values() if one.kind == "holds_post" and one.object == post]
    holders = {one.subject for one in holding if sieve.lends(one)}
    return holders.pop() if len(holders) == 1 else ""


def _head(sieve: Sieve, lists: tuple[Ties, Ties], who: str) -> str:
    """Whose row it is: a person's, or of all that one person is there as, the first that is on both lists."""
    seated = lists[0].keys() | lists[1].keys()
    person = _holder(sieve, who) or who
    if person not in seated or not sieve.shown(person) or not sieve.shown(who):
        return who
    posts = sorted(post for post in seated if _holder(sieve, post) == person and sieve.shown(post))
    on_both = [one for one in (person, *posts) if one in lists[0] and one in lists[1]]
    return on_both[0] if on_both else person


def _under_heads(seated: Ties, heads: dict[str, str]) -> Ties:
    """The list with the ties of each under its head, where that is on it."""
    found: Ties = defaultdict(list)
    for who, ties in seated.items():
        found[heads[who] if heads[who] in seated else who].extend(ties)
    return found


def _standing(who: str, seated: Ties, heads: dict[str, str]) -> str:
    """Who stands for somebody on a list."""
    return who if who in seated or who not in heads else heads[who]


def pairs(sieve: Sieve, subject: str) -> Rows:
    """Two places, and who sits on both: never through a part, nor through a collective; a person with posts is one."""
    seated: dict[str, set[str]] = defaultdict(set)
    for one in sieve.relations(*SITTING):
        if one.state != State.DENIED and sieve.shown(one.subject):
            seated[one.object].add(one.subject)
    return [
        row(frozenset(pair), frozenset(who for who in common if _holder(sieve, who) not in common))
        for pair in combinations(sorted(seated), 2)
        if (common := seated[pair[0]] & seated[pair[1]]) and (not subject or subject in pair)
    ]


def sits(sieve: Sieve, relation: Relation, place: str) -> bool:
    """Whether by it somebody sits on the place; asked about kinds, whether it is of one and leads there."""
    if relation.object != place or not relation.subject:
        return False
    if relation.kind == "part_of" and not sieve.asked.kinds:
        return sieve.graph.entities[place].kind == "collective"
    return bool(sieve.asked.kinds) or relation.kind in (*SITTING, *PARTIES)


def sits_in(sieve: Sieve, relation: Relation, who: str) -> bool:
    """Whether by it that one sits somewhere."""
    if relation.subject != who or not relation.object:
        return False
    return bool(sieve.asked.kinds) or relation.kind in (*SITTING, *PARTIES)


def by_seat(found: Iterable[tuple[Relation, str]]) -> Seats:
    """The relations by group and by who (or what) is at their far end."""
    seats: Seats = {}
    for relation, far in found:
        seats.setdefault((_group(relation), far), []).append(relation)
    return seats


def _group(relation: Relation) -> str:
    if relation.state == State.DENIED:
        return "denied"
    if relation.kind in LEADING:
        return "leadership"
    if relation.kind in PARTIES:
        return "parties"
    return {"member_of": "members", "contributes_through": "contributors", "part_of": "parts"}.get(
        relation.kind, "others"
    )


def _list(sieve: Sieve, place: str) -> Ties:
    found: Ties = defaultdict(list)
    for one in sieve.relations():
        if sits(sieve, one, place) and one.state != State.DENIED:
            found[one.subject].append(one)
    return found


def _lacking(sieve: Sieve, place: str, kept: Seats, seat: Seat) -> set[str]:
    """The sources that give a list of the group, by what they name or say, and do not name this one."""
    if seat[0] not in LISTS:
        return set()

    def naming(other: Seat) -> set[str]:
        return {claim.source for one in kept[other] for claim in sieve.supporting(one)}

    named = [source for other in kept if other[0] == seat[0] for source in naming(other)]
    listing = {
        sieve.graph.claims[claim].source
        for one in sieve.graph.relations.values()
        if one.kind == "listed" and one.subject == place
        for claim in one.claims
    }
    lists = {source for source in named if named.count(source) > 1 or source in listing}
    return {sieve.graph.sources[source].title for source in lists - naming(seat)}


def _seat(
    sieve: Sieve,
    seat: Seat,
    relations: list[Relation],
    *,
    posts: Iterable[str] = (),
    through: Iterable[str] = (),
    lacking: Iterable[str] = (),
) -> tuple[object, ...]:
    certainty = sieve.certainty(relations)
    return row(*seat, _ids(relations), certainty, frozenset(posts), frozenset(through), frozenset(lacking))


def _ids(relations: Iterable[Relation]) -> frozenset[str]:
    return frozenset(one.id for one in relations)

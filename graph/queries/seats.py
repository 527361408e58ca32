"""`members` and `seats`: who sits on A, and where A sits."""

from collections import defaultdict
from collections.abc import Iterable

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.queries.options import Options
from graph.queries.seat_words import counterparts_words, mark_of, members_summary, seats_summary
from graph.queries.seating import GROUPS, Sitting, by_posts, found_in, sitting_on
from graph.queries.tables import Table, entity_named, table, weight
from graph.rows import Seat
from graph.store import Store
from graph.subgraph import Subgraph

LIST = 2
"""From how many names on a source is taken to give a list."""


def members(store: Store, subject: str, options: Options) -> Answer:
    """Who sits on `subject`; asked about kinds, the subjects of these kinds."""
    asked = table(store, "members", (subject, ""), options)
    return _answer(asked, down=True)


def seats(store: Store, subject: str, options: Options) -> Answer:
    """Where `subject` sits, a person also by their posts; asked about kinds, the objects of these kinds."""
    asked = table(store, "seats", (subject, ""), options)
    return _answer(asked, down=False)


def _answer(asked: Table, *, down: bool) -> Answer:
    if asked.subject is None:
        raise BadQuestion("A name is missing: the one to ask about.")
    if down:
        rows, part = sitting_on(asked, asked.subject)
    else:
        part = asked.about([asked.subject.id])
        rows = found_in(asked, asked.subject, part, down=False)
        rows += [] if asked.direct else by_posts(asked, asked.subject, part)
    rows = sorted((row for row in rows if asked.shows(row.entity)), key=_order)
    # What was not looked at may stand in a list.
    lists = _lists(rows, part) if down and not asked.clock.ran_out else {}
    return asked.answer(
        lambda: members_summary(asked, rows, part) if down else seats_summary(asked, rows),
        rows,
        lambda row: _row(asked, row, lists.get(row.group, {})),
    )


def _lists(rows: Iterable[Sitting], part: Subgraph) -> dict[str, dict[str, str]]:
    """By group the sources that give a list of those who sit there: id and title."""
    named: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        for source in {source for relation in row.relations for source in relation.sources}:
            named[row.group, source] += 1
    stated = {
        claim.source
        for relation in part.relations.values()
        if relation.kind == "listed"
        for claim in (part.claims[key] for key in relation.claims)
    }
    lists: dict[str, dict[str, str]] = defaultdict(dict)
    for (group, source), number in sorted(named.items()):
        if number >= LIST or source in stated:
            lists[group][source] = part.sources[source].title
    return lists


def _row(asked: Table, row: Sitting, lists: dict[str, str]) -> Seat:
    naming = {source for relation in row.relations for source in relation.sources}
    # A person's own seat before that of their post: the sentence is of the first.
    relations = sorted(row.relations, key=lambda relation: (relation.subject != row.entity.id, weight(relation)))
    ties = tuple(asked.tie(relation, row.part, relation.subject) for relation in relations)
    through = f": {asked.named} holds that post{mark_of(row, row.through[0])}" if row.through else ""
    lacking = tuple(title for source, title in lists.items() if source not in naming)
    return Seat(
        sentence=f"{ties[0].sentence.rstrip('.')}{counterparts_words(row)}{through}.",
        entity=entity_named(row.entity),
        group=row.group,
        roles=row.roles,
        certainty=asked.certainty(relations),
        posts=tuple(map(entity_named, row.counterparts)),
        through=tuple(map(entity_named, row.through)),
        doubts=tuple(row.doubts[one.id] for one in (*row.counterparts, *row.through) if one.id in row.doubts),
        not_listed_in=lacking if row.group in ("members", "parts", "parties") else (),
        ties=ties,
    )


def _order(row: Sitting) -> tuple[int, str, str]:
    return GROUPS.index(row.group), row.entity.title, row.entity.id

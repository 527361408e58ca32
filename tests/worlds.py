"""Small graphs that tests share, made of claims by the one function that makes relations.

A source is named by its date: `say("heg", "reports_to", "lhb", source="2021")` is said by a paper of 2021. A source
whose name begins with "undated" has no date.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from graph.derive import derive
from graph.model import Claim, Entity, Relation, Source, Strength
from graph.spans import Span
from graph.subgraph import Subgraph
from graph.walks import Ties, Walk, When

LINE, OVERSIGHT, LEADERSHIP = Strength.LINE, Strength.OVERSIGHT, Strength.LEADERSHIP
HALF_OPEN = (Source("later", "Later", inferred="2016-12/.."), Source("before", "Before", inferred="../2019"))


def say(subject: str, kind: str, object: str = "", source: str = "2021", **more: Any) -> Claim:  # noqa: A002
    """One claim of a source; without an id until it is put in a world."""
    return Claim(id=more.pop("id", ""), subject=subject, kind=kind, object=object, source=source, **more)


def reports(*pairs: str, **more: Any) -> list[Claim]:
    """Claims that the first of each pair of one-letter ids reports to the second: `reports("ab", "bc")`."""
    return [say(pair[0], "reports_to", pair[1], **more) for pair in pairs]


def world(
    claims: Iterable[Claim],
    kinds: Mapping[str, str] | None = None,
    entities: Iterable[Entity] = (),
    sources: Iterable[Source] = (),
) -> Subgraph:
    """The graph of some claims; entities and sources that are not given are made from what the claims name.

    `kinds` holds the kinds of entities that are no boards.
    """
    said = [
        replace(
            claim, id=claim.id or f"c{number:03}", says=claim.says or "It says so.", locator=claim.locator or "p. 1"
        )
        for number, claim in enumerate(claims)
    ]
    given = {entity.id: entity for entity in entities}
    papers = {source.id: source for source in sources}
    for claim in said:
        papers.setdefault(claim.source, _paper(claim.source))
        for end in (claim.subject, claim.object, *claim.via, *claim.decision, *claim.budget):
            if end and end not in given:
                given[end] = Entity(end, (kinds or {}).get(end, "board"), end.capitalize())
    return derive(papers.values(), given.values(), said)


def _paper(name: str) -> Source:
    return Source(name, f"Paper of {name}", "Somebody", "" if name.startswith("undated") else name)


def london() -> Subgraph:
    """Health governance in London in brief: lines, oversight, a chair, a post, members, and a body with an alias."""
    return world(
        [
            say("hedg", "subgroup_of", "heg", "2021-12"),
            say("heg", "reports_to", "lhb", "2021-12"),
            say("heg", "reports_to", "lhb", "2024-11"),
            say("mayor", "chairs", "lhb", "2024-11"),
            say("khan", "holds_post", "mayor", "2024-11", start="9 May 2016"),
            say("assembly", "scrutinises", "mayor", "2024-11", scope="the annual report"),
            say("lhb", "oversees", "lhcp", "2024-11"),
            say("boroughs", "member_of", "lhb", "2024-11"),
            say("camden", "part_of", "boroughs", "2024-11"),
            say("boroughs", "counted", source="2024-11", amount=Decimal(33), role="boroughs"),
        ],
        entities=[
            Entity("hedg", "group", "Health Equity Delivery Group", "HEDG"),
            Entity("heg", "group", "Health Equity Group", "HEG", ("Equity Group",)),
            Entity("lhb", "board", "London Health Board", "LHB", identifiers=("x:1",)),
            Entity("lhcp", "partnership", "London Health and Care Partnership", "LHCP"),
            Entity("mayor", "post", "Mayor of London", aliases=("the Mayor",)),
            Entity("khan", "person", "Sadiq Khan"),
            Entity("assembly", "body", "London Assembly"),
            Entity("boroughs", "collective", "London\u2019s boroughs"),
            Entity("camden", "authority", "Camden Council"),
            Entity("alone", "charity", "A Charity Alone"),
        ],
    )


def only(graph: Subgraph) -> Relation:
    """The one relation of a graph."""
    (relation,) = graph.relations.values()
    return relation


def on(day: str) -> Span:
    """The window of one day, written YYYY-MM-DD."""
    return Span(date.fromisoformat(day), date.fromisoformat(day))


def certain_on(day: str, lens: Strength = LINE) -> Ties:
    """Ties of a lens that are certainly in force on a day."""
    return Ties(lens, when=When.CERTAIN, window=on(day))


def possible_on(day: str, lens: Strength = LINE) -> Ties:
    """Ties of a lens that are possibly in force on a day."""
    return Ties(lens, when=When.POSSIBLE, window=on(day))


def walk(start: str, end: str = "", ties: Ties | None = None, **more: Any) -> Walk:
    """A walk; over ties of line at any time where no ties are given."""
    return Walk(ties or Ties(LINE), start, end, **more)


def spelled(routes: Iterable[tuple[str, ...]]) -> list[str]:
    """Routes of one-letter ids as words: ("a", "b") is "ab"."""
    return ["".join(route) for route in routes]

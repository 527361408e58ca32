"""Every statement that is sent to Neo4j, valid in Cypher 5 and Cypher 25, with all values as parameters.

Names of labels and of kinds of relationship cannot be parameters everywhere: they come from `kinds.yaml` alone. Bounds
are ISO dates as text, which compare as dates do. No integer stands where Neo4j takes no parameter: quantifiers are
open, and the length of a route is judged by who asks. Lists and texts stand within a map: on their own, they would make
Neo4j plan a statement anew for each order of their size, which takes longer than to run it.
"""

from functools import cache
from typing import LiteralString

from graph.kinds import vocabulary

SAME_RANK, NO_STRENGTH, DENIED_RANK = 9, 4, 10
"""The `rank` of what may be the same, of a tie of no strength, of a tie that is denied; a strength is its own."""

CURRENT = "MATCH (now:Release {name: 'current'}) "

META = CURRENT + "RETURN properties(now) AS now"

_TEXTS = """
WITH collect(n.record) AS every
UNWIND range(0, size(every) - 1, 5000) AS place
RETURN every[place..place + 5000] AS texts"""
"""The texts of records, thousands in one row: what takes time is each row, and each property."""
SOURCES = CURRENT + "MATCH (n:Source {release: now.release})" + _TEXTS
ENTITIES = CURRENT + "MATCH (n:Entity {release: now.release})" + _TEXTS
CLAIMS = CURRENT + "MATCH (n:Claim {release: now.release})" + _TEXTS
FACTS = CURRENT + "MATCH (n:Fact {release: now.release})" + _TEXTS
TIES = (
    CURRENT
    + "MATCH (:Entity {release: now.release})-[n]->(:Entity) WHERE n.rank IS NOT NULL AND NOT n:ANSWERS_TO|CROSSES_TO"
    + _TEXTS
)
TIE_COUNTS = (
    CURRENT
    + """
MATCH (e:Entity {release: now.release})-[n]-(:Entity)
WHERE n.rank IS NOT NULL AND NOT n:ANSWERS_TO|CROSSES_TO
RETURN e.id AS id, count(n) AS ties"""
)
DISPUTING = (
    CURRENT
    + """
MATCH (c:Claim {release: now.release}) WHERE c.dispute IS NOT NULL
MATCH (s:Source {release: now.release, id: c.source})
RETURN c.record AS claim, s.record AS source"""
)
TABLES: dict[str, tuple[LiteralString, ...]] = {
    "sources": (SOURCES,),
    "entities": (ENTITIES,),
    "claims": (CLAIMS,),
    "relations": (TIES, FACTS),
}
"""The whole graph."""

_ADMITTED = """
CASE r.rank WHEN $walk.same THEN true
  ELSE r.rank <= $walk.rank AND ($walk.kinds IS NULL OR r.kind IN $walk.kinds) END
AND (NOT $walk.sound OR r.sound)
AND ($walk.sources IS NULL OR any(source IN r.sources WHERE source IN $walk.sources))
AND ($walk.roles IS NULL OR any(role IN r.role_slugs WHERE role IN $walk.roles))
AND ($walk.when = 'always'
  OR $walk.when = 'not ruled out' AND r.not_before <= $walk.last AND r.over_from > $walk.first
  OR ($walk.when = 'possible' OR $walk.when = 'certain') AND NOT r.planned
    AND r.latest_start < r.earliest_end AND r.latest_start <= $walk.last AND r.earliest_end > $walk.first
  OR $walk.when = 'possible'
    AND r.earliest_start < r.latest_end AND r.earliest_start <= $walk.last AND r.latest_end > $walk.first)"""
"""`Ties.admits`, within the pattern, so that the database leaves out what is not admitted while it walks.

`CASE` for what would be an `OR`: that would be planned as two readings of an index, whose order is lost.
"""

_PASSED = """
x.id = $walk.start OR ($walk.people OR x.kind <> 'person') AND ($walk.through IS NULL OR x.kind IN $walk.through)"""
"""Whether a route may go on behind an entity."""

_START = CURRENT + "MATCH (s:Entity {release: now.release, id: $walk.start}) "
_ENDS = _START + "MATCH (e:Entity {release: now.release, id: $walk.end}) "
_UP = "-[r:ANSWERS_TO|CROSSES_TO WHERE " + _ADMITTED + "]->"
_DOWN = "<-[r:ANSWERS_TO|CROSSES_TO WHERE " + _ADMITTED + "]-"


@cache
def shortest(*, lens: bool, end: bool) -> LiteralString:
    """All shortest routes from `start` up to `end`, or to each entity reached.

    At most `paths` of them, which tell parallel ties apart. The subquery keeps the ends bound: planned as one, the
    search may run from one end over everything.
    """
    return (
        (_ENDS + "CALL (s, e) { " if end else _START + "CALL (s) { ")
        + "MATCH p = ALL SHORTEST (s) ((x WHERE "
        + _PASSED
        + ")"
        + (_UP if lens else _either())
        + "(y))+ (e) RETURN p LIMIT $paths } RETURN [n IN nodes(p) | n.id] AS route, count(*) AS paths"
    )


@cache
def reached(*, lens: bool, down: bool = False) -> LiteralString:
    """From the start and all that is reached from it: the entity, its kind, and those one admitted tie away."""
    step = (_DOWN if down else _UP) if lens else _either()
    return (
        _START
        + "CALL (s) { MATCH p = SHORTEST 1 (s) ((x WHERE "
        + _PASSED
        + ")"
        + step
        + "(y))+ (e) RETURN collect(e) AS others } UNWIND [s] + others AS x WITH DISTINCT x MATCH (x)"
        + step
        + "(y) RETURN x.id AS entity, x.kind AS kind, collect(DISTINCT y.id) AS beside"
    )


@cache
def days(tie: LiteralString, begins: LiteralString) -> LiteralString:
    """The days of the window on which admitted ties begin, the latest first, read off an index from its end.

    `begins` is `earliest_start` or `latest_start`, `tie` a kind of relationship that has an index on it. The
    subquery keeps the order of the index: planned as one with `now`, all ties would be sorted.
    """
    begun = "r." + begins
    tied = "CALL (now) { MATCH (one:Entity)-[r:" + tie + "]->() USING INDEX r:" + tie + "(" + begins + ") "
    within = "WHERE " + begun + " >= $walk.since AND " + begun + " <= $walk.until AND "
    admitted = "one.release = now.release AND " + _ADMITTED
    latest = " RETURN DISTINCT " + begun + " AS day ORDER BY day DESC LIMIT $most } RETURN day"
    return CURRENT + tied + within + admitted + latest


@cache
def all_days() -> LiteralString:
    """The days of the window on which admitted ties of any kind begin, the latest first."""
    return (
        CURRENT
        + "MATCH (one:Entity)-[r:"
        + kinds()
        + "]->(:Entity) WHERE one.release = now.release AND "
        + _ADMITTED
        + """
UNWIND [r.earliest_start, r.latest_start] AS day
WITH DISTINCT day WHERE $walk.since <= day AND day <= $walk.until
RETURN day ORDER BY day DESC LIMIT $most"""
    )


@cache
def kinds() -> LiteralString:
    """Every kind of relationship that stands for a kind of relation: `REPORTS_TO|…`."""
    return "|".join(map(relationship, vocabulary().relations))


def relationship(kind: str) -> str:
    """The kind of relationship that stands for a kind of relation.

    :raises ValueError: when the vocabulary does not know it.
    """
    if kind not in vocabulary().relations:
        raise ValueError(f"There is no kind of tie called {kind!r}.")
    return kind.upper()


def labels(kind: str) -> list[str]:
    """The labels of an entity of that kind: `Entity`, and where the vocabulary knows it `Board`, `Person`, …."""
    return ["Entity", kind.capitalize()] if kind in vocabulary().entities else ["Entity"]


def _either() -> LiteralString:
    return "-[r:" + kinds() + " WHERE " + _ADMITTED + "]-"

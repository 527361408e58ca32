"""The statements that read a part of the graph with all that belongs to it, in one row; as in `graph.stores.cypher`."""

from functools import cache
from typing import LiteralString

from graph.stores.cypher import CURRENT, kinds

_PART = CURRENT + "WITH now, coalesce(now.digest, '') AS digest"
_BELONGINGS = """
WITH now, digest, wanted, papers, ties + facts AS relations
CALL (now, relations) {
  UNWIND relations AS relation
  UNWIND relation.claims AS id
  WITH DISTINCT now, id
  MATCH (c:Claim {release: now.release, id: id})
  RETURN collect(c) AS claims
}
CALL (now, claims) {
  UNWIND claims AS claim
  WITH DISTINCT now, claim.source AS id
  MATCH (s:Source {release: now.release, id: id})
  RETURN collect(s) AS sources
}
CALL (now, claims) {
  UNWIND claims AS claim
  UNWIND [claim.subject, claim.object] + coalesce(claim.via, []) + coalesce(claim.decision, [])
    + coalesce(claim.budget, []) AS id
  WITH DISTINCT now, id
  MATCH (e:Entity {release: now.release, id: id})
  RETURN collect(e) AS named
}
WITH now, digest, [n IN wanted + named | n.record] AS entities, [n IN papers + sources | n.record] AS sources,
  [c IN claims | c.record] AS claims, [r IN relations | r.record] AS relations
CALL (now) {
  MATCH (after:Release {name: now.name})
  RETURN coalesce(after.digest, '') AS after
}
RETURN digest = after AS settled, entities, sources, claims, relations"""
"""What belongs to some ties and facts, in one row; a record may stand in its list twice.

Neo4j promises no statement that all it reads is of one state: `settled` tells whether no load ended meanwhile, by the
digest of the data before the first and after the last of what is read.
"""


@cache
def about() -> LiteralString:
    """What touches the entities `ids` (with `among`: joins two of them) and all that belongs to it, in one row."""
    return (
        _PART
        + """
CALL (now) {
  MATCH (e:Entity) WHERE e.release = now.release AND e.id IN $part.ids
  RETURN collect(e) AS wanted
}
CALL (wanted) {
  UNWIND wanted AS e
  MATCH (e)-[r:"""
        + kinds()
        + """]-(o:Entity) WHERE NOT $part.among OR o.id IN $part.ids
  RETURN collect(DISTINCT r) AS ties
}
CALL (wanted) {
  UNWIND CASE WHEN $part.among THEN [] ELSE wanted END AS e
  MATCH (e)-[:"""
        + kinds()
        + """]->(f:Fact)
  RETURN collect(f) AS facts
}
WITH now, digest, wanted, [] AS papers, ties, facts"""
        + _BELONGINGS
    )


@cache
def of_kinds() -> LiteralString:
    """The ties and facts of the kinds of relationship `types` and all that belongs to them, in one row."""
    return (
        _PART
        + """
CALL (now) {
  MATCH (e:Entity {release: now.release})-[r:$any($part.types)]->(:Entity)
  RETURN collect(r) AS ties
}
CALL (now) {
  MATCH (e:Entity {release: now.release})-[:$any($part.types)]->(f:Fact)
  RETURN collect(f) AS facts
}
WITH now, digest, [] AS wanted, [] AS papers, ties, facts"""
        + _BELONGINGS
    )


@cache
def naming() -> LiteralString:
    """The relations of claims that name the `entity` at neither end, and all that belongs to them, in one row.

    None when there is no such entity.
    """
    return (
        _PART
        + """
MATCH (named:Entity {release: now.release, id: $part.entity})
CALL (named) {
  MATCH (named)<-[:NAMES]-(c:Claim)
  RETURN collect(c) AS said
}"""
        + _resting()
        + """
WITH now, digest, [] AS wanted, [] AS papers, ties, facts"""
        + _BELONGINGS
    )


@cache
def said_by() -> LiteralString:
    """The source with its claims and the whole relations that these are part of, in one row; none when unknown."""
    return (
        _PART
        + """
MATCH (paper:Source {release: now.release, id: $part.source})
CALL (paper) {
  MATCH (paper)-[:SAYS]->(c:Claim)
  RETURN collect(c) AS said
}"""
        + _resting()
        + """
WITH now, digest, [] AS wanted, [paper] AS papers, ties, facts"""
        + _BELONGINGS
    )


@cache
def _resting() -> LiteralString:
    """The ties and the facts that rest on the claims `said`."""
    return (
        """
CALL (now, said) {
  UNWIND said AS c
  MATCH (a:Entity {release: now.release, id: c.subject})
  MATCH (b:Entity {release: now.release, id: c.object})
  MATCH (a)-[r:"""
        + kinds()
        + """]-(b) WHERE c.id IN r.claims
  RETURN collect(DISTINCT r) AS ties
}
CALL (now, said) {
  UNWIND said AS c
  MATCH (:Entity {release: now.release, id: c.subject})-[:"""
        + kinds()
        + """]->(f:Fact) WHERE c.id IN f.claims
  RETURN collect(DISTINCT f) AS facts
}"""
    )

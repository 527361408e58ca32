"""The statements that load, take away and clean; their values are parameters, as in `graph.stores.cypher`.

`Staged…` are the labels under which a large load waits: no question looks at them.
"""

from functools import cache
from typing import LiteralString

from graph.kinds import vocabulary

TABLES: tuple[LiteralString, ...] = ("Entity", "Source", "Claim", "Fact")
STAGED: tuple[LiteralString, ...] = ("StagedEntity", "StagedSource", "StagedClaim", "StagedFact")

SCHEMA: dict[LiteralString, LiteralString] = {
    "govgraph_current": "FOR (n:Release) REQUIRE n.name IS UNIQUE",
    "govgraph_entity": "FOR (n:Entity) REQUIRE (n.release, n.id) IS UNIQUE",
    "govgraph_source": "FOR (n:Source) REQUIRE (n.release, n.id) IS UNIQUE",
    "govgraph_claim": "FOR (n:Claim) REQUIRE (n.release, n.id) IS UNIQUE",
    "govgraph_fact": "FOR (n:Fact) REQUIRE (n.release, n.id) IS UNIQUE",
    "govgraph_staged_entity": "FOR (n:StagedEntity) REQUIRE (n.release, n.id) IS UNIQUE",
    "govgraph_staged_source": "FOR (n:StagedSource) REQUIRE (n.release, n.id) IS UNIQUE",
    "govgraph_staged_claim": "FOR (n:StagedClaim) REQUIRE (n.release, n.id) IS UNIQUE",
    "govgraph_staged_fact": "FOR (n:StagedFact) REQUIRE (n.release, n.id) IS UNIQUE",
}
"""Name -> uniqueness constraint, each with the index that look-ups by id use."""

INDEXES: dict[LiteralString, LiteralString] = {
    "govgraph_answers_earliest": "FOR ()-[r:ANSWERS_TO]-() ON (r.earliest_start)",
    "govgraph_answers_latest": "FOR ()-[r:ANSWERS_TO]-() ON (r.latest_start)",
    "govgraph_crosses_earliest": "FOR ()-[r:CROSSES_TO]-() ON (r.earliest_start)",
    "govgraph_crosses_latest": "FOR ()-[r:CROSSES_TO]-() ON (r.latest_start)",
}
"""Name -> index, for the days on which ties begin."""

KNOWN = "SHOW INDEXES YIELD name RETURN collect(name) AS names"
"""The names of all indexes; a constraint's index has its name."""
AWAIT = "CALL db.awaitIndexes(300)"

BEGIN = "MERGE (:Release {name: 'current'})"
LOCK = "MATCH (now:Release {name: 'current'}) SET now.loading = true RETURN properties(now) AS now"
"""Whoever has set `loading` and not yet ended the transaction is the one who loads."""

SWITCH = "MATCH (now:Release {name: 'current'}) SET now = $now, now.name = 'current'"
LEAVE = "CREATE (:Leftover {release: $release})"
CHANGE_PLACES = """
MATCH (left:Leftover {release: $release}) DELETE left
WITH $before AS before WHERE before IS NOT NULL
CREATE (:Leftover {release: before})"""
LEFTOVERS = "MATCH (left:Leftover) RETURN collect(DISTINCT left.release) AS releases"
LEAVE_NO_MORE = "MATCH (left:Leftover {release: $release}) DELETE left"
BATCH = 5000
"""Rows in one transaction of a large load."""

REMOVE_TIES = """
UNWIND $rows AS row
MATCH (one:Entity {release: $release, id: row.subject})
USING INDEX one:Entity(release, id)
MATCH (other:Entity {release: $release, id: row.object})
USING INDEX other:Entity(release, id)
MATCH (one)-[r]-(other) WHERE r.id = row.id
DELETE r"""

CHANGE_SOURCES = """
UNWIND $rows AS row
MATCH (n:Source {release: $release, id: row.id})
USING INDEX n:Source(release, id)
SET n = row.properties, n.release = $release"""
CHANGE_ENTITIES = """
UNWIND $rows AS row
MATCH (n:Entity {release: $release, id: row.id})
USING INDEX n:Entity(release, id)
REMOVE n:$([label IN labels(n) WHERE label <> 'Entity'])
SET n:$(row.labels)
SET n = row.properties, n.release = $release"""


def add_sources(staged: LiteralString = "") -> LiteralString:
    """Rows of sources become nodes; `staged` is "Staged" where they are to wait."""
    return "UNWIND $rows AS row CREATE (n:" + staged + "Source) SET n = row.properties, n.release = $release"


def add_entities(staged: LiteralString = "") -> LiteralString:
    """Rows of entities become nodes; those that wait bear the labels that they will get as a property."""
    if staged:
        named: LiteralString = ", n.labels = row.labels"
        return "UNWIND $rows AS row CREATE (n:StagedEntity) SET n = row.properties, n.release = $release" + named
    return "UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties, n.release = $release"


def add_claims(staged: LiteralString = "") -> LiteralString:
    """Rows of claims become nodes beside their sources and the entities that they speak of."""
    return (
        "UNWIND $rows AS row "
        + _end("s", staged + "Source", "row.source")
        + "CREATE (s)-[:SAYS]->(c:"
        + staged
        + "Claim) SET c = row.properties, c.release = $release WITH c, row UNWIND row.about AS id "
        + _end("e", staged + "Entity", "id")
        + "CREATE (c)-[:ABOUT]->(e)"
    )


def add_facts(staged: LiteralString = "") -> LiteralString:
    """Rows of facts become nodes beside their entities."""
    return (
        "UNWIND $rows AS row "
        + _end("e", staged + "Entity", "row.subject")
        + "CREATE (e)-[:$(row.type)]->(f:"
        + staged
        + "Fact) SET f = row.properties, f.release = $release"
    )


def add_ties(staged: LiteralString = "") -> LiteralString:
    """Rows of ties become relationships, and the steps that a walk may take along them."""
    return (
        "UNWIND $rows AS row "
        + _end("one", staged + "Entity", "row.subject")
        + _end("other", staged + "Entity", "row.object")
        + """
CREATE (one)-[tie:$(row.type)]->(other) SET tie = row.properties
FOREACH (_ IN CASE row.steps WHEN 'subject' THEN [1] ELSE [] END |
  CREATE (one)-[up:ANSWERS_TO]->(other) SET up = row.walked)
FOREACH (_ IN CASE row.steps WHEN 'object' THEN [1] ELSE [] END |
  CREATE (other)-[up:ANSWERS_TO]->(one) SET up = row.walked)
FOREACH (_ IN CASE row.steps WHEN 'across' THEN [1] ELSE [] END |
  CREATE (one)-[to:CROSSES_TO]->(other) SET to = row.walked
  CREATE (other)-[back:CROSSES_TO]->(one) SET back = row.walked)"""
    )


@cache
def remove(table: LiteralString) -> LiteralString:
    """The nodes `ids` of a table are taken away, with what hangs on them."""
    return "UNWIND $ids AS id " + _end("n", table, "id") + "DETACH DELETE n"


def _end(variable: LiteralString, label: LiteralString, key: LiteralString) -> LiteralString:
    """One node by its id. By the index, though the plan be made while there are no nodes yet."""
    found = "MATCH (" + variable + ":" + label + " {release: $release, id: " + key + "}) "
    return found + "USING INDEX " + variable + ":" + label + "(release, id) "


@cache
def publish(table: LiteralString) -> LiteralString:
    """Nodes that wait get the labels by which they are found, a batch at a time; how many did."""
    staged: LiteralString = "MATCH (n:Staged" + table + " {release: $release}) WITH n LIMIT $batch "
    if table == "Entity":
        return staged + "SET n:$(n.labels) REMOVE n:StagedEntity, n.labels RETURN count(n) AS done"
    return staged + "SET n:" + table + " REMOVE n:Staged" + table + " RETURN count(n) AS done"


@cache
def clean(label: LiteralString) -> LiteralString:
    """Nodes of a release that answers no more are taken away, a batch at a time; how many were."""
    return "MATCH (n:" + label + " {release: $release}) WITH n LIMIT $batch DETACH DELETE n RETURN count(*) AS done"


@cache
def foreign() -> LiteralString:
    """The labels of a node that bears one of ours, but was not loaded by us."""
    ours = [*TABLES, *STAGED, *map(str.capitalize, vocabulary().entities)]
    return (
        "MATCH (n:" + "|".join(ours) + ") WHERE n.release IS NULL OR NOT n.release IN $releases "
        "RETURN labels(n) AS labels LIMIT 1"
    )

"""The statements that load, take away and clean; their values are parameters, as in `graph.stores.cypher`.

`Staged…` are the labels under which a large load waits: no question looks at them.
"""

from functools import cache
from typing import LiteralString

from graph.kinds import vocabulary

TABLES: tuple[LiteralString, ...] = ("Entity", "Source", "Claim", "Fact")
STAGED: tuple[LiteralString, ...] = ("StagedEntity", "StagedSource", "StagedClaim", "StagedFact")

SCHEMA: dict[LiteralString, dict[LiteralString, LiteralString]] = {
    "CONSTRAINT": {
        "govgraph_current": "FOR (n:Release) REQUIRE n.name IS UNIQUE",
        "govgraph_entity": "FOR (n:Entity) REQUIRE (n.release, n.id) IS UNIQUE",
        "govgraph_source": "FOR (n:Source) REQUIRE (n.release, n.id) IS UNIQUE",
        "govgraph_claim": "FOR (n:Claim) REQUIRE (n.release, n.id) IS UNIQUE",
        "govgraph_fact": "FOR (n:Fact) REQUIRE (n.release, n.id) IS UNIQUE",
        "govgraph_staged_entity": "FOR (n:StagedEntity) REQUIRE (n.release, n.id) IS UNIQUE",
        "govgraph_staged_source": "FOR (n:StagedSource) REQUIRE (n.release, n.id) IS UNIQUE",
        "govgraph_staged_claim": "FOR (n:StagedClaim) REQUIRE (n.release, n.id) IS UNIQUE",
    },
    # The days on which ties begin.
    "INDEX": {
        "govgraph_answers_earliest": "FOR ()-[r:ANSWERS_TO]-() ON (r.earliest_start)",
        "govgraph_answers_latest": "FOR ()-[r:ANSWERS_TO]-() ON (r.latest_start)",
        "govgraph_crosses_earliest": "FOR ()-[r:CROSSES_TO]-() ON (r.earliest_start)",
        "govgraph_crosses_latest": "FOR ()-[r:CROSSES_TO]-() ON (r.latest_start)",
    },
    # For people who look for a name in Neo4j Browser; no question of ours asks it.
    "FULLTEXT INDEX": {
        "govgraph_names": "FOR (n:Entity) ON EACH [n.name, n.short_name, n.aliases]",
    },
}
"""What -> name -> rule of what is to be there. A constraint comes with the index that look-ups by id use.

Nobody looks up a fact that waits, so none is kept for these.
"""

KNOWN = "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN collect(name) AS names"
"""The names of all indexes that can be used; a constraint's index has its name."""
AWAIT = "CALL db.awaitIndexes(300)"

BEGIN = "MERGE (:Release {name: 'current'})"
LOCK = "MATCH (now:Release {name: 'current'}) SET now.loading = true REMOVE now.loading RETURN properties(now) AS now"
"""Whoever has run this and not yet ended the transaction is the one who loads; however it ends, no trace is left."""

SWITCH = "MATCH (now:Release {name: 'current'}) SET now = $now, now.name = 'current'"
LEAVE = "CREATE (:Leftover {release: $release})"
HOLD = """
MATCH (left:Leftover {release: $release}) SET left.held = true
WITH left WHERE left.taken_away IS NULL RETURN count(left) AS held"""
"""Whether nobody has begun to take away what a load has written; until the transaction has ended nobody can begin.

It is asked after the node is locked: what was read before could have changed meanwhile.
"""
TAKE_AWAY = "MATCH (left:Leftover {release: $release}) SET left.taken_away = true"
CHANGE_PLACES = """
MATCH (left:Leftover {release: $release}) DELETE left
WITH $before AS before WHERE before IS NOT NULL
CREATE (:Leftover {release: before})"""
LEFTOVERS = "MATCH (left:Leftover) RETURN collect(DISTINCT left.release) AS releases"
LEAVE_NO_MORE = "MATCH (left:Leftover {release: $release}) DELETE left"
WALKED: LiteralString = (
    "tied {.id, .kind, .rank, .strength, .state, .sound, .planned, .earliest_start, .latest_start, .earliest_end, "
    ".latest_end, .not_before, .over_from, .sources, .role_slugs, .sentence, .dates}"
)
"""Of the properties `tied` of a tie what walking looks at, and what tells a person which tie it is."""

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
    """Rows of claims become nodes beside their sources."""
    return (
        "UNWIND $rows AS row "
        + _end("s", staged + "Source", "row.source")
        + "CREATE (s)-[:SAYS]->(c:"
        + staged
        + "Claim) SET c = row.properties, c.release = $release"
    )


def add_subjects(staged: LiteralString = "") -> LiteralString:
    """Claims that are there are joined to the entities that they speak of, and to those that they only name."""
    return (
        "UNWIND $rows AS row "
        + _end("c", staged + "Claim", "row.id")
        + "UNWIND row.speaks AS of "
        + _end("e", staged + "Entity", "of.id")
        + "CREATE (c)-[:$(of.type)]->(e)"
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
        "UNWIND $rows AS row WITH row, row.properties AS tied "
        + _end("one", staged + "Entity", "row.subject")
        + _end("other", staged + "Entity", "row.object")
        + "CREATE (one)-[tie:$(row.type)]->(other) SET tie = tied"
        + _step("subject", "(one)-[step:ANSWERS_TO]->(other)")
        + _step("object", "(other)-[step:ANSWERS_TO]->(one)")
        + _step("across", "(one)-[step:CROSSES_TO]->(other)")
        + _step("across", "(other)-[step:CROSSES_TO]->(one)")
    )


def _step(steps: LiteralString, created: LiteralString) -> LiteralString:
    """One step of a walk along a tie, where the tie allows it."""
    allowed = " FOREACH (_ IN CASE row.steps WHEN '" + steps + "' THEN [1] ELSE [] END | CREATE "
    return allowed + created + " SET step = " + WALKED + ")"


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
    ours = ["Release", *TABLES, *STAGED, *map(str.capitalize, vocabulary().entities)]
    return (
        "MATCH (n:" + "|".join(ours) + ") WHERE (n.release IS NULL OR NOT n.release IN $releases) "
        # What `BEGIN` makes is ours before the first load has ended, too.
        "AND NOT (n:Release AND keys(n) = ['name'] AND n.name = 'current') "
        "RETURN labels(n) AS labels LIMIT 1"
    )

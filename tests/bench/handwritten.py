"""The alternative to the Neo4j store: Cypher written by hand for one question, on a graph that is kept for it alone.

The plain graph has a label and a kind of relationship of its own: every tie from who answers to whom, with its rank
and its four bounds. The day and the lens stand inside the pattern, as they must: a filter after the search would lose
a longer route that is valid where the shortest had ended.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import LiteralString

import neo4j

from graph.model import Relation, Strength
from graph.stores import cypher_load
from graph.stores.neo4j_records import tables_of
from graph.subgraph import Subgraph
from tests.bench.asked import DAY, Asked
from tests.bench.plain import Routes

NAME = "Cypher by hand: quantified path, day and lens inside"
ROWS_NAME = "MERGE row by row"
ROWS = 5000
"""How many rows are merged one by one; what all would take is reckoned from them."""
BATCH = 10_000
Row = Mapping[str, object]
_STEP = """(x WHERE x.id = $start OR x.kind <> 'person')
  {before}[r:PLAIN_UP WHERE r.rank <= $rank AND (r.earliest_start <= $day AND $day < r.latest_end
    OR r.sure AND r.latest_start <= $day AND $day < r.earliest_end)]{after}(y)"""
_UP, _DOWN = _STEP.format(before="-", after="->"), _STEP.format(before="<-", after="-")
BETWEEN = f"""
MATCH (s:Plain {{id: $start}}), (e:Plain {{id: $end}})
MATCH p = ALL SHORTEST (s) ({_UP}){{1,12}} (e)
RETURN DISTINCT [n IN nodes(p) | n.id] AS route"""
REACHED = """
MATCH (s:Plain {{id: $start}})
MATCH p = ALL SHORTEST (s) ({step}){{1,12}} (e:Plain)
RETURN DISTINCT [n IN nodes(p) | n.id] AS route"""
STATEMENTS = {"between": BETWEEN, "up": REACHED.format(step=_UP), "down": REACHED.format(step=_DOWN)}


MERGES: dict[str, LiteralString] = {
    "source": "MERGE (n:RowSource {id: $id}) SET n += $properties",
    "entity": "MERGE (n:RowEntity {id: $id}) SET n:$($labels) SET n += $properties",
    "claim": """
MATCH (s:RowSource {id: $source})
MERGE (c:RowClaim {id: $id}) SET c += $properties
MERGE (s)-[:SAYS]->(c)
WITH c UNWIND $speaks AS one
MATCH (e:RowEntity {id: one.id})
MERGE (c)-[:$(one.type)]->(e)""",
    "tie": """
MATCH (one:RowEntity {id: $subject}) MATCH (other:RowEntity {id: $object})
MERGE (one)-[tie:$($type) {id: $id}]->(other) SET tie += $properties
WITH one, other, $properties AS tied
FOREACH (_ IN CASE $steps WHEN 'subject' THEN [1] ELSE [] END |
  MERGE (one)-[up:ANSWERS_TO {id: $id}]->(other) SET up += """
    + cypher_load.WALKED
    + """)
FOREACH (_ IN CASE $steps WHEN 'object' THEN [1] ELSE [] END |
  MERGE (other)-[up:ANSWERS_TO {id: $id}]->(one) SET up += """
    + cypher_load.WALKED
    + ")",
}
"""What merges one record with the relationships that it comes with, the same as the store writes."""


class HandWritten:
    """A session that asks the plain graph."""

    def __init__(self, session: neo4j.Session) -> None:
        self._session = session

    def load(self, graph: Subgraph) -> None:
        """Write the plain graph, in batches."""
        self._run("CREATE CONSTRAINT plain_id IF NOT EXISTS FOR (n:Plain) REQUIRE n.id IS UNIQUE")
        for batch in _batches({"id": entity.id, "kind": entity.kind} for entity in graph.entities.values()):
            self._run("UNWIND $rows AS row CREATE (n:Plain) SET n = row", rows=batch)
        for batch in _batches(_tie(relation) for relation in graph.relations.values() if relation.lower):
            self._run(
                "UNWIND $rows AS row MATCH (a:Plain {id: row.lower}) MATCH (b:Plain {id: row.upper}) "
                "CREATE (a)-[r:PLAIN_UP]->(b) SET r = row.properties",
                rows=batch,
            )

    def routes(self, asked: Asked) -> Routes:
        """All shortest routes of a lens, to the end or to whatever is reached."""
        rank = int(asked.lens or Strength.LEADERSHIP)
        found = self._run(STATEMENTS[asked.question], start=asked.subject, end=asked.object, rank=rank, day=DAY)
        upwards = -1 if asked.question == "down" else 1
        return {tuple(record["route"][::upwards]) for record in found}

    def merge_rows(self, graph: Subgraph) -> int:
        """Merge records one query a row, in the proportion in which the graph has them; the rows."""
        for label in ("RowSource", "RowEntity", "RowClaim"):
            self._run(f"CREATE CONSTRAINT {label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")
        done = 0
        for record, row in islice(_rows(graph), ROWS):
            self._run(MERGES[record], **row)
            done += 1
        return done

    def clear_rows(self) -> None:
        """Take away what `merge_rows` has written."""
        self._run("MATCH (n:RowSource|RowEntity|RowClaim) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS")

    def _run(self, statement: str, **parameters: object) -> list[neo4j.Record]:
        return list(self._session.run(statement, parameters))


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def _tie(relation: Relation) -> dict[str, object]:
    bounds = relation.bounds
    properties = {
        "id": relation.id,
        "rank": int(relation.strength or 9),
        # What is certain on no day has bounds that cross, or is only planned.
        "sure": bounds.latest_start < bounds.earliest_end and not relation.planned,
        "earliest_start": bounds.earliest_start.isoformat(),
        "latest_start": bounds.latest_start.isoformat(),
        "earliest_end": bounds.earliest_end.isoformat(),
        "latest_end": bounds.latest_end.isoformat(),
    }
    return {"lower": relation.lower, "upper": relation.upper, "properties": properties}


def _rows(graph: Subgraph) -> Iterator[tuple[str, Row]]:
    """What each record is, with its row; what a relation rests on comes before it. Made-up graphs hold no facts."""
    tables = tables_of(graph)
    yield from (("source", row) for row in tables.sources.values())
    known: set[str] = set()
    for tie in tables.ties.values():
        for end in {tie["subject"], tie["object"]} - known:
            known.add(end)
            row = tables.entities[end]
            yield "entity", {**row, "labels": [f"Row{label}" for label in row["labels"]]}
        yield from (("claim", tables.claims[claim]) for claim in tie["properties"]["claims"])
        yield "tie", tie

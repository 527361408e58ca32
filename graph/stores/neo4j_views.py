"""Saved views in the Neo4j database whose graph they show: nodes that no load and no question looks at."""

from collections.abc import Mapping

import neo4j

from graph.saved import SavedView, SavedViews, in_order, read_view, written
from graph.stores.neo4j_server import Server

EVERY = "MATCH (view:SavedView) RETURN view.record AS record"
ONE = "MATCH (view:SavedView {id: $id}) RETURN view.record AS record"
FILE = "MATCH (:SavedView {id: $id})-[:KEEPS]->(file:SavedFile {name: $name}) RETURN file.content AS content"
CLEAR = "MATCH (:SavedView {id: $id})-[:KEEPS]->(file:SavedFile) DETACH DELETE file"
# Few enough to be found without an index; a load would take a constraint of ours for somebody else's.
PUT = """
MERGE (view:SavedView {id: $id})
SET view.record = $record, view.title = $title
WITH view UNWIND $files AS row
CREATE (view)-[:KEEPS]->(:SavedFile {name: row.name, content: row.content})"""


class Neo4jViews(SavedViews):
    """Views in a database."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def every(self) -> tuple[SavedView, ...]:
        return in_order(read_view(row["record"]) for row in self._server.read(EVERY))

    def file(self, key: str, name: str) -> bytes | None:
        rows = self._server.read(FILE, id=key, name=name)
        return bytes(rows[0]["content"]) if rows else None

    def _get(self, key: str) -> SavedView | None:
        rows = self._server.read(ONE, id=key)
        return read_view(rows[0]["record"]) if rows else None

    def _put(self, view: SavedView, files: Mapping[str, bytes]) -> None:
        rows = [{"name": name, "content": content} for name, content in files.items()]

        def work(transaction: neo4j.ManagedTransaction) -> None:
            transaction.run(CLEAR, id=view.id).consume()
            transaction.run(PUT, id=view.id, record=written(view), title=view.title, files=rows).consume()

        self._server.write(work)

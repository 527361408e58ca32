"""A small native folder that is in order, to which a test adds what it plants."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from loaders import load
from loaders.columns import names_of
from loaders.package import FILE, build_package
from loaders.result import LoadResult

Row = Mapping[str, str]

SOURCES: Sequence[Row] = (
    {"id": "plan-2021", "title": "The plan", "publisher": "GLA", "date": "December 2021"},
    {"id": "minutes", "title": "Minutes of the board", "inferred": "2022-01/2022-06", "note": "by its agenda"},
)
ENTITIES: Sequence[Row] = (
    {"id": "lhb", "kind": "board", "name": "London Health Board", "short_name": "LHB"},
    {"id": "heg", "kind": "group", "name": "Health Equity Group", "short_name": "HEG"},
    {"id": "mayor", "kind": "post", "name": "Mayor of London"},
    {"id": "ada", "kind": "person", "name": "Ada Okafor", "aliases": "Dr A. Okafor; Cllr Okafor"},
    {"id": "strategy", "kind": "plan", "name": "Health inequalities strategy"},
    {"id": "md1", "kind": "decision", "name": "MD 1"},
    {"id": "pot", "kind": "budget", "name": "Partnerships budget"},
)
CLAIMS: Sequence[Row] = (
    {"id": "c1", "subject": "heg", "kind": "reports_to", "object": "lhb", "start": "2020"},
    {"id": "c2", "subject": "ada", "kind": "holds_post", "object": "mayor"},
    {"id": "c3", "subject": "mayor", "kind": "chairs", "object": "lhb"},
    {"id": "c4", "subject": "lhb", "kind": "oversees", "object": "strategy"},
    {
        "id": "c5",
        "subject": "lhb",
        "kind": "funds",
        "object": "heg",
        "role": "staff",
        "year": "2021-22",
        "amount": "150000",
        "currency": "GBP",
        "decision": "md1",
        "budget": "pot",
    },
)
DEFAULTS: Mapping[str, Row] = {
    "sources": {},
    "entities": {},
    "claims": {"source": "plan-2021", "locator": "p. 3", "status": "stated", "says": "it says so"},
}


def csv_text(table: str, rows: Sequence[Row], further: Sequence[str] = ()) -> str:
    """A table as CSV."""
    stream = io.StringIO()
    columns = [*names_of(table), *further]
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({**DEFAULTS[table], **row} for row in rows)
    return stream.getvalue()


class Native:
    """A native folder, in order until something is added."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write_json(json.dumps(build_package("small", "A small one")))
        for table in DEFAULTS:
            self.add(table)

    def path(self, table: str) -> Path:
        return self.folder / f"{table}.csv"

    def add(self, table: str, *rows: Row, further: Sequence[str] = ()) -> "Native":
        """The table with these rows after those that are in order."""
        first = {"sources": SOURCES, "entities": ENTITIES, "claims": CLAIMS}[table]
        self.path(table).write_text(csv_text(table, [*first, *rows], further), encoding="utf-8")
        return self

    def claim(self, **cells: str) -> "Native":
        """One claim more, in order but for these cells."""
        usual = {"id": "new", "subject": "heg", "kind": "member_of", "object": "lhb"}
        return self.add("claims", {**usual, **cells})

    def write_json(self, text: str) -> None:
        (self.folder / FILE).write_text(text, encoding="utf-8")

    def load(self) -> LoadResult:
        return load(self.folder)

    def problems(self) -> list[str]:
        """Every problem as a person reads it."""
        return [str(problem) for problem in self.load().problems]

    def the_problem(self) -> str:
        """The only problem that there is."""
        (problem,) = self.problems()
        return problem

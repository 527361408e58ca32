"""Rows as records: each cell is read on its own; what must hold between them is left to `checks`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from graph.model import Claim, Entity, Source
from loaders import cells
from loaders.cells import CellError
from loaders.columns import TABLES, names_of
from loaders.nearby import Nearby
from loaders.result import Findings, Place
from loaders.rows import Row, Table
from loaders.text import inspect

R = TypeVar("R", Source, Entity, Claim)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[R]):
    """A record and where it stands."""

    record: R
    file: str
    row: int

    def at(self, column: str) -> Place:
        """The cell of the record in a column."""
        return Place(self.file, self.row, column)


@dataclass(frozen=True, slots=True)
class Records:
    """What the three tables hold, each in the order of its rows; records with faults in them included."""

    sources: Sequence[Placed[Source]] = ()
    entities: Sequence[Placed[Entity]] = ()
    claims: Sequence[Placed[Claim]] = ()
    files: Mapping[str, str] = field(default_factory=dict)


def read_records(tables: Mapping[str, Table], findings: Findings) -> Records:
    """The records of the tables `sources`, `entities` and `claims`; a table that is not there gives none."""
    for name, table in tables.items():
        _check_header(name, table, findings)
    return Records(
        sources=_placed(tables.get("sources"), _source, findings),
        entities=_placed(tables.get("entities"), _entity, findings),
        claims=_placed(tables.get("claims"), _claim, findings),
        files={name: table.file for name, table in tables.items()},
    )


def _placed(table: Table | None, make: Callable[["_Line"], R], findings: Findings) -> Sequence[Placed[R]]:
    if table is None:
        return ()
    return [Placed(make(_Line(table, row, findings)), table.file, row.number) for row in table.rows]


def _check_header(name: str, table: Table, findings: Findings) -> None:
    known = names_of(name)
    further = [column for column in table.columns if column not in known]
    for column in TABLES[name]:
        if column.needed and column.name not in table.columns:
            guess = Nearby(further).best(column.name)
            note = f"; is it the one called {guess!r}?" if guess else ""
            # Without ids, what other tables refer to cannot be told from what they mistype.
            report = findings.lose if column.name == "id" else findings.error
            report(
                table.place(1, column.name),
                "the column is missing",
                f"add a column with this name ({column.says}){note}",
            )
    nearby = Nearby(set(known) - set(table.columns))
    for column_name in further:
        inspect(table.place(1), column_name, findings)
        if guess := nearby.best(column_name):
            findings.warn(table.place(1, column_name), "a further column, kept as it is", f"did you mean {guess!r}?")


class _Line:
    """A row while it is read; what a cell has wrong with it is noted, and a blank takes its place."""

    def __init__(self, table: Table, row: Row, findings: Findings) -> None:
        self._table = table
        self._row = row
        self._findings = findings
        for column, text in row.cells.items():
            inspect(table.place(row.number, column), text, findings)

    def text(self, column: str) -> str:
        return self._row.cells.get(column, "")

    def needed(self, column: str) -> str:
        """The text of a cell that must not be blank."""
        self._demand(column)
        return self.text(column)

    def read(self, column: str, reader: Callable[[str], T], blank: T) -> T:
        """What a cell means; `blank` where it is blank or cannot be read."""
        text = self.text(column)
        if not text:
            return blank
        try:
            return reader(text)
        except CellError as error:
            self._findings.error(self._table.place(self._row.number, column), error.message, error.advice)
            return blank

    def read_needed(self, column: str, reader: Callable[[str], str]) -> str:
        self._demand(column)
        return self.read(column, reader, "")

    def further(self, known: Sequence[str]) -> dict[str, str]:
        """The cells of further columns by name, so that the order of the columns changes nothing."""
        return {name: text for name, text in sorted(self._row.cells.items()) if name not in known}

    def _demand(self, column: str) -> None:
        if not self.text(column) and column in self._table.columns:
            says = next(known.says for table in TABLES.values() for known in table if known.name == column)
            self._findings.error(self._table.place(self._row.number, column), "the cell is blank", f"write {says}")


def _source(line: _Line) -> Source:
    return Source(
        id=line.read_needed("id", cells.read_id),
        title=line.needed("title"),
        publisher=line.text("publisher"),
        date=line.read("date", cells.read_date, ""),
        inferred=line.read("inferred", cells.read_inferred, ""),
        kind=line.text("kind"),
        address=line.text("address"),
        note=line.text("note"),
        extra=line.further(names_of("sources")),
    )


def _entity(line: _Line) -> Entity:
    return Entity(
        id=line.read_needed("id", cells.read_id),
        kind=line.needed("kind"),
        name=line.needed("name"),
        short_name=line.text("short_name"),
        aliases=cells.read_list(line.text("aliases")),
        identifiers=line.read("identifiers", cells.read_identifiers, ()),
        note=line.text("note"),
        extra=line.further(names_of("entities")),
    )


def _claim(line: _Line) -> Claim:
    return Claim(
        id=line.read_needed("id", cells.read_id),
        subject=line.read_needed("subject", cells.read_id),
        kind=line.needed("kind"),
        object=line.read("object", cells.read_id, ""),
        role=line.text("role"),
        scope=line.text("scope"),
        via=line.read("via", cells.read_ids, ()),
        start=line.read("start", cells.read_date, ""),
        end=line.read("end", cells.read_date, ""),
        year=line.read("year", cells.read_financial_year, ""),
        amount=line.read("amount", cells.read_amount, None),
        currency=line.read("currency", cells.read_currency, ""),
        decision=line.read("decision", cells.read_ids, ()),
        budget=line.read("budget", cells.read_ids, ()),
        source=line.read_needed("source", cells.read_id),
        locator=line.needed("locator"),
        status=line.read_needed("status", cells.one_of(("stated", "implied"))),
        planned=line.read("planned", cells.one_of(("planned", "conditional")), ""),
        stance=line.read("stance", cells.one_of(("supports", "contradicts")), "supports"),
        dispute=line.text("dispute"),
        says=line.needed("says"),
        note=line.text("note"),
        extra=line.further(names_of("claims")),
    )

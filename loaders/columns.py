"""The three tables of the native form and their columns, in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what stands in it, and whether a table without it cannot be read."""

    name: str
    says: str
    needed: bool = False


SOURCES = (
    Column("id", "slug, stable for ever", needed=True),
    Column("title", "the document's title", needed=True),
    Column("publisher", "who published it"),
    Column("date", "the document's own printed date, in its words; blank where none is printed"),
    Column(
        "inferred",
        "the interval that the text allows where no date is printed, like 2024-10/2025-03 or 2016-12/..",
    ),
    Column("kind", "what kind of document it is"),
    Column("address", "where it can be found"),
    Column("note", "anything else, the reason for an inferred interval included"),
)
ENTITIES = (
    Column("id", "slug, stable for ever", needed=True),
    Column("kind", "a kind of entity, from the vocabulary", needed=True),
    Column("name", "its full name", needed=True),
    Column("short_name", "its short name or abbreviation"),
    Column("aliases", "other names, separated by semicolons"),
    Column("identifiers", "scheme:code, separated by semicolons, only where known"),
    Column("note", "anything else"),
)
CLAIMS = (
    Column("id", "slug, stable for ever", needed=True),
    Column("subject", "the id of an entity", needed=True),
    Column("kind", "a kind of relation or fact, from the vocabulary", needed=True),
    Column("object", "the id of an entity; blank for a fact", needed=True),
    Column("role", "in what capacity; for money, the purpose"),
    Column("scope", "what the tie is limited to"),
    Column("via", "ids of entities through which or on whose behalf, separated by semicolons"),
    Column("start", "when it began, as printed"),
    Column("end", "when it ended, as printed"),
    Column("year", "the financial year, like 2021-22"),
    Column("amount", "a sum or count: digits and a decimal point only"),
    Column("currency", "three capitals, like GBP"),
    Column("decision", "ids of decisions under which money moves, separated by semicolons"),
    Column("budget", "ids of budgets or funds that money comes from, separated by semicolons"),
    Column("source", "the id of a source", needed=True),
    Column("locator", "the section or paragraph of the source", needed=True),
    Column("status", "stated or implied", needed=True),
    Column("planned", "blank, planned or conditional"),
    Column("stance", "supports or contradicts; blank is supports"),
    Column("dispute", "a word shared by claims that cannot all be true"),
    Column("says", "what the source says, one line in our own words", needed=True),
    Column("note", "anything else"),
)
TABLES: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {"sources": SOURCES, "entities": ENTITIES, "claims": CLAIMS}
)
LISTS = frozenset({"aliases", "identifiers", "via", "decision", "budget"})
"""Columns whose cells hold several values, separated by semicolons."""
ONE_LINE = frozenset(column.name for table in TABLES.values() for column in table) - {"note"}
"""Columns whose cells hold no line break; notes and further columns may."""


def names_of(table: str) -> tuple[str, ...]:
    """The names of a table's columns, in order."""
    return tuple(column.name for column in TABLES[table])

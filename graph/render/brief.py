"""What a document says, as plain data: every form prints the words of the same `Brief` around the same `Scene`."""

from dataclasses import dataclass

from graph.wording import capital

SOURCES, RIVALS = "Sources", "Disputed by"
"""The headings of columns of a `Sheet` that hold numbers of documents and of places, with commas between them."""
NOTED = "Saved with the note"
"""How every form introduces the note of a saved view, which no document says."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence and what it rests on.

    `lead` is what stands before it: a number, or a word like "also". `standing` is how it is supported, when it held
    and what limits it. `places` and `disputed_by` are numbers of `Place`s, `relations` the ids of the ties that it
    tells. `under` are sentences that belong beneath it.
    """

    text: str
    lead: str = ""
    standing: str = ""
    places: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under a heading, in their order."""

    heading: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its caption, its headings and its rows, each as long as the headings.

    `figures` are the headings of columns that hold counts and sums of money; where a cell there holds anything else,
    such as two sums of which one is right, it is words.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a document that is cited: its number, like "2.1", and where it is and what it says."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source: its number, like "2", its title, who published it and when, its address, and the places cited."""

    number: str
    title: str
    details: str
    address: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The words of a document: `title`, `verdict` and `summary` tell the answer, `as_at` for which days.

    `remarks` say how it was asked and what is missing; `version` is that of the data, `origin` the address or the
    command by which it can be made again. `kept` says of a saved view which it is and of which day, `note` what the
    person who saved it wrote.
    """

    title: str
    as_at: str
    verdict: str = ""
    summary: str = ""
    sections: tuple[Section, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    documents: tuple[Document, ...] = ()
    remarks: tuple[str, ...] = ()
    version: str = ""
    origin: str = ""
    kept: str = ""
    note: str = ""

    @property
    def origin_name(self) -> str:
        """What `origin` is called: a page has an address, a command makes the document again."""
        return "Address" if self.origin.startswith(("http://", "https://")) else "To make it again"

    @property
    def heading(self) -> str:
        """Title and verdict in one line."""
        return f"{self.title} {self.verdict}.".strip() if self.verdict else self.title

    @property
    def noted(self) -> str:
        """The note, and that it is one: it is nobody's source. Empty where there is none."""
        return f"{NOTED}: {self.note}" if self.note else ""

    @property
    def foot(self) -> str:
        """What stands at the foot of every page: for which days, which view and data, and how to make it again."""
        version = f"data version {self.version}" if self.version else ""
        return " · ".join(filter(None, (self.as_at, self.kept, version, self.origin)))


def source_words(document: Document) -> str:
    """A document in a line, without its number and its places: "Minutes. A board, 9 December 2021."."""
    parts = (document.title, capital(document.details))
    return " ".join(f"{part.removesuffix('.')}." for part in parts if part)


def cited(statement: Statement) -> str:
    """The numbers of what a statement rests on, in brackets: "[1.1, 2.1; disputed by 3.1]"; empty for none."""
    disputed = f"disputed by {', '.join(statement.disputed_by)}" if statement.disputed_by else ""
    inside = "; ".join(filter(None, (", ".join(statement.places), disputed)))
    return f"[{inside}]" if inside else ""

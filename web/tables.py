"""The rows of an answer as a table: headings, cells with what they link to, and the ties behind each row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from graph.answers import Amount, Answer
from graph.model import State
from graph.queries.tables import SURENESS, counted
from graph.queries.views import SOFT_WORDS
from graph.rows import AnyRow, Change, Gap, Listed, Named, Pair, Payment, Said, Seat, Shared
from graph.told import Evidence, Tie
from graph.wording import money
from web.words import STATES, TIE_CERTAINTIES

GROUPS = {
    "leadership": "leads it",
    "members": "member",
    "contributors": "contributes",
    "parts": "part",
    "parties": "party",
    "others": "tied",
    "denied": "denied",
}
SHARED = {"both": "on both", "through": "through a part or a post", "first": "first alone", "second": "second alone"}
PARTS = {
    "payment": "payment",
    "onward": "paid on, not added",
    "budget": "budget",
    "approval": "approval",
    "commission": "commission",
    "figure": "size, not a payment",
    "denied": "denied",
}
GAPS = {
    "no line": "no line upwards",
    "soft line": "only a soft line",
    "loop": "loop",
    "single point": "single point of failure",
    "disputed": "disputed",
    "implied": "rests on one implied claim",
    "planned": "planned, never confirmed",
    "unattached": "tied to nobody",
}
NAMED = {"via": "named in, as go-between", "decision": "named in, as decision", "budget": "named in, as budget"}
CHANGES = {
    "began": "began",
    "ended": "ended",
    "changed": "changed",
    "attested": "documented for the first time",
    "planned": "only planned",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """Names that lead to their pages, and the words behind them."""

    text: str = ""
    names: tuple[Named, ...] = ()

    def __str__(self) -> str:
        return ", ".join(each.name for each in self.names) + self.text


@dataclass(frozen=True, slots=True)
class Document:
    """A source by id, with its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells under the headings, the ties or the evidence behind it, and the whole of it as a sentence.

    `rivals` are what others say instead of the evidence. `mark` is what the sentence leaves to the cells. `documents`
    stand behind a row that has neither ties nor evidence. `told` is the tie whose standing is that of the whole row:
    the first, where the row does not need several.
    """

    cells: tuple[Cell, ...]
    sentence: str
    ties: tuple[Tie, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rivals: tuple[Evidence, ...] = ()
    mark: str = ""
    documents: tuple[Document, ...] = ()
    told: Tie | None = None

    @property
    def standing(self) -> Tie | None:
        """The tie whose standing is that of the row; None for a row without ties."""
        return self.told or next(iter(self.ties), None)

    @property
    def places(self) -> str:
        """Where it stands, in a few words: one place, or how many claims in how many documents."""
        found = [*self.evidence, *(item for tie in self.ties for item in tie.sources)]
        documents = len({item.source for item in found})
        if len(found) == 1:
            return ", ".join(filter(None, (found[0].title, found[0].locator)))
        return f"{len(found)} claims in {counted(documents, 'document', 'documents')}"


@dataclass(frozen=True, slots=True)
class TableView:
    """A table; without lines where the answer has no rows."""

    heads: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def documented(self) -> bool:
        """Whether any row has ties, evidence or documents behind it."""
        return any(line.ties or line.evidence or line.documents for line in self.lines)


def table_of(answer: Answer, titles: Mapping[str, str]) -> TableView:
    """The rows of an answer as a table, in their order; `titles` are those of sources, by id."""
    if not answer.rows:
        return TableView()
    heads, line = _VIEWS[type(answer.rows[0])]
    return TableView(heads, tuple(replace(line(row), documents=_documents(row, titles)) for row in answer.rows))


def sums_of(amounts: Iterable[Amount]) -> TableView:
    """The sums as a table, by direction, year and currency; what is nothing is left empty."""
    heads = ("Financial year", "Stated", "Implied only", "Planned only", "Note")
    lines = []
    for amount in amounts:
        sums = [
            "" if part == "0" else money(Decimal(part), amount.currency)
            for part in (amount.stated, amount.implied, amount.planned)
        ]
        notes = [amount.direction, "at least: an amount is not known, or disputed" if amount.at_least else ""]
        words = (amount.year or "no year printed", *sums, "; ".join(filter(None, notes)))
        lines.append(Line(tuple(map(Cell, words)), ""))
    return TableView(heads, tuple(lines))


def _seat(row: Seat) -> Line:
    posts = _one(*row.posts, *row.through)
    lists = "; ".join(f"not listed in “{title}”" for title in row.not_listed_in)
    words = (GROUPS[row.group], ", ".join(row.roles))
    sure = "; ".join((standing(row.ties), *(f"the post: {doubt}" for doubt in row.doubts)))
    cells = (_one(row.entity), Cell(words[1] or words[0]), posts, Cell(sure), Cell(lists))
    return Line(cells, row.sentence, row.ties, mark=lists)


def _shared(row: Shared) -> Line:
    cells = (
        _one(row.entity, *row.posts),
        Cell(SHARED[row.on]),
        Cell(f" ({standing(row.link)})" if row.link else "", row.through),
        _told(row.first),
        _told(row.second),
    )
    heads = [each[0] for each in (row.first, row.link, row.second) if each]
    return Line(cells, row.sentence, (*row.first, *row.link, *row.second), mark=SHARED[row.on], told=weakest(heads))


def _pair(row: Pair) -> Line:
    number = Cell(str(len(row.shared)))
    return Line((_one(row.first), _one(row.second), _one(*row.shared), number, _one(*row.soft)), row.sentence)


def _payment(row: Payment) -> Line:
    recipient = (row.recipient,) if row.recipient else ()
    sure = TIE_CERTAINTIES.get(row.tie.certainty, row.tie.certainty)
    cells = (
        _one(row.payer),
        _one(*recipient),
        Cell(row.amount or "no amount named"),
        Cell(row.year),
        Cell(row.purpose),
        _one(*row.decision, *row.budget),
        Cell("; ".join(filter(None, (PARTS[row.part], STATES.get(row.tie.state, row.tie.state), sure)))),
    )
    return Line(cells, row.sentence, (row.tie,))


def _gap(row: Gap) -> Line:
    return Line((Cell(GAPS[row.gap]), _one(*row.entities), Cell(row.sentence)), row.sentence, row.ties)


def _change(row: Change) -> Line:
    ties = (*row.before, *row.after)
    cells = (Cell(CHANGES[row.change]), _one(*row.entities), Cell(row.sentence), Cell(standing(ties)))
    return Line(cells, row.sentence, ties, row.evidence, mark=CHANGES[row.change] if ties else "")


def _listed(row: Listed) -> Line:
    cells = (_one(row.entity), Cell(row.entity.kind), Cell(row.certainty), Cell(row.dates))
    return Line(cells, row.sentence, mark="" if row.certainty == "certain" else row.certainty)


def _documents(row: AnyRow, titles: Mapping[str, str]) -> tuple[Document, ...]:
    """Who speaks of what is listed; other rows have their evidence."""
    named = row.sources if isinstance(row, Listed) else ()
    return tuple(Document(source, titles.get(source, source)) for source in named)


def _said(row: Said) -> Line:
    evidence = row.evidence
    place = ", ".join(filter(None, (evidence.title, evidence.locator)))
    named = NAMED.get(row.named_as, "")
    words = "; ".join(filter(None, (named, evidence.status, evidence.planned, STATES.get(row.state, row.state))))
    cells = (Cell(evidence.says), Cell(place), Cell(words), Cell(row.dates))
    return Line(cells, row.sentence, (), (evidence,), row.rivals, mark=named)


def standing(ties: Sequence[Tie]) -> str:
    """How the first of some ties is supported, when it held, and how sure that is."""
    if not ties:
        return ""
    tie = ties[0]
    words = (STATES.get(tie.state, tie.state), tie.dates.words, TIE_CERTAINTIES.get(tie.certainty, tie.certainty))
    return "; ".join(word for word in words if word)


def weakest(ties: Iterable[Tie]) -> Tie:
    """The tie that is supported worst; of several such the one that is least sure to have held, then the first."""
    return min(ties, key=lambda tie: (_WORST.get(tie.state, len(_WORST)), -SURENESS.index(tie.certainty)))


_WORST = {str(state): place for place, state in enumerate((State.DENIED, *filter(None, SOFT_WORDS)))}
"""The states that are not sound, the gravest first."""


def _one(*named: Named) -> Cell:
    return Cell(names=named)


def _told(ties: Sequence[Tie]) -> Cell:
    return Cell(f"{ties[0].sentence.removesuffix('.')} ({standing(ties)})." if ties else "")


_VIEWS: dict[type, tuple[tuple[str, ...], Callable[[Any], Line]]] = {
    Seat: (("Who or where", "As", "Posts, people", "Support and dates", "Lists that differ"), _seat),
    Shared: (("Who", "Where", "Through", "On the first", "On the second"), _shared),
    Pair: (("One", "The other", "They share", "How many", "Not firmly on both"), _pair),
    Payment: (("From", "To", "Amount", "Year", "For", "Decision, budget", "What it is"), _payment),
    Gap: (("Finding", "Who", "What"), _gap),
    Change: (("Change", "Who", "What", "Support and dates"), _change),
    Listed: (("Name", "Kind", "How sure", "Dates"), _listed),
    Said: (("What is said", "Where", "How", "Dates"), _said),
}

"""An answer, or a part of the graph, as the words of a document: every source numbered, every sentence with numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.answers import Answer, Question
from graph.exploring.scenes import Compared
from graph.model import Source
from graph.pictures.captions import MARKS
from graph.pictures.style import HAPPENED
from graph.queries.views import tie_of
from graph.render.brief import RIVALS, SOURCES, Brief, Document, Place, Section, Sheet, Statement
from graph.spans import ANY_DAY, Span, read_span
from graph.store import Store
from graph.subgraph import Subgraph
from graph.told import Evidence, Tie
from graph.wording import between_words, capital, span_words, spoken
from web.rows import told_once
from web.tables import Line, TableView, sums_of, table_of
from web.telling import Chapter, Told, chapters_of, evidence_words, remarks_of, told_tie
from web.words import STATES, names_in, question_words, summary_words, verdict_words

_CHAIN_HEADS = ("From", "Tie", "To", "Support", "When", SOURCES, RIVALS)
_FIGURES = frozenset({"Amount", "How many", "Stated", "Implied only", "Planned only"})
"""The headings of columns that hold counts or sums of money."""


@dataclass
class Numbers:
    """Numbers of documents ("2") and of their places ("2.1"), given in the order in which they are first cited."""

    sources: Mapping[str, Source]
    _places: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, evidence: Evidence) -> str:
        """The number of the place where this stands."""
        places = self._places.setdefault(evidence.source, {})
        places.setdefault(evidence.claim, evidence_words(evidence, titled=False))
        return f"{self.of_document(evidence.source)}.{list(places).index(evidence.claim) + 1}"

    def of_document(self, source: str) -> str:
        """The number of a document."""
        self._places.setdefault(source, {})
        return str(list(self._places).index(source) + 1)

    def documents(self) -> tuple[Document, ...]:
        """Every document that has been cited, in the order of the numbers."""
        return tuple(
            self._document(str(number), self.sources[source], places)
            for number, (source, places) in enumerate(self._places.items(), start=1)
        )

    @staticmethod
    def _document(number: str, source: Source, places: Mapping[str, str]) -> Document:
        return Document(
            number=number,
            title=source.title,
            details=", ".join(filter(None, (source.publisher, spoken(source)))),
            address=source.address,
            places=tuple(Place(f"{number}.{index}", words) for index, words in enumerate(places.values(), start=1)),
        )


def brief_of_answer(store: Store, answer: Answer, origin: str = "") -> Brief:
    """The words of an answer; `origin` is the address or the command by which it can be asked again."""
    sources = {source.id: source for source in store.sources()}
    titles = {key: source.title for key, source in sources.items()}
    numbers = Numbers(sources)
    return Brief(
        title=question_words(answer.question, names_in(store, answer.question)),
        as_at=as_at_words(answer.question),
        verdict=verdict_words(answer),
        summary=summary_words(answer),
        sections=tuple(_section(chapter, numbers) for chapter in chapters_of(answer, titles)),
        sheets=tuple(_sheets(answer, titles, numbers)),
        documents=numbers.documents(),
        remarks=remarks_of(answer, titles),
        version=answer.data_version,
        origin=origin,
    )


def brief_of_part(part: Subgraph, title: str, window: Span = ANY_DAY, compared: Compared | None = None) -> Brief:
    """The words of a part of the graph: each of its ties as a sentence, with its sources, and with what happened to it.

    What happened is said where two days are compared.
    """
    drawn = [
        relation
        for relation in part.relations.values()
        if relation.subject in part.entities and relation.object in part.entities
    ]
    ties = [tie_of(relation, part, relation.lower or relation.subject, window) for relation in drawn]
    told = [_with_change(told_tie(tie), compared) for tie in ties]
    numbers = Numbers(part.sources)
    sections = (Section("In sentences", tuple(_statement(each, numbers) for each in told)),) if told else ()
    ends = [
        [part.entities[end].title for end in (relation.lower or relation.subject, relation.upper or relation.object)]
        for relation in drawn
    ]
    rows = [_chain_row(low, tie, high, numbers) for (low, high), tie in zip(ends, ties, strict=True)]
    return Brief(
        title=title,
        as_at=capital(between_words(compared.first, compared.second)) if compared else _day_words(window),
        sections=sections,
        sheets=(_used("Every tie, once each", _CHAIN_HEADS, rows),) if rows else (),
        documents=numbers.documents(),
    )


def _with_change(told: Told, compared: Compared | None) -> Told:
    """The sentence of one tie with what happened to it; as it was where no two days are compared."""
    if not compared:
        return told
    ties = compared.ties
    happened = [HAPPENED[ties[key]] for key in told.relations if key in ties] or [MARKS["same"]]
    return replace(told, standing="; ".join(filter(None, (*happened, told.standing))))


def as_at_words(question: Question) -> str:
    """For which days it was asked: "As at 9 December 2021", "Between 2015 and 2022"."""
    if question.until:
        return capital(between_words(read_span(question.at), read_span(question.until)))
    return _day_words(read_span(question.at) if question.at else ANY_DAY)


def _day_words(window: Span) -> str:
    return "Any day the documents cover" if window == ANY_DAY else f"As at {span_words(window)}"


def _section(chapter: Chapter, numbers: Numbers) -> Section:
    heading = chapter.heading.removesuffix(":") or chapter.name
    return Section(heading, tuple(_statement(told, numbers) for told in chapter.told))


def _statement(told: Told, numbers: Numbers) -> Statement:
    return Statement(
        text=told.text,
        lead=told.lead,
        standing=told.standing,
        places=(
            *(numbers.of(evidence) for evidence in told.evidence),
            *(numbers.of_document(document.id) for document in told.documents),
        ),
        disputed_by=tuple(numbers.of(rival) for rival in told.rivals),
        relations=told.relations,
        under=told.under,
    )


def _sheets(answer: Answer, titles: Mapping[str, str], numbers: Numbers) -> Iterable[Sheet]:
    if answer.routes or answer.ties:
        rows = [_chain_row(row.from_name, row.tie, row.to_name, numbers) for row in told_once(answer)]
        yield _used("Every tie of this answer, once each", _CHAIN_HEADS, rows)
    if answer.amounts:
        yield _used_view("The sums", sums_of(answer.amounts), numbers)
    view = table_of(answer, titles)
    if view.lines:
        yield _used_view("Row by row", view, numbers)


def _chain_row(from_name: str, tie: Tie, to_name: str, numbers: Numbers) -> tuple[str, ...]:
    cited, disputed = (", ".join(map(numbers.of, found)) for found in (tie.sources, tie.rivals))
    return from_name, tie.sentence, to_name, STATES.get(tie.state, tie.state), tie.dates.words, cited, disputed


def _used_view(caption: str, view: TableView, numbers: Numbers) -> Sheet:
    """A table with the numbers of the sources in the last columns."""
    rows = [(*map(str, line.cells), _cited(line, numbers), _disputed(line, numbers)) for line in view.lines]
    return _used(caption, (*view.heads, SOURCES, RIVALS), rows)


def _used(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Sheet:
    """A table without the columns that are empty in every row."""
    used = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    return Sheet(caption, _only(used, heads), tuple(_only(used, row) for row in rows), _FIGURES.intersection(heads))


def _only(columns: Iterable[int], row: Sequence[str]) -> tuple[str, ...]:
    return tuple(row[at] for at in columns)


def _cited(line: Line, numbers: Numbers) -> str:
    found = [*(item for tie in line.ties for item in tie.sources), *line.evidence]
    return ", ".join([*map(numbers.of, found), *(numbers.of_document(document.id) for document in line.documents)])


def _disputed(line: Line, numbers: Numbers) -> str:
    return ", ".join(map(numbers.of, (*(item for tie in line.ties for item in tie.rivals), *line.rivals)))

"""An answer as statements with what each rests on: what plain text, Word and PowerPoint all write out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import Answer, Route, Step, Stop
from graph.queries.money import sum_words
from graph.told import Evidence, Tie
from graph.wording import capital
from web.tables import Document, Line, table_of
from web.words import CUTS, LENSES, STATES, TIE_CERTAINTIES, filter_words, route_words, scope_words


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its standing and its evidence; `lead` is the number of a step, or "also" within one.

    `documents` stand behind a sentence that has no evidence; `under` are sentences that belong beneath it. A sentence
    that `echoes` may be the very words of its evidence, which need not be said twice.
    """

    text: str
    lead: str = ""
    standing: str = ""
    evidence: tuple[Evidence, ...] = ()
    rivals: tuple[Evidence, ...] = ()
    documents: tuple[Document, ...] = ()
    relations: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    echoes: bool = False

    def words_of(self, evidence: Evidence, *, titled: bool = True) -> str:
        """Where evidence of this stands and what it says; with the document's title, or not."""
        return evidence_words(evidence, self.text if self.echoes else "", titled=titled)


@dataclass(frozen=True, slots=True)
class Chapter:
    """What belongs together under a heading; the sums and the rows of a table have none, but a `name`."""

    heading: str
    told: tuple[Told, ...]
    name: str = ""


def chapters_of(answer: Answer, titles: Mapping[str, str], most: int | None = None) -> Iterator[Chapter]:
    """Routes, other ties, sums, rows, and where it ends, in this order, each only where the answer has any.

    `titles` are at least those of `web.words.titles_in`; `most` is how many routes are told, all where it is None.
    """
    yield from _routes(answer.routes, len(answer.routes) if most is None else most)
    for connection in answer.ties:
        yield Chapter(f"Tied otherwise ({connection.note}):", tuple(_steps(connection.steps)))
    if answer.amounts:
        yield Chapter("", tuple(Told(capital(sum_words(amount))) for amount in answer.amounts), name="The sums")
    if answer.rows:
        yield Chapter("", tuple(_row(line) for line in table_of(answer, titles).lines), name="In sentences")
    if answer.stops:
        yield Chapter("Where it ends:", tuple(map(_stop, answer.stops)))


def remarks_of(answer: Answer, titles: Mapping[str, str]) -> tuple[str, ...]:
    """How it was asked, and what cut it short, a sentence for each."""
    question = answer.question
    asked = [
        f"ties used: {LENSES[question.lens]}" if question.lens in LENSES else "",
        " until ".join(filter(None, (question.at, question.until))) or "any day",
        *filter_words(question, titles),
    ]
    remarks = [f"Asked: {', '.join(part for part in asked if part)}."]
    if answer.truncated:
        remarks.append(f"The search was cut short ({CUTS.get(answer.truncated, answer.truncated)}).")
    return tuple(remarks)


def told_tie(tie: Tie, lead: str = "") -> Told:
    """One tie as a statement."""
    return Told(
        tie.sentence,
        lead=lead,
        standing=_standing(tie),
        evidence=tie.sources,
        rivals=tie.rivals,
        relations=(tie.id,),
    )


def evidence_words(evidence: Evidence, told: str = "", *, titled: bool = True) -> str:
    """Where it stands and what it says, unless that is what has just been `told`; with the document's title, or not."""
    place = ", ".join(part for part in (evidence.title if titled else "", evidence.locator) if part)
    standing = [evidence.status, evidence.planned, "contradicts" if evidence.stance == "contradicts" else ""]
    said = f": {evidence.says}" if evidence.says and evidence.says != told else ""
    words = ", ".join(word for word in (*standing, evidence.published or "undated") if word)
    return f"{place} ({words}){said}".strip()


def _routes(routes: Sequence[Route], most: int) -> Iterator[Chapter]:
    for number, route in enumerate(routes[:most], start=1):
        yield Chapter(f"Route {number} of {len(routes)}: {route_words(route)}", tuple(_steps(route.steps)))
    if len(routes) > most:
        yield Chapter(f"{len(routes) - most} more routes are not written out here.", ())


def _steps(steps: Iterable[Step]) -> Iterator[Told]:
    for number, step in enumerate(steps, start=1):
        for index, tie in enumerate(step.relations):
            yield told_tie(tie, "also" if index else str(number))


def _row(line: Line) -> Told:
    return Told(
        line.sentence,
        standing="; ".join(filter(None, (line.mark, _standing(line.standing) if line.standing else ""))),
        evidence=(*(item for tie in line.ties for item in tie.sources), *line.evidence),
        rivals=(*(item for tie in line.ties for item in tie.rivals), *line.rivals),
        documents=line.documents,
        relations=tuple(tie.id for tie in line.ties),
        echoes=bool(line.evidence),
    )


def _stop(stop: Stop) -> Told:
    if not stop.adds:
        return Told(f"{stop.name}: {stop.why}")
    weaker = "" if stop.lens == "leadership" else ", or weaker"
    leads = f"Weaker ties lead on (with {LENSES.get(stop.lens, stop.lens)}{weaker}):"
    return Told(f"{stop.name}: {stop.why}", under=(leads, *stop.adds))


def _standing(tie: Tie) -> str:
    words = [STATES.get(tie.state, tie.state), tie.dates.words, TIE_CERTAINTIES.get(tie.certainty, tie.certainty)]
    words.append(scope_words(tie))
    return "; ".join(word for word in words if word)

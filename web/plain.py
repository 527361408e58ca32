"""An answer as plain text with its sources, to paste into a letter or to read on a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.answers import Answer, Route, Step, Stop
from graph.queries.money import sum_words
from graph.queries.tables import some_of
from graph.told import Evidence, Tie
from graph.wording import capital
from web.tables import Line, table_of
from web.words import (
    CUTS,
    LENSES,
    STATES,
    TIE_CERTAINTIES,
    Names,
    filter_words,
    question_words,
    route_words,
    scope_words,
    summary_words,
    verdict_words,
)


def plain_text(
    answer: Answer, names: Names, titles: Mapping[str, str], address: str = "", most: int | None = None
) -> str:
    """The whole answer in lines of text, ending in one newline.

    `names` are those of `web.words.names_in`, `titles` at least those of `web.words.titles_in`. `address` is where it
    can be asked again; `most` is how many routes are written out, all of them where it is None.
    """
    head = f"{verdict_words(answer)}." if answer.verdict else ""
    lines = [question_words(answer.question, names), f"{head} {summary_words(answer)}".strip(), ""]
    lines += _routes(answer.routes, len(answer.routes) if most is None else most)
    for connection in answer.ties:
        lines += [f"Tied otherwise ({connection.note}):", *_steps(connection.steps), ""]
    lines += _table(answer, titles)
    if answer.stops:
        lines += ["Where it ends:", *(line for stop in answer.stops for line in _stop(stop)), ""]
    lines += _foot(answer, titles, address)
    return "\n".join(lines) + "\n"


def _table(answer: Answer, titles: Mapping[str, str]) -> Iterator[str]:
    for amount in answer.amounts:
        yield f"- {capital(sum_words(amount))}"
    if answer.amounts:
        yield ""
    for line in table_of(answer, titles).lines:
        yield f"- {line.sentence}" + (f" [{standing}]" if (standing := _marks(line)) else "")
        for tie in line.ties:
            yield from _claims(tie)
        yield from (f"   - {_evidence(evidence, line.sentence)}" for evidence in line.evidence)
        yield from (f"   - Disputed by {_evidence(rival)}" for rival in line.rivals)
        if line.documents:
            yield f"   - Named in {some_of(line.documents, lambda document: f'“{document.title}”')}"
    if answer.rows:
        yield ""


def _marks(line: Line) -> str:
    """What a row's sentence does not say: its own mark, and the standing of its first tie."""
    return "; ".join(filter(None, (line.mark, _standing(line.ties[0]) if line.ties else "")))


def _stop(stop: Stop) -> Iterator[str]:
    yield f"- {stop.name}: {stop.why}"
    if stop.adds:
        weaker = "" if stop.lens == "leadership" else ", or weaker"
        yield f"  Weaker ties lead on (with {LENSES.get(stop.lens, stop.lens)}{weaker}):"
        yield from (f"  - {sentence}" for sentence in stop.adds)


def _routes(routes: Sequence[Route], most: int) -> Iterator[str]:
    for number, route in enumerate(routes[:most], start=1):
        yield f"Route {number} of {len(routes)}: {route_words(route)}"
        yield from _steps(route.steps)
        yield ""
    if len(routes) > most:
        yield from (f"{len(routes) - most} more routes are not written out here.", "")


def _steps(steps: Iterable[Step]) -> Iterator[str]:
    for number, step in enumerate(steps, start=1):
        for index, tie in enumerate(step.relations):
            mark = f"{number}. " if index == 0 else "   also: "
            yield f"{mark}{tie.sentence} [{_standing(tie)}]"
            yield from _claims(tie)


def _standing(tie: Tie) -> str:
    words = [STATES.get(tie.state, tie.state), tie.dates.words, TIE_CERTAINTIES.get(tie.certainty, tie.certainty)]
    words.append(scope_words(tie))
    return "; ".join(word for word in words if word)


def _claims(tie: Tie) -> Iterator[str]:
    """What a tie rests on, and what others say instead."""
    yield from (f"   - {_evidence(evidence)}" for evidence in tie.sources)
    yield from (f"   - Disputed by {_evidence(rival)}" for rival in tie.rivals)


def _evidence(evidence: Evidence, told: str = "") -> str:
    """Where it stands and what it says, unless that is what has just been `told`."""
    place = ", ".join(part for part in (evidence.title, evidence.locator) if part)
    standing = [evidence.status, evidence.planned, "contradicts" if evidence.stance == "contradicts" else ""]
    said = f": {evidence.says}" if evidence.says and evidence.says != told else ""
    words = ", ".join(word for word in (*standing, evidence.published or "undated") if word)
    return f"{place} ({words}){said}"


def _foot(answer: Answer, titles: Mapping[str, str], address: str) -> Iterator[str]:
    question = answer.question
    asked = [
        f"ties used: {LENSES[question.lens]}" if question.lens in LENSES else "",
        " until ".join(filter(None, (question.at, question.until))) or "any day",
        *filter_words(question, titles),
    ]
    yield f"Asked: {', '.join(part for part in asked if part)}."
    if answer.truncated:
        yield f"The search was cut short ({CUTS.get(answer.truncated, answer.truncated)})."
    if answer.data_version:
        yield f"Data version: {answer.data_version}"
    if address:
        yield f"Address: {address}"

"""An answer as plain text with its sources, to paste into a letter or to read on a terminal."""

from collections.abc import Iterator, Mapping

from graph.answers import Answer
from graph.queries.tables import some_of
from web.telling import Told, chapters_of, evidence_words, remarks_of
from web.words import Names, question_words, summary_words, verdict_words


def plain_text(
    answer: Answer, names: Names, titles: Mapping[str, str], address: str = "", most: int | None = None
) -> str:
    """The whole answer in lines of text, ending in one newline.

    `names` are those of `web.words.names_in`, `titles` at least those of `web.words.titles_in`. `address` is where it
    can be asked again; `most` is how many routes are written out, all of them where it is None.
    """
    head = f"{verdict_words(answer)}." if answer.verdict else ""
    lines = [question_words(answer.question, names), f"{head} {summary_words(answer)}".strip(), ""]
    for chapter in chapters_of(answer, titles, most):
        lines += [chapter.heading] if chapter.heading else []
        for told in chapter.told:
            lines += _told(told)
        lines.append("")
    lines += remarks_of(answer, titles)
    lines += [f"Data version: {answer.data_version}"] if answer.data_version else []
    lines += [f"Address: {address}"] if address else []
    return "\n".join(lines) + "\n"


def _told(told: Told) -> Iterator[str]:
    """The sentence, what stands under it, what it rests on, and what others say instead."""
    mark = {"": "- ", "also": "   also: "}.get(told.lead, f"{told.lead}. ")
    yield f"{mark}{told.text}" + (f" [{told.standing}]" if told.standing else "")
    if told.under:
        yield f"  {told.under[0]}"
        yield from (f"  - {sentence}" for sentence in told.under[1:])
    yield from (f"   - {told.words_of(evidence)}" for evidence in told.evidence)
    yield from (f"   - Disputed by {evidence_words(rival)}" for rival in told.rivals)
    if told.documents:
        yield f"   - Named in {some_of(told.documents, lambda document: f'“{document.title}”')}"

"""The alternative to a picture in plain text: a short one for a field of a form, and a long one to stand beside it."""

from collections.abc import Iterable

from graph.pictures.captions import long_description_of
from graph.pictures.scene import Scene
from graph.pictures.svg_tools import plain
from graph.render.brief import NOTED, Brief, Section, cited, source_words
from graph.wording import ended, listing

MOST_SIGNS = 150
"""Of a short alternative: screen readers read it in one go, and many forms take no more."""


def alternative(scene: Scene | None, brief: Brief) -> bytes:
    """Both alternatives under headings, then sources, day, data version and address, as plain text in UTF-8.

    Without a picture the sentences take the place of what it shows.
    """
    parts = [
        _part(f"Short alternative text (at most {MOST_SIGNS} characters)", [short_alternative(brief)]),
        _part("Long description", long_description(scene, brief)),
        _part(NOTED, [brief.note]),
        _part("Sources", (f"{document.number}. {source_words(document)}" for document in brief.documents)),
        _part("Where this comes from", [brief.as_at, brief.kept, *brief.remarks, *_made(brief)]),
    ]
    return plain("\n\n".join(filter(None, parts)) + "\n").encode()


def short_alternative(brief: Brief) -> str:
    """What the picture tells in at most `MOST_SIGNS` signs: the question with its verdict, or else the answer.

    What does not fit ends after a sentence, or after a word with an ellipsis.
    """
    return clipped(brief.heading if brief.verdict else brief.summary or brief.title, MOST_SIGNS)


def long_description(scene: Scene | None, brief: Brief) -> list[str]:
    """What the picture tells in paragraphs: the answer, every box and line, the short names in full, how to read it."""
    answer = f"{ended(brief.heading)} {brief.summary}" if brief.summary else brief.heading
    if not scene:
        return [answer, *(line for section in brief.sections for line in _section(section))]
    full = "; ".join(f"{box.short_name} is {box.name}" for box in scene.boxes if box.short_name and box.name)
    return [
        answer,
        long_description_of(scene.boxes, scene.links, scene.description),
        f"Names in full: {full}." if full else "",
        legend_words(scene),
        scene.caption,
    ]


def legend_words(scene: Scene) -> str:
    """The legend as a sentence; empty for one without entries."""
    return f"Signs in the picture: {listing(f'“{entry.words}”' for entry in scene.legend)}." if scene.legend else ""


def clipped(text: str, most: int) -> str:
    """The text in one line of at most so many signs.

    A longer one ends after a sentence, where that is in the second half of them, else after a word with an ellipsis.
    """
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    whole = text[:most].rpartition(". ")[0]
    if len(whole) > most / 2:
        return f"{whole}."
    start = text[:most].rpartition(" ")[0] or text[: most - 1]
    return f"{start.rstrip(' ,;:–(')}…"


def _part(heading: str, paragraphs: Iterable[str]) -> str:
    """A heading, underlined, and what stands beneath it; empty where nothing does."""
    told = [line for paragraph in paragraphs if (line := " ".join(paragraph.split()))]
    return "\n\n".join([f"{heading}\n{'-' * len(heading)}", *told]) if told else ""


def _section(section: Section) -> list[str]:
    """Its statements, each with what limits it and the numbers of its sources, under its heading."""
    said = [
        " ".join(filter(None, (told.text, f"({told.standing})" if told.standing else "", cited(told), *told.under)))
        for told in section.statements
    ]
    return [f"{section.heading}:", *said]


def _made(brief: Brief) -> list[str]:
    told = (("Data version", brief.version), ("To see or make it again", brief.origin))
    return [f"{name}: {value}" for name, value in told if value]

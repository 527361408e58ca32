"""The words around a picture: title, text alternative, caption, legend."""

from collections.abc import Sequence

from graph.pictures.marks import Box, LegendEntry, Link
from graph.pictures.style import LINES
from graph.spans import ANY_DAY, Span
from graph.wording import listing, span_words

_ANSWERS = ("line", "oversight", "leadership")


def title_of(boxes: Sequence[Box]) -> str:
    """A title that names up to three of the boxes."""
    if not boxes:
        return "An empty picture"
    names = [_called(box) for box in boxes[:3]]
    return f"Who answers to whom: {_listed(names, len(boxes) - len(names))}"


def description_of(boxes: Sequence[Box], links: Sequence[Link], left_out: Sequence[str]) -> str:
    """The text alternative: how much is drawn, who stands at the top, what is left out. One to three sentences."""
    if not boxes:
        return "Nothing to draw."
    names = {box.entity: _called(box) for box in boxes}
    answering = [link for link in links if link.style in _ANSWERS]
    said = [f"{_count(len(boxes), 'box', 'boxes')} and {_count(len(links), 'line', 'lines')} between them."]
    if len(answering) > 3:
        lower = {link.from_box for link in answering}
        tops = sorted({names[link.to_box] for link in answering if link.to_box not in lower})
        if tops:
            said.append(f"At the top, answering to nobody here: {_listed(tops[:4], len(tops) - 4)}.")
    elif answering:
        said.append("; ".join(f"{names[link.from_box]} {link.says} {names[link.to_box]}" for link in answering) + ".")
    if left_out:
        said.append(_left_out(left_out))
    return " ".join(said)


def caption_of(links: Sequence[Link], left_out: Sequence[str], window: Span) -> str:
    """What belongs under the picture: how to read it, for which days, what is left out."""
    said = []
    if any(link.style in _ANSWERS for link in links):
        said.append("Read upwards: a line of answering goes from who answers to whom they answer.")
    if window != ANY_DAY:
        said.append(f"As at {span_words(window)}.")
    if left_out:
        said.append(_left_out(left_out))
    return " ".join(said)


def legend_of(links: Sequence[Link]) -> tuple[LegendEntry, ...]:
    """The signs that these links use, and no others: lines in the order of their strength, then their marks."""
    styles = {link.style for link in links}
    entries = [LegendEntry(key, style.words) for key, style in LINES.items() if key in styles]
    compared = any(link.change for link in links)
    marks = {
        "same": ("did not change", any(link.change == "same" for link in links)),
        "began": ("began or changed", any(link.change in ("began", "changed") for link in links)),
        "possible": ("possibly in force, or planned", any(link.certainty == "possible" for link in links)),
        "never": (
            "ended" if compared else "not in force at this time",
            any(link.certainty == "never" or link.change == "ended" for link in links),
        ),
        "disputed": ("sources disagree", any(link.disputed for link in links)),
    }
    return (*entries, *(LegendEntry(key, words) for key, (words, used) in marks.items() if used))


def _called(box: Box) -> str:
    return box.short_name or box.name or box.entity


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _listed(names: Sequence[str], more: int) -> str:
    return listing([*names, f"{more} more"] if more > 0 else names)


def _left_out(names: Sequence[str]) -> str:
    number = len(names)
    return f"Left out for want of room: {_listed(list(names[:5]), number - 5)}."

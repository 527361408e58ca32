"""The words around a picture: title, text alternative, caption, legend."""

from collections.abc import Mapping, Sequence

from graph.pictures.marks import Box, LegendEntry, Link
from graph.pictures.passing import lines_through_boxes
from graph.pictures.style import ANSWERING, HAPPENED, LINES
from graph.spans import ANY_DAY, Span
from graph.wording import listing, span_words

MARKS: Mapping[str, str] = {
    "same": "did not change",
    "began": "began or changed",
    "possible": "possibly in force, or planned",
    "never": "not in force at this time",
    "disputed": "sources disagree",
}
"""What besides its style a line may be marked with, and what that means."""
UPWARDS = "Read upwards: a line of answering goes from who answers to whom they answer."
MOST_TOLD = 4


def title_of(boxes: Sequence[Box]) -> str:
    """A title that names up to three of the boxes."""
    if not boxes:
        return "An empty picture"
    names = [called(box) for box in boxes[:3]]
    return f"Who answers to whom: {listed(names, len(boxes) - len(names))}"


def description_of(boxes: Sequence[Box], links: Sequence[Link], left_out: Sequence[str]) -> str:
    """The text alternative: how much is drawn, who stands at the top, what is left out. One to four sentences.

    Boxes and links are as they are placed: where a line runs through a box that it does not join, that is said too.
    """
    if not boxes:
        return "Nothing to draw."
    names = {box.entity: called(box) for box in boxes}
    answering = [link for link in links if link.style in ANSWERING]
    said = [f"{_count(len(boxes), 'box', 'boxes')} and {_count(len(links), 'line', 'lines')} between them."]
    if len(answering) > 3:
        lower = {link.from_box for link in answering}
        tops = sorted({names[link.to_box] for link in answering if link.to_box not in lower})
        if tops:
            said.append(f"At the top, answering to nobody here: {listed(tops[:4], len(tops) - 4)}.")
    elif answering:
        said.append(_few(boxes, answering))
    if left_out:
        said.append(_left_out(left_out))
    if through := lines_through_boxes(boxes, links):
        runs = "line of answering runs" if through == 1 else "lines of answering run"
        said.append(f"{through} {runs} behind a box without ending there; the sentences and the table tell which.")
    return " ".join(said)


def sentences_of(boxes: Sequence[Box], links: Sequence[Link]) -> tuple[str, ...]:
    """Each link as a sentence without its full stop, in their order: "HEG reports to LHB".

    It tells all its ties and sums; of many the first, and how many more.
    """
    names = {box.entity: called(box) for box in boxes}
    return tuple(_sentence(link, names) for link in links)


def _sentence(link: Link, names: Mapping[str, str]) -> str:
    said = f"{names[link.from_box]} {listing(link.verbs[:MOST_TOLD])} {names[link.to_box]}"
    if len(link.verbs) > MOST_TOLD:
        said += f", and {_count(len(link.verbs) - MOST_TOLD, 'more tie', 'more ties')}"
    if link.sums:
        said += f": {listed(link.sums[:MOST_TOLD], len(link.sums) - MOST_TOLD)}"
    return said


def long_description_of(boxes: Sequence[Box], links: Sequence[Link], description: str) -> str:
    """The long text alternative: the short one, every box by name, every line as a sentence with its doubts."""
    if not boxes:
        return description
    answering = [link for link in links if link.style in ANSWERING]
    said = [description.replace(f" {_few(boxes, answering)}", ""), f"Shown: {listing(map(called, boxes))}."]
    for link, sentence in zip(links, sentences_of(boxes, links), strict=True):
        said.append(f"{marked(link, sentence)}.")
    return " ".join(said)


def _few(boxes: Sequence[Box], links: Sequence[Link]) -> str:
    """Lines that are so few that a short description tells each of them."""
    return "; ".join(sentences_of(boxes, links)) + "."


def marked(link: Link, sentence: str) -> str:
    """The sentence of a link with its doubts, and with what happened to it: "HEG reports to LHB (sources disagree)"."""
    told = ("began", "never") if link.happened else ()
    marks = [*link.happened, *(words for key, words in MARKS.items() if key not in told and is_marked(link, key))]
    return f"{sentence} ({', '.join(marks)})" if marks else sentence


def is_marked(link: Link, mark: str) -> bool:
    """Whether a link bears this mark of `MARKS`."""
    match mark:
        case "disputed":
            return link.disputed
        case "same":
            return link.change == "same"
        case "began":
            return link.change in ("began", "changed")
        case "never":
            return link.certainty == "never" or link.change == "ended"
        case _:
            return link.certainty == mark


def caption_of(links: Sequence[Link], left_out: Sequence[str], window: Span) -> str:
    """What belongs under the picture: how to read it, for which days, what is left out."""
    said = []
    if any(link.style in ANSWERING for link in links):
        said.append(UPWARDS)
    if window != ANY_DAY:
        said.append(f"As at {span_words(window)}.")
    if left_out:
        said.append(_left_out(left_out))
    return " ".join(said)


def legend_of(links: Sequence[Link]) -> tuple[LegendEntry, ...]:
    """The signs that these links use, and no others: lines in the order of their strength, then their marks."""
    styles = {link.style for link in links}
    entries = [LegendEntry(key, style.words) for key, style in LINES.items() if key in styles]
    used = [key for key in MARKS if any(is_marked(link, key) for link in links)]
    ended = {"never": HAPPENED["ended"]} if any(link.change for link in links) else {}
    return (*entries, *(LegendEntry(key, ended.get(key, MARKS[key])) for key in used))


def called(box: Box) -> str:
    """The shortest name of a box."""
    return box.short_name or box.name or box.entity


def listed(names: Sequence[str], more: int) -> str:
    """Names in a row, and how many more there are: "a, b and 3 more"."""
    return listing([*names, f"{more} more"] if more > 0 else names)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _left_out(names: Sequence[str]) -> str:
    number = len(names)
    return f"Left out for want of room: {listed(list(names[:5]), number - 5)}."

"""Slides of words in the master's own type: paragraphs go on over as many slides as they need."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.util import Pt

from graph.pictures.svg_tools import plain
from graph.pictures.text import wrap
from graph.render.slide_master import LEVELS, SIDE, WIDTH, add_slide
from graph.render.slide_tools import LINE, without_bullet

ROOM = 396.0
"""How high the words of a slide may stand together, in points."""
_BEFORE, _BETWEEN = 0.2, 8.0
"""What the master keeps free above a paragraph, in parts of its type; what is kept free beneath, in points."""
_LEAST_LINES = 2
"""Of a paragraph that goes on over the end of a slide."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words behind a `lead` in bold; `level` 1 is smaller, for what belongs to the paragraph above."""

    text: str
    lead: str = ""
    level: int = 0
    bold: bool = False

    @property
    def size(self) -> float:
        """Of its type, in points."""
        return LEVELS[self.level]

    @property
    def lines(self) -> tuple[str, ...]:
        """As it is wrapped."""
        return tuple(
            line for each in f"{self.lead}{self.text}".split("\n") for line in wrap(each, self.size, WIDTH - 2 * SIDE)
        )

    @property
    def height(self) -> float:
        """With what is kept free above and beneath it, in points."""
        return (len(self.lines) * LINE + _BEFORE) * self.size + _BETWEEN / (self.level + 1)


def height_of(paragraphs: Sequence[Paragraph]) -> float:
    """How high they stand together, in points."""
    return sum(paragraph.height for paragraph in paragraphs)


def pages_of(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """What stands on each slide; one that has belongings does not stand last, and one that is too long is parted."""
    pages: list[list[Paragraph]] = [[]]
    waiting = [part for paragraph in paragraphs for part in _parted(paragraph)]
    for number, paragraph in enumerate(waiting):
        after = waiting[number + 1 : number + 2]
        together = [paragraph, *(each for each in after if each.level > paragraph.level)]
        if pages[-1] and height_of([*pages[-1], *together]) > ROOM:
            pages.append([])
        pages[-1].append(paragraph)
    return pages


def _parted(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph, in parts of which each has room on a slide."""
    if paragraph.height <= ROOM:
        return [paragraph]
    most = int(ROOM / (paragraph.size * LINE)) - _LEAST_LINES
    lines = paragraph.lines
    return [
        Paragraph(" ".join(lines[at : at + most]), level=paragraph.level, bold=paragraph.bold)
        for at in range(0, len(lines), most)
    ]


def add_words(slides: Slides, title: str, paragraphs: Sequence[Paragraph], foot: str) -> list[Slide]:
    """As many slides as the paragraphs need, the later ones titled as continued."""
    pages = pages_of(paragraphs)
    return [
        _add_page(slides, f"{title} (continued)" if number else title, page, foot) for number, page in enumerate(pages)
    ]


def _add_page(slides: Slides, title: str, paragraphs: Sequence[Paragraph], foot: str) -> Slide:
    slide = add_slide(slides, "text", plain(title), plain(foot))
    frame = slide.placeholders[1].text_frame
    for number, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.level, paragraph.space_after = words.level, Pt(_BETWEEN / (words.level + 1))
        without_bullet(paragraph)
        for text, bold in ((words.lead, True), (words.text, words.bold)):
            if text:
                run = paragraph.add_run()
                run.text, run.font.bold = plain(text), bold or None
    return slide

"""Every form in which a picture and its words are given away, from one place: the ending of a file tells which."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath

from graph.errors import BadQuestion
from graph.pictures.scene import Scene
from graph.render.brief import Brief


class Needs(Enum):
    """Without what a form cannot be made; the value says that it is not there."""

    WORDS = "There is nothing to say."
    PICTURE = "There is nothing to draw."
    TABLE = "There is no table to make."


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: its ending, what people call it and use it for, and what makes it.

    One that `spreads` goes on over several pages or slides, so that nothing of a picture is left out.
    """

    ending: str
    name: str
    use: str
    mimetype: str
    make: Callable[[Scene | None, Brief], bytes]
    needs: Needs = Needs.WORDS
    spreads: bool = False

    @property
    def is_image(self) -> bool:
        """Whether a page can show it as a picture."""
        return self.mimetype.startswith("image/")

    def lacks(self, scene: Scene | None, brief: Brief) -> bool:
        """Whether the form needs what is not there."""
        return (self.needs == Needs.PICTURE and scene is None) or (self.needs == Needs.TABLE and not brief.sheets)


def form_of(ending: str) -> Form:
    """The form of an ending such as ".pptx", however it is written.

    :raises BadQuestion: when there is none.
    """
    form = FORMS.get(ending.lower())
    if form is None:
        raise BadQuestion(f"Nothing can be made as “{ending}”; the forms are {', '.join(FORMS)}.")
    return form


def ending_of(name: str) -> str:
    """The ending of a file's name that tells its form, in small letters; where none does, what follows the last dot.

    The longest counts: "x.print.png" is of ".print.png", and every other program takes it for the PNG that it is.
    """
    endings = [ending for ending in FORMS if name.lower().endswith(ending)]
    return max(endings, key=len, default=PurePath(name).suffix.lower())


# What makes a form is imported on first use: each brings a library along.


def _svg(scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.poster import poster

    return poster(_drawn(scene), brief).encode()


def _png(scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.png import pixels
    from graph.render.poster import poster

    return pixels(poster(_drawn(scene), brief))


def _print_png(scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.png import print_pixels
    from graph.render.poster import poster

    return print_pixels(poster(_drawn(scene), brief))


def _powerpoint(scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.powerpoint import powerpoint

    return powerpoint(_drawn(scene), brief)


def _word(scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.word import word

    return word(scene, brief)


def _html(scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.html import html

    return html(scene, brief)


def _pdf(scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.pdf import pdf

    return pdf(scene, brief)


def _workbook(_scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.tables import workbook

    return workbook(brief)


def _comma_separated(_scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.tables import comma_separated

    return comma_separated(brief)


def _alternative(scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.alt import alternative

    return alternative(scene, brief)


def _govuk(scene: Scene | None, brief: Brief) -> bytes:
    from graph.render.govuk import govuk

    return govuk(scene, brief)


def _drawn(scene: Scene | None) -> Scene:
    if scene is None:
        raise BadQuestion(Needs.PICTURE.value)
    return scene


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMS: Mapping[str, Form] = {
    form.ending: form
    for form in (
        Form(
            ".docx",
            "Word",
            "a paper to edit, in your office’s styles",
            f"{_OFFICE}.wordprocessingml.document",
            _word,
            spreads=True,
        ),
        Form(
            ".pptx",
            "PowerPoint",
            "slides whose boxes and lines can be edited",
            f"{_OFFICE}.presentationml.presentation",
            _powerpoint,
            Needs.PICTURE,
            spreads=True,
        ),
        Form(".pdf", "PDF", "a paper to read, to print and to keep", "application/pdf", _pdf, spreads=True),
        Form(".png", "PNG", "a picture for a page, a message or a slide", "image/png", _png, Needs.PICTURE),
        Form(
            ".print.png",
            "PNG for print",
            "a picture of 300 dots to the inch, as large as fits on A3",
            "image/png",
            _print_png,
            Needs.PICTURE,
        ),
        Form(".svg", "SVG", "a picture that stays sharp at any size", "image/svg+xml", _svg, Needs.PICTURE),
        Form(".txt", "Alt text", "what the picture shows in words, short and long", "text/plain", _alternative),
        Form(".html", "Web page", "one file for any browser, offline too", "text/html", _html),
        Form(".md", "GOV.UK", "the text of a page on GOV.UK, to which the PNG belongs", "text/markdown", _govuk),
        Form(".xlsx", "Excel", "the tables and the sources", f"{_OFFICE}.spreadsheetml.sheet", _workbook, Needs.TABLE),
        Form(".csv", "CSV", "the most detailed table, for other programs", "text/csv", _comma_separated, Needs.TABLE),
    )
}
"""By ending, in the order in which they are offered."""

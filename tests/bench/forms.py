"""How long every form takes, and how large it is: `python -m tests.bench.forms --sizes 25 100`.

Made are the forms of the three real views and of made-up bodies in so many boxes. Beside each stands the drawing of the
same picture as SVG in the same run, and beside those of an office what their libraries alone take for less: one slide
or page with the picture as PNG, a page with the sentences, plain rows. Peak memory is that of a process which makes one
form of the largest picture, less that of one which makes none. Last comes how soon a picture of too much is refused.
"""

import argparse
import csv
import io
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from graph.errors import TooLarge
from graph.pictures.svg import svg
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.render.bounds import MOST_BOXES
from graph.render.forms import FORMS
from graph.render.png import png
from tests.bench.explorer import bodies
from tests.bench.timing import alone, memory, side_by_side, timed
from tests.views import VIEWS, london_store
from web.picture import Picture, picture, picture_of

SIZES = (25, MOST_BOXES)
TOO_MANY = 500
HEAD = f"{'picture':<28} {'boxes':>5}  {'form':<10} {'ms':>7} {'worst':>7} {'bytes':>9}  {'times SVG':>9}  times plain"


@dataclass(frozen=True, slots=True)
class Made:
    """One form of one picture: milliseconds, bytes, and how many times as long as SVG and as the plain way it takes."""

    name: str
    boxes: int
    ending: str
    median: float
    worst: float
    size: int
    times_svg: float | None
    times_plain: float | None

    def __str__(self) -> str:
        svg_times, plain = ("" if times is None else f"{times:,.1f}" for times in (self.times_svg, self.times_plain))
        return (
            f"{self.name:<28} {self.boxes:>5}  {self.ending:<10} {self.median:>7,.0f} {self.worst:>7,.0f} "
            f"{self.size:>9,}  {svg_times:>9}  {plain:>11}"
        )


def plain_slides(made: Picture) -> bytes:
    """The picture as PNG on one slide."""
    from pptx import Presentation

    slides, data = Presentation(), io.BytesIO()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    slide.shapes.add_picture(io.BytesIO(png(made.drawn)), 0, 0, width=slides.slide_width)
    slides.save(data)
    return data.getvalue()


def plain_paper(made: Picture) -> bytes:
    """The picture as PNG and the sentences, without styles, tables and sources."""
    import docx

    paper, data = docx.Document(), io.BytesIO()
    paper.add_picture(io.BytesIO(png(made.drawn)))
    for section in made.brief.sections:
        for statement in section.statements:
            paper.add_paragraph(statement.text)
    paper.save(data)
    return data.getvalue()


def plain_book(made: Picture) -> bytes:
    """The rows on sheets, and nothing else."""
    from openpyxl import Workbook

    book, data = Workbook(), io.BytesIO()
    for sheet in made.brief.sheets:
        page = book.create_sheet()
        for row in (sheet.heads, *sheet.rows):
            page.append(row)
    book.save(data)
    return data.getvalue()


def plain_rows(made: Picture) -> bytes:
    """The rows of the last table with the numbers of their sources."""
    data = io.StringIO()
    csv.writer(data).writerows(made.brief.sheets[-1].rows)
    return data.getvalue().encode()


PLAIN: Mapping[str, Callable[[Picture], bytes]] = {
    ".pptx": plain_slides,
    ".docx": plain_paper,
    ".xlsx": plain_book,
    ".csv": plain_rows,
}


def pictures(sizes: Sequence[int]) -> Iterator[tuple[str, Mapping[str, Picture]]]:
    """Each picture by name, as it is made for each form that it can have."""
    store = london_store()
    for name, asked in VIEWS.items():
        answer = ask(store, *asked, Options())
        yield name, {ending: picture_of(store, answer, ending) for ending in FORMS}
    for size in sizes:
        yield "made up", dict.fromkeys(FORMS, made_up(size))


def made_up(size: int) -> Picture:
    """A picture of made-up bodies."""
    return picture(bodies(size), title="Made-up bodies")


def measured(name: str, ending: str, made: Picture) -> Made:
    """The figures of one form."""
    work, drawn, plain = partial(made.to_bytes, ending), made.scene, PLAIN.get(ending)
    drawing = alone([partial(svg, drawn)]).median if drawn else None
    if plain and drawn:
        ours, other, _ = side_by_side([work], [partial(plain, made)], lambda *_: True)
        times_plain = ours.median / other.median
    else:
        ours, times_plain = alone([work]), None
    return Made(
        name=name,
        boxes=len(drawn.boxes) if drawn else 0,
        ending=ending,
        median=ours.median,
        worst=ours.worst,
        size=len(work()),
        times_svg=ours.median / drawing if drawing else None,
        times_plain=times_plain,
    )


def peak(size: int, ending: str) -> float:
    """Megabytes that a process of its own needs at most, which makes a picture and, of it, the form if one is named."""
    command = [sys.executable, "-m", "tests.bench.forms", "--peak", ending, "--sizes", str(size)]
    return float(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)


def refusals() -> Iterator[str]:
    """How soon each form says no to a picture of too many boxes, and what it says."""
    seconds, made = timed(lambda: made_up(TOO_MANY))
    yield f"{TOO_MANY} boxes are laid out in {seconds:,.1f} s; after that"
    for ending in FORMS:
        taken, said = timed(partial(_answer, made, ending))
        yield f"{ending:<10} {taken * 1000:>7,.2f} ms  {said}"


def _answer(made: Picture, ending: str) -> str:
    try:
        return f"made, {len(made.to_bytes(ending)):,} bytes: it has no bound of its own"
    except TooLarge as refusal:
        return f"refused: {refusal}"


def report(sizes: Sequence[int]) -> Iterator[str]:
    """The table, the slowest form, the memory and the refusals, line by line."""
    yield HEAD
    every = []
    for name, forms in pictures(sizes):
        for ending, made in forms.items():
            if FORMS[ending].lacks(made.scene, made.brief):
                continue
            try:
                every.append(measured(name, ending, made))
            except TooLarge:
                yield f"{name:<28} {len(made.drawn.boxes):>5}  {ending:<10} refused, as too large"
            else:
                yield str(every[-1])
    slowest = max(every, key=lambda each: each.median)
    yield f"\nSlowest: {slowest.ending} of {slowest.boxes} boxes ({slowest.name}), {slowest.median:,.0f} ms.\n"
    base = peak(max(sizes), "")
    for ending in FORMS:
        yield f"{ending:<10} of {max(sizes)} boxes needs {max(0.0, peak(max(sizes), ending) - base):>5.0f} MB at most"
    yield f"beside {base:.0f} MB for the picture and the program.\n"
    yield from refusals()


def main() -> None:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.forms", description="Times of forms.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of made-up boxes")
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.peak is None:
        for line in report(chosen.sizes):
            print(line, flush=True)
        return
    made = made_up(*chosen.sizes)
    if chosen.peak:
        _answer(made, chosen.peak)
    print(memory(most=True) or 0.0)


if __name__ == "__main__":
    main()

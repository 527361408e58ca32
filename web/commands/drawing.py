"""`govgraph draw`: the picture of an answer, into a file."""

from pathlib import Path
from typing import Any

import click

from graph.answers import Answer
from graph.store import Store
from web.commands.asking import answered
from web.commands.failures import CallIsWrong
from web.commands.options import question_options, store_option
from web.commands.stores import filled_store, settings_for

SUFFIXES = (".svg",)


EXAMPLES = """\b
Examples:
  govgraph draw up HEDG -o hedg.svg
  govgraph draw between HEDG "Mayor of London" -o - > mayor.svg
"""


@click.command(epilog=EXAMPLES)
@question_options
@store_option
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, writable=True, allow_dash=True, path_type=Path),
    help="Where the picture goes: a file that ends in .svg, or - for standard output.",
)
def draw(store: str | None, output: Path, **typed: Any) -> None:
    """Draw the answer to a question: up, down or between."""
    to_terminal = str(output) == "-"
    if not to_terminal and not output.name.lower().endswith(SUFFIXES):
        raise CallIsWrong(f"{output} must end in {' or '.join(SUFFIXES)}; no other form can be drawn.")
    settings = settings_for(store)
    with filled_store(settings) as opened:
        picture = drawn(opened, answered(opened, settings, typed))
    if to_terminal:
        click.echo(picture.encode(), nl=False)
    else:
        output.write_text(picture, encoding="utf-8")
        click.echo(f"The picture is in {output}.")


def drawn(store: Store, answer: Answer) -> str:
    """The picture of an answer as SVG, as its page shows it, without links into the explorer.

    :raises CallIsWrong: when the answer holds no tie that could be drawn.
    """
    from web.drawing import draw_answer

    drawing = draw_answer(store, answer, linked=False)
    if drawing is None:
        raise CallIsWrong(f"There is nothing to draw. {answer.summary}")
    if drawing.left_out:
        click.echo(f"{drawing.left_out} more belong to the answer but are not in the picture.", err=True)
    return drawing.svg

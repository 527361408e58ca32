"""`govgraph draw`: the picture of an answer, into a file of the form that its ending tells."""

from pathlib import Path
from typing import Any

import click

from graph.answers import Answer
from graph.store import Store
from web.commands.asking import answered, asked_again
from web.commands.failures import CallIsWrong
from web.commands.options import question_options, store_option
from web.commands.stores import filled_store, settings_for

EXAMPLES = """\b
Examples:
  govgraph draw up HEDG -o hedg.svg
  govgraph draw between HEDG "Mayor of London" -o hedg.pptx
  govgraph draw members HEG -o heg.docx
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
    help="Where the picture goes: a file that ends in .svg, .png, .pptx (PowerPoint) or .docx (Word), "
    "or - for SVG on standard output.",
)
def draw(store: str | None, output: Path, **typed: Any) -> None:
    """Draw the answer to a question, as a picture or as a document with its sources."""
    from web.picture import FORMS

    to_terminal = str(output) == "-"
    form = ".svg" if to_terminal else output.suffix.lower()
    if form not in FORMS:
        raise CallIsWrong(f"{output} must end in {' or '.join(FORMS)}; no other form can be drawn.")
    settings = settings_for(store)
    with filled_store(settings) as opened:
        picture = drawn(opened, answered(opened, settings, typed), form)
    if to_terminal:
        click.echo(picture, nl=False)
    else:
        output.write_bytes(picture)
        click.echo(f"The picture is in {output}.")


def drawn(store: Store, answer: Answer, form: str) -> bytes:
    """The picture of an answer as a file of that form, without links into the explorer.

    :raises CallIsWrong: when the answer holds no tie that could be drawn.
    :raises TooLarge: when the form cannot hold so many boxes.
    """
    from web.picture import picture_of

    picture = picture_of(store, answer, form, asked_again(answer.question))
    if picture is None:
        raise CallIsWrong(f"There is nothing to draw. {answer.summary}")
    made = picture.to_bytes(form)
    if picture.left_out:
        click.echo(f"{picture.left_out} more belong to the answer but are not in the picture.", err=True)
    return made

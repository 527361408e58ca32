"""`govgraph draw`: an answer as a picture, a document or a table, into a file of the form that its ending tells."""

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
  govgraph draw money --decision MD3326 -o md3326.xlsx
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
    help="Where the picture goes: a file that ends in .svg, .png, .pptx (PowerPoint), .docx (Word), "
    ".xlsx (Excel) or .csv, or - for SVG on standard output.",
)
def draw(store: str | None, output: Path, **typed: Any) -> None:
    """Draw the answer to a question, as a picture, a document or a table with its sources."""
    from web.picture import FORMS
    from web.table_files import TABLES

    to_terminal = str(output) == "-"
    form = ".svg" if to_terminal else output.suffix.lower()
    if form not in (*FORMS, *TABLES):
        raise CallIsWrong(f"{output} must end in {' or '.join((*FORMS, *TABLES))}; no other form can be made.")
    settings = settings_for(store)
    with filled_store(settings) as opened:
        answer = answered(opened, settings, typed)
        made = tabled(opened, answer, form) if form in TABLES else drawn(opened, answer, form)
    if to_terminal:
        click.echo(made, nl=False)
    else:
        output.write_bytes(made)
        click.echo(f"The {'table' if form in TABLES else 'picture'} is in {output}.")


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


def tabled(store: Store, answer: Answer, form: str) -> bytes:
    """The tables of an answer as a file of that form.

    :raises CallIsWrong: when the answer has none.
    """
    from web.table_files import table_file

    made = table_file(store, answer, form, asked_again(answer.question))
    if made is None:
        raise CallIsWrong(f"There is no table to make. {answer.summary}")
    return made

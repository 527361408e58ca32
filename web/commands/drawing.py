"""`govgraph draw`: an answer as a picture, a document or a table, into a file of the form that its ending tells."""

from pathlib import Path
from typing import Any

import click

from graph.answers import Answer
from graph.render.forms import FORMS, Form, ending_of, form_of
from graph.store import Store
from web.commands.asking import answered
from web.commands.failures import CallIsWrong
from web.commands.inside import origin_of, patiently
from web.commands.options import file_option, question_options, store_option
from web.commands.stores import filled_store, settings_for

EXAMPLES = """\b
Examples:
  govgraph draw up HEDG -o hedg.svg
  govgraph draw between HEDG "Mayor of London" -o hedg.pptx
  govgraph draw members HEG -o heg.docx
  govgraph draw money --decision MD3326 -o md3326.xlsx
  govgraph draw between HEDG "Mayor of London" -o - > mayor.svg
"""
_ENDINGS = ", ".join(f"{form.ending} ({form.name})" for form in FORMS.values())


@click.command(epilog=EXAMPLES)
@question_options
@store_option
@file_option(f"Where it goes: a file that ends in {_ENDINGS}; or - for SVG on standard output.", dash=True)
def draw(store: str | None, output: Path, **typed: Any) -> None:
    """Draw the answer to a question, as a picture, a document or a table with its sources."""
    to_terminal = str(output) == "-"
    ending = ".svg" if to_terminal else ending_of(output.name)
    if ending not in FORMS:
        raise CallIsWrong(f"{output} must end in {' or '.join(FORMS)}; no other form can be made.")
    settings = settings_for(store)
    with filled_store(settings) as opened:
        answer = answered(opened, settings, typed)
        with patiently(form_of(ending)):
            made = drawn(opened, answer, form_of(ending), origin_of(settings, answer.question))
    if to_terminal:
        click.echo(made, nl=False)
    else:
        output.write_bytes(made)
        click.echo(f"{output} is written ({form_of(ending).name}).")


def drawn(store: Store, answer: Answer, form: Form, origin: str) -> bytes:
    """An answer as a file of that form, without links into the explorer; `origin` is where it can be asked again.

    :raises CallIsWrong: when the answer holds nothing that the form could show.
    :raises TooLarge: when the form cannot hold so many boxes.
    """
    from web.picture import picture_of

    picture = picture_of(store, answer, form.ending, origin)
    if form.lacks(picture.scene, picture.brief):
        raise CallIsWrong(f"{form.needs.value} {answer.summary}")
    made = form.make(picture.scene, picture.brief)
    if picture.left_out:
        click.echo(f"{picture.left_out} more belong to the answer but are not in the picture.", err=True)
    return made

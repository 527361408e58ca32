"""`govgraph brief`: an answer in every form, in one folder."""

from pathlib import Path
from typing import Any

import click

from graph.errors import TooLarge
from graph.render.forms import FORMS, form_of
from web.commands.failures import CallIsWrong
from web.commands.inside import inside
from web.commands.options import question_options, store_option
from web.commands.stores import settings_for
from web.commands.viewing import place_of, tell

EXAMPLES = """\b
Examples:
  govgraph brief between HEDG "Mayor of London" -o briefing
  govgraph brief members "London Health and Care Partnership" -o briefing --form docx --form png
  govgraph brief "http://127.0.0.1:8000/explore/hedg?up=hedg" -o briefing
"""


@click.command(epilog=EXAMPLES)
@question_options
@store_option
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the files go; it is made where it is not there.",
)
@click.option(
    "--form",
    "endings",
    multiple=True,
    type=click.Choice([ending.removeprefix(".") for ending in FORMS]),
    help="Only this form; may be repeated. Without it all that can be made.",
)
def brief(store: str | None, output: Path, endings: tuple[str, ...], **typed: Any) -> None:
    """Make every form of the answer to a question, or of what is at an address of the pages, ready for a briefing."""
    from web.current import current_moment
    from web.files import file_name
    from web.seen import seen_at

    settings = settings_for(store)
    with inside(settings) as opened:
        seen = seen_at(opened, place_of(opened, settings, typed), current_moment())
        wanted = [form_of(f".{ending}") for ending in endings] or list(seen.forms)
        output.mkdir(parents=True, exist_ok=True)
        for number, form in enumerate(wanted, start=1):
            if form.lacks(seen.page.scene, seen.brief):
                raise CallIsWrong(f"{form.needs.value} {seen.brief.summary}".strip())
            tell(form, number, len(wanted))
            try:
                made = seen.made(form.ending)
            except TooLarge as error:
                # The others are worth having, unless this one was asked for by name.
                if endings:
                    raise
                click.echo(f"{form.name} could not be made. {error}", err=True)
                continue
            file = output / file_name(seen.brief.title, form.ending)
            file.write_bytes(made)
            click.echo(f"{file} is written ({form.name}).")
    if not endings:
        for why in sorted(set(seen.refused.values())):
            click.echo(f"Not every form could be made. {why}", err=True)

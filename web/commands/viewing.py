"""`govgraph view`: saved views, made, listed, written to files and withdrawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from graph.render.forms import FORMS, Form, ending_of, form_of
from graph.saved import MOST_NOTE, MOST_REASON, MOST_TITLE, SavedView, SavedViews
from graph.store import Store
from graph.stores import open_store
from graph.wording import day_words
from web.commands.asking import answered
from web.commands.failures import CallIsWrong
from web.commands.inside import inside, patiently
from web.commands.options import DEFAULTS, Text, file_option, question_options, store_option
from web.commands.stores import settings_for
from web.config import Settings, read_sites

EXAMPLES = """\b
Examples:
  govgraph view save between HEDG "Mayor of London" --note "For the board of 3 December"
  govgraph view save members HEG --live --sites https://www.example.gov.uk
  govgraph view save "http://127.0.0.1:8000/explore/hedg?up=hedg"
  govgraph view list
  govgraph view write 7kq2mfx9ab -o hedg.docx
  govgraph view withdraw 7kq2mfx9ab --reason "A name was wrong."
"""


@click.group(epilog=EXAMPLES)
def view() -> None:
    """Saved views: answers and pictures under addresses of their own, which outlive every load."""


@view.command()
@question_options
@store_option
@click.option("--live", is_flag=True, help="Keep the question, to be asked again; without it the answer is frozen.")
@click.option("--title", type=Text(most=MOST_TITLE), default="", help="A title in place of the question.")
@click.option("--note", type=Text(most=MOST_NOTE), default="", help="Printed in every form.")
@click.option("--expires", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The last day on which it is shown.")
@click.option("--sites", default=None, metavar="SITES", help="The only sites that may show it in a frame; '' for none.")
def save(store: str | None, live: bool, sites: str | None, **typed: Any) -> None:
    """Save the answer to a question, or what is at an address of the pages (in place of the question)."""
    from web.current import current_moment
    from web.saving import Wish, path_of
    from web.saving import save as keep

    settings = settings_for(store)
    with inside(settings) as opened:
        wish = Wish(
            place_of(opened, settings, typed),
            kind="live" if live else "frozen",
            title=typed["title"],
            note=typed["note"],
            expires=typed["expires"] and typed["expires"].date(),
            sites=None if sites is None else _sites(sites),
        )
        now = current_moment()
        made = keep(opened, wish, now, tell)
        for why in made.missing:
            click.echo(f"Not every form could be made. {why}", err=True)
        click.echo(f"Saved as {made.id} ({made.kind}): {now.base}{path_of(made)}")


@view.command("list")
@store_option
def list_(store: str | None) -> None:
    """List the saved views, the last saved first."""
    from web.current import today

    with _views(settings_for(store)) as views:
        every = views.every()
    for one in every:
        click.echo(
            "  ".join((one.id, f"{one.kind:6}", one.saved.isoformat(), one.title, _state(one, today()))).rstrip()
        )
    if not every:
        click.echo("No view is saved yet.")


@view.command()
@click.argument("key", metavar="ID")
@store_option
@file_option(f"A file whose ending tells the form: {', '.join(FORMS)}.")
def write(key: str, store: str | None, output: Path) -> None:
    """Write a saved view to a file."""
    from web.current import current_moment
    from web.saving import file_of

    form = form_of(ending_of(output.name))
    with inside(settings_for(store)) as opened, patiently(form):
        content = file_of(opened, opened.views().view(key), form.ending, current_moment())
    output.write_bytes(content)
    click.echo(f"{output} is written ({form.name}).")


@view.command()
@click.argument("key", metavar="ID")
@store_option
@click.option("--reason", type=Text(most=MOST_REASON), default="", help="Why; whoever opens the view reads it.")
def withdraw(key: str, store: str | None, reason: str) -> None:
    """Take a saved view back for good: its files are deleted, and its address says that it was withdrawn."""
    from web.current import today
    from web.saving import gone_words

    with _views(settings_for(store)) as views:
        gone = views.withdraw(key, today(), reason)
    click.echo(f"{gone.id}, {gone.title}: {gone_words(gone)}")


def place_of(store: Store, settings: Settings, typed: Any) -> str:
    """The address, without host, of what a command was asked for: a question, or an address as it stands in a browser.

    It takes an application that is answering.

    :raises GovernanceError: when the question cannot be asked.
    """
    from web.changes import as_understood

    if typed["question"].startswith(("http://", "https://", "/")):
        return str(typed["question"])
    if (typed["hops"], typed["routes"]) != (DEFAULTS.hops, DEFAULTS.routes):
        raise CallIsWrong("An address holds no --hops and no --routes; leave them out.")
    return as_understood(answered(store, settings, typed).question).address()


def tell(form: Form, number: int, of: int) -> None:
    """Tell on standard error which form is being made."""
    click.echo(f"{number} of {of}: {form.name}", err=True)


@contextmanager
def _views(settings: Settings) -> Iterator[SavedViews]:
    with open_store(settings.store, settings.password) as store:
        yield store.views()


def _sites(text: str) -> tuple[str, ...]:
    try:
        return read_sites(text)
    except ValueError as error:
        raise CallIsWrong(f"--sites cannot be used: {error}.") from None


def _state(one: SavedView, day: date) -> str:
    from web.saving import gone_words

    if not one.shown_on(day):
        return gone_words(one)
    return f"Shown until {day_words(one.expires)}." if one.expires else ""

"""`govgraph check` and `govgraph load`: a folder of tables, with every problem told, and into a store."""

from pathlib import Path

import click

from graph.stores import open_store
from loaders import load as read
from loaders.report import Report
from loaders.result import LoadResult
from web.commands.failures import DataIsWrong
from web.commands.options import store_option
from web.commands.stores import settings_for
from web.intake import take_in

folder_argument = click.argument("folder", metavar="DIR", type=click.Path(exists=True, path_type=Path))


@click.command()
@folder_argument
def check(folder: Path) -> None:
    """Check the three tables in DIR, or in one Excel workbook, and tell every problem.

    Nothing is loaded.
    """
    result = read(folder)
    tell(folder, result)
    click.echo(f"{result.report}\n{folder} can be loaded.")


@click.command()
@folder_argument
@store_option
def load(folder: Path, store: str | None) -> None:
    """Make the store hold what DIR or one Excel workbook holds, and nothing else.

    With any error the store stays as it was. A server that runs on the store serves
    the new data at once.
    """
    settings = settings_for(store)
    with open_store(settings.store, settings.password) as opened:
        intake = take_in(opened, settings, folder)
        tell(folder, intake.result)
        did = "Loaded" if intake.changed else "Nothing changed, the store held this already:"
        counts = counted(intake.result.report)
        click.echo(f"{did} {folder}: {counts}.\nThe store {settings.store} holds version {opened.version()}.")


def tell(folder: Path, result: LoadResult) -> None:
    """Print every problem, errors and warnings, to standard error.

    :raises DataIsWrong: when there are errors.
    """
    for problem in result.problems:
        click.echo(f"{problem.severity}: {problem}", err=True)
    if result.graph is None:
        errors = len(result.errors)
        raise DataIsWrong(f"{folder} has {errors:,} error{'s' if errors != 1 else ''}, so nothing is loaded.")


def counted(report: Report) -> str:
    """How much a report counts, in one line."""
    counts = {
        ("source", "sources"): report.sources,
        ("entity", "entities"): sum(report.entities.values()),
        ("claim", "claims"): sum(report.claims.values()),
        ("relation", "relations"): sum(report.relations.values()),
    }
    return ", ".join(f"{number:,} {one if number == 1 else many}" for (one, many), number in counts.items())

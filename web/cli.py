"""The command line: `govgraph`, its group and its way out. The commands are in `web.commands`."""

import logging
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from web.commands.failures import guarded

HOMES = {
    "ask": "asking",
    "brief": "briefing",
    "check": "loading",
    "draw": "drawing",
    "load": "loading",
    "serve": "serving",
    "view": "viewing",
}
"""Command -> its module in `web.commands`, imported when it is needed: to ask takes no web server."""


class Commands(click.Group):
    """A group whose commands never end in a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in alphabetical order."""
        return sorted(HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name; None where there is none."""
        if cmd_name not in HOMES:
            return None
        command: click.Command = getattr(import_module(f"web.commands.{HOMES[cmd_name]}"), cmd_name)
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of a call; `--help` and `--version` write already here."""
        context: click.Context = guarded(
            lambda: super(Commands, self).make_context(info_name, args, parent, **extra), debug=False
        )
        return context

    def invoke(self, ctx: click.Context) -> Any:
        """What the command returns."""
        return guarded(lambda: super(Commands, self).invoke(ctx), debug=ctx.params["debug"])


EXIT_CODES = """\b
Exit codes:
  0    done
  1    the data is wrong
  2    the call is wrong
  3    the store cannot be used
  70   a fault of the program
  130  stopped by Ctrl-C
"""


@click.group(cls=Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="govgraph", message="govgraph %(version)s")
@click.option("--debug", is_flag=True, envvar="GOVGRAPH_DEBUG", help="Show where a fault happened.")
def cli(debug: bool) -> None:
    """Who answers to whom, since when, and which document says so."""


def main() -> None:
    """Run the command that the arguments name, and end with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that is not UTF-8 shows a question mark where it lacks a letter, instead of failing.
            stream.reconfigure(errors="replace")
    # A database's driver notes its troubles for those who keep a log; a person gets the one line of the failure.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    cli(prog_name="govgraph")

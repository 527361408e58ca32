"""Options that several commands share, the same in Python, on the command line and in the API."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from graph.errors import BadQuestion
from graph.model import Strength
from graph.queries.options import MAX_HOPS, MAX_ROUTES, MAX_SECONDS, Options

DEFAULTS = Options()

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Text(click.ParamType[str]):
    """Something typed, read by the rules of the API (`web.params`)."""

    name = "text"

    def __init__(self, *, day: bool = False, most: int = 0) -> None:
        """Of `most` characters; 0 for as many as the API takes."""
        self._day = day
        self._most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text, without needless space; a day is known to be readable."""
        from werkzeug.datastructures import MultiDict

        from web import params

        name = param.opts[0].strip("-_") if param else "text"
        typed = MultiDict([(name, str(value))])
        try:
            if self._day:
                return params.day(typed, name)
            return params.one(typed, name, self._most or params.MAX_TEXT)
        except BadQuestion as error:
            return self.fail(str(error), param, ctx)


TEXT = Text()
LONGEST_ADDRESS = 8_000
"""Characters; an address of the pages may stand in place of a question."""

_QUESTION = (
    click.argument("question", type=Text(most=LONGEST_ADDRESS)),
    click.argument("subject", metavar="[SUBJECT]", type=TEXT, default="", required=False),
    click.argument("object_", metavar="[OBJECT]", type=TEXT, default="", required=False),
    click.option(
        "--at",
        type=Text(day=True),
        default="",
        metavar="DAY",
        help="A day, month or year, like 2021-12-09.",
    ),
    click.option(
        "--until",
        type=Text(day=True),
        default="",
        metavar="DAY",
        help="For changes: the second day; --at is the first.",
    ),
    click.option("--decision", type=TEXT, default="", help="For money: what this decision is about, like MD3326."),
    click.option(
        "--lens",
        type=click.Choice([strength.word for strength in Strength]),
        help="The weakest tie that a route may use. Default: line; for `between` leadership.",
    ),
    click.option(
        "--kind",
        "kinds",
        type=TEXT,
        multiple=True,
        help="Only ties of this kind, like reports_to; for list entities, like board.",
    ),
    click.option("--source", "sources", type=TEXT, multiple=True, help="Only ties that this source (an id) supports."),
    click.option("--role", "roles", type=TEXT, multiple=True, help="Only ties held in this role, like member."),
    click.option(
        "--entity-kind",
        "entities",
        type=TEXT,
        multiple=True,
        help="Show only this kind of entity, like board; for `between` the kinds that may lie between.",
    ),
    click.option("--firm", is_flag=True, help="Only ties that are certain, stated and undisputed."),
    click.option("--same", is_flag=True, help="Also cross between names that may stand for one body."),
    click.option(
        "--steps", type=click.IntRange(1, MAX_HOPS), help="Only what is at most so many steps away: 1 is direct."
    ),
    click.option(
        "--hops",
        type=click.IntRange(1, MAX_HOPS),
        default=DEFAULTS.hops,
        show_default=True,
        help="Search no further than this.",
    ),
    click.option(
        "--routes",
        type=click.IntRange(1, MAX_ROUTES),
        default=DEFAULTS.routes,
        show_default=True,
        help="Show at most so many.",
    ),
    click.option(
        "--seconds",
        type=click.FloatRange(0, MAX_SECONDS, min_open=True),
        help="Stop searching after this time.",
    ),
)


def question_options(command: Decorated) -> Decorated:
    """The command with a question's arguments and options; `options_of` reads what it then receives."""
    for decorate in reversed(_QUESTION):
        command = decorate(command)
    return command


def store_option(command: Decorated) -> Decorated:
    """The command with `--store`; its `store` is None where nothing was typed."""
    return click.option(
        "--store",
        metavar="URL",
        type=TEXT,
        help="Where the data is kept. Default: GOVGRAPH_STORE, else networkx:var/govgraph.json.",
    )(command)


def file_option(help: str, *, dash: bool = False) -> Callable[[Decorated], Decorated]:  # noqa: A002 - click's word
    """What gives a command `-o FILE`, the file that it writes; with `dash` also - for standard output."""
    kind = click.Path(dir_okay=False, writable=True, allow_dash=dash, path_type=Path)
    return click.option("-o", "--output", required=True, metavar="FILE", type=kind, help=help)


def options_of(typed: Mapping[str, Any], seconds: float) -> Options:
    """The options of a question, from what a command with `question_options` received.

    `seconds` is for a question that names no time of its own.
    """
    return Options(
        lens=Strength[typed["lens"].upper()] if typed["lens"] else None,
        at=typed["at"],
        until=typed["until"],
        kinds=frozenset(typed["kinds"]),
        sources=frozenset(typed["sources"]),
        roles=frozenset(typed["roles"]),
        entities=frozenset(typed["entities"]),
        soft=not typed["firm"],
        same=typed["same"],
        steps=typed["steps"],
        hops=typed["hops"],
        routes=typed["routes"],
        seconds=typed["seconds"] or seconds,
    )

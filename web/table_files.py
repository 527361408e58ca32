"""The tables of an answer as files; the ending of a file tells the form."""

from collections.abc import Callable, Mapping

from graph.answers import Answer
from graph.render.brief import Brief
from graph.render.tables import comma_separated, workbook
from graph.store import Store
from web.briefing import brief_of_answer

TABLES: Mapping[str, Callable[[Brief], bytes]] = {".xlsx": workbook, ".csv": comma_separated}
"""By ending."""


def table_file(store: Store, answer: Answer, form: str, origin: str = "") -> bytes | None:
    """The tables of an answer as a file of that form, a key of `TABLES`; None where it has none.

    `origin` is the address or the command by which it can be made again.
    """
    brief = brief_of_answer(store, answer, origin)
    return TABLES[form](brief) if brief.sheets else None

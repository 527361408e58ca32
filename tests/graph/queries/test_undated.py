"""Ties without any day are mentioned apart where a day is asked about; through `ask`."""

from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from tests.worlds import LEADERSHIP, reports, say, world


def _undated(store: Store, question: str, options: Options) -> list[str]:
    answer = ask(store, question, "a", options=options)
    return [tie.steps[0].relations[0].id for tie in answer.ties if tie.note.startswith("undated")]


def test_what_would_lead_on_is_mentioned(store: Store) -> None:
    store.load(world([*reports("ab"), *reports("bc", "xy", source="undated"), say("d", "chairs", "b", "undated")]))
    assert _undated(store, "up", Options(at="2021")) == ["b.reports_to.c"]
    assert _undated(store, "up", Options(LEADERSHIP, at="2021")) == ["b.reports_to.c", "d.chairs.b"]
    assert _undated(store, "up", Options()) == []


def test_what_would_lead_down_is_mentioned(store: Store) -> None:
    store.load(world([*reports("ba"), *reports("cb", source="undated")]))
    assert _undated(store, "down", Options(at="2021")) == ["c.reports_to.b"]


def test_a_tie_known_from_somewhere_else_is_not_undated(store: Store) -> None:
    """Its source is not dated, but it prints a start."""
    store.load(world([*reports("ab"), *reports("bc", source="undated", start="2010")]))
    assert _undated(store, "up", Options(at="2021")) == []


def test_a_denied_tie_is_not_mentioned_as_undated(store: Store) -> None:
    store.load(world([*reports("ab"), *reports("bc", source="undated", stance="contradicts")]))
    assert _undated(store, "up", Options(at="2021")) == []

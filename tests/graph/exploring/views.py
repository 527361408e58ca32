"""Views that the tests of the explorer share."""

from graph.exploring.first import AT_FIRST
from graph.exploring.view import Opening, View
from graph.spans import ANY_DAY, Span


def at_first(focus: str, window: Span = ANY_DAY) -> View:
    """An entity with those above and below it, its seats and its money."""
    return View(focus, frozenset(Opening(focus, direction) for direction in AT_FIRST), window=window)

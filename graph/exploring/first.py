"""What is open before anybody has opened or closed anything: enough to see, never all there is."""

from collections import defaultdict

from graph.exploring.view import DIRECTIONS, Opening, View, direction_of, drawable, other_end
from graph.spans import ANY_DAY, Span
from graph.store import Store

AT_FIRST = ("up", "down", "members", "money")
FEW = 16
"""So many neighbours can be taken in at once."""


def first_view(store: Store, focus: str, window: Span = ANY_DAY) -> View:
    """An entity as it is met first: with those above and below it, its seats and its money.

    Its other ties are open too where all its neighbours together are few, or where it has no others. An unknown entity
    is open in the same directions.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for relation in drawable(store.about([focus]).relations.values(), window):
        near[direction_of(relation, focus)].add(other_end(relation, focus))
    everybody = set().union(*near.values())
    has_some = any(near[direction] for direction in AT_FIRST)
    directions = DIRECTIONS if len(everybody) <= FEW or not has_some else AT_FIRST
    return View(focus, frozenset(Opening(focus, direction) for direction in directions), window=window)

"""What is open before anybody has opened or closed anything: enough to see, never all there is."""

from collections import defaultdict
from dataclasses import replace

from graph.exploring.sieve import EVERYTHING, Sieve
from graph.exploring.view import DIRECTIONS, Opening, View, direction_of, drawn_of, other_end
from graph.spans import ANY_DAY, Span
from graph.store import Store

AT_FIRST = ("up", "down", "members", "money")
FEW = 16
"""So many neighbours can be taken in at once."""


def first_view(store: Store, focus: str, window: Span = ANY_DAY, sieve: Sieve = EVERYTHING) -> View:
    """An entity as it is met first: with those above and below it, its seats and its money.

    Its other ties are open too where all its neighbours together are few, or where it has no others. An unknown entity
    is open in the same directions. What the days and the filters keep out does not count.
    """
    nothing = View(focus, window=window, sieve=sieve)
    near: dict[str, set[str]] = defaultdict(set)
    for relation in drawn_of(store.about([focus]), nothing.sifting):
        near[direction_of(relation, focus)].add(other_end(relation, focus))
    everybody = set().union(*near.values())
    has_some = any(near[direction] for direction in AT_FIRST)
    directions = DIRECTIONS if len(everybody) <= FEW or not has_some else AT_FIRST
    return replace(nothing, opened=frozenset(Opening(focus, direction) for direction in directions))

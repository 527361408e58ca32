"""Which boxes a picture has room for."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from graph.pictures.marks import Link


def chosen(candidates: Collection[str], links: Iterable[Link], focus: Collection[str], most: int) -> set[str]:
    """At most `most` of the candidates: those in the focus, then the nearest to it, the best tied first.

    Without a focus the best tied candidate stands for it.
    """
    if len(candidates) <= most:
        return set(candidates)
    near: dict[str, set[str]] = defaultdict(set)
    for link in links:
        near[link.from_box].add(link.to_box)
        near[link.to_box].add(link.from_box)
    ranked = sorted(candidates, key=lambda name: (-len(near[name]), name))
    ring = [name for name in ranked if name in focus] or ranked[:1]
    order: dict[str, None] = {}
    while ring:
        order |= dict.fromkeys(ring)
        reached = {other for name in ring for other in near[name]}
        ring = [name for name in ranked if name in reached and name not in order]
    order |= dict.fromkeys(ranked)
    return set(list(order)[:most])

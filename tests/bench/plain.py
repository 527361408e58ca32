"""The alternative to the embedded store: plain networkx, as one would write it without this program."""

import time
from typing import Any, TypeVar

import networkx as nx

from graph.subgraph import Subgraph
from graph.walks import Ties, Walk

NAME = "networkx: subgraph_view, all_shortest_paths"
LONGER_NAME = "networkx: subgraph_view, all_simple_paths with a cutoff"
Network = TypeVar("Network", "nx.MultiDiGraph[str]", "nx.MultiGraph[str]")
Routes = set[tuple[str, ...]]
"""The routes of an alternative: all of them, in no order."""


class Unfinished(Exception):
    """The seconds are over."""


def ranked(routes: Routes) -> list[tuple[str, ...]]:
    """Routes in the order in which a store gives them."""
    return sorted(routes, key=lambda route: (len(route), route))


class PlainNetwork:
    """Who answers to whom, and every tie, as multigraphs whose edges hold the relations."""

    def __init__(self, graph: Subgraph) -> None:
        self._network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._every: nx.MultiGraph[str] = nx.MultiGraph()
        for relation in graph.relations.values():
            if relation.lower:
                self._network.add_edge(relation.lower, relation.upper, key=relation.id, relation=relation)
            if relation.object:
                self._every.add_edge(relation.subject, relation.object, key=relation.id, relation=relation)

    def routes(self, walk: Walk) -> Routes:
        """All shortest routes, to the end or to whatever is reached."""
        if walk.end:
            return _between(_seen(self._network if walk.ties.lens else self._every, walk.ties), walk)
        view = _seen(self._network, walk.ties)
        if walk.start not in view:
            return set()
        if walk.down:
            found = nx.single_source_all_shortest_paths(view.reverse(copy=False), walk.start)
            return {tuple(reversed(path)) for _, paths in found for path in paths if len(path) > 1}
        found = nx.single_source_all_shortest_paths(view, walk.start)
        return {tuple(path) for _, paths in found for path in paths if len(path) > 1}

    def exactly(self, walk: Walk, steps: int) -> Routes:
        """All routes of so many steps to the end.

        :raises Unfinished: when the walk's seconds do not suffice.
        """
        view = _seen(self._network if walk.ties.lens else self._every, walk.ties, time.monotonic() + walk.seconds)
        if walk.start not in view or walk.end not in view:
            return set()
        found = nx.all_simple_paths(view, walk.start, walk.end, cutoff=steps)
        return {tuple(path) for path in found if len(path) == steps + 1}


def _between(view: "nx.MultiDiGraph[str] | nx.MultiGraph[str]", walk: Walk) -> Routes:
    try:
        found = nx.all_shortest_paths(view, walk.start, walk.end)
        return {tuple(path) for path in found if len(path) <= walk.hops + 1}
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return set()


def _seen(network: Network, ties: Ties, deadline: float = 0) -> Network:
    """The network with the edges alone that the ties admit; until the deadline, where there is one."""

    def admits(start: str, end: str, key: Any) -> bool:
        if deadline and time.monotonic() > deadline:
            raise Unfinished
        return ties.admits(network.edges[start, end, key]["relation"])

    seen: Network = nx.subgraph_view(network, filter_edge=admits)
    return seen

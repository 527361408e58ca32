"""The alternative to the embedded store: plain networkx, as one would write it without this program."""

from typing import TypeVar

import networkx as nx

from graph.subgraph import Subgraph
from graph.walks import Ties
from tests.bench.asked import Asked

NAME = "networkx: subgraph_view, all_shortest_paths"
Network = TypeVar("Network", "nx.MultiDiGraph[str]", "nx.MultiGraph[str]")
Routes = set[tuple[str, ...]]
"""The routes of an alternative: all of them, in no order."""


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

    def routes(self, asked: Asked) -> Routes:
        """All shortest routes, to the end or to whatever is reached."""
        if asked.object:
            return self._between(_seen(self._network if asked.lens else self._every, asked.walk().ties), asked)
        view = _seen(self._network, asked.walk().ties)
        if asked.subject not in view:
            return set()
        if asked.question == "down":
            found = nx.single_source_all_shortest_paths(view.reverse(copy=False), asked.subject)
            return {tuple(reversed(path)) for _, paths in found for path in paths if len(path) > 1}
        found = nx.single_source_all_shortest_paths(view, asked.subject)
        return {tuple(path) for _, paths in found for path in paths if len(path) > 1}

    def _between(self, view: Network, asked: Asked) -> Routes:
        try:
            return set(map(tuple, nx.all_shortest_paths(view, asked.subject, asked.object)))
        except (nx.NetworkXNoPath, nx.NodeNotFound):
            return set()


def _seen(network: Network, ties: Ties) -> Network:
    """The network with the edges alone that the ties admit."""
    seen: Network = nx.subgraph_view(
        network, filter_edge=lambda a, b, key: ties.admits(network.edges[a, b, key]["relation"])
    )
    return seen

"""The alternative to the embedded store: plain networkx, as one would write it without this program."""

import networkx as nx

from graph.subgraph import Subgraph
from tests.bench.asked import Asked

NAME = "networkx: subgraph_view, all_shortest_paths"
Routes = set[tuple[str, ...]]
"""The routes of an alternative: all of them, in no order."""


def ranked(routes: Routes) -> list[tuple[str, ...]]:
    """Routes in the order in which a store gives them."""
    return sorted(routes, key=lambda route: (len(route), route))


class PlainNetwork:
    """Who answers to whom as a multigraph whose edges hold the relations."""

    def __init__(self, graph: Subgraph) -> None:
        self._network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for relation in graph.relations.values():
            if relation.lower:
                self._network.add_edge(relation.lower, relation.upper, key=relation.id, relation=relation)

    def routes(self, asked: Asked) -> Routes:
        """All shortest routes, to the end or to whatever is reached."""
        ties = asked.walk().ties
        network = self._network
        view = nx.subgraph_view(
            network, filter_edge=lambda a, b, key: ties.admits(network.edges[a, b, key]["relation"])
        )
        if asked.subject not in view:
            return set()
        if asked.object:
            return self._between(view, asked)
        if asked.question == "down":
            found = nx.single_source_all_shortest_paths(nx.reverse_view(view), asked.subject)
            return {tuple(reversed(path)) for _, paths in found for path in paths if len(path) > 1}
        found = nx.single_source_all_shortest_paths(view, asked.subject)
        return {tuple(path) for _, paths in found for path in paths if len(path) > 1}

    def _between(self, view: "nx.MultiDiGraph[str]", asked: Asked) -> Routes:
        try:
            return set(map(tuple, nx.all_shortest_paths(view, asked.subject, asked.object)))
        except (nx.NetworkXNoPath, nx.NodeNotFound):
            return set()

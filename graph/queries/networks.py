"""What `gaps` asks of who answers to whom as a whole: loops, and who is reached from the top through one alone.

And what `money` asks of all payments: who was paid by others than those to whom the money goes on.

Both algorithms are networkx's, and linear or nearly: strongly connected components (Tarjan, 1972), which are stopped
when the time is up, and immediate dominators (Cooper, Harvey and Kennedy, 2001), which cannot be stopped: they are
begun only where there is time for what they take.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain

from graph.model import Relation
from graph.queries.clock import Clock
from graph.queries.tables import Table, is_used
from graph.subgraph import Subgraph

PER_TIE = 10e-6
"""The seconds that dominators take for one tie: about 5 millionths, 1 second for 200,000 ties."""


def loops(ties: Sequence[Relation], clock: Clock) -> list[tuple[str, ...]]:
    """Those who answer to each other in a loop, by these ties: the ids of each loop in their order.

    Where the time ran out those found by then; a loop that is told is one, whatever was not looked at.
    """
    found = clock.within(_rings(((tie.lower, tie.upper) for tie in ties), clock))
    return [tuple(sorted(loop)) for loop in found if len(loop) > 1]


def paid_from_outside(payments: Sequence[Relation], clock: Clock) -> Set[str]:
    """Who was paid by somebody to whom none of it can come back by these payments: what they pay is paid on.

    Those who pay each other in a ring count as one. Where the time ran out everybody who was paid may be among them.
    """
    pairs = [(payment.subject, payment.object) for payment in payments]
    ring = {one: place for place, ones in enumerate(clock.within(_rings(pairs, clock))) for one in ones}
    fed = {ring.get(paid, paid) for payer, paid in pairs if ring.get(payer, payer) != ring.get(paid, paid)}
    return {one for pair in pairs for one in pair if ring.get(one, one) in fed}


def _rings(pairs: Iterable[tuple[str, str]], clock: Clock) -> Iterable[Set[str]]:
    """The largest sets of those who all reach each other, singles too; none where the time ran out."""
    import networkx as nx

    network: nx.DiGraph[str] = nx.DiGraph(clock.within(pairs))
    return () if clock.ran_out else nx.strongly_connected_components(network)


def passed_through(ties: Sequence[Relation], clock: Clock) -> Mapping[str, Sequence[str]]:
    """By entity below the top, those whom every way down from the top reaches through it last, in the order of ids.

    The top are those who answer to nobody by these ties. Empty where the time does not suffice.
    """
    import networkx as nx

    downwards: nx.DiGraph[str] = nx.DiGraph((tie.upper, tie.lower) for tie in clock.within(ties))
    tops = {entity for entity in downwards if not downwards.in_degree(entity)}
    downwards.add_edges_from(("", top) for top in tops)
    if not tops or clock.ran_out or clock.lacks(downwards.number_of_edges() * PER_TIE):
        return {}
    below: dict[str, list[str]] = defaultdict(list)
    for entity, above in sorted(nx.immediate_dominators(downwards, "").items()):
        if entity and above and above not in tops:
            below[above].append(entity)
    return below


def concerning(asked: Table, entity: str) -> Subgraph:
    """The ties of answerability of all below the entity, and of all above these: its loops and points rest on them.

    It takes as many readings as there are steps between.
    """
    around = _Around(asked)
    around.walk(around.walk({entity}, down=True), down=False)
    return around.part()


class _Around:
    """What is read of a store step by step."""

    def __init__(self, asked: Table) -> None:
        self._asked = asked
        self._parts: list[Subgraph] = []
        self._ties: dict[str, Relation] = {}

    def walk(self, starts: Set[str], *, down: bool) -> Set[str]:
        """The starts and all below or above them, as far as there is time."""
        asked = self._asked
        reached, ahead = set(starts), set(starts)
        while ahead:
            self._parts.append(asked.about(ahead))
            beyond = set()
            for tie in asked.clock.within(self._parts[-1].relations.values()):
                near, far = (tie.upper, tie.lower) if down else (tie.lower, tie.upper)
                if near in ahead and is_used(tie) and asked.keeps(tie):
                    self._ties[tie.id] = tie
                    beyond.add(far)
            ahead = beyond - reached
            reached |= ahead
        return reached

    def part(self) -> Subgraph:
        """The ties found, with all that belongs to them."""
        sources, entities, claims = (
            dict(chain.from_iterable(getattr(part, table).items() for part in self._parts))
            for table in ("sources", "entities", "claims")
        )
        return Subgraph(sources, entities, claims, self._ties).closed_over(set(self._ties), set(), set())

"""Which claims cannot all be true: those that share a dispute word, whatever they are said of."""

from collections import defaultdict
from collections.abc import Collection

from graph.model import Claim
from graph.subgraph import Subgraph


class Disputes:
    """The claims of one state of the data that have a dispute word, with their sources, as `part`."""

    def __init__(self, part: Subgraph) -> None:
        self.part = part
        self._by_word: dict[str, list[Claim]] = defaultdict(list)
        for claim in part.claims.values():
            self._by_word[claim.dispute].append(claim)

    def rivals(self, claims: Collection[str]) -> list[Claim]:
        """The other claims that share a dispute word with one of these, each once, by word and id; none for none."""
        words = {self.part.claims[claim].dispute for claim in claims if claim in self.part.claims}
        return [rival for word in sorted(words) for rival in self._by_word[word] if rival.id not in claims]

"""What a mistyped word may have been meant to be."""

from collections.abc import Iterable

MAX_LOOKUPS = 300
"""After so many unknown words something else is wrong, and suggestions would only take time."""


class Nearby:
    """The known words of one sort, of which the closest to a given one is suggested."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted(set(known))
        self._found: dict[str, str] = {}

    def advice(self, word: str, otherwise: str) -> str:
        """As in "did you mean 'reports_to'?"; `otherwise` where nothing is close."""
        best = self.best(word)
        return f"did you mean {best!r}?" if best else otherwise

    def best(self, word: str) -> str:
        """The closest known word, the first in the alphabet of those as close; empty where none is."""
        if word not in self._found:
            if len(self._found) >= MAX_LOOKUPS or len(word) > 200:
                return ""
            self._found[word] = self._search(word)
        return self._found[word]

    def _search(self, word: str) -> str:
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein

        # It counts two letters that have changed places as one mistake: "lbh" is near to "lhb".
        scorer = DamerauLevenshtein.normalized_similarity
        found = process.extractOne(word.lower(), self._known, scorer=scorer, score_cutoff=0.6)
        return found[0] if found else ""

"""How much was compared: programs, steps and comparisons, and for each question how often it found something."""

from collections import Counter, defaultdict
from collections.abc import Iterator

ASKED, FOUND, STORES, ORACLE = "asked", "found something", "comparisons of stores", "with the oracle"


class Tally:
    """Counts under names; `questions` has those of each question."""

    def __init__(self) -> None:
        self.totals: Counter[str] = Counter()
        self.questions: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, what: str, number: int = 1) -> None:
        """Count so many more of something."""
        self.totals[what] += number

    def asked(self, question: str, *, found: bool, stores: int, oracle: int) -> None:
        """Count one question with the comparisons that were made of its answers; `found` when they say something."""
        self.questions[question].update({ASKED: 1, FOUND: int(found), STORES: stores, ORACLE: oracle})
        self.totals["questions"] += 1
        self.totals["comparisons with the oracle"] += oracle

    def lines(self) -> Iterator[str]:
        """All in words: first the totals, then a line for each question."""
        yield ", ".join(f"{number:,} {what}" for what, number in self.totals.items())
        for question, counts in self.questions.items():
            yield f"{question}: {', '.join(f'{counts[what]:,} {what}' for what in (ASKED, FOUND, STORES, ORACLE))}"

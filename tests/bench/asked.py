"""What is asked of a graph when it is measured: pairs and starts that are picked by a seed."""

from dataclasses import dataclass, replace
from random import Random

from graph.answers import Answer
from graph.model import Strength
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.queries.search import MOST_REACHED, MOST_ROUTES
from graph.spans import read_span
from graph.store import Store
from graph.walks import Ties, Walk, When
from tests.synthetic import Cast, parent

DAY = "2015-06-01"
SECONDS = 10.0
QUESTIONS = ("between", "up", "down")
TIED = "tied"
TYPED = (
    *("c", "ca", "camd", "camden h", "health", "air quality", "the director of", "fer", "walden housing board"),
    *("body-000012", "b17", "amden", "youth camden"),
)
"""What people type while names are suggested: beginnings, words, a part, an id, a short name."""
MISTYPED = (
    "Camdne Helath",
    "Walsut Hosing Unit",
    "Directer of Oxel Skills",
    "Nobody at all",
    "Kennor Cluture",
    "bdoy 12",
)
"""The same with typing errors, and nobody."""
PAIRS, UNRELATED = 12, 4
"""How many pairs are asked about, and how many of them are taken at random (seldom tied at all)."""
STARTS = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on one day. `lens` is leadership for a pair; line for what is above and oversight for below.

    "tied" is no question of its own: it is how `between` looks for any way at all, over ties of every kind.
    """

    question: str
    subject: str
    object: str = ""

    @property
    def lens(self) -> Strength | None:
        """The lens that this question is asked with."""
        lenses = {"between": Strength.LEADERSHIP, "up": Strength.LINE, "down": Strength.OVERSIGHT}
        return lenses.get(self.question)

    def walk(self, most: int = 0) -> Walk:
        """The search of the widest class, with the limit of real questions unless another is given."""
        ties = Ties(self.lens, when=When.POSSIBLE, window=read_span(DAY))
        most = most or (MOST_ROUTES if self.object else MOST_REACHED)
        return Walk(ties, self.subject, self.object, down=self.question == "down", seconds=SECONDS, most=most)

    def answer(self, store: Store) -> Answer:
        """The whole answer: all classes of the lens, the ranking, the evidence and the words."""
        return ask(store, self.question, self.subject, self.object, Options(lens=self.lens, at=DAY, seconds=SECONDS))


def picked(cast: Cast, seed: int = 1) -> dict[str, list[Asked]]:
    """What is asked, by question: pairs mostly of a body and one three levels above it."""
    chance = Random(seed)
    pairs = [_pair(cast, chance) for _ in range(PAIRS - UNRELATED)]
    pairs += [Asked("between", chance.choice(cast.bodies), chance.choice(cast.bodies[1:])) for _ in range(UNRELATED)]
    deep = [Asked("up", body) for body in chance.sample(cast.bodies[len(cast.bodies) // 2 :], STARTS)]
    high = [Asked("down", body) for body in chance.sample(cast.bodies[7:43], STARTS)]
    pairs = [asked for asked in pairs if asked.subject != asked.object]
    tied = [replace(asked, question=TIED) for asked in pairs]
    return {"between": pairs, "up": deep, "down": high, TIED: tied}


def _pair(cast: Cast, chance: Random) -> Asked:
    below = chance.randrange(len(cast.bodies) // 2, len(cast.bodies))
    above = parent(parent(parent(below)))
    return Asked("between", cast.bodies[below], cast.bodies[above])

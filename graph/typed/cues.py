"""The words by which a typed question tells what is asked; verbs of ties come from the vocabulary (`kinds.yaml`)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.kinds import vocabulary

_SHORTEST_FORGIVEN = 3


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of `cues.yaml`: by question those that ask it, and the lists that a sentence is made of."""

    questions: Mapping[str, frozenset[str]]
    answering: frozenset[str]
    above: frozenset[str]
    below: frozenset[str]
    connected: frozenset[str]
    working: frozenset[str]
    saying: frozenset[str]
    who: frozenset[str]
    helping: frozenset[str]
    being: frozenset[str]
    idle: frozenset[str]

    @property
    def known(self) -> frozenset[str]:
        """All of them."""
        asking = (self.answering, self.above, self.below, self.connected, self.working, self.saying)
        return frozenset().union(*asking, self.who, self.helping, self.being, self.idle, *self.questions.values())


@cache
def cues() -> Cues:
    """The words that ship with the program."""
    table = yaml.safe_load(resources.files("graph.typed").joinpath("cues.yaml").read_text(encoding="utf-8"))
    questions = {question: frozenset(words.split()) for question, words in table.pop("questions").items()}
    return Cues(questions, **{name: frozenset(words.split()) for name, words in table.items()})


@cache
def known() -> frozenset[str]:
    """Every word that a question may hold besides names, dates, verbs and kinds."""
    return cues().known


@cache
def verbs() -> Mapping[str, tuple[str, ...]]:
    """Each form of a verb or noun of the vocabulary -> the kinds of tie that it may mean, in the vocabulary's order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for kind in vocabulary().relations.values():
        for word in kind.asked:
            for form in forms_of(word):
                found[form][kind.name] = None
    return {form: tuple(kinds) for form, kinds in found.items()}


@cache
def nouns() -> Mapping[str, str]:
    """Each label of a kind of entity, singular and plural -> the kind: "boards" -> board.

    Without those that are words of questions first: "reports" is what one body does to another.
    """
    kinds = vocabulary().entities.values()
    return {label: kind.name for kind in kinds for label in (kind.plural, kind.label) if label not in known()}


def forms_of(word: str) -> frozenset[str]:
    """The forms of an English regular verb: chair, chairs, chaired, chairing; of several words only the first bends."""
    first, space, rest = word.partition(" ")
    stem = first.removesuffix("e")
    bent = {first, f"{first}s", f"{first}ing", f"{stem}ed", f"{stem}ing", f"{first}es"}
    if first.endswith("y"):
        bent |= {f"{first[:-1]}ies", f"{first[:-1]}ied"}
    return frozenset(f"{form}{space}{rest}" for form in bent)


def meant(word: str) -> str:
    """The word of a question that a mistyped one stands for, where there is only one; else itself.

    One edit is forgiven, in a word of three letters only two of them in the wrong order: "not" must not become "now".
    """
    if len(word) < _SHORTEST_FORGIVEN or word in known() or word in verbs() or word in nouns():
        return word
    choices = [each for each in (*known(), *verbs()) if len(each) >= _SHORTEST_FORGIVEN]
    if len(word) == _SHORTEST_FORGIVEN:
        choices = [each for each in choices if sorted(each) == sorted(word)]
    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=1, limit=2)
    return found[0][0] if len(found) == 1 else word

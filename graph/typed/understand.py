"""What a typed question asks: one reading that uses every word of it, else the question back.

No word is passed over in silence: one that means nothing here, a name that may mean several, or a sentence that can be
read in two ways makes the program ask back, with the readings that come nearest.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.names import NameIndex
from graph.typed.cues import cues
from graph.typed.readings import MOST_NAMES, Understood, perhaps, reading_of, with_names
from graph.typed.sentence import Sentence
from graph.typed.tokens import MOST_WORDS, tokens_of

MOST_NEAREST = 5


@dataclass(frozen=True, slots=True)
class AskBack:
    """Why the text was not understood, in a sentence, and up to five readings that come near."""

    reason: str
    nearest: tuple[Understood, ...] = ()


def understand(text: str, index: NameIndex, newest: str = "") -> Understood | AskBack:
    """The one reading of the text, or the question back. "Since 2015" lasts until `newest`, a day."""
    sentence = Sentence(tokens_of(text, index))
    if not sentence.tokens:
        return AskBack("Type a question, or a name.")
    if len(sentence.tokens) >= MOST_WORDS:
        return AskBack(f"That is too long to be understood; ask in fewer than {MOST_WORDS} words.")
    for place, token in enumerate(sentence.tokens):
        if len(token.entities) > 1:
            meant = [sentence.with_names([place], entity) for entity in token.entities]
            return AskBack(f"“{token.text}” may mean several.", _nearest(meant, newest))
    if sentence.unknown:
        return _about_unknown(sentence, index, newest)
    found = _not_told(sentence) or reading_of(sentence, newest)
    return found or AskBack("This can be read in several ways, or in none.", tuple(perhaps(sentence)))


def _about_unknown(sentence: Sentence, index: NameIndex, newest: str) -> AskBack:
    """The question back where words mean nothing here, with the names that they may be part of."""
    places = max(sentence.unknown, key=len)
    words = ", ".join(f"“{sentence.text(run)}”" for run in sentence.unknown)
    near = [found.entity for found in index.suggest(sentence.text(places), MOST_NEAREST)]
    meant = [sentence.with_names(places, entity) for entity in near]
    passed_over = {place for run in sentence.unknown for place in run}
    without = Sentence([token for at, token in enumerate(sentence.tokens) if at not in passed_over])
    reason = f"Nothing here is called {words}, and it is no word by which a question is asked."
    return AskBack(reason, _nearest([*meant, without], newest))


def _not_told(sentence: Sentence) -> AskBack | None:
    """The question back where what it asks is told by no question here; else None."""
    if sentence.has(cues().working) and sentence.names:
        return _about_work(sentence)
    return _about_saying(sentence) if sentence.asks_what_is_named else None


def _about_work(sentence: Sentence) -> AskBack:
    """The question back where it is asked who works for whom, with the ties that are told instead."""
    behind = sentence.first_name > sentence.place(cues().working)
    questions: tuple[str, ...] = ("members", "down") if behind else ("seats", "up")
    if len(sentence.names) == MOST_NAMES:
        questions = ("between",)
    at = sentence.dates[0] if len(sentence.dates) == 1 else ""
    found = (with_names(question, sentence) for question in (*questions, "profile"))
    nearest = tuple(replace(each, at=at) for each in found if isinstance(each, Understood))
    return AskBack(
        "No kind of tie here tells who works for whom. What is told is who sits where, and who answers to whom.",
        nearest,
    )


def _about_saying(sentence: Sentence) -> AskBack:
    """The question back where it is asked what a name itself says: it is documents that say things."""
    at = "".join(sentence.dates[:1])
    found = tuple(Understood("profile", name, at=at) for name in sentence.names)
    return AskBack(
        "What is told here is what documents say, not what a body or a decision says. What one document names stands "
        "on its page, under Documents, or in a list limited to that document.",
        found,
    )


def _nearest(sentences: Sequence[Sentence], newest: str) -> tuple[Understood, ...]:
    found = (reading_of(sentence, newest) for sentence in sentences)
    return tuple(dict.fromkeys(each for each in found if each))[:MOST_NEAREST]

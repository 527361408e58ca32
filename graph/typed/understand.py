"""What a typed question asks: one reading that uses every word of it, else the question back.

No word is passed over in silence: one that means nothing here, a name that may mean several, or a sentence that can be
read in two ways makes the program ask back, with the readings that come nearest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.kinds import vocabulary
from graph.names import NameIndex
from graph.queries.ask import QUESTIONS, Takes
from graph.typed.cues import cues
from graph.typed.sentence import Sentence
from graph.typed.tokens import MOST_WORDS, tokens_of

MOST_NEAREST = 5
_MOST_NAMES = 2


@dataclass(frozen=True, slots=True)
class Understood:
    """A question with its names as ids; what is empty was not asked for."""

    question: str
    subject: str = ""
    object: str = ""
    kinds: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    at: str = ""
    until: str = ""


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
    found = _reading(sentence, newest)
    return found or AskBack("This can be read in several ways, or in none.", tuple(_perhaps(sentence)))


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


def _nearest(sentences: Sequence[Sentence], newest: str) -> tuple[Understood, ...]:
    found = (_reading(sentence, newest) for sentence in sentences)
    return tuple(dict.fromkeys(each for each in found if each))[:MOST_NEAREST]


def _reading(sentence: Sentence, newest: str) -> Understood | None:
    """What the sentence asks; None where it cannot be told."""
    if len(sentence.names) > _MOST_NAMES or len(sentence.dates) > _MOST_NAMES:
        return None
    if sentence.has(cues().questions["changes"]) and sentence.dates:
        return _of_changes(sentence, newest)
    if len(sentence.dates) > 1:
        return None
    found = next((found for read in _READINGS if (found := read(sentence)) is not None), None)
    return replace(found, at="".join(sentence.dates)) if isinstance(found, Understood) else None


def _of_changes(sentence: Sentence, newest: str) -> Understood | None:
    last = sentence.dates[-1] if len(sentence.dates) > 1 else newest
    if len(sentence.names) > 1 or not last:
        return None
    return Understood("changes", "".join(sentence.names), at=sentence.dates[0], until=last)


def _with_names(question: str, sentence: Sentence) -> "Understood | _Unclear":
    """The question about the names of the sentence; unclear where it takes another number of them."""
    kind, names = QUESTIONS[question], (*sentence.names, "", "")
    least = (kind.subject == Takes.ONE) + (kind.object == Takes.ONE)
    most = (kind.subject != Takes.NONE) + (kind.object != Takes.NONE)
    if not least <= len(sentence.names) <= most:
        return UNCLEAR
    return Understood(question, names[0], names[1])


class _Unclear:
    """What is asked is known, but not of whom: no other reading is tried."""


UNCLEAR = _Unclear()
Reading = Understood | _Unclear | None


def _of_when(sentence: Sentence) -> Reading:
    """When somebody was set up, or begun, or ended: what is said of that."""
    if not sentence.has(("when",)) or sentence.dates:
        return None
    if len(sentence.names) != 1 or sentence.has(cues().answering):
        return UNCLEAR
    return Understood("profile", sentence.names[0], kinds=tuple(sorted({*sentence.kinds, *_OF_DATES})))


_OF_DATES = ("dated", "established")
"""The kinds by which documents tell when something began or ended."""


def _of_gaps(sentence: Sentence) -> Reading:
    return _with_names("gaps", sentence) if sentence.has(cues().questions["gaps"]) else None


def _of_shared(sentence: Sentence) -> Reading:
    return _with_names("shared", sentence) if sentence.has(cues().questions["shared"]) else None


def _of_answering(sentence: Sentence) -> Reading:
    """Who answers to whom; a verb of the vocabulary beside it makes two questions of one."""
    if not sentence.has(cues().answering | cues().above | cues().below):
        return None
    if sentence.kinds:
        return UNCLEAR
    if len(sentence.names) == _MOST_NAMES:
        return _with_names("between", sentence)
    if len(sentence.names) != 1:
        return UNCLEAR
    # "Whom does HEDG report to": the name stands before the verb; "who reports to HEDG": behind it.
    upwards = sentence.has(cues().above) or sentence.first_name < sentence.place(cues().answering)
    question = "down" if sentence.has(cues().below) or not upwards else "up"
    return Understood(question, sentence.names[0], entities=sentence.asked_of)


def _of_money(sentence: Sentence) -> Reading:
    asks = sentence.has(cues().questions["money"]) or "funds" in sentence.kinds
    asks = asks or any(word.startswith("£") for word in sentence.words)
    return _with_names("money", sentence) if asks else None


def _of_a_tie(sentence: Sentence) -> Reading:
    """A question by a verb of the vocabulary: its subjects ("who chairs X") or its objects ("what does X chair")."""
    kinds = sentence.kinds
    if not kinds:
        return None
    if len(sentence.names) == _MOST_NAMES:
        lower, upper = sentence.names if _is_passive(sentence) else sentence.names[::-1]
        answers = {vocabulary().relations[kind].answers for kind in kinds}
        return Understood("between", lower, upper, kinds) if answers == {"object"} else UNCLEAR
    if len(sentence.names) != 1:
        return UNCLEAR
    behind = sentence.first_name > sentence.place(sentence.verbs)
    asks_objects = behind if _is_passive(sentence) else not behind and sentence.has(cues().helping)
    question = "seats" if asks_objects else "members"
    return Understood(question, sentence.names[0], kinds=kinds, entities=sentence.asked_of)


def _is_passive(sentence: Sentence) -> bool:
    bent = any(word.endswith("ed") for word in sentence.verbs)
    return "by" in sentence.words and (bent or sentence.has(cues().being))


def _of_seats(sentence: Sentence) -> Reading:
    if _asks_who_is_on(sentence):
        return _with_names("members", sentence)
    if not sentence.has(cues().questions["members"]):
        return None
    if len(sentence.names) != 1:
        return UNCLEAR
    name_first = sentence.first_name < sentence.place(cues().questions["members"])
    helped = sentence.has(cues().helping | {"where"}) or (sentence.has(cues().being) and "of" in sentence.words)
    return Understood("seats" if name_first and helped else "members", sentence.names[0])


def _asks_who_is_on(sentence: Sentence) -> bool:
    """Whether it is like "who is on the LHB"."""
    before = [token.text for token in sentence.tokens[: sentence.first_name] if token.text != "the"]
    return before[-1:] in (["on"], ["in"]) and sentence.has(("who", "who's", "whos")) and sentence.has(cues().being)


def _of_kinds(sentence: Sentence) -> Reading:
    if sentence.asked_of and not sentence.names:
        return Understood("list", entities=sentence.asked_of)
    return None


def _of_names(sentence: Sentence) -> Reading:
    """Names alone: one is asked about, of two whether the first answers to the second."""
    if len(sentence.names) == _MOST_NAMES:
        return UNCLEAR if "and" in sentence.words else _with_names("between", sentence)
    return _with_names("profile", sentence)


_READINGS = (_of_when, _of_gaps, _of_shared, _of_answering, _of_money, _of_a_tie, _of_seats, _of_kinds, _of_names)
"""In the order in which they are tried; the first that is there decides."""


def _perhaps(sentence: Sentence) -> Iterator[Understood]:
    """What might be asked about the names of a sentence."""
    first, second = (*sentence.names[:_MOST_NAMES], "", "")[:_MOST_NAMES]
    if second:
        yield from (Understood(question, first, second) for question in ("between", "shared", "money"))
    if first:
        yield from (Understood(question, first) for question in ("profile", "members"))

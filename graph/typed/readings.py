"""The readings of a typed question: each is tried on its words, and the first that they ask for decides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from graph.kinds import vocabulary
from graph.queries.ask import QUESTIONS, Takes
from graph.spans import FIRST_DAY, read_span
from graph.typed.cues import cues
from graph.typed.sentence import Sentence

MOST_NAMES = 2


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


def reading_of(sentence: Sentence, newest: str) -> Understood | None:
    """What the sentence asks; None where it cannot be told."""
    if len(sentence.names) > MOST_NAMES or len(sentence.dates) > MOST_NAMES:
        return None
    if sentence.has(cues().questions["changes"]) and sentence.dates:
        return _of_changes(sentence, newest)
    if len(sentence.dates) > 1:
        return None
    found = next((found for read in _READINGS if (found := read(sentence)) is not None), None)
    return replace(found, at="".join(sentence.dates)) if isinstance(found, Understood) else None


def _of_changes(sentence: Sentence, newest: str) -> Understood | None:
    """What changed between two dates, since one until the `newest`, or in the course of one."""
    first, last = sentence.dates[0], sentence.dates[-1]
    if len(sentence.dates) == 1:
        if sentence.has(("since", "from")):
            last = newest
        elif sentence.has(_UNTIL) or not (first := _day_before(first)):
            return None
    if len(sentence.names) > 1 or not last:
        return None
    return Understood("changes", "".join(sentence.names), at=first, until=last)


_UNTIL = ("until", "till", "by", "up")
"""Before one date they leave open since when."""


def _day_before(date: str) -> str:
    """The day before the first of a date's; empty where that is open."""
    first = read_span(date).first
    return "" if first == FIRST_DAY else (first - timedelta(days=1)).isoformat()


def with_names(question: str, sentence: Sentence) -> "Understood | _Unclear":
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
    return with_names("gaps", sentence) if sentence.has(cues().questions["gaps"]) else None


def _of_shared(sentence: Sentence) -> Reading:
    return with_names("shared", sentence) if sentence.has(cues().questions["shared"]) else None


def _of_answering(sentence: Sentence) -> Reading:
    """Who answers to whom; a verb of the vocabulary beside it makes two questions of one."""
    if not sentence.has(cues().answering | cues().above | cues().below):
        return None
    if sentence.kinds:
        return UNCLEAR
    if len(sentence.names) == MOST_NAMES:
        return with_names("between", sentence)
    if len(sentence.names) != 1:
        return UNCLEAR
    # "Whom does HEDG report to": the name stands before the verb; "who reports to HEDG": behind it.
    upwards = sentence.has(cues().above) or sentence.first_name < sentence.place(cues().answering)
    question = "down" if sentence.has(cues().below) or not upwards else "up"
    return Understood(question, sentence.names[0], entities=sentence.asked_of)


def _of_money(sentence: Sentence) -> Reading:
    asks = sentence.has(cues().questions["money"]) or "funds" in sentence.kinds
    asks = asks or any(word.startswith("£") for word in sentence.words)
    return with_names("money", sentence) if asks else None


def _of_a_tie(sentence: Sentence) -> Reading:
    """A question by a verb of the vocabulary: its subjects ("who chairs X") or its objects ("what does X chair")."""
    kinds = sentence.kinds
    if not kinds:
        return None
    if len(sentence.names) == MOST_NAMES:
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
        return with_names("members", sentence)
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


def _of_connection(sentence: Sentence) -> Reading:
    """How two are tied: whether the first answers to the second, and if not, by which other ties."""
    return with_names("between", sentence) if sentence.has(cues().connected) else None


def _of_holder(sentence: Sentence) -> Reading:
    """Who held a post, like "who was Mayor in 2015"."""
    if not sentence.has(("who", "who's", "whos")) or not sentence.has(cues().being):
        return None
    if [one.kind for one in sentence.named] != ["post"] or sentence.has(cues().questions["profile"]):
        return None
    return Understood("members", sentence.names[0], kinds=("holds_post",))


def _of_kinds(sentence: Sentence) -> Reading:
    if sentence.names:
        return None
    kinds = sentence.asked_of or _widely(sentence)
    return Understood("list", entities=kinds) if kinds else None


def _widely(sentence: Sentence) -> tuple[str, ...]:
    """The widest kinds of entity where nothing else is asked: "list all people"; elsewhere their words say nothing."""
    passed_over = cues().idle | cues().who | cues().being | cues().questions["list"]
    if not passed_over.issuperset(sentence.words):
        return ()
    return tuple(dict.fromkeys(_WIDE[word] for word in sentence.words if word in _WIDE))


_WIDE = {
    "people": "person",
    "persons": "person",
    "bodies": "body",
    "body": "body",
    "organisations": "body",
    "organisation": "body",
}


def _of_names(sentence: Sentence) -> Reading:
    """Names alone: one is asked about, of two whether the first answers to the second.

    What one says of another, or what of some kind is tied to it, is asked by none of the questions.
    """
    if sentence.asked_of:
        return UNCLEAR
    if len(sentence.names) == MOST_NAMES:
        several = "and" in sentence.words or sentence.has(cues().questions["profile"])
        return UNCLEAR if several else with_names("between", sentence)
    return with_names("profile", sentence)


_READINGS = (
    _of_when,
    _of_gaps,
    _of_shared,
    _of_answering,
    _of_money,
    _of_a_tie,
    _of_seats,
    _of_connection,
    _of_holder,
    _of_kinds,
    _of_names,
)
"""In the order in which they are tried; the first that is there decides."""


def perhaps(sentence: Sentence) -> Iterator[Understood]:
    """What might be asked about the names of a sentence."""
    first, second = (*sentence.names[:MOST_NAMES], "", "")[:MOST_NAMES]
    if second:
        yield from (Understood(question, first, second) for question in ("between", "shared", "money"))
    if first:
        yield from (Understood(question, first) for question in ("profile", "members"))

"""What a typed question asks: one reading that uses every word of it, else the question back.

No word is passed over in silence: one that means nothing here, a name that may mean several, or a sentence that can be
read in two ways makes the program ask back, with the readings that come nearest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.kinds import vocabulary
from graph.model import Entity
from graph.names import NameIndex
from graph.queries.ask import QUESTIONS as KINDS
from graph.queries.ask import Takes
from graph.reading import cues
from graph.reading.tokens import MOST_WORDS, Token, tokens_of

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
            near = (_reading(sentence.meaning(place, entity), newest) for entity in token.entities[:MOST_NEAREST])
            return AskBack(f"“{token.text}” may mean several.", tuple(each for each in near if each))
    found = _reading(sentence, newest)
    if found is None:
        return AskBack("This is not understood as a question.", tuple(_about(sentence)))
    unknown = sentence.unknown
    if unknown:
        words = ", ".join(f"“{word}”" for word in unknown)
        return AskBack(f"Nothing here is called {words}, and it is no word of a question.", (found,))
    return found


class Sentence:
    """The tokens of a text, and what can be asked of them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tuple(_joined(tokens))
        self.names = [token.entities[0].id for token in self.tokens if token.kind == "name"]
        self.dates = [token.text for token in self.tokens if token.kind == "date"]
        self.words = [token.text for token in self.tokens if token.kind == "word"]
        self.verbs = {word: cues.verbs()[word] for word in self.words if word in cues.verbs()}
        self.nouns = {word: cues.nouns()[word] for word in self.words if word in cues.nouns()}

    def meaning(self, place: int, entity: Entity) -> "Sentence":
        """The same sentence where the name at that place means this entity."""
        tokens = list(self.tokens)
        tokens[place] = replace(tokens[place], entities=(entity,))
        return Sentence(tokens)

    def has(self, words: Iterable[str]) -> bool:
        """Whether one of the words stands in it."""
        return not set(words).isdisjoint(self.words)

    def place(self, words: Iterable[str]) -> int:
        """The place of the first of the words; behind the end where there is none."""
        wanted = set(words)
        return next((at for at, token in enumerate(self.tokens) if token.text in wanted), len(self.tokens))

    @property
    def first_name(self) -> int:
        """The place of the first name; behind the end where there is none."""
        return next((at for at, token in enumerate(self.tokens) if token.kind == "name"), len(self.tokens))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of tie that its verbs may mean."""
        return tuple(dict.fromkeys(kind for kinds in self.verbs.values() for kind in kinds))

    @property
    def unknown(self) -> list[str]:
        """The words that carry nothing here."""
        known = cues.IDLE | cues.ANSWERING | cues.ABOVE | cues.BELOW | set().union(*cues.QUESTIONS.values())
        return [word for word in self.words if word not in known and word not in self.verbs and word not in self.nouns]


def _joined(tokens: Sequence[Token]) -> Iterable[Token]:
    """The tokens with verbs and nouns of two words as one: "set up", "public authorities"."""
    known = cues.verbs().keys() | cues.nouns().keys()
    at = 0
    while at < len(tokens):
        pair = " ".join(token.text for token in tokens[at : at + 2] if token.kind == "word")
        if " " in pair and pair in known:
            yield Token("word", pair)
            at += 2
        else:
            yield tokens[at]
            at += 1


def _reading(sentence: Sentence, newest: str) -> Understood | None:
    """What the sentence asks; None where it cannot be told."""
    if len(sentence.names) > _MOST_NAMES or len(sentence.dates) > _MOST_NAMES:
        return None
    found = _of_changes(sentence, newest) if _asks_of_changes(sentence) else _of_the_rest(sentence)
    if found is None or (found.question != "changes" and len(sentence.dates) > 1):
        return None
    return found if found.until else replace(found, at="".join(sentence.dates[:1]))


def _asks_of_changes(sentence: Sentence) -> bool:
    return sentence.has(cues.QUESTIONS["changes"]) and bool(sentence.dates)


def _of_changes(sentence: Sentence, newest: str) -> Understood | None:
    if len(sentence.names) > 1:
        return None
    first, last = sentence.dates[0], sentence.dates[-1] if len(sentence.dates) > 1 else newest
    if not last:
        return None
    return Understood("changes", "".join(sentence.names), at=first, until=last)


def _of_the_rest(sentence: Sentence) -> Understood | None:
    for question in ("gaps", "shared"):
        if sentence.has(cues.QUESTIONS[question]):
            return _with_names(question, sentence.names)
    if sentence.has(cues.ANSWERING | cues.ABOVE | cues.BELOW):
        return _of_answering(sentence)
    if sentence.has(cues.QUESTIONS["money"]) or "funds" in sentence.kinds:
        return _with_names("money", sentence.names)
    if sentence.kinds:
        return _of_a_tie(sentence)
    if sentence.has(cues.QUESTIONS["members"]):
        return _of_seats(sentence)
    if sentence.nouns and not sentence.names:
        return Understood("list", entities=tuple(dict.fromkeys(sentence.nouns.values())))
    if len(sentence.names) == _MOST_NAMES:
        return _with_names("between", sentence.names) if "and" not in sentence.words else None
    return _with_names("profile", sentence.names)


def _with_names(question: str, names: Sequence[str]) -> Understood | None:
    """The question about these names; None where it takes another number of them."""
    kind = KINDS[question]
    least = (kind.subject == Takes.ONE) + (kind.object == Takes.ONE)
    most = (kind.subject != Takes.NONE) + (kind.object != Takes.NONE)
    if not least <= len(names) <= most:
        return None
    return Understood(question, *names)


def _of_answering(sentence: Sentence) -> Understood | None:
    if len(sentence.names) == _MOST_NAMES:
        return Understood("between", *sentence.names)
    if len(sentence.names) != 1:
        return None
    name = sentence.names[0]
    if sentence.has(cues.ABOVE):
        return Understood("up", name)
    if sentence.has(cues.BELOW):
        return Understood("down", name)
    # "Whom does HEDG report to": the name stands before the verb; "who reports to HEDG": behind it.
    return Understood("up" if sentence.first_name < sentence.place(cues.ANSWERING) else "down", name)


def _of_a_tie(sentence: Sentence) -> Understood | None:
    """A question by a verb of the vocabulary: its subjects ("who chairs X") or its objects ("what does X chair")."""
    kinds = sentence.kinds
    if len(sentence.names) == _MOST_NAMES:
        upper, lower = sentence.names if not _is_passive(sentence) else sentence.names[::-1]
        answers = {vocabulary().relations[kind].answers for kind in kinds}
        return Understood("between", lower, upper, kinds) if answers == {"object"} else None
    if len(sentence.names) != 1:
        return None
    behind = sentence.first_name > sentence.place(sentence.verbs)
    asks_objects = behind if _is_passive(sentence) else not behind and sentence.has(cues.HELPING)
    return Understood("seats" if asks_objects else "members", sentence.names[0], kinds=kinds)


def _is_passive(sentence: Sentence) -> bool:
    return "by" in sentence.words and sentence.has(cues.BEING | {"chaired", "led", "funded"})


def _of_seats(sentence: Sentence) -> Understood | None:
    if len(sentence.names) != 1:
        return None
    name_first = sentence.first_name < sentence.place(cues.QUESTIONS["members"])
    helped = sentence.has(cues.HELPING | {"where"}) or (sentence.has(cues.BEING) and "of" in sentence.words)
    return Understood("seats" if name_first and helped else "members", sentence.names[0])


def _about(sentence: Sentence) -> Iterable[Understood]:
    """What might be asked about the names of a sentence."""
    names = sentence.names[:_MOST_NAMES]
    if len(names) == _MOST_NAMES:
        yield from (Understood("between", *names), Understood("shared", *names), Understood("money", *names))
    for name in names[:1]:
        yield from (Understood("profile", name), Understood("members", name))

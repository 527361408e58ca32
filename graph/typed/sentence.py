"""The tokens of a typed question, and what can be told of them: names, dates, verbs, order, and what is not known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from graph.model import Entity
from graph.typed.cues import cues, known, meant, nouns, verbs
from graph.typed.tokens import Token


class Sentence:
    """The tokens, verbs of two words as one, and mistyped words of a question put right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tuple(_joined([_righted(token) for token in tokens]))
        self.names = [token.entities[0].id for token in self.tokens if token.kind == "name"]
        self.dates = [token.text for token in self.tokens if token.kind == "date"]
        self.words = [token.text for token in self.tokens if token.kind == "word"]
        self.verbs = {word: verbs()[word] for word in self.words if word in verbs()}

    def with_names(self, places: Sequence[int], entity: Entity) -> "Sentence":
        """The same sentence where the tokens at these places, next to each other, mean this entity."""
        name = Token("name", " ".join(self.tokens[place].text for place in places), (entity,))
        return Sentence([*self.tokens[: places[0]], name, *self.tokens[places[-1] + 1 :]])

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
    def named(self) -> tuple[Entity, ...]:
        """Those whom the names mean, in their order."""
        return tuple(token.entities[0] for token in self.tokens if token.kind == "name")

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of tie that its verbs may mean."""
        return tuple(dict.fromkeys(kind for kinds in self.verbs.values() for kind in kinds))

    @cached_property
    def asked_of(self) -> tuple[str, ...]:
        """The kinds of entity that are asked for: "which boards and groups …", "list all programmes"."""
        asking = True
        found: dict[str, None] = {}
        for token in self.tokens:
            if token.kind == "word" and token.text in nouns() and asking:
                found[nouns()[token.text]] = None
            else:
                asking = token.text in cues().who | {"all", "list"} or (bool(found) and token.text in ("and", "or"))
        return tuple(found)

    @property
    def asks_what_is_named(self) -> bool:
        """Whether it asks what one says, like "what does MD3326 mention"; not "what do documents say about HEG"."""
        said = self.place(cues().saying)
        helped = self.has(cues().helping) and not self.has(cues().being)
        return len(self.names) == 1 and helped and self.first_name < said == len(self.tokens) - 1

    @cached_property
    def unknown(self) -> list[list[int]]:
        """The places of the words that mean nothing here, those next to each other together."""
        runs: list[list[int]] = []
        for at, token in enumerate(self.tokens):
            if not self._is_unknown(token):
                continue
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
        return runs

    def _is_unknown(self, token: Token) -> bool:
        if token.kind != "word" or token.text in known() or token.text in self.verbs or token.text.startswith("£"):
            return False
        return nouns().get(token.text) not in self.asked_of

    def text(self, places: Sequence[int]) -> str:
        """The words at these places."""
        return " ".join(self.tokens[place].text for place in places)


def _righted(token: Token) -> Token:
    return replace(token, text=meant(token.text)) if token.kind == "word" else token


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with verbs and nouns of two words as one: "set up", "public authorities"."""
    pairs = verbs().keys() | nouns().keys()
    at = 0
    while at < len(tokens):
        pair = " ".join(token.text for token in tokens[at : at + 2] if token.kind == "word")
        if " " in pair and pair in pairs:
            yield Token("word", pair)
            at += 2
        else:
            yield tokens[at]
            at += 1

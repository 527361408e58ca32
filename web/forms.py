"""The questions as sentences with gaps: what the form says before, between and behind its fields."""

from dataclasses import dataclass

from graph.queries.ask import QUESTIONS, Takes


@dataclass(frozen=True, slots=True)
class Sentence:
    """One question as the form puts it: its button, the words around the names, and which other fields it has."""

    verb: str
    before: str
    between: str = ""
    behind: str = ""
    fields: frozenset[str] = frozenset({"at"})

    def has(self, field: str) -> bool:
        """Whether the question has the field."""
        return field in self.fields


_CHAIN = frozenset({"subject", "at", "lens"})
_ONE = frozenset({"subject", "at"})
_TWO = frozenset({"subject", "object", "at"})

SENTENCES = {
    "between": Sentence("Does one answer to another?", "Does", "answer to", fields=_CHAIN | {"object"}),
    "up": Sentence("Whom does one answer to?", "Whom does", behind="answer to?", fields=_CHAIN),
    "down": Sentence("Who answers to one?", "Who answers to", fields=_CHAIN),
    "members": Sentence("Who sits there?", "Who sits on", fields=_ONE),
    "seats": Sentence("Where does one sit?", "Where does", behind="sit?", fields=_ONE),
    "shared": Sentence("Who sits on both?", "Who sits on both", "and", fields=_TWO),
    "money": Sentence("Who pays whom?", "What is said of money that concerns", "and", fields=_TWO),
    "profile": Sentence("What is said about one?", "What is said about", fields=_ONE),
    "list": Sentence("What was there?", "Which", behind="were there?", fields=frozenset({"at", "entity_kind"})),
    "changes": Sentence("What changed?", "What changed about", fields=_ONE | {"until"}),
    "gaps": Sentence("What is open or weak?", "What is open or weak about", fields=_ONE),
}
"""By question, in the order in which the form offers them."""


def optional(question: str, field: str) -> bool:
    """Whether the question can be asked without that name."""
    kind = QUESTIONS[question]
    return (kind.subject if field == "subject" else kind.object) != Takes.ONE

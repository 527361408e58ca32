"""The words by which a typed question tells what is asked; verbs of ties come from the vocabulary (`kinds.yaml`)."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from graph.kinds import vocabulary

QUESTIONS: Mapping[str, frozenset[str]] = {
    "changes": frozenset({"change", "changes", "changed", "happen", "happened", "new", "began", "begun", "ended"}),
    "gaps": frozenset(
        {"gap", "gaps", "missing", "open", "weak", "weaknesses", "dispute", "disputes", "disputed", "disagree",
         "disagreement", "disagreements", "contradict", "contradictions", "unclear", "uncertain", "loop", "loops"}
    ),
    "shared": frozenset({"both", "common", "share", "shares", "shared", "overlap", "overlaps", "overlapping"}),
    "money": frozenset(
        {"money", "pay", "pays", "paid", "payment", "payments", "funding", "budget", "budgets", "cost", "costs",
         "spend", "spends", "spending", "spent", "grant", "grants", "£", "pounds", "much", "amount", "sum", "finance",
         "finances", "gave", "gives", "receive", "receives", "received", "contribution", "contributed"}
    ),
    "profile": frozenset({"about", "everything", "know", "tell", "say", "says", "said", "information", "info"}),
    "list": frozenset({"list", "exist", "existed", "existing"}),
    "members": frozenset({"member", "members", "membership", "sits", "sit", "sat", "attends", "attend", "seats"}),
}  # fmt: skip
"""By question the words that ask it, in the order in which they are tried."""
ANSWERING = frozenset(
    {"answer", "answers", "answerable", "report", "reports", "reporting", "accountable", "accountability",
     "responsible", "line", "boss", "answering", "reported"}
)  # fmt: skip
"""Words of answerability: who answers to whom."""
ABOVE, BELOW = frozenset({"above", "over"}), frozenset({"below", "under", "beneath", "underneath"})
WHO = frozenset({"who", "whom", "whose", "what", "which", "where", "who's", "what's"})
HELPING = frozenset({"does", "do", "did", "has", "have", "had", "will", "would", "can", "could"})
BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "who's", "what's"})
IDLE = (
    WHO | HELPING | BEING
    | frozenset(
        {"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "as", "it", "its",
         "this", "that", "there", "any", "anyone", "anybody", "someone", "somebody", "all", "me", "i", "we", "you",
         "please", "thanks", "show", "give", "find", "how", "when", "then", "if", "between", "until", "till", "since",
         "during", "up", "down", "into", "through", "per", "ever", "now", "today", "currently", "still", "london",
         "directly", "indirectly", "eventually", "ultimately", "people", "bodies", "body", "documents", "document",
         "papers", "sources", "want", "need", "like", "hi", "hello", "just", "so", "also", "too", "each", "other"}
    )
)  # fmt: skip
"""Words that carry nothing by themselves; any other word that is not understood makes the reading doubtful."""


@cache
def verbs() -> Mapping[str, tuple[str, ...]]:
    """Each form of a verb or noun of the vocabulary -> the kinds of tie that it may mean, in the vocabulary's order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for kind in vocabulary().relations.values():
        if kind.is_fact:
            continue
        for word in kind.asked:
            for form in forms_of(word):
                found[form][kind.name] = None
    return {form: tuple(kinds) for form, kinds in found.items()}


@cache
def nouns() -> Mapping[str, str]:
    """Each label of a kind of entity, singular and plural -> the kind: "boards" -> board."""
    kinds = vocabulary().entities.values()
    return {label: kind.name for kind in kinds for label in (kind.plural, kind.label)}


def forms_of(word: str) -> frozenset[str]:
    """The forms of an English regular verb: chair, chairs, chaired, chairing; of several words only the first bends."""
    first, space, rest = word.partition(" ")
    stem = first.removesuffix("e")
    bent = {first, f"{first}s", f"{first}ing", f"{stem}ed", f"{stem}ing", f"{first}es"}
    if first.endswith("y"):
        bent |= {f"{first[:-1]}ies", f"{first[:-1]}ied"}
    return frozenset(f"{form}{space}{rest}" for form in bent)

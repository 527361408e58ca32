"""Relations as lines: one for each pair of boxes and direction, with a label that reads along it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from graph.kinds import Vocabulary
from graph.model import Relation, State
from graph.pictures.marks import Certainty, Link
from graph.pictures.style import CHANGES, HAPPENED, LABEL_SIZE, LINES
from graph.pictures.text import wrap
from graph.spans import ANY_DAY, Span
from graph.wording import money, verb_of

LABEL_WIDTH = 130.0
FEW = 3
"""So many relations of a bundle can be named."""
NEVER_WORDS = "not at this time"
_STYLES = list(LINES)
_CERTAINTIES: Sequence[Certainty] = ("certain", "possible", "never")
_UNSAID = frozenset({"member_of"})
"""Kinds that the legend tells apart; a label on each of twelve seats would hide the rest."""


def links_of(
    relations: Iterable[Relation],
    kinds: Vocabulary,
    window: Span = ANY_DAY,
    changes: Mapping[str, str] | None = None,
    several: Collection[str] = (),
) -> tuple[Link, ...]:
    """The lines for relations that join two different entities, in the order of their ends; denied ones have none.

    A bundle is drawn in the style of its strongest relation, as certain as the relations of that style are. `changes`
    are what happened to relations before the window, by id; None where no two days are compared. `several` are the
    entities that are more than one, like "ICSs".
    """
    bundles: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.object and relation.subject != relation.object and relation.state != State.DENIED:
            bundles[_ends(relation)].append(relation)
    links = (_link(ends, bundles[ends], kinds, window, several) for ends in sorted(bundles))
    if changes is None:
        return tuple(links)
    return tuple(_compared(link, changes, bundles[link.from_box, link.to_box], kinds) for link in links)


def _compared(link: Link, changes: Mapping[str, str], bundle: Sequence[Relation], kinds: Vocabulary) -> Link:
    """The link with what happened to it, in words too, in place of the doubt whether it holds at all."""
    happened = sorted({changes[key] for key in link.relations if key in changes}, key=list(CHANGES).index)
    if not happened:
        return replace(link, change="same")
    lines = [words for words in link.label_lines if words != NEVER_WORDS]
    told = []
    for change in happened:
        which = _which([relation for relation in bundle if changes.get(relation.id) == change], bundle, kinds)
        lines += wrap(f"{CHANGES[change]}{which}", LABEL_SIZE, LABEL_WIDTH)
        told.append(f"{HAPPENED[change]}{which}")
    return replace(link, change=happened[0], happened=tuple(told), label_lines=tuple(lines))


def _which(of: Sequence[Relation], bundle: Sequence[Relation], kinds: Vocabulary) -> str:
    """Which relations of a bundle are meant; empty where all are, and of many only how many."""
    if len(of) == len(bundle):
        return ""
    if len(bundle) > FEW:
        return f" ({len(of)} of {len(bundle)})"
    return f": {', '.join(dict.fromkeys(kinds.relations[relation.kind].says for relation in of))}"


def _ends(relation: Relation) -> tuple[str, str]:
    return (relation.lower, relation.upper) if relation.strength else (relation.subject, relation.object)


def _style(relation: Relation, kinds: Vocabulary) -> str:
    family = relation.strength.word if relation.strength else kinds.relations[relation.kind].family
    return family if family in LINES else "ties"


def _certainty(relation: Relation, window: Span) -> Certainty:
    if relation.certain_within(window):
        return "certain"
    if relation.possible_within(window) or window == ANY_DAY:
        return "possible"
    return "never"


def _link(
    ends: tuple[str, str], bundle: Sequence[Relation], kinds: Vocabulary, window: Span, several: Collection[str]
) -> Link:
    ranked = sorted(
        bundle,
        key=lambda relation: (
            _STYLES.index(_style(relation, kinds)),
            _CERTAINTIES.index(_certainty(relation, window)),
            relation.id,
        ),
    )
    first = ranked[0]
    certainty = _certainty(first, window)
    disputed = any(relation.state == State.DISPUTED for relation in bundle)
    planned = all(relation.state == State.PLANNED for relation in bundle)
    verbs = dict.fromkeys(verb_of(relation, ends[0], several=ends[0] in several) for relation in ranked)
    labels = _combined(_words(relation, kinds) for relation in ranked)
    marks = [word for word, holds in (("disputed", disputed), ("planned", planned)) if holds]
    if certainty != "certain" and not planned:
        marks.append(_doubt(first, certainty, window))
    return Link(
        relations=tuple(relation.id for relation in ranked),
        from_box=ends[0],
        to_box=ends[1],
        kind=first.kind,
        verbs=tuple(verbs),
        label=", ".join(labels),
        label_lines=(*_lines(labels), *marks),
        sums=tuple(_sums(relation) for relation in ranked if relation.amounts),
        style=_style(first, kinds),
        certainty=certainty,
        disputed=disputed,
        planned=planned,
    )


def _doubt(relation: Relation, certainty: Certainty, window: Span) -> str:
    if certainty == "never":
        return NEVER_WORDS
    return "undated" if window == ANY_DAY and not relation.dated else "possible"


def _words(relation: Relation, kinds: Vocabulary) -> str:
    """What a relation is called when it is read along its line; empty where the legend says enough."""
    if relation.kind in _UNSAID:
        return ""
    if relation.amounts:
        return _sums(relation)
    return re.sub(r"^(?:is|was) (?:an? )?", "", _says(relation, kinds))


def _sums(relation: Relation) -> str:
    sums = " or ".join(money(amount, relation.currency) for amount in relation.amounts)
    return f"{sums} in {relation.year}" if relation.year else sums


def _says(relation: Relation, kinds: Vocabulary) -> str:
    kind = kinds.relations[relation.kind]
    return kind.reverse if relation.strength and relation.lower != relation.subject else kind.says


def _combined(words: Iterable[str]) -> tuple[str, ...]:
    """Each label once, in order; from the fourth on only how many more."""
    labels = [label for label in dict.fromkeys(words) if label]
    if len(labels) > 3:
        return (*labels[:2], f"and {len(labels) - 2} more")
    return tuple(labels)


def _lines(labels: Sequence[str]) -> tuple[str, ...]:
    """The labels on one line where they fit, else each on lines of its own."""
    joined = wrap(", ".join(labels), LABEL_SIZE, LABEL_WIDTH)
    if len(joined) < 2:
        return joined
    return tuple(line for label in labels for line in wrap(label, LABEL_SIZE, LABEL_WIDTH))

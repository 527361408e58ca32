"""How a view keeps to what can be drawn: the largest groups, alike or of one opening, are folded into one box each."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.exploring.view import Opening, View

LEAST_FOLDED = 3
"""Fewer than these save too little room to be worth a box that stands for them."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Entities that one opening has brought, drawn as one box; `members` in the order of discovery.

    They are of one `kind`, or of any where it is empty.
    """

    opener: str
    direction: str
    kind: str
    members: tuple[str, ...]

    @property
    def key(self) -> str:
        """Its name in an address."""
        return f"{self.opener}:{self.direction}:{self.kind}"


@dataclass(frozen=True, slots=True)
class Choice:
    """What finds room: single entities and folded groups; `unfolded` groups are shown one by one by hand.

    `left_out` found no room even so.
    """

    shown: tuple[str, ...]
    folds: tuple[Fold, ...] = ()
    unfolded: tuple[Fold, ...] = ()
    left_out: tuple[str, ...] = ()


def fitted(
    found: Mapping[str, Opening | None], kinds: Mapping[str, str], view: View, kept: Collection[str], most: int
) -> Choice:
    """What of the entities found, each with the opening that brought it, is drawn in at most `most` boxes.

    Only what has not been opened itself, and is not among `kept`, is folded. The largest groups of one kind are folded
    first; where that is not enough, all that one opening has brought. Groups that were asked for one by one are not
    folded at all; what then finds no room is left out, the last found first.
    """
    groups = _groups(found, kinds, {opening.entity for opening in view.opened} | set(kept))
    shown_singly = {member for group in groups if group.key in view.unfolded for member in group.members}
    folds: list[Fold] = []
    for group in sorted(groups, key=lambda group: (not group.kind, -len(group.members), group.key)):
        if _boxes(found, folds) <= most:
            break
        if shown_singly & set(group.members):
            continue
        within = [fold for fold in folds if set(fold.members) <= set(group.members)]
        folds = [*(fold for fold in folds if fold not in within), group]
    folded = {member for fold in folds for member in fold.members}
    single = [entity for entity in found if entity not in folded]
    room = max(1, most - len(folds))
    return Choice(
        shown=tuple(single[:room]),
        folds=tuple(sorted(folds, key=lambda fold: fold.key)),
        unfolded=tuple(group for group in groups if group.key in view.unfolded),
        left_out=tuple(single[room:]),
    )


def _boxes(found: Mapping[str, Opening | None], folds: Collection[Fold]) -> int:
    return len(found) - sum(len(fold.members) - 1 for fold in folds)


def _groups(found: Mapping[str, Opening | None], kinds: Mapping[str, str], fixed: Collection[str]) -> list[Fold]:
    """The groups that can be folded, by opening and kind and by opening alone, in the order of their keys."""
    members: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for entity, opening in found.items():
        if opening and entity not in fixed:
            for kind in ("", kinds[entity]):
                members[opening.entity, opening.direction, kind].append(entity)
    return [
        Fold(*key, tuple(names))
        for key, names in sorted(members.items())
        if len(names) >= LEAST_FOLDED and (key[2] or len({kinds[name] for name in names}) > 1)
    ]

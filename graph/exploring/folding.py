"""How a view keeps to what can be drawn: the largest groups of like entities are folded into one box each."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.exploring.view import Opening, View

LEAST_FOLDED = 3
"""Fewer than these save too little room to be worth a box that stands for them."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Entities of one kind that one opening has brought, drawn as one box; `members` in the order of discovery."""

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

    Only what has not been opened itself, and is not among `kept`, is folded. The largest groups are folded first, and
    those that were asked for one by one not at all; what then finds no room is left out, the last found first.
    """
    groups = _groups(found, kinds, {opening.entity for opening in view.opened} | set(kept))
    foldable = [group for group in groups if group.key not in view.unfolded]
    folds: list[Fold] = []
    boxes = len(found)
    for group in sorted(foldable, key=lambda group: (-len(group.members), group.key)):
        if boxes <= most:
            break
        folds.append(group)
        boxes -= len(group.members) - 1
    folded = {member for fold in folds for member in fold.members}
    single = [entity for entity in found if entity not in folded]
    room = max(1, most - len(folds))
    return Choice(
        shown=tuple(single[:room]),
        folds=tuple(sorted(folds, key=lambda fold: fold.key)),
        unfolded=tuple(group for group in groups if group.key in view.unfolded),
        left_out=tuple(single[room:]),
    )


def _groups(found: Mapping[str, Opening | None], kinds: Mapping[str, str], fixed: Collection[str]) -> list[Fold]:
    """The groups that can be folded, in the order of their keys."""
    members: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for entity, opening in found.items():
        if opening and entity not in fixed:
            members[opening.entity, opening.direction, kinds[entity]].append(entity)
    return [Fold(*key, tuple(names)) for key, names in sorted(members.items()) if len(names) >= LEAST_FOLDED]

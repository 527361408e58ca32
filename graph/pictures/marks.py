"""What stands in a picture, as plain frozen values: boxes, links, and the entries of the legend."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Certainty = Literal["certain", "possible", "never"]


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the picture, in pixels from the top left corner."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chip:
    """A small sign at the foot of a box that can be followed, named by its `key`.

    `x` is how far its middle is from that of the box, `y` how far its top is below that of the box.
    """

    key: str
    words: str
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Dress:
    """What a box has besides what its entity tells: chips, and another word for its kind."""

    chips: tuple[Chip, ...] = ()
    kind_word: str = ""


@dataclass(frozen=True, slots=True)
class Extras:
    """What a picture has besides its part of the graph.

    `dresses` are of boxes, by entity id. `changes` are what happened to relations before the days of the picture, by
    id, as keys of `style.CHANGES`; None where no two days are compared.
    """

    dresses: Mapping[str, Dress] = field(default_factory=dict)
    changes: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """An entity: its words in the lines in which they stand, its shape, and where its top left corner is.

    `short_lines` are in bold, the full name beneath them in `name_lines`; an entity without a short name has its full
    name in bold.
    """

    entity: str
    short_name: str
    name: str
    short_lines: tuple[str, ...]
    name_lines: tuple[str, ...]
    kind_word: str
    shape: str
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    focus: bool = False
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """The relations between two boxes in one direction, as one line.

    A tie of answerability runs from who answers to whom they answer, every other from its subject to its object; the
    label reads that way, and so do `verbs`, the whole wordings, each once, the strongest first. `sums` are those of
    money, with their years. `style` is a key of `style.LINES`.
    `points` run from box to box; `label_at` is the middle of the label, None where it has none or shares that of a
    link that leaves the same box with it. Where two days are compared, `change` is what happened to it: a key of
    `style.CHANGES`, the gravest of the bundle, or "same"; `happened` tells all that happened in words.
    """

    relations: tuple[str, ...]
    from_box: str
    to_box: str
    kind: str
    verbs: tuple[str, ...]
    label: str
    label_lines: tuple[str, ...]
    style: str
    certainty: Certainty
    sums: tuple[str, ...] = ()
    disputed: bool = False
    planned: bool = False
    change: str = ""
    happened: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    label_at: Point | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One sign that the picture uses, and what it means; `key` is a key of `style.LINES` or a mark of the line."""

    key: str
    words: str

"""What the layout is given and what it gives back: sizes and ends, no words and no colours."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.pictures.marks import Point


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Wire:
    """A line to be drawn from one box to another.

    `ranks`: it decides which box stands higher. `climbs`: the end it goes to stands higher rather than lower; a wish
    only, where `ranks` is false. Wires of one `trunk` into the same box run together, and so may those of one trunk
    and one `word` out of the same box.
    """

    key: str
    tail: str
    head: str
    ranks: bool
    climbs: bool
    trunk: str
    word: str
    label: Size


@dataclass(frozen=True, slots=True)
class Placement:
    """Top left corners and sizes of boxes, lines from tail to head, middles of labels, and the size of it all."""

    corners: Mapping[str, Point]
    sizes: Mapping[str, Size]
    paths: Mapping[str, tuple[Point, ...]]
    labels: Mapping[str, Point]
    size: Size

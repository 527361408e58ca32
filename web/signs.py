"""Made-up bodies that show every sign of the pictures, drawn as everything is drawn."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from graph.derive import derive
from graph.kinds import vocabulary
from graph.model import Claim, Entity, Source
from graph.pictures.scene import scene_of
from graph.pictures.style import LINES, Head, LineStyle
from graph.pictures.svg import svg
from graph.subgraph import Subgraph

_SHAPES = {
    "rectangle": ("board", "Parks Board", "with corners"),
    "rounded": ("group", "Trees Group", "with rounded corners"),
    "pill": ("post", "Mayor of Anytown", "with round ends"),
    "stack": ("collective", "the Villages", "one behind another"),
    "cut": ("programme", "Clean Ponds", "with cut corners"),
    "document": ("decision", "Decision 12", "with a folded corner"),
}
"""A shape of `kinds.yaml`: a kind that has it, a name to put into the box, and how it looks."""
_HEADS: Mapping[Head, str] = {
    "filled": "with a filled arrowhead",
    "open": "with an open arrowhead",
    "diamond": "with a diamond at what is led",
    "dot": "with a dot at what one belongs to",
    "none": "without a sign at its ends",
}
_THICK = 2.0
_NAMES = (
    Entity("parks", "board", "Parks Board"),
    Entity("trees", "group", "Trees Group"),
    Entity("paths", "group", "Paths Group"),
    Entity("council", "authority", "Anytown Council"),
    Entity("mayor", "post", "Mayor of Anytown"),
    Entity("ames", "person", "Councillor Ames"),
    Entity("friends", "charity", "Friends of the Park"),
    Entity("ponds", "programme", "Clean Ponds"),
)


def _says(number: int, subject: str, kind: str, other: str, source: str = "minutes", **more: Any) -> Claim:
    return Claim(f"c{number}", subject, kind, other, source=source, **more)


@cache
def shapes() -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """A picture of one box of each shape; and how each looks, with the labels of the kinds that are drawn so."""
    kinds = vocabulary().entities
    boxes = {kind: Entity(kind, kind, name) for kind, name, _ in _SHAPES.values()}
    labels = {shape: tuple(kind.label for kind in kinds.values() if kind.shape == shape) for shape in _SHAPES}
    looks = tuple((looks, labels[shape]) for shape, (_, _, looks) in _SHAPES.items())
    return svg(scene_of(Subgraph(entities=boxes), title="One box of each shape")), looks


@cache
def example() -> str:
    """One picture with its legend: a line, oversight, a chair, membership, money, work, a plan and a dispute."""
    claims = (
        _says(1, "trees", "reports_to", "parks"),
        _says(2, "paths", "reports_to", "parks"),
        _says(3, "paths", "reports_to", "parks", "page", stance="contradicts"),
        _says(4, "council", "oversees", "parks"),
        _says(5, "mayor", "chairs", "parks"),
        _says(6, "ames", "member_of", "trees"),
        _says(7, "council", "funds", "friends", amount=Decimal(5000), currency="GBP"),
        _says(8, "friends", "supports", "trees"),
        _says(9, "ponds", "reports_to", "trees", planned="planned"),
    )
    sources = (Source("minutes", "Minutes", date="May 2025"), Source("page", "A page", date="May 2025"))
    part = derive(sources, _NAMES, claims)
    return svg(scene_of(part, title="Made-up bodies and the ties between them"))


def lines() -> tuple[tuple[str, str], ...]:
    """What each line means, and how it looks, in words."""
    return tuple((style.words, f"{_stroke(style)}, {_HEADS[style.head]}") for style in LINES.values())


def _stroke(style: LineStyle) -> str:
    weight = "thick" if style.width >= _THICK else "thin"
    if not style.dash:
        return f"{weight} and unbroken"
    return "dotted" if style.dash.startswith("0.1") else f"{weight} and dashed"

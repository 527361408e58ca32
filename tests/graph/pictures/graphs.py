"""Random governance graphs to draw, and what can be asked of a drawn scene."""

import random
from dataclasses import replace
from decimal import Decimal

from graph.model import Claim, Entity
from graph.pictures.marks import Box, Point
from graph.pictures.scene import Scene
from graph.subgraph import Subgraph
from tests.worlds import say, world

_KINDS = ("board", "group", "person", "post", "collective", "programme", "plan", "authority")
_WORDS = [
    "Health",
    "Equity",
    "Partnership",
    "Commissioning",
    "Neighbourhood",
    "Board",
    "for",
    "the",
    "London",
    "of",
    "Integrated",
    "Care",
]


def governance(seed: int, boxes: int, circles: int = 0) -> Subgraph:
    """A layered graph: everybody answers to one or two of those before, with members and money on top.

    `circles` more ties join any two, so that some of them may close a circle.
    """
    dice = random.Random(seed)
    names = [f"e{number:02}" for number in range(boxes)]
    claims: list[Claim] = []
    for number, name in enumerate(names[1:], 1):
        for upper in {dice.choice(names[max(0, number - 9) : number]) for _ in range(dice.choice((1, 1, 1, 2)))}:
            kind = dice.choice(("reports_to", "subgroup_of", "oversees", "chairs"))
            ends = (name, upper) if kind in ("reports_to", "subgroup_of") else (upper, name)
            claims.append(say(ends[0], kind, ends[1], planned=dice.choice(("", "", "planned"))))
    for _ in range(boxes // 3):
        one, other = dice.sample(names, 2)
        claims.append(say(one, dice.choice(("member_of", "advises", "supports")), other))
        claims.append(say(one, "funds", other, amount=Decimal(dice.randrange(1, 900) * 1000), currency="GBP"))
    for _ in range(circles):
        one, other = dice.sample(names, 2)
        claims.append(say(one, "reports_to", other))
    entities = [
        Entity(
            name, dice.choice(_KINDS), " ".join(dice.choices(_WORDS, k=dice.randrange(1, 12))), dice.choice(("", name))
        )
        for name in names
    ]
    return world(claims, entities=entities)


def shuffled(part: Subgraph, seed: int) -> Subgraph:
    """The same records in another order."""
    dice = random.Random(seed)
    entities, relations = list(part.entities.items()), list(part.relations.items())
    dice.shuffle(entities)
    dice.shuffle(relations)
    return replace(part, entities=dict(entities), relations=dict(relations))


def overlapping(scene: Scene) -> list[tuple[str, str]]:
    """Pairs of boxes with ground in common."""
    return [
        (one.entity, other.entity)
        for number, one in enumerate(scene.boxes)
        for other in scene.boxes[number + 1 :]
        if one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    ]


def through_boxes(scene: Scene) -> list[tuple[str, str, str]]:
    """Links that pass the inside of a box, their own two included: from, to, box."""
    return [
        (link.from_box, link.to_box, box.entity)
        for link in scene.links
        for start, end in zip(link.points, link.points[1:], strict=False)
        for box in scene.boxes
        if _passes(start, end, box)
    ]


def _passes(start: Point, end: Point, box: Box) -> bool:
    left, right = sorted((start.x, end.x))
    top, foot = sorted((start.y, end.y))
    return left < box.x + box.width and right > box.x and top < box.y + box.height and foot > box.y

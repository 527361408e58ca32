"""How far the boxes of a picture move when one body is added to it, and pictures to measure it on."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from graph.exploring.first import first_view
from graph.exploring.surroundings import Surroundings, surroundings
from graph.pictures.scene import Scene, scene_of
from graph.store import Store
from graph.subgraph import Subgraph
from tests.graph.pictures.graphs import governance
from tests.worlds import say, world

BOX_WIDTH = 200.0
LEAST_BOXES, MOST_BOXES = 5, 59
_KINDS = ("reports_to", "oversees", "chairs", "member_of", "funds")


@dataclass(frozen=True)
class Growth:
    """A picture, and the same part of the graph with one body more that is tied to `beside`."""

    view: str
    before: Subgraph
    after: Subgraph
    focus: str
    beside: str


def growths_of_views(store: Store, *, every: int = 1, tries: int = 4) -> Iterator[Growth]:
    """Each entity as it is met first, with one body more that is tied to one of those shown."""
    dice = random.Random(1)
    for entity in store.entities()[::every]:
        around = surroundings(store, first_view(store, entity.id))
        if not LEAST_BOXES <= len(around.choice.shown) <= MOST_BOXES or around.choice.folds:
            continue
        before = _drawn(around)
        hidden = _hidden(around)
        for key, beside, new in dice.sample(hidden, min(tries, len(hidden))):
            after = replace(
                before,
                entities=dict(before.entities) | {new: around.near.entities[new]},
                relations=dict(before.relations) | {key: around.near.relations[key]},
            )
            yield Growth(entity.id, before, after, entity.id, beside)


def growths_of_made_up_graphs(sizes: tuple[int, ...] = (10, 20, 40), seeds: int = 8) -> Iterator[Growth]:
    """Layered random graphs, seen from their top, with one body more beside any of theirs."""
    for size in sizes:
        for seed in range(seeds):
            before = governance(seed, size)
            dice = random.Random(seed * 100 + size)
            for new in ("a-first", "e05-between", "z-last"):
                beside, kind = dice.choice(sorted(before.entities)), dice.choice(_KINDS)
                ends = (beside, new) if dice.random() < 0.5 else (new, beside)
                more = world([say(ends[0], kind, ends[1])])
                after = replace(
                    before,
                    entities=dict(before.entities) | {new: more.entities[new]},
                    relations={**before.relations, **more.relations},
                )
                yield Growth(f"{size} boxes, seed {seed}", before, after, "e00", beside)


def moved(growth: Growth, still: str) -> float:
    """The median of how far the boxes that were there have moved, in pixels, seen from the box `still`."""
    before, after = (_middles(scene_of(part, focus={growth.focus})) for part in (growth.before, growth.after))
    (old_x, old_y), (new_x, new_y) = before[still], after[still]
    return median(
        math.hypot(after[name][0] - x - (new_x - old_x), after[name][1] - y - (new_y - old_y))
        for name, (x, y) in before.items()
        if name != still
    )


def _middles(scene: Scene) -> dict[str, tuple[float, float]]:
    return {box.entity: (box.x + box.width / 2, box.y + box.height / 2) for box in scene.boxes}


def _drawn(around: Surroundings) -> Subgraph:
    return Subgraph(
        entities={name: around.near.entities[name] for name in around.choice.shown},
        relations={key: around.near.relations[key] for key in around.drawn},
    )


def _hidden(around: Surroundings) -> list[tuple[str, str, str]]:
    """Relations to bodies that are not shown: the relation, the one that is, the one that is not."""
    shown = set(around.choice.shown)
    return [
        (key, beside, new)
        for key, relation in sorted(around.near.relations.items())
        if relation.object and relation.state != "denied"
        for beside, new in ((relation.subject, relation.object), (relation.object, relation.subject))
        if beside in shown and new not in shown
    ]

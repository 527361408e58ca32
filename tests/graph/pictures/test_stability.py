"""One body more moves the others by less than the width of a box, in the median of the views' medians."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median

import pytest

from graph.pictures.scene import scene_of
from graph.store import Store
from graph.stores import open_store
from loaders import load
from tests.graph.pictures.graphs import overlapping, through_boxes
from tests.graph.pictures.stability import (
    BOX_WIDTH,
    Growth,
    growths_of_made_up_graphs,
    growths_of_views,
    moved,
)

DATA = Path(__file__).parents[3] / "data" / "london"
STANDING_STILL = {"the focus": lambda growth: growth.focus, "the box that was opened": lambda growth: growth.beside}


@pytest.fixture(scope="module")
def london() -> Iterator[Store]:
    loaded = load(DATA)
    assert loaded.graph is not None
    with open_store("networkx://") as store:
        store.load(loaded.graph)
        yield store


def typical(growths: Iterable[Growth], still: Callable[[Growth], str]) -> float:
    """The median over views of the median over what is added of the median move."""
    by_view: dict[str, list[float]] = defaultdict(list)
    for growth in growths:
        by_view[growth.view].append(moved(growth, still(growth)))
    assert len(by_view) > 20
    return median(median(moves) for moves in by_view.values())


@pytest.mark.parametrize("still", STANDING_STILL.values(), ids=STANDING_STILL)
def test_one_body_more_hardly_moves_the_others_in_the_views_of_london(
    london: Store, still: Callable[[Growth], str]
) -> None:
    assert typical(growths_of_views(london, every=2), still) < BOX_WIDTH


@pytest.mark.parametrize("still", STANDING_STILL.values(), ids=STANDING_STILL)
def test_one_body_more_hardly_moves_the_others_in_made_up_graphs(still: Callable[[Growth], str]) -> None:
    assert typical(growths_of_made_up_graphs(), still) < BOX_WIDTH


def test_with_one_body_more_no_boxes_overlap_and_no_line_passes_one() -> None:
    for growth in growths_of_made_up_graphs((10, 39), 2):
        scene = scene_of(growth.after, focus={growth.focus})
        assert overlapping(scene) == []
        assert through_boxes(scene) == []

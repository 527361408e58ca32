"""Lines through boxes are counted, and told beneath the picture."""

import random
from dataclasses import replace

import pytest

from graph.pictures.captions import description_of
from graph.pictures.marks import Link, Point
from graph.pictures.passing import lines_through_boxes
from graph.pictures.scene import Scene, scene_of
from graph.pictures.style import ANSWERING
from tests.graph.pictures.graphs import governance, through_boxes
from tests.worlds import reports, say, world


def crooked(scene: Scene, seed: int) -> Scene:
    """The same boxes, with lines of right angles from anywhere to anywhere."""
    dice = random.Random(seed)

    def somewhere(link: Link) -> Link:
        start, end = (Point(dice.uniform(0, scene.width), dice.uniform(0, scene.height)) for _ in range(2))
        return replace(link, points=(start, Point(start.x, end.y), end))

    return replace(scene, links=tuple(map(somewhere, scene.links)))


@pytest.mark.parametrize("boxes", [10, 40, 60])
@pytest.mark.parametrize("seed", range(4))
def test_they_are_those_that_are_found_by_looking_at_every_pair(seed: int, boxes: int) -> None:
    scene = crooked(scene_of(governance(seed, boxes)), seed)
    styles = {(link.from_box, link.to_box): link.style for link in scene.links}
    wrong = {
        (start, end)
        for start, end, box in through_boxes(scene)
        if box not in (start, end) and styles[start, end] in ANSWERING
    }
    assert wrong
    assert lines_through_boxes(scene.boxes, scene.links) == len(wrong)


@pytest.mark.parametrize("seed", range(6))
def test_no_line_runs_through_a_box_where_there_are_very_many(seed: int) -> None:
    scene = scene_of(governance(seed, 150, circles=3), most=1000)
    assert len(scene.boxes) > 100
    assert lines_through_boxes(scene.boxes, scene.links) == 0


def test_how_many_there_are_is_said_beneath_the_picture() -> None:
    scene = scene_of(world([*reports("ab", "bc"), say("a", "member_of", "c")]))
    assert "behind a box" not in scene.description
    first, second, third = (next(box for box in scene.boxes if box.entity == name) for name in "abc")
    straight = (Point(first.x + 60, first.y), Point(third.x + 60, third.y))
    assert first.y > second.y > third.y
    links = [replace(link, from_box="a", to_box="c", points=straight) for link in scene.links]
    assert description_of(scene.boxes, links[:1], ()).endswith(
        "1 line of answering runs behind a box without ending there; the sentences and the table tell which."
    )
    answering = [replace(link, style="line") for link in links]
    assert "2 lines of answering run behind a box" in description_of(scene.boxes, answering[:2], ())
    member = [replace(link, style="member") for link in links]
    assert "behind a box" not in description_of(scene.boxes, member, ())

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Entity
from graph.pictures.scene import Scene, scene_of
from graph.spans import Span
from graph.subgraph import Subgraph
from tests.graph.pictures.graphs import governance, overlapping, shuffled, through_boxes
from tests.worlds import reports, say, world

SEEDS = st.integers(0, 10_000)


def rows(scene: Scene) -> dict[str, float]:
    return {box.entity: box.y for box in scene.boxes}


@pytest.mark.parametrize("boxes", [5, 12, 25, 40])
@pytest.mark.parametrize("seed", range(6))
def test_no_line_passes_a_box(seed: int, boxes: int) -> None:
    scene = scene_of(governance(seed, boxes))
    assert through_boxes(scene) == []
    assert overlapping(scene) == []


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.integers(1, 70), st.integers(0, 4))
def test_boxes_stand_apart_and_inside_the_picture(seed: int, boxes: int, circles: int) -> None:
    scene = scene_of(governance(seed, boxes, circles if boxes > 1 else 0))
    assert overlapping(scene) == []
    assert len(scene.boxes) <= 60
    for box in scene.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= scene.width
        assert box.y + box.height <= scene.height
    for link in scene.links:
        assert all(0 <= point.x <= scene.width and 0 <= point.y <= scene.height for point in link.points)


@settings(max_examples=40, deadline=None)
@given(SEEDS, SEEDS, st.integers(1, 40), st.integers(0, 3))
def test_the_order_of_the_records_does_not_matter(seed: int, order: int, boxes: int, circles: int) -> None:
    part = governance(seed, boxes, circles if boxes > 1 else 0)
    assert scene_of(part) == scene_of(shuffled(part, order))


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(2, 40))
def test_who_answers_stands_lower(seed: int, boxes: int) -> None:
    scene = scene_of(governance(seed, boxes))
    height = rows(scene)
    for link in scene.links:
        if link.style in ("line", "oversight", "leadership"):
            assert height[link.from_box] > height[link.to_box]


def test_lines_start_and_end_at_their_boxes() -> None:
    scene = scene_of(governance(3, 25))
    boxes = {box.entity: box for box in scene.boxes}
    for link in scene.links:
        for name, point in ((link.from_box, link.points[0]), (link.to_box, link.points[-1])):
            box = boxes[name]
            assert box.x <= point.x <= box.x + box.width
            assert point.y in (box.y, box.y + box.height)


def test_labels_do_not_lie_on_boxes_or_on_one_another() -> None:
    scene = scene_of(governance(4, 25))
    labels = [
        (link.label_at.x - 20, link.label_at.y - 6, link.label_at.x + 20, link.label_at.y + 6)
        for link in scene.links
        if link.label_at
    ]
    boxes = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in scene.boxes]
    for number, one in enumerate(labels):
        for other in [*labels[number + 1 :], *boxes]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_circle_is_drawn() -> None:
    scene = scene_of(world(reports("ab", "bc", "ca")))
    assert len(scene.links) == 3
    assert len(set(rows(scene).values())) == 3


def test_nothing_to_draw() -> None:
    scene = scene_of(Subgraph())
    assert scene.boxes == ()
    assert scene.title
    assert scene.description == "Nothing to draw."


def test_entities_without_ties_are_drawn_where_there_are_no_others() -> None:
    alone = world([], entities=[Entity("a", "board", "A"), Entity("b", "board", "B")])
    assert len(scene_of(alone).boxes) == 2
    tied = world(reports("cd"), entities=[Entity("a", "board", "A")])
    assert [box.entity for box in scene_of(tied).boxes] == ["c", "d"]
    assert [box.entity for box in scene_of(tied, focus="a").boxes] == ["a", "c", "d"]


def test_focus_is_one_id_or_several() -> None:
    part = world(reports("ab", "bc"))
    assert [box.focus for box in scene_of(part, focus="b").boxes] == [False, True, False]
    assert [box.focus for box in scene_of(part, focus={"a", "c"}).boxes] == [True, False, True]


def test_too_many_boxes_leave_the_farthest_out() -> None:
    chain = [say(f"e{number:02}", "reports_to", f"e{number + 1:02}") for number in range(70)]
    scene = scene_of(world(chain), focus="e70")
    assert len(scene.boxes) == 60
    assert scene.left_out[0] == "E00"
    assert "Left out for want of room: E00, E01, E02, E03, E04 and 6 more." in scene.caption


def test_certainty_is_that_of_the_window() -> None:
    part = world([say("a", "reports_to", "b", start="2020", end="2021")])
    assert scene_of(part).links[0].certainty == "certain"
    later = Span(date(2030, 1, 1), date(2030, 1, 1))
    assert scene_of(part, window=later).links[0].certainty == "never"
    assert "1 January 2030" in scene_of(part, window=later).caption


def test_the_legend_holds_what_is_used() -> None:
    part = world(
        [*reports("ab"), say("c", "funds", "a", amount=Decimal(1), currency="GBP")],
    )
    assert [entry.key for entry in scene_of(part).legend] == ["line", "money"]

import pytest

from graph.pictures.captions import UPWARDS
from graph.pictures.parts import parts_of
from graph.pictures.scene import Scene, scene_of
from tests.graph.pictures.graphs import governance
from tests.worlds import reports, say, world


def at_most(boxes: int, scene: Scene) -> bool:
    return len(scene.boxes) <= boxes


def test_what_fits_is_left_as_it_is() -> None:
    scene = scene_of(world(reports("ab", "bc")))
    assert parts_of(scene, lambda part: at_most(3, part)) == (scene,)


@pytest.mark.parametrize("seed", range(4))
def test_every_line_stands_in_one_part_and_every_box_in_some(seed: int) -> None:
    scene = scene_of(governance(seed, 40), focus="e00")
    parts = parts_of(scene, lambda part: at_most(12, part))
    assert len(parts) > 1
    assert all(len(part.boxes) <= 12 for part in parts)
    lines = [(link.from_box, link.to_box) for part in parts for link in part.links]
    assert sorted(lines) == sorted((link.from_box, link.to_box) for link in scene.links)
    assert {box.entity for part in parts for box in part.boxes} == {box.entity for box in scene.boxes}
    assert parts == parts_of(scene, lambda part: at_most(12, part))


def test_the_members_of_one_body_stand_under_it_in_every_part() -> None:
    scene = scene_of(world([say(f"e{number:02}", "reports_to", "top") for number in range(30)]), focus="top")
    parts = parts_of(scene, lambda part: at_most(11, part))
    assert [len(part.boxes) for part in parts] == [11, 11, 11]
    assert all("top" in {box.entity for box in part.boxes} for part in parts)


def test_what_no_line_joins_is_not_lost() -> None:
    scene = scene_of(world([*reports("ab", "bc", "cd"), say("alone", "dated", start="2020")]), focus={"alone"})
    parts = parts_of(scene, lambda part: at_most(2, part))
    assert "alone" in {box.entity for part in parts for box in part.boxes}


def test_the_lines_are_shared_out_where_the_last_part_would_hold_little() -> None:
    scene = scene_of(world([say(f"e{number:02}", "reports_to", "top") for number in range(13)]), focus="top")
    parts = parts_of(scene, lambda part: at_most(11, part))
    assert [len(part.links) for part in parts] == [7, 6]


def test_a_part_without_a_line_of_answering_does_not_tell_how_to_read_one() -> None:
    lines = [say("a", "reports_to", "b"), *(say(f"e{number}", "member_of", "a") for number in range(4))]
    parts = parts_of(scene_of(world(lines), focus="a"), lambda part: at_most(3, part))
    told = [(any(link.style == "line" for link in part.links), UPWARDS in part.caption) for part in parts]
    assert set(told) == {(False, False), (True, True)}

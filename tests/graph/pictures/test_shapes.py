import pytest

from graph.kinds import vocabulary
from graph.model import Entity
from graph.pictures.boxes import box_of
from graph.pictures.shapes import outlines_of


@pytest.mark.parametrize(
    ("kind", "corners", "round_"),
    [
        ("board", [4], False),
        ("group", [4], True),
        ("person", [4], True),
        ("collective", [4, 4, 4], False),
        ("programme", [6], False),
        ("plan", [5, 3], False),
    ],
)
def test_each_family_of_kinds_has_its_own_outline(kind: str, corners: list[int], round_: bool) -> None:
    box = box_of(Entity("a", kind, "A name"), vocabulary())
    outlines = outlines_of(box)
    assert [len(outline.corners) for outline in outlines] == corners
    assert (outlines[-1].radius > 0) is round_
    for outline in outlines:
        assert all(0 <= point.x <= box.width and 0 <= point.y <= box.height for point in outline.corners)

from graph.pictures.marks import Point
from graph.pictures.strokes import HEAD, distinct, stroke_of

DOWN = (Point(0, 0), Point(0, 50), Point(0, 100))


def test_corners_alone_are_kept() -> None:
    assert distinct([*DOWN, Point(0, 100), Point(40, 100)]) == [Point(0, 0), Point(0, 100), Point(40, 100)]


def test_a_filled_head_covers_the_end_of_its_line() -> None:
    stroke = stroke_of(DOWN, "line", "")
    assert stroke.corners == (Point(0, 0), Point(0, 100 - HEAD + 2))
    assert stroke.sign[1] == Point(0, 100)


def test_a_line_begins_at_its_upper_end() -> None:
    assert stroke_of(tuple(reversed(DOWN)), "oversight", "9 5").corners == (Point(0, 0), Point(0, 100))


def test_a_diamond_stands_where_the_line_comes_from() -> None:
    assert stroke_of(DOWN, "leadership", "").sign[0] == Point(0, 0)


def test_dots_are_wider_than_the_line_that_they_make() -> None:
    stroke = stroke_of(DOWN, "membership", "0.1 5")
    assert stroke.dotted
    assert stroke.width == 1.75 * 1.5
    assert stroke.sign == (Point(0, 96),)

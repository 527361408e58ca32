import pytest

from graph.pictures.marks import Link, Point
from graph.pictures.strokes import HEAD, distinct, look_of, stroke_of, thickness_of
from graph.pictures.style import LINES, NEVER_DASH, THICKER

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


@pytest.mark.parametrize(
    ("change", "thick", "dash", "colour"),
    [
        ("", 1.0, "", LINES["line"].colour),
        ("same", 1.0, "", LINES["line"].faint),
        ("attested", 1.0, "", LINES["line"].colour),
        ("began", THICKER, "", LINES["line"].colour),
        ("changed", THICKER, "", LINES["line"].colour),
        ("ended", 1.0, NEVER_DASH, LINES["line"].faint),
    ],
)
def test_what_happened_between_two_days_is_told_by_the_stroke(
    change: str, thick: float, dash: str, colour: str
) -> None:
    link = Link(("x",), "a", "b", "reports_to", ("reports to",), "", (), "line", "certain", change=change)
    assert look_of(link) == (colour, dash)
    assert thickness_of(link) == thick
    points = (Point(0, 0), Point(0, 50))
    assert stroke_of(points, "line", dash, thick).width == LINES["line"].width * thick

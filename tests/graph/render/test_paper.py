import pytest

from graph.pictures.scene import scene_of
from graph.render.brief import Brief, Sheet
from graph.render.paper import SIDEWAYS, UPRIGHT, heading_of, plan_of, scale_of, widths_of
from tests.worlds import reports, say, world


def test_a_small_picture_stands_upright_with_the_words_and_a_wide_table_is_turned() -> None:
    small = plan_of(scene_of(world(reports("ab"))), (Sheet("T", tuple("abcdefg"), ()),))
    assert len(small.parts) == 1
    assert not small.pictures_turned
    assert small.tables_turned
    assert small.picture_room == UPRIGHT
    assert small.table_room == 257


def test_a_large_picture_is_turned_and_goes_on() -> None:
    large = plan_of(scene_of(world([say(f"e{number:02}", "reports_to", "top") for number in range(59)])), ())
    assert len(large.parts) == 2
    assert large.pictures_turned
    assert large.picture_room == SIDEWAYS
    brief = Brief("Who?", "2021", verdict="Nobody")
    assert [heading_of(brief, number, 2) for number in (1, 2)] == [
        "Who? Nobody. (1 of 2)",
        "Who? Nobody. (2 of 2, continued)",
    ]


def test_without_a_picture_there_are_no_parts() -> None:
    plan = plan_of(None, ())
    assert plan.parts == ()
    assert not plan.pictures_turned


def test_a_picture_is_made_smaller_but_never_larger() -> None:
    assert scale_of(100, 100, UPRIGHT) == 1
    assert scale_of(2_000, 100, UPRIGHT) == pytest.approx(170 / (2_000 * 25.4 / 96))


def test_columns_share_the_width_by_what_they_say() -> None:
    rows = [("Who", "What", ""), ("a", "a long tale " * 5, ""), ("b", "", "")]
    widths = widths_of(rows, 100, 2, 4)
    assert sum(widths) == pytest.approx(100)
    assert widths[1] > widths[0] > widths[2]
    assert sum(widths_of([("x" * 99, "y" * 99)], 100, 2, 4)) == pytest.approx(100)
    assert widths_of([("", "")], 100, 2, 4) == [4, 4]

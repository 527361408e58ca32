import pytest

from graph.exploring.view import direction_of, drawable, drawn_of, other_end
from graph.spans import read_span
from tests.graph.exploring.views import at_first
from tests.worlds import say, world

PART = world(
    [
        say("a", "reports_to", "b"),
        say("b", "oversees", "c"),
        say("d", "member_of", "b"),
        say("b", "funds", "e"),
        say("b", "supports", "f"),
        say("b", "dated", start="2020", role="founded"),
        say("g", "reports_to", "b", stance="contradicts"),
        say("h", "reports_to", "b", start="2015", end="2016"),
    ],
    kinds={"c": "programme", "e": "programme", "f": "programme"},
)


def relation(start: str, end: str):  # type: ignore[no-untyped-def]
    return next(one for one in PART.relations.values() if (one.subject, one.object) == (start, end))


def test_what_is_opened_twice_is_closed() -> None:
    view = at_first("a")
    assert not view.toggled("a", "up").has("a", "up")
    assert view.toggled("b", "ties").has("b", "ties")
    assert view.toggled("b", "ties").toggled("b", "ties") == view
    assert view.showing("a:up:board").showing("a:up:board") == view


@pytest.mark.parametrize(
    ("ends", "entity", "direction"),
    [
        (("a", "b"), "a", "up"),
        (("a", "b"), "b", "down"),
        (("b", "c"), "c", "up"),
        (("d", "b"), "d", "members"),
        (("d", "b"), "b", "members"),
        (("b", "e"), "e", "money"),
        (("b", "f"), "b", "ties"),
    ],
)
def test_a_tie_leads_up_down_or_aside(ends: tuple[str, str], entity: str, direction: str) -> None:
    assert direction_of(relation(*ends), entity) == direction
    assert other_end(relation(*ends), entity) == next(end for end in ends if end != entity)


def test_facts_and_what_is_denied_are_not_drawn() -> None:
    ends = [(one.subject, one.object) for one in drawable(PART.relations.values())]
    assert ends == [("a", "b"), ("h", "b"), ("b", "c"), ("b", "e"), ("b", "f"), ("d", "b")]


def test_on_a_day_what_was_over_is_not_drawn() -> None:
    subjects = {one.subject for one in drawn_of(PART, at_first("b", read_span("2021")).sifting)}
    assert "h" not in subjects
    assert "a" in subjects

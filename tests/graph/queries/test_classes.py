"""The six classes, and the class and the certainty of a route as a whole."""

import pytest

from graph.model import Claim, Strength
from graph.queries.classes import Ladder, RouteClass, classes
from graph.queries.options import Options
from tests.worlds import LEADERSHIP, LINE, OVERSIGHT, reports, say, world


@pytest.mark.parametrize(("lens", "count"), [(LINE, 2), (OVERSIGHT, 4), (LEADERSHIP, 6)])
def test_classes_stand_in_their_order(lens: Strength, count: int) -> None:
    found = classes(lens)
    assert found == sorted(found)
    assert [(of.strength, of.soft) for of in found] == [(Strength(n // 2 + 1), n % 2) for n in range(count)]


def _ladder(claims: list[Claim], at: str = "") -> Ladder:
    return Ladder(world(claims), Options(at=at))


@pytest.mark.parametrize(
    ("claims", "wanted"),
    [
        (reports("ab", "bc"), RouteClass(LINE, 0)),
        ([*reports("ab"), *reports("bc", status="implied")], RouteClass(LINE, 1)),
        ([*reports("ab"), say("c", "oversees", "b")], RouteClass(OVERSIGHT, 0)),
        ([*reports("ab", planned="planned"), say("c", "oversees", "b")], RouteClass(OVERSIGHT, 1)),
        ([*reports("ab"), say("c", "chairs", "b"), say("c", "oversees", "b")], RouteClass(OVERSIGHT, 0)),
        ([say("b", "oversees", "a", status="implied"), say("c", "chairs", "b")], RouteClass(LEADERSHIP, 1)),
        ([say("b", "oversees", "a"), *reports("ab", status="implied"), *reports("bc")], RouteClass(LINE, 1)),
        (reports("ab", "bc", stance="contradicts"), None),
    ],
)
def test_a_route_belongs_to_the_first_class_that_it_fits(claims: list[Claim], wanted: RouteClass | None) -> None:
    assert _ladder(claims).class_of(("a", "b", "c"), classes(LEADERSHIP)) == wanted


def test_the_certainty_is_that_of_one_day_for_all_steps() -> None:
    path, line = ("a", "b", "c"), RouteClass(LINE, 1)
    together = [*reports("ab", start="2010", end="2015"), *reports("bc", start="2012", end="2018")]
    assert _ladder(together).certainty(path, line) == "certain"
    perhaps = [*reports("ab", start="2010", end="2012"), *reports("bc", start="2012", end="2018")]
    assert _ladder(perhaps).certainty(path, line) == "possible"
    apart = [*reports("ab", start="2010", end="2012"), *reports("bc", start="2014", end="2018")]
    assert _ladder(apart).certainty(path, line) == "never"
    assert _ladder(together, "2011-06").certainty(path, line) == "never"
    assert _ladder(together, "2012").certainty(path, line) == "certain", "on its last day"


def test_steps_are_told_strongest_and_soundest_first() -> None:
    claims = [
        say("b", "chairs", "a"),
        *reports("ab", status="implied"),
        say("a", "subgroup_of", "b"),
        say("b", "oversees", "a"),
    ]
    (step,) = _ladder(claims).steps(("a", "b"), RouteClass(LEADERSHIP, 1).ties(Options()))
    assert [relation.kind for relation in step] == ["subgroup_of", "reports_to", "oversees", "chairs"]

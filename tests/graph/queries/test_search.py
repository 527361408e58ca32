"""The search class by class, and day by day where the shortest never held; through `ask`."""

import pytest

from graph.answers import Answer
from graph.model import Claim
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.queries.search import MOST_DAYS
from graph.store import Store
from tests.worlds import LINE, reports, say, world


def _found(answer: Answer) -> list[tuple[str, str, bool, str]]:
    return [
        (
            "".join([route.steps[0].from_id, *(step.to_id for step in route.steps)]),
            route.strength,
            route.firm,
            route.certainty,
        )
        for route in answer.routes
    ]


def test_a_shorter_soft_route_comes_after_a_longer_firm_one(store: Store) -> None:
    store.load(world([*reports("ab", status="implied"), *reports("am", "mb")]))
    assert _found(ask(store, "between", "a", "b")) == [
        ("amb", "line", True, "certain"),
        ("ab", "line", False, "certain"),
    ]


def test_a_class_is_searched_over_what_is_stronger_too(store: Store) -> None:
    store.load(world([*reports("am"), say("b", "oversees", "m"), say("b", "chairs", "n"), *reports("an")]))
    assert _found(ask(store, "between", "a", "b")) == [
        ("amb", "oversight", True, "certain"),
        ("anb", "leadership", True, "certain"),
    ]


def test_the_shortest_of_a_class_that_are_of_a_better_one_are_not_told_twice(store: Store) -> None:
    """Of leadership, the shortest route is the line itself; the longer one by the chair is still sought."""
    store.load(world([*reports("ab"), say("m", "chairs", "a"), *reports("mb")]))
    assert _found(ask(store, "between", "a", "b"))[0] == ("ab", "line", True, "certain")


@pytest.mark.parametrize("at", ["2015", "2015-06", "1 June 2015"])
def test_a_window_is_searched_over_its_own_days(store: Store, at: str) -> None:
    claims = [*reports("am", start="1 January 2010", end="2019"), *reports("mb", start="1 June 2015", end="2019")]
    store.load(world(claims))
    assert _found(ask(store, "between", "a", "b", Options(at=at))) == [("amb", "line", True, "certain")]


def test_in_a_month_all_steps_count_on_the_same_day(store: Store) -> None:
    claims = [
        *reports("am", start="2010", end="10 June 2015"),
        *reports("mb", start="20 June 2015", end="2019"),
    ]
    store.load(world(claims))
    assert ask(store, "between", "a", "b", Options(at="June 2015")).verdict != "yes"
    assert _found(ask(store, "between", "a", "b", Options(at="June 2015"))) == []


def test_the_search_goes_day_by_day_where_the_shortest_never_held(store: Store) -> None:
    claims: list[Claim] = [
        *reports("am", source="2025", start="2001", end="2003"),
        *reports("mb", source="2025", start="2005", end="2007"),
        *reports("ax", "xy", "yb", source="2025", start="2005", end="2009"),
    ]
    store.load(world(claims))
    assert _found(ask(store, "between", "a", "b", Options(LINE))) == [("axyb", "line", True, "certain")]
    upwards = {way[-1]: way for way, *_ in _found(ask(store, "up", "a"))}
    assert upwards["b"] == "axyb"


def test_more_days_than_can_be_searched_are_told(store: Store) -> None:
    claims = [
        *reports("am", source="2025", start="1901", end="1903"),
        *reports("mb", source="2025", start="1905", end="1907"),
    ]
    others = [say(f"o{n}", "reports_to", "z", "2025", start=str(1910 + n)) for n in range(MOST_DAYS)]
    store.load(world([*claims, *others]))
    answer = ask(store, "between", "a", "b", Options(LINE))
    assert answer.truncated == "days"
    assert [way for way, *_ in _found(answer)] == ["amb"]
    assert answer.verdict == "qualified"

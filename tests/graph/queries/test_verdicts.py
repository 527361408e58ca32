"""Each verdict, and what a disputed, a planned, an undated and a denied tie do to it: all as `model.md` says."""

from itertools import pairwise
from typing import Any

import pytest

from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from tests.graph.queries.verdicts import asked, ways
from tests.worlds import reports, say, world


@pytest.mark.parametrize("at", ["", "2021", "2021-06", "1 June 2021"])
def test_yes_is_a_route_of_firm_lines(store: Store, at: str) -> None:
    answer = asked(store, reports("am", "mb"), at=at)
    assert answer.verdict == "yes"
    assert answer.summary.startswith("Yes. A reports to M, which reports to B.")
    assert (answer.routes[0].strength, answer.routes[0].firm, answer.routes[0].certainty) == ("line", True, "certain")


def test_weaker_ties_qualify_and_it_is_said_which(store: Store) -> None:
    answer = asked(store, [*reports("am"), say("b", "oversees", "m")])
    assert (answer.verdict, answer.routes[0].strength) == ("qualified", "oversight")
    assert "Oversight is weaker than reporting" in answer.summary
    led = asked(store, [say("b", "chairs", "a")])
    assert (led.verdict, led.routes[0].strength) == ("qualified", "leadership")
    assert "chaired or led" in led.summary


def test_a_route_after_its_last_confirmation_is_qualified(store: Store) -> None:
    answer = asked(store, reports("ab", source="2021"), at="2023")
    assert (answer.verdict, answer.routes[0].certainty) == ("qualified", "possible")


def test_steps_of_different_years_say_that_they_never_held_at_one_time(store: Store) -> None:
    claims = [
        *reports("am", source="2025", start="2010", end="2012"),
        *reports("mb", source="2025", start="2015", end="2018"),
    ]
    answer = asked(store, claims)
    assert answer.verdict == "qualified"
    assert [(route.certainty, route.firm) for route in answer.routes] == [("never", False)]
    assert "never known to hold at one time" in answer.summary


def test_a_route_that_never_held_is_shown_only_where_no_other_is(store: Store) -> None:
    apart = [
        *reports("am", source="2025", start="2010", end="2012"),
        *reports("mb", source="2025", start="2015", end="2018"),
    ]
    answer = asked(store, [*apart, say("b", "chairs", "a")])
    assert ways(answer) == ["ab"]
    assert [route.certainty for route in answer.routes] == ["certain"]


def test_steps_that_overlap_in_one_day_alone_held_together(store: Store) -> None:
    claims = [
        *reports("am", start="1 May 2010", end="10 May 2012"),
        *reports("mb", start="9 May 2012", end="2018"),
    ]
    assert asked(store, claims).verdict == "yes"
    later = [
        *reports("am", start="1 May 2010", end="10 May 2012"),
        *reports("mb", start="10 May 2012", end="2018"),
    ]
    answer = asked(store, later)
    assert (answer.verdict, answer.routes[0].certainty) == ("qualified", "possible")


def test_a_longer_route_that_held_is_found_where_the_shortest_never_did(store: Store) -> None:
    claims = [
        *reports("am", source="2025", start="2010", end="2012"),
        *reports("mb", source="2025", start="2015", end="2018"),
        *reports("ax", "xy", "yb", source="2025", start="2010", end="2018"),
    ]
    answer = asked(store, claims)
    assert (answer.verdict, ways(answer)) == ("yes", ["axyb"])


def test_a_disputed_tie_is_used_as_a_soft_one(store: Store) -> None:
    answer = asked(store, [*reports("ab"), *reports("ab", stance="contradicts", source="2022")])
    assert (answer.verdict, answer.routes[0].firm) == ("qualified", False)
    assert "is disputed" in answer.summary
    tie = answer.routes[0].steps[0].relations[0]
    assert (tie.state, [claim.stance for claim in tie.sources]) == ("disputed", ["supports", "contradicts"])
    assert "(disputed)" in answer.routes[0].sentence


def test_a_planned_tie_is_used_as_a_soft_one_and_never_certain(store: Store) -> None:
    for at in ("", "2021"):
        answer = asked(store, reports("ab", planned="planned"), at=at)
        assert (answer.verdict, answer.routes[0].certainty) == ("qualified", "possible")
        assert answer.routes[0].steps[0].relations[0].sentence == "It is planned that A reports to B."


def test_an_implied_tie_is_used_as_a_soft_one(store: Store) -> None:
    answer = asked(store, reports("ab", status="implied"))
    assert (answer.verdict, answer.routes[0].firm, answer.routes[0].certainty) == ("qualified", False, "certain")
    assert "is implied only" in answer.summary


def test_an_undated_tie_is_in_no_route_on_a_day_and_is_mentioned_apart(store: Store) -> None:
    answer = asked(store, reports("ab", source="undated"), at="2021")
    assert (answer.verdict, answer.routes) == ("not stated", ())
    assert [(tie.steps[0].from_id, tie.steps[0].to_id) for tie in answer.ties] == [("a", "b")]
    assert answer.ties[0].note.startswith("undated")


def test_an_undated_tie_without_a_day_makes_a_route_never_known_to_hold(store: Store) -> None:
    answer = asked(store, reports("ab", source="undated"))
    assert (answer.verdict, answer.routes[0].certainty) == ("qualified", "never")
    assert answer.routes[0].steps[0].relations[0].dates.words == "no day is known"


def test_an_undated_tie_is_mentioned_apart_beside_a_route_too(store: Store) -> None:
    answer = asked(store, [*reports("ab", source="undated"), *reports("am", "mb")], at="2021")
    assert (answer.verdict, ways(answer)) == ("yes", ["amb"])
    assert [tie.steps[0].relations[0].id for tie in answer.ties] == ["a.reports_to.b"]


def test_steps_asked_for_are_a_filter_no_cut(store: Store) -> None:
    answer = asked(store, reports("am", "mb"), steps=1)
    assert (answer.verdict, answer.routes, answer.truncated) == ("not stated", (), None)


def test_a_day_after_all_documents_is_told_before_anything_else(store: Store) -> None:
    answer = asked(store, reports("ab", source="2021"), at="2030")
    assert (answer.verdict, answer.routes[0].certainty) == ("qualified", "possible")
    assert "No document shows that all of this held in 2030" in answer.summary
    assert "Documents confirm the whole of it up to 31 December 2021 at most." in answer.summary


def test_a_plan_is_not_told_as_if_it_were_done(store: Store) -> None:
    store.load(world([*reports("ac"), *reports("bc", planned="planned")]))
    answer = ask(store, "down", "c")
    assert answer.summary.startswith("A answers to C by a line of reporting. Only planned: B.")
    answer = ask(store, "up", "b")
    assert answer.routes[0].steps[0].relations[0].dates.words.startswith("said ")


def test_the_other_way_round_is_no_stronger_than_its_ties(store: Store) -> None:
    store.load(world([*reports("ab"), say("c", "chairs", "b")]))
    assert "It is the other way round: a reports to B" in ask(store, "between", "b", "a").summary.replace(": A", ": a")
    assert "Rather the other way round, and only indirectly:" in ask(store, "between", "c", "a").summary


def test_a_chain_longer_than_any_recursion_is_walked(store: Store) -> None:
    names = [f"e{number:04}" for number in range(3000)]
    store.load(world([say(lower, "reports_to", upper, end="2015") for lower, upper in pairwise(names)]))
    answer = ask(store, "between", names[0], names[-1], Options(at="2020", seconds=10.0))
    assert answer.verdict == "no"


@pytest.mark.parametrize(
    ("limits", "where"), [({"hops": 2}, "at a length of 2"), ({"seconds": 1e-9}, "after 1e-09 seconds")]
)
def test_a_search_that_was_cut_short_speaks_of_what_it_searched(store: Store, limits: Any, where: str) -> None:
    answer = asked(store, reports("am", "mn", "nb"), **limits)
    assert answer.summary.startswith("As far as the search went, no document in this data says that A answers to B")
    assert answer.summary.endswith(f"The search was cut short {where}, so nothing is ruled out.")


def test_with_kinds_asked_for_nothing_is_said_of_lines_that_were_not_searched(store: Store) -> None:
    claims = [say("b", "chairs", "a"), *reports("ab")]
    answer = asked(store, claims, kinds=frozenset({"chairs"}))
    assert answer.verdict == "qualified"
    assert "no document states" not in answer.summary

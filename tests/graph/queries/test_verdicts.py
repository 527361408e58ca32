"""Each verdict, and what a disputed, a planned, an undated and a denied tie do to it: all as `model.md` says."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest

from graph.answers import Answer
from graph.model import Claim
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from graph.stores.networkx_store import NetworkxStore
from graph.walks import Found, Walk, When
from tests.worlds import LINE, OVERSIGHT, reports, say, world


def _asked(store: Store, claims: Iterable[Claim], **options: object) -> Answer:
    store.load(world(claims))
    return ask(store, "between", "a", "b", Options(**options))  # type: ignore[arg-type]


def _ways(answer: Answer) -> list[str]:
    return ["".join([route.steps[0].from_id, *(step.to_id for step in route.steps)]) for route in answer.routes]


@pytest.mark.parametrize("at", ["", "2021", "2021-06", "1 June 2021"])
def test_yes_is_a_route_of_firm_lines(store: Store, at: str) -> None:
    answer = _asked(store, reports("am", "mb"), at=at)
    assert answer.verdict == "yes"
    assert answer.summary.startswith("Yes. A reports to M, which reports to B.")
    assert (answer.routes[0].strength, answer.routes[0].firm, answer.routes[0].certainty) == ("line", True, "certain")


def test_weaker_ties_qualify_and_it_is_said_which(store: Store) -> None:
    answer = _asked(store, [*reports("am"), say("b", "oversees", "m")])
    assert (answer.verdict, answer.routes[0].strength) == ("qualified", "oversight")
    assert "Oversight is weaker than reporting" in answer.summary
    led = _asked(store, [say("b", "chairs", "a")])
    assert (led.verdict, led.routes[0].strength) == ("qualified", "leadership")
    assert "chaired or led" in led.summary


def test_a_route_after_its_last_confirmation_is_qualified(store: Store) -> None:
    answer = _asked(store, reports("ab", source="2021"), at="2023")
    assert (answer.verdict, answer.routes[0].certainty) == ("qualified", "possible")


def test_steps_of_different_years_say_that_they_never_held_at_one_time(store: Store) -> None:
    claims = [
        *reports("am", source="2025", start="2010", end="2012"),
        *reports("mb", source="2025", start="2015", end="2018"),
    ]
    answer = _asked(store, claims)
    assert answer.verdict == "qualified"
    assert [(route.certainty, route.firm) for route in answer.routes] == [("never", False)]
    assert "never known to hold at one time" in answer.summary


def test_a_route_that_never_held_is_shown_only_where_no_other_is(store: Store) -> None:
    apart = [
        *reports("am", source="2025", start="2010", end="2012"),
        *reports("mb", source="2025", start="2015", end="2018"),
    ]
    answer = _asked(store, [*apart, say("b", "chairs", "a")])
    assert _ways(answer) == ["ab"]
    assert [route.certainty for route in answer.routes] == ["certain"]


def test_steps_that_overlap_in_one_day_alone_held_together(store: Store) -> None:
    claims = [
        *reports("am", start="1 May 2010", end="10 May 2012"),
        *reports("mb", start="9 May 2012", end="2018"),
    ]
    assert _asked(store, claims).verdict == "yes"
    later = [
        *reports("am", start="1 May 2010", end="10 May 2012"),
        *reports("mb", start="10 May 2012", end="2018"),
    ]
    answer = _asked(store, later)
    assert (answer.verdict, answer.routes[0].certainty) == ("qualified", "possible")


def test_a_longer_route_that_held_is_found_where_the_shortest_never_did(store: Store) -> None:
    claims = [
        *reports("am", source="2025", start="2010", end="2012"),
        *reports("mb", source="2025", start="2015", end="2018"),
        *reports("ax", "xy", "yb", source="2025", start="2010", end="2018"),
    ]
    answer = _asked(store, claims)
    assert (answer.verdict, _ways(answer)) == ("yes", ["axyb"])


def test_a_disputed_tie_is_used_as_a_soft_one(store: Store) -> None:
    answer = _asked(store, [*reports("ab"), *reports("ab", stance="contradicts", source="2022")])
    assert (answer.verdict, answer.routes[0].firm) == ("qualified", False)
    assert "is disputed" in answer.summary
    tie = answer.routes[0].steps[0].relations[0]
    assert (tie.state, [claim.stance for claim in tie.sources]) == ("disputed", ["supports", "contradicts"])
    assert "(disputed)" in answer.routes[0].sentence


def test_a_planned_tie_is_used_as_a_soft_one_and_never_certain(store: Store) -> None:
    for at in ("", "2021"):
        answer = _asked(store, reports("ab", planned="planned"), at=at)
        assert (answer.verdict, answer.routes[0].certainty) == ("qualified", "possible")
        assert answer.routes[0].steps[0].relations[0].sentence == "It is planned that A reports to B."


def test_an_implied_tie_is_used_as_a_soft_one(store: Store) -> None:
    answer = _asked(store, reports("ab", status="implied"))
    assert (answer.verdict, answer.routes[0].firm, answer.routes[0].certainty) == ("qualified", False, "certain")
    assert "is implied only" in answer.summary


def test_an_undated_tie_is_in_no_route_on_a_day_and_is_mentioned_apart(store: Store) -> None:
    answer = _asked(store, reports("ab", source="undated"), at="2021")
    assert (answer.verdict, answer.routes) == ("not stated", ())
    assert [(tie.steps[0].from_id, tie.steps[0].to_id) for tie in answer.ties] == [("a", "b")]
    assert answer.ties[0].note.startswith("undated")


def test_an_undated_tie_without_a_day_makes_a_route_never_known_to_hold(store: Store) -> None:
    answer = _asked(store, reports("ab", source="undated"))
    assert (answer.verdict, answer.routes[0].certainty) == ("qualified", "never")
    assert answer.routes[0].steps[0].relations[0].dates.words == "no day is known"


def test_an_undated_tie_is_mentioned_apart_beside_a_route_too(store: Store) -> None:
    answer = _asked(store, [*reports("ab", source="undated"), *reports("am", "mb")], at="2021")
    assert (answer.verdict, _ways(answer)) == ("yes", ["amb"])
    assert [tie.steps[0].relations[0].id for tie in answer.ties] == ["a.reports_to.b"]


def test_a_denied_tie_is_shown_and_never_used(store: Store) -> None:
    answer = _asked(store, reports("ab", stance="contradicts"))
    assert (answer.verdict, answer.routes) == ("no", ())
    assert answer.summary.startswith("No. It is denied that A reports to B.")
    assert answer.ties[0].note == "denied: shown, never used"


def test_a_denied_tie_beside_another_way_does_not_rule_it_out(store: Store) -> None:
    answer = _asked(store, [*reports("ab", stance="contradicts"), *reports("am", "mb")])
    assert (answer.verdict, _ways(answer)) == ("yes", ["amb"])


def test_a_denied_tie_under_another_lens_is_not_the_one_asked_about(store: Store) -> None:
    denied = [say("b", "oversees", "a", stance="contradicts")]
    assert _asked(store, denied, lens=LINE).verdict == "not stated"
    assert _asked(store, denied, lens=OVERSIGHT).verdict == "no"


@pytest.mark.parametrize(
    ("claims", "at"),
    [
        (reports("ab", start="2010", end="2012"), "2013"),
        (reports("ab", start="2010", end="2012"), "2009"),
        ([*reports("ab", source="2015"), say("b", "dated", role="closed", start="2018", source="2019")], "2020"),
        ([*reports("ab", source="2015"), say("b", "dated", role="founded", start="2012", source="2019")], "2011"),
        ([*reports("xy"), *reports("ax"), say("b", "dated", role="founded", start="2012"), *reports("bx")], "2011"),
        ([*reports("ax"), say("b", "dated", role="founded", start="2030", planned="planned")], "2026"),
        ([*reports("am", "mb", source="2015"), say("m", "dated", end="2018", source="2019")], "2020"),
    ],
)
def test_no_is_what_print_rules_out(store: Store, claims: list[Claim], at: str) -> None:
    answer = _asked(store, claims, at=at)
    assert (answer.verdict, answer.routes) == ("no", ())
    assert answer.summary.startswith("No. ")


@pytest.mark.parametrize(
    ("claims", "at"),
    [
        (reports("ab", source="2021"), "2019"),
        (reports("ac", "bc"), ""),
        (reports("ab", source="undated"), "2021"),
        (reports("ba"), ""),
        ([say("a", "member_of", "b")], ""),
    ],
)
def test_not_stated_is_whatever_no_print_rules_out(store: Store, claims: list[Claim], at: str) -> None:
    answer = _asked(store, claims, at=at)
    assert (answer.verdict, answer.routes) == ("not stated", ())
    assert not answer.summary.startswith(("Yes", "No. "))


def test_a_search_that_was_cut_never_says_no(store: Store) -> None:
    cut = _asked(store, reports("am", "mn", "nb"), hops=2)
    assert (cut.verdict, cut.truncated) == ("not stated", "hops")
    ruled_out = [*reports("ax", "xy", "yb"), *reports("ab", stance="contradicts")]
    assert _asked(store, ruled_out, hops=2).verdict == "not stated"


def test_steps_asked_for_are_a_filter_no_cut(store: Store) -> None:
    answer = _asked(store, reports("am", "mb"), steps=1)
    assert (answer.verdict, answer.routes, answer.truncated) == ("not stated", (), None)


def test_a_day_after_all_documents_is_told_before_anything_else(store: Store) -> None:
    answer = _asked(store, reports("ab", source="2021"), at="2030")
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


class _Slow(NetworkxStore):
    """Has no time left when it is to be told what print does not rule out."""

    def shortest(self, walk: Walk) -> Found:
        return Found(cut="time") if walk.ties.when == When.NOT_RULED_OUT else super().shortest(walk)


@pytest.mark.parametrize(("question", "end"), [("between", "b"), ("up", "")])
def test_a_ruling_out_that_was_cut_short_says_so(question: str, end: str) -> None:
    with NetworkxStore() as store, _Slow() as slow:
        for each in (store, slow):
            each.load(world(reports("ab", start="2010", end="2012")))
        assert ask(store, question, "a", end, Options(at="2020")).verdict == "no"
        answer = ask(slow, question, "a", end, Options(at="2020"))
        assert (answer.verdict, answer.truncated) == ("not stated", "time")


@pytest.mark.parametrize(
    ("limits", "where"), [({"hops": 2}, "at a length of 2"), ({"seconds": 1e-9}, "after 1e-09 seconds")]
)
def test_a_search_that_was_cut_short_speaks_of_what_it_searched(store: Store, limits: Any, where: str) -> None:
    answer = _asked(store, reports("am", "mn", "nb"), **limits)
    assert answer.summary.startswith("As far as the search went, no document in this data says that A answers to B")
    assert answer.summary.endswith(f"The search was cut short {where}, so nothing is ruled out.")


def test_with_kinds_asked_for_nothing_is_said_of_lines_that_were_not_searched(store: Store) -> None:
    claims = [say("b", "chairs", "a"), *reports("ab")]
    answer = _asked(store, claims, kinds=frozenset({"chairs"}))
    assert answer.verdict == "qualified"
    assert "no document states" not in answer.summary

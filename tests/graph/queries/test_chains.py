"""`up` and `down`: for each entity reached the shortest routes of its best class."""

import pytest

from graph.answers import Answer
from graph.queries import chains
from graph.queries.ask import ask
from graph.queries.clock import Clock
from graph.queries.options import Options
from graph.store import Store
from graph.stores import open_store
from tests.worlds import LEADERSHIP, OVERSIGHT, london, reports, say, world


def _ways(answer: Answer) -> list[str]:
    return ["".join([route.steps[0].from_id, *(step.to_id for step in route.steps)]) for route in answer.routes]


def test_up_follows_the_line_to_the_top_and_says_where_it_stops(store: Store) -> None:
    store.load(london())
    answer = ask(store, "up", "HEDG")
    assert answer.verdict == "yes"
    assert answer.summary == (
        "The Health Equity Delivery Group is a sub-group of the Health Equity Group, "
        "which reports to the London Health Board."
    )
    (stop,) = answer.stops
    assert (stop.entity, stop.lens) == ("lhb", "leadership")
    assert stop.adds == ("The London Health Board is chaired by the Mayor of London.",)


def test_up_by_leadership_ends_at_the_person(store: Store) -> None:
    store.load(london())
    answer = ask(store, "up", "HEDG", options=Options(LEADERSHIP))
    far = [route.steps[-1].to_id for route in answer.routes]
    assert set(far) == {"heg", "lhb", "mayor", "khan", "assembly"}
    assert [(route.strength, route.steps[-1].to_id) for route in answer.routes][:2] == [
        ("line", "heg"),
        ("line", "lhb"),
    ]
    assert {stop.entity for stop in answer.stops} == {"assembly", "khan"}


def test_the_best_class_of_each_entity_is_kept(store: Store) -> None:
    """B by a firm line of two steps, though overseen directly; c by its one oversight."""
    store.load(world([*reports("am", "mb"), say("b", "oversees", "a"), say("c", "oversees", "a")]))
    answer = ask(store, "up", "a", options=Options(OVERSIGHT))
    assert [(way, route.strength) for way, route in zip(_ways(answer), answer.routes, strict=True)] == [
        ("am", "line"),
        ("amb", "line"),
        ("ac", "oversight"),
    ]


def test_all_the_shortest_are_given_and_the_limit_on_routes_does_not_apply(store: Store) -> None:
    store.load(world(reports("ax", "ay", "az", "xb", "yb", "zb")))
    answer = ask(store, "up", "a", options=Options(routes=1))
    assert _ways(answer) == ["ax", "ay", "az", "axb", "ayb", "azb"]
    assert answer.truncated is None


def test_down_gives_routes_that_end_at_the_one_asked_about(store: Store) -> None:
    store.load(world(reports("ab", "bc", "xc")))
    answer = ask(store, "down", "c")
    assert _ways(answer) == ["bc", "xc", "abc"]
    assert answer.routes[0].sentence == "B reports to C."


def test_nobody_answers_is_not_stated(store: Store) -> None:
    store.load(london())
    for question in ("up", "down"):
        answer = ask(store, question, "A Charity Alone")
        assert (answer.verdict, answer.routes) == ("not stated", ())
        assert [stop.entity for stop in answer.stops] == ["alone"]


def test_hops_that_cut_are_told_and_steps_asked_for_are_not(store: Store) -> None:
    store.load(world(reports("ab", "bc", "cd")))
    cut = ask(store, "up", "a", options=Options(hops=2))
    assert (_ways(cut), cut.truncated) == (["ab", "abc"], "hops")
    asked = ask(store, "up", "a", options=Options(steps=2))
    assert (_ways(asked), asked.truncated) == (["ab", "abc"], None)
    assert ask(store, "down", "d", options=Options(hops=2)).truncated == "hops"
    assert ask(store, "up", "a", options=Options(hops=3)).truncated is None


@pytest.mark.parametrize(("kinds", "ways"), [({"reports_to"}, ["ab"]), ({"chairs"}, ["ac"]), ({"oversees"}, [])])
def test_kinds_without_a_lens_are_asked_under_leadership(store: Store, kinds: set[str], ways: list[str]) -> None:
    store.load(world([*reports("ab"), say("c", "chairs", "a")]))
    answer = ask(store, "up", "a", options=Options(kinds=frozenset(kinds)))
    assert (_ways(answer), answer.question.lens) == (ways, "leadership")


def test_a_source_filters_and_states_stay(store: Store) -> None:
    store.load(world([*reports("ab", source="2021"), *reports("ab", source="2022"), *reports("ac", source="2022")]))
    answer = ask(store, "up", "a", options=Options(sources=frozenset({"2021"})))
    assert _ways(answer) == ["ab"]
    assert answer.routes[0].steps[0].relations[0].state == "corroborated"


def test_a_source_filter_takes_what_the_source_supports_not_what_it_denies(store: Store) -> None:
    store.load(world([*reports("ab", source="2021"), *reports("ab", source="2022", stance="contradicts")]))
    assert _ways(ask(store, "up", "a", options=Options(sources=frozenset({"2021"})))) == ["ab"]
    assert _ways(ask(store, "up", "a", options=Options(sources=frozenset({"2022"})))) == []


def test_the_same_is_crossed_only_when_asked_and_softly(store: Store) -> None:
    store.load(world([*reports("ab", "cd"), say("b", "possibly_same_as", "c")]))
    assert _ways(ask(store, "up", "a")) == ["ab"]
    answer = ask(store, "up", "a", options=Options(same=True))
    assert _ways(answer) == ["ab", "abc", "abcd"]
    assert [(route.strength, route.firm) for route in answer.routes] == [
        ("line", True),
        ("line", False),
        ("line", False),
    ]
    assert "may be the same as" in answer.routes[2].sentence


def test_routes_for_which_no_time_is_left_are_left_out_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chains, "TOLD_ANYWAY", 2)
    monkeypatch.setattr(Clock, "is_up", lambda _: True)
    with open_store("networkx://") as store:
        store.load(world(reports("ba", "ca", "da", "ea")))
        answer = ask(store, "down", "a")
    assert (len(answer.routes), answer.truncated) == (2, "time")
    assert answer.summary == "B and C answer to A by a line of reporting. The search was cut short: there may be more."


def test_who_answers_by_soft_routes_is_told_apart_by_what_makes_them_soft(store: Store) -> None:
    claims = [
        *reports("ba", planned="planned"),
        *reports("ca", status="implied"),
        *reports("da", source="2015"),
    ]
    store.load(world(claims))
    answer = ask(store, "down", "a", options=Options(at="2021"))
    assert answer.summary.startswith(
        "No document shows for certain that anybody answers to A by a line of reporting in 2021. "
        "Only planned: B. Only implied: C. Only possible: D."
    )

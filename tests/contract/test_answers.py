"""Answers of `ask` on small worlds, the same from every store: each verdict, and each class of routes."""

import pytest

from graph.answers import Answer
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from graph.subgraph import Subgraph
from tests.worlds import LINE, london, reports, say, world

CLASSES = (
    ("line", True, say("a", "reports_to", "b")),
    ("line", False, say("a", "reports_to", "b", status="implied")),
    ("oversight", True, say("b", "oversees", "a")),
    ("oversight", False, say("b", "oversees", "a", status="implied")),
    ("leadership", True, say("b", "chairs", "a")),
    ("leadership", False, say("b", "chairs", "a", status="implied")),
)


def _between(store: Store, claims: Subgraph, options: Options | None = None) -> Answer:
    store.load(claims)
    return ask(store, "between", "a", "b", options or Options())


def test_a_firm_line_is_a_yes(store: Store) -> None:
    answer = _between(store, world(reports("am", "mb")))
    assert answer.verdict == "yes"
    assert [(step.from_id, step.to_id) for step in answer.routes[0].steps] == [("a", "m"), ("m", "b")]
    assert answer.data_version == store.version()


def test_each_class_has_its_strength_and_firmness_and_all_but_the_first_are_qualified(store: Store) -> None:
    for strength, firm, claim in CLASSES:
        answer = _between(store, world([claim]))
        found = [(route.strength, route.firm, route.certainty) for route in answer.routes]
        assert found == [(strength, firm, "certain")], claim
        assert answer.verdict == ("yes" if (strength, firm) == ("line", True) else "qualified"), claim


def test_classes_are_ranked_in_their_order(store: Store) -> None:
    """Six ways from a to b, each by a board of its own whose id is against the order of the classes."""
    claims = []
    for middle, (_, _, claim) in zip("zyxwvu", CLASSES, strict=True):
        subject, object_ = (middle if end == "b" else end for end in (claim.subject, claim.object))
        claims += [say(subject, claim.kind, object_, status=claim.status), *reports(f"{middle}b")]
    answer = _between(store, world(claims))
    assert [(route.strength, route.firm) for route in answer.routes] == [(name, firm) for name, firm, _ in CLASSES]
    assert [route.steps[0].to_id for route in answer.routes] == list("zyxwvu")


def test_a_lens_leaves_weaker_classes_out(store: Store) -> None:
    answer = _between(store, world([say("b", "oversees", "a")]), Options(LINE))
    assert (answer.verdict, answer.routes) == ("not stated", ())
    assert [(stop.entity, stop.lens) for stop in answer.stops] == [("a", "oversight")]


def test_no_tie_at_all_is_not_stated(store: Store) -> None:
    answer = _between(store, world(reports("ac", "bd")))
    assert (answer.verdict, answer.routes, answer.ties) == ("not stated", (), ())


def test_the_other_way_round_is_not_stated_and_said(store: Store) -> None:
    answer = _between(store, world(reports("ba")))
    assert answer.verdict == "not stated"
    assert [[(step.from_id, step.to_id) for step in tie.steps] for tie in answer.ties] == [[("b", "a")]]
    assert "other way round" in answer.summary


def test_a_printed_end_is_a_no_on_a_later_day(store: Store) -> None:
    answer = _between(store, world(reports("ab", start="2010", end="2012")), Options(at="2020"))
    assert (answer.verdict, answer.routes) == ("no", ())


def test_a_denied_tie_is_a_no(store: Store) -> None:
    answer = _between(store, world(reports("ab", stance="contradicts")))
    assert answer.verdict == "no"
    assert [tie.steps[0].relations[0].state for tie in answer.ties] == ["denied"]


def test_a_soft_tie_is_told_with_its_state_and_never_as_firm(store: Store) -> None:
    claims = [*reports("ab"), *reports("ab", stance="contradicts", source="2022")]
    answer = _between(store, world(claims))
    assert (answer.verdict, answer.routes[0].firm) == ("qualified", False)
    assert answer.routes[0].steps[0].relations[0].state == "disputed"


def test_a_planned_tie_is_never_certain(store: Store) -> None:
    answer = _between(store, world(reports("ab", planned="planned")))
    assert (answer.verdict, answer.routes[0].certainty) == ("qualified", "possible")
    assert answer.routes[0].steps[0].relations[0].certainty == "possible"
    on_day = _between(store, world(reports("ab", planned="planned")), Options(at="2021-06-01"))
    assert (on_day.verdict, on_day.routes[0].certainty) == ("qualified", "possible")


def test_a_members_answers_are_not_its_collectives(store: Store) -> None:
    claims = [say("a", "member_of", "k"), say("a", "part_of", "k"), *reports("kb")]
    store.load(world(claims, {"k": "collective"}))
    assert ask(store, "between", "a", "b").verdict == "not stated"
    assert ask(store, "down", "b").routes[0].steps[0].from_id == "k"
    assert len(ask(store, "down", "b").routes) == 1


def test_all_ties_of_a_length_are_given_in_order(store: Store) -> None:
    answer = _between(store, world(reports("az", "zb", "ay", "yb", "ax", "xb")))
    assert [route.steps[0].to_id for route in answer.routes] == ["x", "y", "z"]
    cut = _between(store, world(reports("az", "zb", "ay", "yb", "ax", "xb")), Options(routes=2))
    assert [route.steps[0].to_id for route in cut.routes] == ["x", "y"]
    assert cut.truncated == "routes"


def test_up_and_down_of_london(store: Store) -> None:
    store.load(london())
    upwards = ask(store, "up", "HEDG")
    assert [route.steps[-1].to_id for route in upwards.routes] == ["heg", "lhb"]
    assert [(stop.entity, stop.lens) for stop in upwards.stops] == [("lhb", "leadership")]
    downwards = ask(store, "down", "LHB")
    assert [route.steps[0].from_id for route in downwards.routes] == ["heg", "hedg"]


def test_asking_an_empty_store_finds_no_name(store: Store) -> None:
    with pytest.raises(LookupError, match="LHB"):
        ask(store, "up", "LHB")

"""`between`: the way back, other ties, and how two are tied at all."""

import pytest

from graph.answers import Answer
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from tests.worlds import london, reports, say, world


def _ways(answer: Answer) -> list[str]:
    return ["".join([route.steps[0].from_id, *(step.to_id for step in route.steps)]) for route in answer.routes]


def _ties(answer: Answer) -> list[tuple[str, str]]:
    """Each connection: the first word of its note, and the ids on it."""
    return [
        (tie.note.split()[0], " ".join([tie.steps[0].from_id, *(step.to_id for step in tie.steps)]))
        for tie in answer.ties
    ]


def test_the_way_back_is_told(store: Store) -> None:
    store.load(london())
    answer = ask(store, "between", "LHB", "HEDG")
    assert answer.verdict == "not stated"
    assert _ties(answer) == [("the", "hedg heg lhb")]
    assert "It is the other way round" in answer.summary


def test_other_ties_between_the_two_are_told_beside_a_route(store: Store) -> None:
    store.load(world([*reports("ab"), say("a", "member_of", "b"), say("b", "funds", "a", year="2021-22")]))
    answer = ask(store, "between", "a", "b")
    assert answer.verdict == "yes"
    assert _ties(answer) == [("another", "a b"), ("another", "a b")]
    assert [tie.steps[0].kind for tie in answer.ties] == ["member_of", "funds"]


def test_the_shortest_connection_is_told_where_there_is_nothing_else(store: Store) -> None:
    store.load(
        world([say("a", "member_of", "m"), say("b", "member_of", "m"), say("a", "supports", "n"), *reports("nb")])
    )
    answer = ask(store, "between", "a", "b")
    assert answer.verdict == "not stated"
    assert _ties(answer) == [("the", "a m b"), ("the", "a n b")]
    assert all("not answerability" in tie.note for tie in answer.ties)


def test_a_member_of_an_overseen_collective_does_not_answer(store: Store) -> None:
    store.load(london())
    answer = ask(store, "between", "Camden Council", "LHB")
    assert (answer.verdict, answer.routes) == ("not stated", ())
    assert _ties(answer) == [("the", "camden boroughs lhb")]


def test_the_stops_of_the_chain_are_told(store: Store) -> None:
    store.load(london())
    answer = ask(store, "between", "HEDG", "Camden Council")
    assert {stop.entity for stop in answer.stops} == {"assembly", "khan"}
    assert "stops at" in answer.summary


def test_longer_routes_fill_up_to_three_steps_more(store: Store) -> None:
    store.load(world(reports("ab", "ac", "cb", "cd", "db", "de", "eb", "ef", "fb")))
    answer = ask(store, "between", "a", "b")
    assert _ways(answer) == ["ab", "acb", "acdb", "acdeb"]
    assert answer.truncated is None
    assert _ways(ask(store, "between", "a", "b", Options(routes=2))) == ["ab", "acb"]


def test_longer_routes_are_cut_by_order(store: Store) -> None:
    store.load(world(reports("ab", "ae", "eb", "ad", "db", "ac", "cb")))
    cut = ask(store, "between", "a", "b", Options(routes=2))
    assert (_ways(cut), cut.truncated) == (["ab", "acb"], "routes")


def test_a_limit_cuts_by_order(store: Store) -> None:
    store.load(world(reports("az", "zb", "ay", "yb", "ax", "xb")))
    assert _ways(ask(store, "between", "a", "b", Options(routes=2))) == ["axb", "ayb"]


def test_a_route_that_fits_several_classes_belongs_to_the_first(store: Store) -> None:
    store.load(world([*reports("ab"), say("b", "oversees", "a"), say("b", "chairs", "a")]))
    answer = ask(store, "between", "a", "b")
    assert [(route.strength, route.firm) for route in answer.routes] == [("line", True)]
    assert [tie.kind for tie in answer.routes[0].steps[0].relations] == ["reports_to", "oversees", "chairs"]


@pytest.mark.parametrize("seconds", [1e-9])
def test_no_time_says_so_and_never_no(store: Store, seconds: float) -> None:
    store.load(world(reports("ab", start="2010", end="2012")))
    answer = ask(store, "between", "a", "b", Options(at="2020", seconds=seconds))
    assert (answer.verdict, answer.truncated) == ("not stated", "time")


def test_a_line_that_the_filters_leave_out_is_not_called_no_answerability(store: Store) -> None:
    store.load(world(reports("ab")))
    answer = ask(store, "between", "a", "b", Options(kinds=frozenset({"chairs"})))
    assert [tie.note for tie in answer.ties] == [
        "a tie of answerability that lens, filters or dates leave out of the routes"
    ]

"""Where the chain stops, and under which lens it would go on; through `ask`."""

import pytest

from graph.answers import Stop
from graph.model import Strength
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from tests.worlds import LEADERSHIP, OVERSIGHT, london, reports, say, world


def _stops(store: Store, lens: Strength | None = None, **options: object) -> list[Stop]:
    return list(ask(store, "up", "a", options=Options(lens, **options)).stops)  # type: ignore[arg-type]


def test_the_next_weaker_lens_is_named_with_what_it_adds(store: Store) -> None:
    store.load(world([*reports("ab"), say("c", "oversees", "b"), say("d", "chairs", "b")]))
    (stop,) = _stops(store)
    assert (stop.entity, stop.lens, stop.adds) == ("b", "oversight", ("B is overseen by C.", "B is chaired by D."))
    assert [(stop.entity, stop.lens) for stop in _stops(store, OVERSIGHT)] == [("c", "")]
    assert [(stop.entity, stop.lens) for stop in _stops(store, LEADERSHIP)] == [("c", ""), ("d", "")]


def test_there_is_one_stop_for_each_end_by_id(store: Store) -> None:
    store.load(world(reports("az", "ay", "yx")))
    assert [stop.entity for stop in _stops(store)] == ["x", "z"]


def test_a_person_ends_the_chain(store: Store) -> None:
    store.load(london())
    stops = {stop.entity: stop for stop in ask(store, "up", "LHB", options=Options(LEADERSHIP)).stops}
    assert stops["khan"].why == "The chain ends at a person: Sadiq Khan."


def test_a_tie_that_did_not_hold_adds_nothing(store: Store) -> None:
    store.load(world([*reports("ab"), say("c", "oversees", "b", start="2010", end="2012")]))
    (stop,) = _stops(store, at="2021")
    assert (stop.entity, stop.lens, stop.adds) == ("b", "", ())


def test_a_denied_tie_leads_nowhere(store: Store) -> None:
    store.load(world([*reports("ab"), say("c", "oversees", "b", stance="contradicts")]))
    assert [(stop.entity, stop.lens) for stop in _stops(store)] == [("b", "")]


@pytest.mark.parametrize("lens", [None, LEADERSHIP])
def test_a_loop_has_no_stop(store: Store, lens: Strength | None) -> None:
    store.load(world(reports("ab", "ba")))
    assert _stops(store, lens) == []


def test_what_filters_left_out_is_not_said_to_be_in_no_document(store: Store) -> None:
    store.load(world([*reports("ab"), say("d", "chairs", "b")]))
    (stop,) = ask(store, "up", "b", options=Options(kinds=frozenset({"leads"}))).stops
    assert stop.why == (
        "With the filters asked for, no document in this data names anybody to whom B answers by a tie of the kind "
        "\u201cleads\u201d."
    )
    (stop,) = ask(store, "down", "d", options=Options(kinds=frozenset({"leads"}))).stops
    assert stop.why == "Searched for whoever answers to D by a tie of the kind \u201cleads\u201d."

from dataclasses import replace

import pytest

from graph.errors import UnknownEntity
from graph.exploring.sieve import Sieve
from graph.exploring.surroundings import Door, Hidden, surroundings
from graph.exploring.view import Opening, View
from graph.model import Strength
from graph.spans import read_span
from graph.store import Store
from tests.graph.exploring.views import at_first
from tests.worlds import say, world

GRAPH = world(
    [
        say("a", "reports_to", "b"),
        say("b", "reports_to", "c"),
        say("x", "reports_to", "b"),
        say("a", "supports", "b"),
        say("m", "member_of", "b"),
        say("b", "member_of", "n"),
        say("b", "supports", "p"),
        say("p", "supports", "q"),
        say("late", "reports_to", "b", start="2024"),
    ],
    kinds={"p": "programme", "q": "programme"},
)


def many(number: int, kind: str = "charity") -> tuple[list, dict[str, str]]:  # type: ignore[type-arg]
    names = [f"m{one:03}" for one in range(number)]
    return [say(name, "member_of", "hub") for name in names], dict.fromkeys(names, kind)


def test_at_first_those_above_and_below_and_the_seats_are_shown(store: Store) -> None:
    store.load(GRAPH)
    around = surroundings(store, at_first("b"))
    assert around.choice.shown == ("b", "c", "a", "late", "x", "n", "m")
    assert around.brought["c"] == Opening("b", "up")
    assert around.brought["b"] is None


def test_other_ties_are_drawn_where_they_are_opened(store: Store) -> None:
    store.load(GRAPH)

    def kinds(view: View) -> list[str]:
        around = surroundings(store, view)
        return sorted(around.near.relations[key].kind for key in around.drawn)

    assert "supports" not in kinds(at_first("b"))
    assert kinds(at_first("b").toggled("b", "ties")).count("supports") == 2


def test_doors_tell_how_many_lie_behind_them(store: Store) -> None:
    store.load(GRAPH)
    doors = surroundings(store, View("b", frozenset({Opening("b", "up")}))).doors
    assert doors["b"] == (
        Door("b", "up", open=True, more=0, has_members=False, has_seats=True),
        Door("b", "down", open=False, more=3, has_members=True, has_seats=False),
        Door("b", "members", open=False, more=2, has_members=True, has_seats=True),
        Door("b", "ties", open=False, more=2, has_members=True, has_seats=True),
    )
    assert doors["c"] == ()


def test_one_step_leads_to_the_next(store: Store) -> None:
    store.load(GRAPH)
    view = View(
        "a", frozenset({Opening("a", "up"), Opening("b", "up"), Opening("nowhere", "up"), Opening("q", "ties")})
    )
    assert surroundings(store, view).choice.shown == ("a", "b", "c")


def test_on_a_day_only_what_may_have_held_is_shown(store: Store) -> None:
    store.load(GRAPH)
    assert "late" not in surroundings(store, at_first("b", read_span("2022"))).choice.shown


def test_a_crowd_is_folded_and_its_ties_are_known(store: Store) -> None:
    claims, kinds = many(70)
    store.load(world([*claims, say("hub", "reports_to", "top")], kinds=kinds))
    around = surroundings(store, at_first("hub"))
    assert around.choice.shown == ("hub", "top")
    assert [len(ties) for ties in around.folded.values()] == [70]
    assert around.doors["hub"][-1].more == 70
    by_one = surroundings(store, at_first("hub").showing("hub:members:charity"))
    assert len(by_one.choice.shown) == 60
    assert len(by_one.choice.left_out) == 12


def test_what_is_selected_is_not_folded_away(store: Store) -> None:
    claims, kinds = many(70)
    store.load(world(claims, kinds=kinds))
    assert "m050" in surroundings(store, at_first("hub"), {"m050"}).choice.shown


def test_an_unknown_focus_is_refused(store: Store) -> None:
    store.load(GRAPH)
    with pytest.raises(UnknownEntity, match="'zzz'"):
        surroundings(store, at_first("zzz"))


def test_an_entity_alone_is_shown_alone(store: Store) -> None:
    store.load(world([say("b", "dated", start="2020", role="founded")]))
    around = surroundings(store, at_first("b"))
    assert around.choice.shown == ("b",)
    assert around.doors == {"b": ()}


def test_filters_hold_for_boxes_ties_and_doors_and_what_they_hide_is_counted(store: Store) -> None:
    store.load(GRAPH)
    view = replace(at_first("b").toggled("b", "ties"), sieve=Sieve(kinds=frozenset({"reports_to"})))
    around = surroundings(store, view)
    assert around.choice.shown == ("b", "c", "a", "late", "x")
    assert {around.near.relations[key].kind for key in around.drawn} == {"reports_to"}
    assert [door.direction for door in around.doors["b"]] == ["up", "down"]
    assert around.hidden == Hidden(by_days=0, by_filters=4)


def test_what_is_shown_is_not_reached_through_what_is_hidden(store: Store) -> None:
    store.load(world([say("a", "reports_to", "p"), say("p", "reports_to", "c")], kinds={"p": "person"}))
    view = at_first("a").toggled("p", "up")
    assert surroundings(store, view).choice.shown == ("a", "p", "c")
    hiding = replace(view, sieve=Sieve(entities=frozenset({"board"})))
    assert surroundings(store, hiding).choice.shown == ("a",)


def test_what_the_day_hides_is_counted_apart(store: Store) -> None:
    store.load(GRAPH)
    view = replace(at_first("b", read_span("2022")), sieve=Sieve(lens=Strength.LINE, sources=frozenset({"nothing"})))
    assert surroundings(store, view).hidden == Hidden(by_days=1, by_filters=7)


def test_a_filtered_crowd_is_folded_as_far_as_it_passes(store: Store) -> None:
    claims, kinds = many(70)
    store.load(world([*claims, *(say(name, "supports", "hub") for name in kinds)], kinds=kinds))
    view = replace(at_first("hub"), sieve=Sieve(kinds=frozenset({"member_of"})))
    around = surroundings(store, view)
    assert [len(ties) for ties in around.folded.values()] == [70]
    assert around.hidden.by_filters == 70

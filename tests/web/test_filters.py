import pytest
from flask import Flask

from graph.exploring.first import first_view
from graph.exploring.sieve import Sieve
from graph.exploring.surroundings import surroundings
from graph.kinds import vocabulary
from graph.model import Strength
from graph.spans import read_span
from graph.stores.networkx_store import NetworkxStore
from tests.worlds import say, world
from web.explored import Explored
from web.filters import Offers, filters_set, hidden_words, limits_words, offers_of
from web.limits import NO_LIMITS, Limits
from web.params import MAX_VALUES

CLAIMS = [
    say("a", "reports_to", "b", "2015"),
    say("c", "reports_to", "b", "2021"),
    say("p", "chairs", "b", "2021"),
    say("b", "dated", source="2021", start="2010"),
]


def offers(claims: list, sieve: Sieve) -> dict[str, Offers]:  # type: ignore[type-arg]
    store = NetworkxStore()
    store.load(world(claims, kinds={"p": "person"}))
    view = first_view(store, "b", sieve=sieve)
    return {each.name: each for each in offers_of(surroundings(store, view))}


def test_what_is_there_is_offered_with_how_often_filters_or_not() -> None:
    found = offers(CLAIMS, Sieve(kinds=frozenset({"chairs"})))
    assert [(one.value, one.number, one.chosen) for one in found["kind"].every] == [
        ("chairs", 1, True),
        ("reports_to", 2, False),
    ]
    assert [(one.value, one.number) for one in found["entity_kind"].every] == [("board", 3), ("person", 1)]
    assert [(one.value, one.words) for one in found["source"].every] == [
        ("2021", "Paper of 2021 (2021)"),
        ("2015", "Paper of 2015 (2015)"),
    ]


def test_what_is_chosen_is_offered_though_it_is_not_there() -> None:
    first = offers(CLAIMS, Sieve(kinds=frozenset({"funds"})))["kind"].every[0]
    assert (first.value, first.number, first.chosen) == ("funds", 0, True)


def test_no_more_is_offered_than_an_address_may_hold() -> None:
    kinds = [name for name, kind in vocabulary().relations.items() if not kind.is_fact and "any" in kind.objects]
    kinds += [name for name, kind in vocabulary().relations.items() if not kind.is_fact and name not in kinds]
    claims = [say(f"x{number}", kind, "b") for number, kind in enumerate(kinds[: MAX_VALUES + 5])]
    found = offers(claims, Sieve())["kind"]
    assert len(found.every) <= MAX_VALUES
    assert len(found.every) + found.more == len({claim.kind for claim in claims})


@pytest.fixture
def everything() -> Explored:
    sieve = Sieve(Strength.LINE, "firm", frozenset({"reports_to"}), frozenset({"board"}), frozenset({"2021"}))
    store = NetworkxStore()
    store.load(world(CLAIMS))
    view = first_view(store, "b")
    return Explored(view, Limits("2021", "", sieve), first=view.opened)


def test_day_and_filters_are_one_sentence(everything: Explored, small: Flask) -> None:
    with small.test_request_context():
        words = limits_words(everything, {"2021": "The plan"})
    assert words == (
        "Shown: only what may have held in 2021, only lines of reporting, only firm ties, only “reports to”, "
        "only boards and only what “The plan” says."
    )


def test_each_filter_can_be_taken_away(everything: Explored, small: Flask) -> None:
    with small.test_request_context():
        without = {each.words: each.without for each in filters_set(everything, {})}
    assert without["firm ties"] == "/explore/b?at=2021&lens=line&kind=reports_to&entity_kind=board&source=2021"
    assert without["boards"] == "/explore/b?at=2021&lens=line&sure=firm&kind=reports_to&source=2021"
    assert len(without) == 5


def test_what_is_hidden_is_counted_in_one_sentence() -> None:
    store = NetworkxStore()
    store.load(world(CLAIMS))
    assert hidden_words(surroundings(store, first_view(store, "b", NO_LIMITS.window))) == ""
    later = surroundings(store, first_view(store, "b", read_span("2018"), Sieve(kinds=frozenset({"reports_to"}))))
    assert hidden_words(later) == (
        "Of the ties that touch what is shown, the filters hide none and 2 are of other days."
    )

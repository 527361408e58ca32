from dataclasses import replace

import pytest
from flask import Flask

from graph.exploring.first import first_view
from graph.exploring.surroundings import Surroundings, surroundings
from graph.model import Claim
from graph.stores.networkx_store import NetworkxStore
from tests.worlds import say, world
from web.explored import Explored
from web.limits import Limits
from web.timeline import LONGEST, MOST_DATES, MOST_PAIRS, days_of, pairs_of, spoken_of, timeline_of

DATED = [
    say("a", "reports_to", "b", "2015-12", start="2010"),
    say("c", "reports_to", "b", "2021-12-09", start="1948", end="2018"),
    say("d", "reports_to", "b", "2024"),
]


def seen(claims: list[Claim], limits: Limits) -> tuple[Surroundings, Explored]:
    store = NetworkxStore()
    store.load(world(claims))
    view = first_view(store, "b", limits.window, limits.sieve)
    return surroundings(store, view), Explored(view, limits, first=view.opened)


@pytest.fixture(autouse=True)
def _within_a_request(small: Flask):  # type: ignore[no-untyped-def]
    with small.test_request_context():
        yield


def test_the_line_is_no_longer_than_can_be_told_apart() -> None:
    line = timeline_of(*seen(DATED, Limits()))
    assert [mark.at for mark in line.marks] == ["1948", "2010", "2015-12", "2018", "2021-12-09", "2024"]
    assert line.marks[0].x == 2
    assert [mark.x for mark in line.marks] == sorted(mark.x for mark in line.marks)
    years = [int(tick.words) for tick in line.ticks]
    assert (years[0], max(years) <= 2024) == (2024 - LONGEST, True)
    assert line.chosen == ()


def test_a_mark_says_what_happened_and_leads_to_its_day() -> None:
    line = timeline_of(*seen(DATED, Limits(at="2015-12")))
    by = {mark.at: mark for mark in line.marks}
    assert (by["2018"].said, by["2018"].words, by["2018"].address) == ("1 ended", "2018", "/explore/b?at=2018")
    assert by["2018"].compared == "/explore/b?at=2015-12&until=2018"
    assert by["2010"].compared == "/explore/b?at=2010&until=2015-12"
    assert (by["2015-12"].current, by["2015-12"].compared) == (True, "")
    assert len(line.chosen) == 1


def test_of_many_dates_those_on_which_most_happened_are_marked() -> None:
    claims = [say(f"x{number}", "reports_to", "b", "2021", start=f"{1900 + number}") for number in range(80)]
    line = timeline_of(*seen(claims, Limits()))
    assert (len(line.marks), line.more) == (MOST_DATES, 81 - MOST_DATES)


def test_where_nothing_is_dated_there_is_no_line() -> None:
    assert timeline_of(*seen([say("a", "reports_to", "b", "undated-paper")], Limits())).marks == ()


def test_the_documents_own_days_are_the_newest_first() -> None:
    around, explored = seen(DATED, Limits(at="2018"))
    days = days_of(spoken_of(around), explored)
    assert [day.key for day in days] == ["any", "2018", "2024", "2021-12-09", "2015-12"]
    assert [day.key for day in days if day.current] == ["2018"]


def test_the_day_is_compared_with_the_documents_days_else_these_with_one_another() -> None:
    around, explored = seen(DATED, Limits(at="2021-12"))
    assert [day.key for day in pairs_of(spoken_of(around), explored)] == ["2021-12 2024", "2015-12 2021-12"]
    anyhow = replace(explored, limits=Limits())
    keys = [day.key for day in pairs_of(spoken_of(around), anyhow)]
    assert keys == ["2015-12 2024", "2021-12-09 2024", "2015-12 2021-12-09"]
    both = replace(explored, limits=Limits("2015-12", "2024"))
    assert [day.key for day in pairs_of(spoken_of(around), both) if day.current] == ["2015-12 2024"]
    assert len(keys) <= MOST_PAIRS

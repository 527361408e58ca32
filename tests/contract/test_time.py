"""Ties in time, at the very days on which they begin and end."""

from datetime import date

from graph.spans import ANY_DAY, Span
from graph.store import Store
from graph.walks import Ties, When
from tests.worlds import LINE, certain_on, on, possible_on, reports, say, spelled, walk, world


def _certain(store: Store, day: str) -> list[str]:
    return spelled(store.shortest(walk("a", "b", certain_on(day))).routes)


def _possible(store: Store, day: str) -> list[str]:
    return spelled(store.shortest(walk("a", "b", possible_on(day))).routes)


def test_a_tie_with_printed_days_is_certain_from_the_first_to_the_last(store: Store) -> None:
    store.load(world(reports("ab", start="3 May 2020", end="9 June 2021")))
    assert _certain(store, "2020-05-02") == []
    assert _certain(store, "2020-05-03") == ["ab"]
    assert _certain(store, "2021-06-08") == ["ab"]
    assert _certain(store, "2021-06-09") == [], "it may have ended in the morning"
    assert _possible(store, "2021-06-09") == ["ab"]
    assert _possible(store, "2021-06-10") == []
    assert _possible(store, "2020-05-02") == []


def test_a_tie_with_printed_years_is_possible_in_the_year_of_its_beginning_and_its_end(store: Store) -> None:
    store.load(world(reports("ab", source="2025", start="2020", end="2022")))
    assert _possible(store, "2019-12-31") == []
    assert _possible(store, "2020-01-01") == ["ab"]
    assert _certain(store, "2020-12-30") == []
    assert _certain(store, "2020-12-31") == ["ab"]
    assert _certain(store, "2021-12-31") == ["ab"]
    assert _certain(store, "2022-01-01") == []
    assert _possible(store, "2022-12-31") == ["ab"]
    assert _possible(store, "2023-01-01") == []


def test_a_tie_without_printed_days_is_certain_while_its_source_speaks(store: Store) -> None:
    store.load(world(reports("ab", source="2021-03")))
    assert _certain(store, "2021-02-28") == []
    assert _possible(store, "2021-02-28") == []
    assert _certain(store, "2021-03-01") == ["ab"]
    assert _certain(store, "2021-03-31") == ["ab"]
    assert _certain(store, "2021-04-01") == []
    assert _possible(store, "2021-04-01") == ["ab"]
    assert _possible(store, "2999-01-01") == ["ab"]


def test_a_tie_is_possible_while_both_its_ends_are_known_and_not_ended(store: Store) -> None:
    claims = [
        *reports("ab", source="2021"),
        say("a", "dated", source="2021", start="2015", role="founded"),
        say("b", "dated", source="2021", start="1 July 2018", end="30 September 2023"),
    ]
    store.load(world(claims))
    assert _possible(store, "2018-06-30") == []
    assert _possible(store, "2018-07-01") == ["ab"]
    assert _possible(store, "2023-09-30") == ["ab"]
    assert _possible(store, "2023-10-01") == []


def test_a_month_holds_what_any_of_its_days_holds(store: Store) -> None:
    store.load(world(reports("ab", start="3 May 2020", end="9 June 2021")))
    june = Span(date(2021, 6, 1), date(2021, 6, 30))
    for when in (When.CERTAIN, When.POSSIBLE):
        assert spelled(store.shortest(walk("a", "b", Ties(LINE, when=when, window=june))).routes) == ["ab"]
    july = Span(date(2021, 7, 1), date(2021, 7, 31))
    assert store.shortest(walk("a", "b", Ties(LINE, when=When.POSSIBLE, window=july))).routes == ()


def test_a_planned_tie_is_possible_and_never_certain(store: Store) -> None:
    store.load(world(reports("ab", source="2021", planned="planned", start="2021")))
    assert _possible(store, "2021-06-01") == ["ab"]
    assert _certain(store, "2021-06-01") == []
    assert _certain(store, "2021-12-31") == []


def test_an_undated_tie_is_walked_only_where_no_day_is_asked(store: Store) -> None:
    store.load(world(reports("ab", source="undated")))
    assert spelled(store.shortest(walk("a", "b")).routes) == ["ab"]
    assert _possible(store, "2021-06-01") == []
    assert _certain(store, "2021-06-01") == []
    anywhen = Ties(LINE, when=When.POSSIBLE, window=ANY_DAY)
    assert store.shortest(walk("a", "b", anywhen)).routes == ()


def test_print_alone_rules_out(store: Store) -> None:
    claims = [
        *reports("ab", source="2021", end="2022"),
        *reports("bc", source="2021"),
        say("c", "dated", source="2021", start="2010", role="founded"),
    ]
    store.load(world(claims))

    def left(start: str, end: str, day: str) -> bool:
        ties = Ties(LINE, when=When.NOT_RULED_OUT, window=on(day))
        return bool(store.shortest(walk(start, end, ties)).routes)

    assert left("a", "b", "2022-12-31")
    assert not left("a", "b", "2023-01-01")
    assert left("b", "c", "2010-01-01"), "no source speaks yet, but nothing printed is against it"
    assert not left("b", "c", "2009-12-31")
    assert left("b", "c", "2030-01-01")


def test_the_day_filters_the_ties_not_the_routes(store: Store) -> None:
    """The short way did not hold on the day; the long way did."""
    claims = [*reports("ab", start="2010", end="2012"), *reports("ac", "cb", start="2010", end="2025")]
    store.load(world(claims))
    assert spelled(store.shortest(walk("a", "b")).routes) == ["ab"]
    assert _certain(store, "2020-06-01") == ["acb"]
    reached = store.shortest(walk("a", ties=certain_on("2020-06-01")))
    assert spelled(reached.routes) == ["ac", "acb"]


def test_the_day_filters_before_the_limit_cuts(store: Store) -> None:
    claims = [*reports("ab", "bz", start="2010", end="2012"), *reports("ac", "cz", start="2010", end="2025")]
    store.load(world(claims))
    found = store.shortest(walk("a", "z", certain_on("2020-06-01"), most=1))
    assert (spelled(found.routes), found.cut) == (["acz"], "")
    longer = store.exactly(walk("a", "z", certain_on("2020-06-01"), most=1), 2)
    assert (spelled(longer.routes), longer.cut) == (["acz"], "")


def test_days_are_those_on_which_ties_begin_latest_first(store: Store) -> None:
    claims = [
        *reports("ab", source="2025", start="2020", end="2022"),
        *reports("bc", source="2021-03"),
        say("d", "oversees", "a", source="2019"),
        *reports("de", source="undated"),
    ]
    store.load(world(claims))
    days, more = store.days(Ties(LINE), 64)
    assert [day.isoformat() for day in days] == ["2021-03-01", "2020-12-31", "2020-01-01"]
    assert not more
    assert store.days(Ties(LINE), 3) == (days, False)
    assert store.days(Ties(LINE), 2) == (days[:2], True)
    window = Span(date(2020, 1, 1), date(2020, 12, 31))
    inside, _ = store.days(Ties(LINE, when=When.POSSIBLE, window=window), 64)
    assert [day.isoformat() for day in inside] == ["2020-12-31", "2020-01-01"]


def test_the_latest_days_are_kept_where_there_are_too_many(store: Store) -> None:
    years = [str(year) for year in range(2010, 2019)]
    store.load(world(say("a", "reports_to", f"b{year}", source="2025", start=f"1 May {year}") for year in years))
    for lens in (LINE, None):
        days, more = store.days(Ties(lens), 2)
        assert ([day.isoformat() for day in days], more) == (["2018-05-01", "2017-05-01"], True)


def test_there_are_no_days_in_an_empty_store(store: Store) -> None:
    assert store.days(Ties(LINE), 64) == ((), False)

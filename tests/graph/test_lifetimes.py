"""When each entity existed, as far as the claims tell."""

from datetime import date

import pytest

from graph.lifetimes import no_more, not_yet
from graph.model import Lifetime, Source
from graph.spans import Span, read_span
from tests.worlds import reports, say, world


def test_an_entity_is_known_from_the_first_day_of_the_first_source_to_the_last_of_the_last() -> None:
    lives = world(
        [*reports("ab", source="2015"), *reports("bc", source="2018"), *reports("ab", source="2021-03")]
    ).lifetimes
    assert (lives["a"].known, lives["a"].confirmed) == (date(2015, 1, 1), date(2021, 3, 31))
    assert (lives["b"].known, lives["b"].confirmed) == (date(2015, 1, 1), date(2021, 3, 31))
    assert (lives["c"].known, lives["c"].confirmed) == (date(2018, 1, 1), date(2018, 12, 31))


def test_a_printed_beginning_makes_known_earlier_never_later() -> None:
    lives = world(
        [*reports("ab", source="2015"), say("a", "dated", start="2010"), say("b", "dated", start="2020")]
    ).lifetimes
    assert lives["a"].known == date(2010, 1, 1)
    assert lives["b"].known == date(2015, 1, 1)
    assert lives["b"].begins == read_span("2020")


@pytest.mark.parametrize(
    ("role", "start", "end", "begins", "ends"),
    [
        ("", "2010", "", "2010", ""),
        ("founded", "2010", "", "2010", ""),
        ("signed", "2010", "", "2010", ""),
        ("", "2010", "2020", "2010", "2020"),
        ("closed", "", "2020", "", "2020"),
        ("closed", "2020", "", "", "2020"),
        ("founded", "2010", "2020", "2010", ""),
        ("term", "2010", "2020", "", ""),
    ],
)
def test_the_role_of_a_date_says_what_it_prints(role: str, start: str, end: str, begins: str, ends: str) -> None:
    life = world([say("a", "dated", role=role, start=start, end=end)]).lifetimes["a"]
    assert (life.begins, life.ends) == tuple(read_span(text) if text else None for text in (begins, ends))


@pytest.mark.parametrize("kind", ["established", "published"])
def test_what_is_established_or_published_begins(kind: str) -> None:
    lives = world([say("a", kind, "p", start="May 2014")], {"p": "plan"}).lifetimes
    assert lives["p"].begins == read_span("May 2014")
    assert lives["p"].begin_claims == ("c000",)
    assert lives["a"].begins is None


def test_other_kinds_begin_nothing() -> None:
    lives = world(reports("ab", start="2014", end="2020")).lifetimes
    assert [life.begins or life.ends for life in lives.values()] == [None, None]


def test_of_several_beginnings_the_first_counts_and_of_several_ends_the_last() -> None:
    life = world(
        [
            say("a", "dated", start="2012", end="2018"),
            say("a", "dated", start="2010-06", end="2019-03"),
            say("a", "dated", start="2011", end="2015"),
        ]
    ).lifetimes["a"]
    assert (life.begins, life.ends) == (read_span("2010-06"), read_span("2019-03"))
    assert life.begin_claims == life.end_claims == ("c000", "c001", "c002")


def test_contradicting_claims_begin_and_end_nothing_but_speak_of_their_ends() -> None:
    lives = world([say("a", "dated", source="2015", start="2010", end="2012", stance="contradicts")]).lifetimes
    assert lives["a"] == Lifetime(known=date(2015, 1, 1), confirmed=date(2015, 12, 31))


def test_a_succession_speaks_of_its_subject_alone() -> None:
    lives = world([say("new", "succeeds", "old", source="2015")]).lifetimes
    assert (lives["new"].known, lives["new"].confirmed) == (date(2015, 1, 1), date(2015, 12, 31))
    assert (lives["old"].known, lives["old"].confirmed, lives["old"].planned) == (None, None, False)


def test_planned_claims_make_a_planned_entity_that_is_not_known() -> None:
    lives = world([*reports("ab", planned="planned", source="2015"), *reports("cb", source="2016")]).lifetimes
    assert lives["a"] == Lifetime(planned=True)
    assert lives["b"].known == date(2016, 1, 1)
    assert not lives["b"].planned


def test_a_conditional_claim_speaks_of_nobody_either() -> None:
    assert world(reports("ab", planned="conditional")).lifetimes["a"] == Lifetime(planned=True)


def test_a_planned_beginning_counts_where_no_other_is_printed() -> None:
    planned = say("a", "dated", start="2027", planned="planned")
    assert world([planned]).lifetimes["a"].begins == read_span("2027")
    assert world([planned]).lifetimes["a"].planned
    printed = say("a", "dated", start="2028")
    assert world([planned, printed]).lifetimes["a"].begins == read_span("2028")


def test_an_undated_source_makes_nobody_known() -> None:
    lives = world(reports("ab", source="undated")).lifetimes
    assert (lives["a"].known, lives["a"].confirmed) == (None, None)


@pytest.mark.parametrize(
    ("inferred", "known", "confirmed"),
    [
        ("2016-12/..", date(2016, 12, 1), date(2016, 12, 1)),
        ("../2019", date(2019, 12, 31), date(2019, 12, 31)),
        ("2024-10/2025-03", date(2024, 10, 1), date(2025, 3, 31)),
    ],
)
def test_the_one_day_of_an_open_interval_makes_its_ends_known(inferred: str, known: date, confirmed: date) -> None:
    source = Source("s", "S", inferred=inferred)
    life = world(reports("ab", source="s"), sources=[source]).lifetimes["a"]
    assert (life.known, life.confirmed) == (known, confirmed)


def test_an_entity_of_which_nobody_speaks_has_an_empty_lifetime() -> None:
    graph = world([*reports("ab"), say("a", "reports_to", "b", via=("v",))])
    assert graph.lifetimes["v"] == Lifetime()
    assert graph.lifetimes.keys() == graph.entities.keys()


def test_spans_are_compared_as_a_whole() -> None:
    """Of two ends with the same last day the later first day counts."""
    life = world([say("a", "dated", end="2019"), say("a", "dated", end="December 2019")]).lifetimes["a"]
    assert life.ends == Span(date(2019, 12, 1), date(2019, 12, 31))


def test_printed_dates_rule_out_days_before_the_beginning_and_behind_the_end() -> None:
    begins, ends = read_span("2010"), read_span("June 2015")
    life = Lifetime(begins=begins, ends=ends)
    assert [not_yet(life, read_span(day)) for day in ("2009", "2010", "2020")] == [begins, None, None]
    assert [no_more(life, read_span(day)) for day in ("2009", "June 2015", "July 2015")] == [None, None, ends]
    assert not_yet(Lifetime(), read_span("2009")) is no_more(Lifetime(), read_span("2009")) is None

"""The four bounds of a relation, cell by cell of the table in `model.md`, section 3."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from graph.model import NEVER, Claim, Relation, State
from graph.spans import FIRST_DAY, LAST_DAY, Span
from tests.worlds import HALF_OPEN, only, reports, say, world

UNKNOWN, OPEN = FIRST_DAY.isoformat(), LAST_DAY.isoformat()


def _tie(claims: Iterable[Claim]) -> Relation:
    """The relation between a and b of a world."""
    graph = world(claims, sources=HALF_OPEN)
    (relation,) = (tie for tie in graph.relations.values() if tie.kind == "reports_to")
    return relation


def _days(relation: Relation) -> tuple[str, str, str, str]:
    bounds = relation.bounds
    days = (bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end)
    first, second, third, fourth = (day.isoformat() for day in days)
    return first, second, third, fourth


def test_both_printed() -> None:
    tie = _tie(reports("ab", source="2025", start="2010", end="2020"))
    assert _days(tie) == ("2010-01-01", "2010-12-31", "2020-01-01", "2021-01-01")


def test_nothing_printed() -> None:
    assert _days(_tie(reports("ab", source="2021-03"))) == ("2021-03-01", "2021-03-01", "2021-04-01", OPEN)


def test_several_sources_confirm_from_the_first_to_the_last() -> None:
    tie = _tie([*reports("ab", source="2019"), *reports("ab", source="2021-03"), *reports("ab", source="undated")])
    assert _days(tie) == ("2019-01-01", "2019-01-01", "2021-04-01", OPEN)


def test_claims_that_disagree_leave_the_days_from_the_first_to_the_last() -> None:
    claims = [
        *reports("ab", start="2010", end="2015", source="2025"),
        *reports("ab", start="2012", end="2020", source="2025"),
    ]
    assert _days(_tie(claims)) == ("2010-01-01", "2012-12-31", "2015-01-01", "2021-01-01")


@pytest.mark.parametrize(
    ("source", "latest_start"),
    [
        ("2010-04", "2010-04-01"),
        ("2010", "2010-01-01"),
        ("2009", "2010-12-31"),
        ("2011", "2010-12-31"),
        ("2010-12-31", "2010-12-31"),
    ],
)
def test_a_source_within_the_printed_start_has_seen_it_begun(source: str, latest_start: str) -> None:
    tie = _tie(reports("ab", source=source, start="2010"))
    assert _days(tie)[:2] == ("2010-01-01", latest_start)


def test_the_first_supporting_source_counts_for_the_latest_start() -> None:
    tie = _tie([*reports("ab", source="2010-06", start="2010"), *reports("ab", source="2010-03")])
    assert _days(tie)[1] == "2010-03-01"
    before = _tie([*reports("ab", source="2009-06"), *reports("ab", source="2010-06", start="2010")])
    assert _days(before)[1] == "2010-12-31", "the first source falls before the span, so it does not count"


def test_an_unprinted_start_is_the_later_of_the_days_from_which_the_ends_are_known() -> None:
    claims = [
        *reports("ab", source="2021"),
        say("a", "dated", start="2005", source="2021"),
        say("b", "dated", start="May 2008", source="2021"),
    ]
    assert _days(_tie(claims))[:2] == ("2008-05-01", "2021-01-01")
    known = [*reports("ab", source="2021"), *reports("ax", source="2015"), *reports("bx", source="2018", id="z")]
    assert _days(world(known).relations["a.reports_to.b"])[0] == "2018-01-01"


def test_an_unprinted_start_is_never_after_a_printed_ends_first_day() -> None:
    tie = _tie(reports("ab", source="2021", end="2015"))
    assert _days(tie) == ("2015-01-01", "2021-01-01", "2015-01-01", "2016-01-01")


def test_an_unprinted_end_is_the_earlier_of_the_ends_of_the_two() -> None:
    claims = [
        *reports("ab", source="2015"),
        say("a", "dated", end="2019", source="2021"),
        say("b", "dated", end="May 2018", source="2021"),
    ]
    assert _days(_tie(claims)) == ("2015-01-01", "2015-01-01", "2016-01-01", "2018-06-01")


def test_an_earliest_end_is_never_after_the_latest() -> None:
    claims = [*reports("ab", source="2021"), say("a", "dated", end="2019", source="2021")]
    assert _days(_tie(claims))[2:] == ("2020-01-01", "2020-01-01")


def test_an_undated_source_gives_no_latest_start_and_no_earliest_end() -> None:
    claims = [*reports("ab", source="undated"), *reports("ax", "bx", source="2015")]
    relation = world(claims).relations["a.reports_to.b"]
    assert relation.bounds == NEVER
    assert not relation.dated
    printed = _tie(reports("ab", source="undated", start="2010"))
    assert _days(printed) == ("2010-01-01", "2010-12-31", UNKNOWN, OPEN)
    ended = _tie(reports("ab", source="undated", end="2010"))
    assert _days(ended) == ("2010-01-01", OPEN, "2010-01-01", "2011-01-01")


@pytest.mark.parametrize(("source", "known"), [("later", "2016-12-01"), ("before", "2019-12-31")])
def test_a_half_open_source_makes_known_but_neither_begins_nor_ends(source: str, known: str) -> None:
    tie = _tie(reports("ab", source=source))
    assert _days(tie) == (known, OPEN, UNKNOWN, OPEN)
    assert tie.dated


def test_contradicting_and_planned_claims_move_no_bound() -> None:
    claims = [
        *reports("ab", source="2015"),
        *reports("ab", source="2020", stance="contradicts"),
        *reports("ab", source="2021", planned="planned"),
    ]
    assert _days(_tie(claims)) == ("2015-01-01", "2015-01-01", "2016-01-01", OPEN)


def test_a_planned_tie_has_the_bounds_of_its_planned_claims() -> None:
    tie = _tie(reports("ab", source="2020", planned="planned", start="2022"))
    assert _days(tie)[:2] == ("2022-01-01", "2022-12-31")
    assert not tie.certain_within(Span(FIRST_DAY, LAST_DAY))


@pytest.mark.parametrize(
    "others",
    [
        reports("ab", source="2022", stance="contradicts"),
        reports("ab", source="2022", planned="planned", dispute="x") + reports("cd", dispute="x"),
    ],
)
def test_a_planned_tie_is_never_certain_though_it_is_disputed(others: list[Claim]) -> None:
    tie = world([*reports("ab", source="2021", planned="planned", dispute="x"), *others]).relations["a.reports_to.b"]
    assert tie.state == State.DISPUTED
    assert not tie.certain_within(Span(FIRST_DAY, LAST_DAY))


def _spoken_of_before_its_ends_are_known(**more: str) -> Relation:
    """A tie of a paper of 2020 between a and b, of which only the paper of 2022 says that they exist."""
    claims = [say("a", "succeeds", "b", source="2020", **more), *reports("ab", source="2022")]
    return world(claims).relations["a.succeeds.b"]


def test_a_planned_tie_is_not_possible_before_its_ends_are_known() -> None:
    tie = _spoken_of_before_its_ends_are_known(planned="planned")
    assert _days(tie)[:2] == ("2022-01-01", "2020-01-01")
    assert not tie.possible_on(date(2020, 6, 1))
    assert not tie.possible_on(date(2021, 12, 31))
    assert tie.possible_on(date(2022, 1, 1))
    assert not tie.possible_within(Span(date(2020, 1, 1), date(2021, 12, 31)))


def test_a_tie_that_is_no_plan_is_certain_though_an_end_is_known_only_later() -> None:
    """Whoever succeeds another speaks of that one as gone: its existence is told by others."""
    tie = _spoken_of_before_its_ends_are_known()
    assert _days(tie)[:3] == ("2022-01-01", "2020-01-01", "2021-01-01")
    assert tie.certain_on(date(2020, 6, 1))
    assert tie.possible_on(date(2020, 6, 1))
    assert not tie.possible_on(date(2021, 6, 1))


def test_a_year_without_dates_is_the_period_of_the_payment() -> None:
    payment = only(world([say("a", "funds", "b", source="2025", year="2021-22")]))
    assert _days(payment) == ("2021-04-01", "2021-04-01", "2022-04-01", "2022-04-01")
    december = only(world([say("a", "funds", "b", source="2025", year="2011-12")]))
    assert _days(december)[0] == "2011-04-01"
    printed = only(world([say("a", "funds", "b", source="2025", year="2021-22", start="2021-06")]))
    assert _days(printed)[:2] == ("2021-06-01", "2021-06-30")


def test_a_count_holds_on_the_days_of_its_source() -> None:
    count = only(world([say("a", "counted", source="2021-03", amount=Decimal(32))]))
    assert _days(count) == ("2021-03-01", "2021-03-01", "2021-04-01", "2021-04-01")


def test_print_alone_bounds_what_is_not_ruled_out() -> None:
    claims = [
        *reports("ab", source="2015", start="2012"),
        say("a", "dated", start="2010", end="2019", source="2021"),
        say("b", "dated", start="2011", source="2021"),
    ]
    tie = _tie(claims)
    assert (tie.not_before, tie.over_from) == (date(2012, 1, 1), date(2020, 1, 1))
    free = _tie(reports("ab", source="2015"))
    assert (free.not_before, free.over_from) == (FIRST_DAY, LAST_DAY)

"""Whatever is claimed: the bounds are in order, and a window is what its days are."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from graph.model import NEVER, Bounds, Claim
from graph.spans import Span
from tests.worlds import HALF_OPEN, say, world

_DATES = st.sampled_from(["", "2008", "2010", "2010-06", "9 June 2010", "2012", "2012-13", "2015", "since 2016"])


_SOURCES = st.sampled_from(["2009", "2010-06", "2012", "2015-03", "2020", "undated", "later", "before"])


_CLAIMS = st.lists(
    st.builds(
        lambda source, start, end, more: say("a", "reports_to", "b", source, start=start, end=end, **more),
        _SOURCES,
        _DATES,
        _DATES,
        st.sampled_from([{}, {"planned": "planned"}, {"stance": "contradicts"}, {"status": "implied"}]),
    ),
    min_size=1,
    max_size=5,
)


_LIVES = st.lists(
    st.builds(
        lambda entity, start, end, source: say(entity, "dated", source=source, start=start, end=end),
        st.sampled_from("ab"),
        _DATES,
        _DATES,
        _SOURCES,
    ),
    max_size=3,
)


@given(_CLAIMS, _LIVES)
def test_the_bounds_are_in_order_unless_planned(claims: list[Claim], lives: list[Claim]) -> None:
    """A planned claim makes nobody known, so its ends may be known only later than its source speaks."""
    graph = world([*claims, *lives], sources=HALF_OPEN)
    for relation in graph.relations.values():
        bounds = relation.bounds
        said = [graph.claims[claim] for claim in relation.claims]
        if bounds == NEVER or all(claim.planned or not claim.supports for claim in said):
            continue
        assert bounds.earliest_start <= bounds.latest_start
        assert bounds.earliest_end <= bounds.latest_end


@given(_CLAIMS, _LIVES, st.dates(min_value=date(2005, 1, 1), max_value=date(2025, 1, 1)))
def test_certain_days_are_possible_and_a_window_is_what_its_days_are(
    claims: list[Claim], lives: list[Claim], day: date
) -> None:
    window = Span(day, date(day.year, 12, 31))
    inside = [date.fromordinal(number) for number in range(window.first.toordinal(), window.last.toordinal() + 1)]
    for relation in world([*claims, *lives], sources=HALF_OPEN).relations.values():
        for when in (relation, relation.bounds):
            assert when.certain_within(window) == any(when.certain_on(each) for each in inside)
            assert when.possible_within(window) == any(when.possible_on(each) for each in inside)
        assert not relation.certain_on(day) or relation.possible_on(day)
        assert relation.ruled_out(Span(day, day)) in (True, False)


def test_bounds_without_a_certain_day_are_certain_on_none() -> None:
    bounds = Bounds(date(2010, 1, 1), date(2010, 12, 31), date(2010, 6, 1), date(2011, 1, 1))
    year = Span(date(2010, 1, 1), date(2010, 12, 31))
    assert not bounds.certain_within(year)
    assert bounds.possible_within(year)

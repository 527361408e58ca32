"""Options: their limits, their days, and what is a filter and what a cut."""

import pytest

from graph.errors import BadQuestion, BadSpan
from graph.queries.options import MAX_HOPS, MAX_ROUTES, MAX_SECONDS, Options
from graph.spans import ANY_DAY, read_span


@pytest.mark.parametrize(
    "options",
    [
        Options(hops=0),
        Options(hops=MAX_HOPS + 1),
        Options(routes=0),
        Options(routes=-1),
        Options(routes=MAX_ROUTES + 1),
        Options(seconds=0),
        Options(seconds=MAX_SECONDS + 0.1),
        Options(steps=0),
        Options(steps=MAX_HOPS + 1),
        Options(kinds=frozenset({"likes"})),
    ],
)
def test_what_is_out_of_range_is_refused(options: Options) -> None:
    with pytest.raises(BadQuestion):
        options.checked()


@pytest.mark.parametrize(
    "options",
    [
        Options(kinds=frozenset({"member_of"})),
        Options(kinds=frozenset({"reports_to", "funds"})),
        Options(until="2024"),
    ],
)
def test_what_says_nothing_of_who_answers_is_refused_for_routes(options: Options) -> None:
    assert options.checked() is options
    with pytest.raises(BadQuestion):
        options.answering()


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(hops=MAX_HOPS, routes=MAX_ROUTES, seconds=MAX_SECONDS, steps=MAX_HOPS),
        Options(hops=1, routes=1, seconds=0.001, steps=1),
        Options(kinds=frozenset({"reports_to", "part_of", "holds_post"})),
    ],
)
def test_what_is_in_range_is_itself(options: Options) -> None:
    assert options.checked() is options


def test_the_window_is_the_day_asked_about() -> None:
    assert Options().window == Options(at="  ").window == ANY_DAY
    assert Options(at="May 2020").window == read_span("May 2020")
    with pytest.raises(BadSpan):
        _ = Options(at="soon").window


@pytest.mark.parametrize(
    ("steps", "hops", "reach", "cut"),
    [(None, 12, 12, True), (3, 12, 3, False), (12, 12, 12, False), (20, 12, 12, True)],
)
def test_steps_are_a_filter_and_hops_a_limit(steps: int | None, hops: int, reach: int, cut: bool) -> None:
    options = Options(steps=steps, hops=hops)
    assert (options.reach, options.hops_cut) == (reach, cut)

from urllib.parse import parse_qs, urlsplit

import pytest
from werkzeug.datastructures import MultiDict

from graph.exploring.sieve import Sieve
from graph.model import Strength
from graph.spans import ANY_DAY, Span, read_span
from graph.stores.networkx_store import NetworkxStore
from tests.web.conftest import small_graph
from web.limits import NO_LIMITS, Limits, canonical, day_typed, read_limits
from web.params import BadParameter

STORE = NetworkxStore()
STORE.load(small_graph())


def read(query: str) -> Limits:
    return read_limits(STORE, MultiDict(parse_qs(urlsplit(f"?{query}").query, keep_blank_values=True)))


def test_without_a_word_nothing_is_kept_out() -> None:
    assert read("") == NO_LIMITS
    assert NO_LIMITS.window == ANY_DAY
    assert NO_LIMITS.query() == {}
    assert read("at=&until=&lens=leadership&sure=&kind=&entity_kind=&source=") == NO_LIMITS


def test_an_address_is_read_and_written_in_one_form() -> None:
    limits = read("source=2024-11&kind=reports_to&kind=chairs&sure=firm&lens=line&at=9+December+2021&entity_kind=board")
    assert limits.sieve == Sieve(
        Strength.LINE, "firm", frozenset({"reports_to", "chairs"}), frozenset({"board"}), frozenset({"2024-11"})
    )
    assert limits.query() == {
        "at": "2021-12-09",
        "lens": "line",
        "sure": "firm",
        "kind": ["chairs", "reports_to"],
        "entity_kind": ["board"],
        "source": ["2024-11"],
    }


def test_two_days_are_looked_at_from_the_first_to_the_second() -> None:
    limits = read("at=2015&until=2021-12")
    assert limits.window == Span(read_span("2015").first, read_span("2021-12").last)
    assert limits.words == "between 2015 and December 2021"
    assert read("at=2015").words == "in 2015"
    assert NO_LIMITS.words == "on any day"


@pytest.mark.parametrize(
    ("query", "parameter", "message"),
    [
        ("until=2021", "until", "give the first day too"),
        ("at=2021&until=2015", "until", "“2015”, must come after the first, which is “2021”"),
        ("at=2021&until=2021-06", "until", "must come after"),
        ("at=soon", "at", "not understood"),
        ("lens=colour", "lens", "line, oversight, leadership"),
        ("sure=very", "sure", "firm, possible, implied"),
        ("kind=loves", "kind", "“loves”; it can be: reports_to"),
        ("kind=dated", "kind", "“dated”"),
        ("entity_kind=alien", "entity_kind", "“alien”; it can be: body"),
        ("source=nowhere", "source", "it can be: 2021-12, 2024-11, undated-paper."),
        ("&".join(f"kind=k{number}" for number in range(21)), "kind", "21 times in the address; at most 20"),
        ("&".join(["source=2021-12"] * 21), "source", "at most 20"),
        ("at=2021&at=2022", "at", "different values"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_would_work(query: str, parameter: str, message: str) -> None:
    with pytest.raises(BadParameter, match=message) as refused:
        read(query)
    assert refused.value.parameter == parameter


def test_a_day_without_a_short_form_stays_as_it_was_typed() -> None:
    assert canonical("spring 2025") == "spring 2025"
    assert canonical("") == ""


@pytest.mark.parametrize(
    ("day", "typed"),
    [("2021-12-09", "9 December 2021"), ("2021-12", "December 2021"), ("2021/22", "2021/22"), ("", "")],
)
def test_a_day_stands_in_the_form_as_a_person_types_it(day: str, typed: str) -> None:
    assert day_typed(day) == typed
    assert not day or read_span(typed) == read_span(day)

"""Spans, days and sources as they are told."""

from datetime import date

import pytest

from graph.model import Source
from graph.spans import Span, read_interval, read_span
from graph.wording import (
    between_words,
    day_words,
    span_words,
    spoken,
    when_words,
)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (read_span("9 December 2021"), "9 December 2021"),
        (read_span("December 2021"), "December 2021"),
        (read_span("2021"), "2021"),
        (read_span("2021-22"), "April 2021 to March 2022"),
        (read_interval("2024-10/2025-03"), "October 2024 to March 2025"),
        (read_interval("2021-12-09/2022-01-03"), "9 December 2021 to 3 January 2022"),
        (read_interval("2016-12/.."), "1 December 2016 or later"),
        (read_interval("2020/2021"), "January 2020 to December 2021"),
        (Span(date(2021, 1, 1), date(2021, 1, 1)), "1 January 2021"),
    ],
)
def test_a_span_is_said_as_shortly_as_it_can(span: Span, words: str) -> None:
    assert span_words(span) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (read_span("9 December 2021"), "on 9 December 2021"),
        (read_span("December 2021"), "in December 2021"),
        (read_span("2021"), "in 2021"),
        (read_span("2024-25"), "between April 2024 and March 2025"),
        (read_interval("2021-12-09/2022-01-03"), "between 9 December 2021 and 3 January 2022"),
        (read_interval("2016-12/.."), "on 1 December 2016 or later"),
        (read_interval("../2019"), "on 31 December 2019 or earlier"),
    ],
)
def test_a_span_has_the_preposition_that_english_puts(span: Span, words: str) -> None:
    assert when_words(span) == words


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("2015", "2022", "between 2015 and 2022"),
        ("9 December 2021", "March 2023", "between 9 December 2021 and March 2023"),
        ("2015-16", "2021-22", "between March 2016 and March 2022"),
    ],
)
def test_between_two_spans_is_from_the_end_of_one_to_the_end_of_the_other(first: str, second: str, words: str) -> None:
    assert between_words(read_span(first), read_span(second)) == words


def test_a_span_open_before_includes_its_last_day() -> None:
    """Whatever the words, they do not say "before" the day that is still within."""
    assert span_words(read_interval("../2019")) == "31 December 2019 or earlier"


def test_a_day_is_said_in_full() -> None:
    assert day_words(date(2021, 12, 9)) == "9 December 2021"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source("s", "S", date="spring 2021"), "spring 2021"),
        (Source("s", "S", inferred="2024-10/2025-03"), "October 2024 to March 2025 (inferred)"),
        (Source("s", "S"), "undated"),
    ],
)
def test_when_a_source_spoke(source: Source, words: str) -> None:
    assert spoken(source) == words

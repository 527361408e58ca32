from decimal import Decimal

import pytest

from loaders import cells
from loaders.cells import CellError


@pytest.mark.parametrize("text", ["a", "nhs-london", "32-ccgs", "x" * 200])
def test_ids_are_slugs(text: str) -> None:
    assert cells.read_id(text) == text


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("NHS London", "like 'nhs-london'"),
        ("a_b", "like 'a-b'"),
        ("a--b", "like 'a-b'"),
        ("-a", "like 'a'"),
        ("café", "like 'cafe'"),
        ("漢", "single hyphens"),
        ("a\nb", "like 'a-b'"),
        ("x" * 201, "shorten it"),
    ],
)
def test_anything_else_is_no_id(text: str, advice: str) -> None:
    with pytest.raises(CellError) as error:
        cells.read_id(text)
    assert advice in error.value.advice


@pytest.mark.parametrize("text", ["2021", "2021-02", "9 December 2021", "spring 2021", "2021-22", "since 2015"])
def test_dates_keep_their_words(text: str) -> None:
    assert cells.read_date(text) == text


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("2021-02-31", "there is no day 2021-02-31", "write a date that exists"),
        ("31/12/2021", "the date '31/12/2021' is not understood", "write the month as a word"),
        ("31 12 2021", "the date '31 12 2021' is not understood", "write it like one of"),
        ("2021-23", "do not follow one another", "like 2021-22"),
        ("0000", "there is no year 0", "write a date that exists"),
        ("x" * 100, "is no date", "as printed"),
    ],
)
def test_what_is_no_date_is_told_with_the_way_out(text: str, message: str, advice: str) -> None:
    with pytest.raises(CellError) as error:
        cells.read_date(text)
    assert message in error.value.message
    assert advice in error.value.advice


@pytest.mark.parametrize("text", ["2021", "April 2021", "21-22"])
def test_years_are_financial_years(text: str) -> None:
    with pytest.raises(CellError, match=r"not understood"):
        cells.read_financial_year(text)


@pytest.mark.parametrize("text", ["../..", "2022/2021", "soon/2021"])
def test_intervals_that_say_nothing_are_refused(text: str) -> None:
    with pytest.raises(CellError):
        cells.read_inferred(text)


@pytest.mark.parametrize(("text", "amount"), [("0", "0"), ("150000", "150000"), ("0.25", "0.25"), ("32", "32")])
def test_amounts(text: str, amount: str) -> None:
    assert cells.read_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("150,000", "write 150000"),
        ("1 500 000.50", "write 1500000.50"),
        ("£150,000", "write 150000"),
        ("£150", "write 150, and the currency in its column"),
        ("-5", "without a sign"),
        ("(500)", "without a sign"),
        ("1.5m", "like 1500000"),
        ("1e9", "like 1500000"),
        ("NaN", "like 1500000"),
        ("Infinity", "like 1500000"),
        ("9" * 30, "like 1500000"),
        ("\u0663", "like 1500000"),
        ("15%", "like 1500000"),
        (".5", "like 1500000"),
        ("5.", "like 1500000"),
    ],
)
def test_what_is_no_amount_is_told_with_the_way_out(text: str, advice: str) -> None:
    with pytest.raises(CellError) as error:
        cells.read_amount(text)
    assert advice in error.value.advice


@pytest.mark.parametrize("text", ["gbp", "£", "GBPX", "GB"])
def test_currencies_are_three_capitals(text: str) -> None:
    with pytest.raises(CellError, match="no currency"):
        cells.read_currency(text)


def test_lists_are_separated_by_semicolons() -> None:
    assert cells.read_list(" a ;b;; c;") == ("a", "b", "c")
    assert cells.read_ids("a; b") == ("a", "b")
    assert cells.read_identifiers("ODS:QMJ; GB-CHC:1112708") == ("ODS:QMJ", "GB-CHC:1112708")


@pytest.mark.parametrize("text", ["QMJ", "ODS:", "ODS: QMJ", ":x", "ODS:A, ODS:B"])
def test_identifiers_without_a_scheme_are_refused(text: str) -> None:
    with pytest.raises(CellError, match="no identifier"):
        cells.read_identifiers(text)


def test_words_of_a_closed_list() -> None:
    read = cells.one_of(("stated", "implied"))
    assert read("stated") == "stated"
    with pytest.raises(CellError) as error:
        read("Stated")
    assert error.value.advice == "write stated or implied"

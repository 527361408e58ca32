from hypothesis import given
from hypothesis import strategies as st

from graph.pictures.text import width_of, wrap


def test_words_are_whole() -> None:
    assert wrap("Health Equity Delivery Group", 13, 60) == ("Health", "Equity", "Delivery", "Group")
    assert wrap("Health Equity Delivery Group", 13, 1000) == ("Health Equity Delivery Group",)
    assert wrap("   ", 13, 100) == ()


def test_a_long_word_has_a_line_of_its_own() -> None:
    assert wrap("a Llanfairpwllgwyngyll b", 13, 60) == ("a", "Llanfairpwllgwyngyll", "b")


def test_a_long_hyphened_word_is_divided_at_its_hyphen() -> None:
    assert wrap("Commissioning-Neighbourhood", 13, 120) == ("Commissioning-", "Neighbourhood")


@given(st.text(max_size=80), st.integers(20, 300))
def test_no_sign_is_lost(text: str, width: int) -> None:
    lines = wrap(text, 13, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(lines)


@given(st.text(max_size=30), st.text(max_size=30))
def test_widths_add_up(one: str, other: str) -> None:
    whole = width_of(one + other, 13)
    assert whole >= 0
    assert abs(whole - width_of(one, 13) - width_of(other, 13)) < 1e-6


def test_bold_is_wider() -> None:
    assert width_of("Health", 13, bold=True) > width_of("Health", 13)
    assert width_of("\u00e9", 13) == width_of("e", 13)
    assert width_of("\u8eab", 13) > width_of("m", 13)

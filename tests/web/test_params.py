import pytest
from werkzeug.datastructures import MultiDict

from web import params
from web.params import BadParameter


def args(*pairs: tuple[str, str]) -> params.Args:
    return MultiDict(pairs)


class TestOnly:
    def test_what_is_known_is_taken(self) -> None:
        params.only(args(("subject", "a"), ("at", "")), ("subject", "at", "until"))
        params.only(args(), ())

    @pytest.mark.parametrize(
        ("known", "says"),
        [
            (("subject", "at"), "“hops” means nothing at this address; these have: subject, at."),
            ((), "“hops” means nothing at this address; none has."),
        ],
    )
    def test_what_is_not_is_refused_by_name(self, known: tuple[str, ...], says: str) -> None:
        with pytest.raises(BadParameter) as caught:
            params.only(args(("hops", "1")), known)
        assert (caught.value.parameter, str(caught.value)) == ("hops", says)


class TestOne:
    def test_space_around_and_within_is_made_one(self) -> None:
        assert params.one(args(("subject", "  the \t Mayor ")), "subject") == "the Mayor"

    def test_missing_is_empty(self) -> None:
        assert params.one(args(), "subject") == ""

    def test_two_values_are_refused(self) -> None:
        with pytest.raises(BadParameter, match="“subject” stands in the address with 2") as caught:
            params.one(args(("subject", "a"), ("subject", "b")), "subject")
        assert caught.value.parameter == "subject"

    @pytest.mark.parametrize("value", ["a\0b", "\x1b[31m", "\x7f"])
    def test_control_characters_are_refused(self, value: str) -> None:
        with pytest.raises(BadParameter, match="cannot be printed"):
            params.one(args(("subject", value)), "subject")

    def test_the_longest_is_taken_and_no_longer(self) -> None:
        assert params.one(args(("subject", "x" * params.MAX_TEXT)), "subject") == "x" * params.MAX_TEXT
        with pytest.raises(BadParameter, match="201 characters"):
            params.one(args(("subject", "x" * (params.MAX_TEXT + 1))), "subject")


class TestWhole:
    @pytest.mark.parametrize("value", ["0", "31", "-1", "1.5", "1e1", "\u0663", "9" * 50, "one", "+1"])
    def test_what_is_no_number_in_range_is_refused(self, value: str) -> None:
        with pytest.raises(BadParameter, match="whole number from 1 to 30"):
            params.whole(args(("steps", value)), "steps", 1, 30)

    def test_both_ends_are_in_range(self) -> None:
        assert [params.whole(args(("steps", value)), "steps", 1, 30) for value in ("1", "30")] == [1, 30]

    def test_missing_is_none(self) -> None:
        assert params.whole(args(), "steps", 1, 30) is None


@pytest.mark.parametrize(("value", "on"), [("1", True), ("Yes", True), ("", False), ("0", False), ("off", False)])
def test_a_flag(value: str, on: bool) -> None:
    assert params.flag(args(("same", value)), "same") is on


def test_a_flag_that_is_none_is_refused() -> None:
    with pytest.raises(BadParameter, match="“same” is “maybe”"):
        params.flag(args(("same", "maybe")), "same")


def test_a_choice_names_what_can_be_chosen() -> None:
    with pytest.raises(BadParameter, match="it can be: line, oversight"):
        params.choice(args(("lens", "x")), "lens", ("line", "oversight"))


@pytest.mark.parametrize("value", ["", "any day", "Any"])
def test_any_day_is_no_day(value: str) -> None:
    assert params.day(args(("at", value)), "at") == ""


def test_a_day_that_is_none_is_refused_with_what_would_work() -> None:
    with pytest.raises(BadParameter, match="Leave it empty for any day") as caught:
        params.day(args(("at", "31 February 2021")), "at")
    assert caught.value.parameter == "at"


def test_a_quoted_value_is_printable_and_short() -> None:
    assert params.shown("a\0b") == "“a\ufffdb”"
    assert len(params.shown("x" * 1000)) == 62

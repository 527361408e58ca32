import pytest

from loaders import nearby
from loaders.nearby import Nearby


@pytest.mark.parametrize(
    ("word", "best"), [("report_to", "reports_to"), ("Reports_To", "reports_to"), ("lbh", "lhb"), ("zzz", ""), ("", "")]
)
def test_the_closest_word_is_suggested(word: str, best: str) -> None:
    assert Nearby(["reports_to", "reports_on", "lhb"]).best(word) == best


def test_advice_says_something_else_where_nothing_is_close() -> None:
    assert Nearby(["heg"]).advice("hegg", "add it") == "did you mean 'heg'?"
    assert Nearby([]).advice("hegg", "add it") == "add it"


def test_after_too_many_words_there_are_no_suggestions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "MAX_LOOKUPS", 1)
    known = Nearby(["heg"])
    assert [known.best("hegg"), known.best("hag"), known.best("hegg")] == ["heg", "", "heg"]

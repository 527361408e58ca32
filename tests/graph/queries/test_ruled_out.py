"""What is ruled out: by a denial, by print, and never by a search that was cut short."""

import pytest

from graph.model import Claim
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from graph.stores.networkx_store import NetworkxStore
from graph.walks import Found, Walk, When
from tests.graph.queries.verdicts import asked, ways
from tests.worlds import LINE, OVERSIGHT, reports, say, world


def test_a_denied_tie_is_shown_and_never_used(store: Store) -> None:
    answer = asked(store, reports("ab", stance="contradicts"))
    assert (answer.verdict, answer.routes) == ("no", ())
    assert answer.summary.startswith("No. It is denied that A reports to B.")
    assert answer.ties[0].note == "denied: shown, never used"


def test_a_denied_tie_beside_another_way_does_not_rule_it_out(store: Store) -> None:
    answer = asked(store, [*reports("ab", stance="contradicts"), *reports("am", "mb")])
    assert (answer.verdict, ways(answer)) == ("yes", ["amb"])


def test_a_denied_tie_under_another_lens_is_not_the_one_asked_about(store: Store) -> None:
    denied = [say("b", "oversees", "a", stance="contradicts")]
    assert asked(store, denied, lens=LINE).verdict == "not stated"
    assert asked(store, denied, lens=OVERSIGHT).verdict == "no"


@pytest.mark.parametrize(
    ("claims", "at"),
    [
        (reports("ab", start="2010", end="2012"), "2013"),
        (reports("ab", start="2010", end="2012"), "2009"),
        ([*reports("ab", source="2015"), say("b", "dated", role="closed", start="2018", source="2019")], "2020"),
        ([*reports("ab", source="2015"), say("b", "dated", role="founded", start="2012", source="2019")], "2011"),
        ([*reports("xy"), *reports("ax"), say("b", "dated", role="founded", start="2012"), *reports("bx")], "2011"),
        ([*reports("ax"), say("b", "dated", role="founded", start="2030", planned="planned")], "2026"),
        ([*reports("am", "mb", source="2015"), say("m", "dated", end="2018", source="2019")], "2020"),
    ],
)
def test_no_is_what_print_rules_out(store: Store, claims: list[Claim], at: str) -> None:
    answer = asked(store, claims, at=at)
    assert (answer.verdict, answer.routes) == ("no", ())
    assert answer.summary.startswith("No. ")


@pytest.mark.parametrize(
    ("claims", "at"),
    [
        (reports("ab", source="2021"), "2019"),
        (reports("ac", "bc"), ""),
        (reports("ab", source="undated"), "2021"),
        (reports("ba"), ""),
        ([say("a", "member_of", "b")], ""),
    ],
)
def test_not_stated_is_whatever_no_print_rules_out(store: Store, claims: list[Claim], at: str) -> None:
    answer = asked(store, claims, at=at)
    assert (answer.verdict, answer.routes) == ("not stated", ())
    assert not answer.summary.startswith(("Yes", "No. "))


def test_a_search_that_was_cut_never_says_no(store: Store) -> None:
    cut = asked(store, reports("am", "mn", "nb"), hops=2)
    assert (cut.verdict, cut.truncated) == ("not stated", "hops")
    ruled_out = [*reports("ax", "xy", "yb"), *reports("ab", stance="contradicts")]
    assert asked(store, ruled_out, hops=2).verdict == "not stated"


class _Slow(NetworkxStore):
    """Has no time left when it is to be told what print does not rule out."""

    def shortest(self, walk: Walk) -> Found:
        return Found(cut="time") if walk.ties.when == When.NOT_RULED_OUT else super().shortest(walk)


@pytest.mark.parametrize(("question", "end"), [("between", "b"), ("up", "")])
def test_a_ruling_out_that_was_cut_short_says_so(question: str, end: str) -> None:
    with NetworkxStore() as store, _Slow() as slow:
        for each in (store, slow):
            each.load(world(reports("ab", start="2010", end="2012")))
        assert ask(store, question, "a", end, Options(at="2020")).verdict == "no"
        answer = ask(slow, question, "a", end, Options(at="2020"))
        assert (answer.verdict, answer.truncated) == ("not stated", "time")

"""`money`: what is added, and what must never be."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from graph.answers import Answer
from graph.model import Claim
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.rows import Payment
from graph.stores import open_store
from tests.worlds import say, world

KINDS = {"fund": "fund", "md": "decision", "pot": "budget"}


def pays(subject: str, end: str, amount: int | None, year: str = "2020-21", **more: Any) -> Claim:
    sum_ = None if amount is None else Decimal(amount)
    return say(subject, "funds", end, amount=sum_, currency="GBP" if amount is not None else "", year=year, **more)


def asked(subject: str, end: str, claims: Iterable[Claim], **options: Any) -> Answer:
    with open_store("networkx://") as store:
        store.load(world(claims, kinds=KINDS))
        return ask(store, "money", subject, end, Options(**options))


def sums(answer: Answer) -> list[tuple[str, str, str, str, str, bool]]:
    return [
        (each.direction, each.year, each.stated, each.implied, each.planned, each.at_least) for each in answer.amounts
    ]


def parts(answer: Answer) -> list[str]:
    return [row.part for row in answer.rows if isinstance(row, Payment)]


def test_the_same_payment_told_twice_is_added_once() -> None:
    claims = [pays("a", "b", 100), pays("a", "b", 100, source="2022")]
    assert sums(asked("", "", claims)) == [("", "2020-21", "100", "0", "0", False)]


def test_years_stand_apart_and_so_do_stated_implied_and_planned() -> None:
    claims = [
        pays("a", "b", 100),
        pays("a", "c", 20, status="implied"),
        pays("a", "d", 3, planned="planned"),
        pays("a", "b", 7, year="2021-22"),
    ]
    assert sums(asked("", "", claims)) == [
        ("", "2020-21", "100", "20", "3", False),
        ("", "2021-22", "7", "0", "0", False),
    ]


def test_an_amount_that_is_unknown_or_disputed_makes_it_at_least() -> None:
    assert sums(asked("", "", [pays("a", "b", 100), pays("a", "c", None)])) == [("", "2020-21", "100", "0", "0", True)]
    assert sums(asked("", "", [pays("a", "b", 100), pays("a", "b", 90, source="2022")])) == [
        ("", "2020-21", "90", "0", "0", True)
    ]


def test_what_a_fund_pays_on_is_told_and_not_added() -> None:
    answer = asked("", "", [pays("a", "fund", 100), pays("fund", "b", 60)])
    assert parts(answer) == ["payment", "onward"]
    assert sums(answer) == [("", "2020-21", "100", "0", "0", False)]


def test_asked_about_one_it_says_what_is_paid_and_what_received() -> None:
    claims = [pays("a", "fund", 100), pays("fund", "b", 60)]
    assert sums(asked("a", "", claims)) == [("paid", "2020-21", "100", "0", "0", False)]
    assert sums(asked("b", "", claims)) == [("received", "2020-21", "60", "0", "0", False)]


def test_a_decision_and_a_budget_find_their_payments() -> None:
    claims = [
        pays("a", "b", 100, decision=("md",), budget=("pot",)),
        pays("a", "c", 50),
        say("x", "approves", "md"),
        say("md", "budgeted_from", "pot"),
    ]
    assert parts(asked("md", "", claims)) == ["payment", "budget", "approval"]
    assert sums(asked("", "md", claims)) == [("", "2020-21", "100", "0", "0", False)]
    assert parts(asked("pot", "", claims)) == ["payment", "budget"]
    assert parts(asked("a", "md", claims)) == ["payment"]


def test_sizes_are_told_apart_and_numbers_that_are_no_money_not_at_all() -> None:
    claims = [
        say("fund", "figure", amount=Decimal(900), currency="GBP", role="total"),
        say("fund", "figure", amount=Decimal(50), role="target"),
    ]
    answer = asked("fund", "", claims)
    assert parts(answer) == ["figure"]
    assert answer.amounts == ()


def test_a_denied_payment_is_shown_and_not_added() -> None:
    answer = asked("", "", [pays("a", "b", 100, stance="contradicts")])
    assert (parts(answer), answer.amounts) == (["denied"], ())


def test_a_day_finds_the_payments_of_its_year() -> None:
    claims = [pays("a", "b", 100), pays("a", "b", 7, year="2021-22")]
    assert sums(asked("", "", claims, at="2021-06-01")) == [("", "2021-22", "7", "0", "0", False)]


def test_what_is_only_planned_or_only_possible_on_the_day_is_not_told_as_a_payment_for_sure() -> None:
    claims = [
        pays("a", "b", 100),
        pays("a", "c", None, year="", source="2015", planned="planned"),
        pays("a", "d", None, year="", source="2015"),
    ]
    assert asked("", "", claims).summary.startswith("The documents name 3 payments, 1 of them only planned. ")
    assert asked("", "", claims, at="2020-06-01").summary.startswith(
        "The documents name 3 payments on 1 June 2020, 1 of them only planned and 1 only possible then. "
    )
    assert asked("", "", claims[1:2]).summary.startswith("The documents name 1 payment, only planned. ")
    assert asked("", "", claims[2:], at="2020-06-01").summary.startswith(
        "The documents name 1 payment on 1 June 2020, only possible then. "
    )


def test_what_is_told_beside_the_payments_is_named() -> None:
    claims = [pays("a", "b", 100), say("a", "commissions", "b"), say("a", "approves", "b")]
    assert asked("a", "", claims).summary.endswith("2 further statements about approvals and commissions.")


def test_what_a_fund_gets_is_not_said_to_be_nothing_about_whom_it_is_a_part_of() -> None:
    claims = [pays("a", "fund", 100), say("fund", "part_of", "b", status="implied"), say("c", "part_of", "b")]
    assert asked("b", "", claims).summary == (
        "No document in this data says anything about money that concerns B directly. "
        "Not looked at here is money of a part of B: Fund (implied only)."
    )
    assert asked("x", "b", [*claims, *claims[:1], say("x", "supports", "a")]).summary == (
        "No document in this data says anything about money that concerns X and B directly. "
        "Not looked at here is money of a part of B: Fund (implied only)."
    )
    assert "Not looked at" not in asked("fund", "", claims).summary


def test_a_condition_that_one_place_tells_is_not_kept_quiet() -> None:
    claims = [pays("a", "b", 100), pays("a", "b", 100, source="2022", planned="conditional")]
    answer = asked("", "", claims)
    assert sums(answer) == [("", "2020-21", "100", "0", "0", False)]
    assert "Still conditional, as one place says: £100 in 2020-21 (" in answer.summary
    unknown = asked("", "", [pays("a", "b", None), pays("a", "b", None, source="2022", planned="conditional")])
    assert "as one place says: an amount that is not named in 2020-21 (" in unknown.summary


def test_two_who_pay_each_other_pay_nothing_on() -> None:
    claims = [pays("a", "b", 100), pays("b", "a", 40)]
    assert parts(asked("", "", claims)) == ["payment", "payment"]
    assert sums(asked("", "", claims)) == [("", "2020-21", "140", "0", "0", False)]
    assert sums(asked("a", "", claims)) == [
        ("paid", "2020-21", "100", "0", "0", False),
        ("received", "2020-21", "40", "0", "0", False),
    ]


def test_what_a_ring_received_from_outside_is_paid_on_within_it_and_out_of_it() -> None:
    ring = [pays("a", "b", 100), pays("b", "c", 40), pays("c", "a", 10), pays("c", "e", 5)]
    assert parts(asked("", "", ring)) == ["payment"] * 4
    assert parts(asked("", "", [*ring, pays("x", "b", 7)])) == ["payment", *["onward"] * 4]

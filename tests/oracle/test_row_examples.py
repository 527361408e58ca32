"""The smallest examples of what the comparison of rows found, and what is drawn for it."""

from decimal import Decimal
from random import Random

import pytest

from graph.derive import derive
from graph.model import Claim, Entity, Source
from graph.queries.options import Options
from tests.oracle.questions import DAYS, Query, turning_days
from tests.oracle.row_answers import reply_in_rows
from tests.oracle.row_questions import NAMES, asking_rows
from tests.oracle.row_worlds import row_world
from tests.oracle.test_rows import compare

DRAWN = 150
OFTEN = 0.25
"""How many of the questions drawn have to have an answer that is not empty."""


@pytest.mark.parametrize("question", NAMES)
def test_the_worlds_drawn_give_every_question_something_to_say(question: str) -> None:
    found = 0
    for seed in range(DRAWN):
        random = Random(seed)
        world = row_world(random)
        graph = derive(*world)
        query = asking_rows(random, world, question, (*DAYS, *turning_days(random, graph)))
        found += bool(reply_in_rows(query, graph))
    assert found > OFTEN * DRAWN


PAPERS = [
    Source("p", "A paper", date="2022"),
    Source("q", "Another", date="2022"),
    Source("later", "A later one", date="2024"),
    Source("u", "Undated"),
    Source("open", "From 2021 on", inferred="2021-04/.."),
]
KINDS = {"a": "board", "b": "group", "p": "person", "c": "post", "d": "charity", "e": "collective", "f": "fund"}
PEOPLE = [Entity(name, kind, f"Entity {name}") for name, kind in KINDS.items()]


def asked(said: list[Claim], name: str, subject: str = "", second: str = "", options: Options | None = None) -> None:
    """Put the question to the program and to the oracle."""
    compare((PAPERS, PEOPLE, said), Query(name, subject, second, options or Options()))


def test_a_post_that_only_another_source_tells_of_is_not_shown() -> None:
    said = [
        Claim("c1", "p", "member_of", "a", source="p"),
        Claim("c2", "p", "holds_post", "c", source="q"),
    ]
    asked(said, "members", "a", options=Options(sources=frozenset({"p"})))


def test_nobody_sits_by_a_post_that_is_only_planned_to_be_theirs_where_firm_ties_are_asked_for() -> None:
    said = [
        Claim("c1", "c", "member_of", "a", source="p"),
        Claim("c2", "p", "holds_post", "c", source="p", status="implied"),
    ]
    asked(said, "seats", "p", options=Options(soft=False))
    asked(said, "members", "a", options=Options(soft=False))


@pytest.mark.parametrize("question", ["seats", "profile", "gaps"])
def test_a_tie_that_is_certain_on_no_day_is_not_firm_though_no_day_is_asked_about(question: str) -> None:
    asked([Claim("c1", "p", "member_of", "a", source="open")], question, "p", options=Options(soft=False))


def test_who_chairs_and_is_a_member_is_on_the_list_by_both_ties() -> None:
    said = [
        Claim("c1", "p", "chairs", "a", source="p"),
        Claim("c2", "p", "member_of", "a", source="p"),
        Claim("c3", "p", "member_of", "b", source="p"),
    ]
    asked(said, "shared", "a", "b")


def test_who_is_on_both_through_a_part_is_told_of_only_where_of_the_kind_asked_for() -> None:
    said = [
        Claim("c1", "d", "member_of", "a", source="p"),
        Claim("c2", "d", "part_of", "e", source="p"),
        Claim("c3", "e", "member_of", "b", source="p"),
    ]
    asked(said, "shared", "a", "b", Options(entities=frozenset({"person"})))
    asked(said, "shared", "a", "b", Options(sources=frozenset({"q"})))


@pytest.mark.parametrize(("status", "planned"), [("implied", ""), ("stated", "planned")])
def test_a_disputed_payment_that_nobody_states_is_not_added_as_stated(status: str, planned: str) -> None:
    paid = Claim("c1", "d", "funds", "a", amount=Decimal(7), currency="GBP", source="p", status=status, planned=planned)
    asked([paid, Claim("c2", "d", "funds", "a", source="q", stance="contradicts")], "money")


def test_what_is_paid_on_of_a_payment_that_is_not_in_the_answer_is_added() -> None:
    said = [
        Claim("c1", "p", "funds", "f", amount=Decimal(5), currency="GBP", source="p"),
        Claim("c2", "f", "funds", "a", amount=Decimal(5), currency="GBP", source="p"),
    ]
    asked(said, "money", options=Options(entities=frozenset({"board"})))


def test_an_implied_claim_that_a_planned_one_repeats_is_still_the_only_one_that_the_tie_rests_on() -> None:
    said = [
        Claim("c1", "a", "oversees", "b", source="p", status="implied"),
        Claim("c2", "a", "oversees", "b", source="q", planned="planned"),
    ]
    asked(said, "gaps")


def test_what_only_an_undated_source_says_has_begun_is_not_known_to_exist_for_certain() -> None:
    asked([Claim("c1", "c", "dated", start="2019-12", source="u")], "list")


def test_what_began_and_ended_between_the_two_days_has_ended() -> None:
    said = [
        Claim("c1", "p", "chairs", "a", start="2020-02", end="2020-11", source="p"),
        Claim("c2", "p", "member_of", "b", end="2020", source="later"),
    ]
    asked(said, "changes", options=Options(at="2018-06-01", until="2022"))


def test_an_end_that_closed_before_is_no_beginning_of_its_ties() -> None:
    said = [
        Claim("c1", "p", "co_chairs", "a", end="2023", source="p"),
        Claim("c2", "a", "dated", end="2018", source="u"),
    ]
    asked(said, "changes", "a", options=Options(at="2019-01-01", until="2022-06-30"))

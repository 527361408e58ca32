"""`shared`: who sits on both, and which bodies share somebody."""

from collections.abc import Iterable
from typing import Any

from graph.answers import Answer
from graph.model import Claim
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.rows import Pair, Shared
from graph.stores import open_store
from tests.worlds import say, world

KINDS = {"p": "person", "q": "person", "m": "post", "all": "collective"}


def asked(subject: str, end: str, claims: Iterable[Claim], **options: Any) -> Answer:
    with open_store("networkx://") as store:
        store.load(world(claims, kinds=KINDS))
        return ask(store, "shared", subject, end, Options(**options))


def shared_rows(answer: Answer) -> list[Shared]:
    return [row for row in answer.rows if isinstance(row, Shared)]


def told(answer: Answer) -> list[tuple[str, str]]:
    return [(row.on, row.entity.id) for row in shared_rows(answer)]


def test_on_both_then_on_the_first_then_on_the_second() -> None:
    claims = [say(*seat) for seat in (("x", "member_of", "a"), ("x", "chairs", "b"), ("y", "member_of", "a"))]
    claims.append(say("z", "member_of", "b"))
    assert told(asked("a", "b", claims)) == [("both", "x"), ("first", "y"), ("second", "z")]


def test_through_a_part_or_a_post_is_told_apart() -> None:
    claims = [
        say("x", "member_of", "a"),
        say("all", "member_of", "b"),
        say("x", "part_of", "all"),
        say("p", "chairs", "a"),
        say("m", "member_of", "b"),
        say("p", "holds_post", "m"),
    ]
    found = told(asked("a", "b", claims))
    assert [pair for pair in found if pair[0] in ("both", "through")] == [("through", "p"), ("through", "x")]
    assert "through" not in {on for on, _ in told(asked("a", "b", claims, steps=1))}


def test_the_tie_that_leads_to_the_other_is_told_with_its_evidence() -> None:
    claims = [say("x", "member_of", "a"), say("all", "member_of", "b"), say("x", "part_of", "all", status="implied")]
    rows = shared_rows(asked("a", "b", claims))
    ((tie,),) = (row.link for row in rows if row.on == "through")
    assert (tie.kind, tie.state, [each.claim for each in tie.sources]) == ("part_of", "implied only", ["c002"])
    assert not any(row.link for row in rows if row.on != "through")


def test_all_pairs_with_most_in_common_first() -> None:
    claims = [say(who, "member_of", body) for who, body in ("xa", "xb", "ya", "yb", "xc", "zd")]
    rows = [row for row in asked("", "", claims).rows if isinstance(row, Pair)]
    assert [(row.first.id, row.second.id, [each.id for each in row.shared]) for row in rows] == [
        ("a", "b", ["x", "y"]),
        ("a", "c", ["x"]),
        ("b", "c", ["x"]),
    ]
    about = [row for row in asked("c", "", claims).rows if isinstance(row, Pair)]
    assert [(row.first.id, row.second.id) for row in about] == [("c", "a"), ("c", "b")]
    planned = [*claims, say("z", "member_of", "a", planned="planned")]
    (softly,) = (row for row in asked("d", "", planned).rows if isinstance(row, Pair))
    assert ([each.id for each in softly.shared], [each.id for each in softly.soft]) == (["z"], ["z"])


def test_seats_of_different_times_are_not_shared_on_a_day() -> None:
    claims = [say("x", "member_of", "a", "2021", end="2015"), say("x", "member_of", "b", "2021", start="2018")]
    assert told(asked("a", "b", claims, at="2020")) == [("second", "x")]


def test_nobody_is_said_so() -> None:
    answer = asked("a", "b", [say("x", "member_of", "a"), say("y", "member_of", "b")])
    assert answer.summary == (
        "No document in this data names anybody who sits on both A and B. "
        "1 on the first alone and 1 on the second alone."
    )


def test_the_summary_says_who_is_only_softly_on_both() -> None:
    claims = [say("x", "member_of", "a"), say("x", "member_of", "b", status="implied")]
    claims += [say("y", "member_of", "a"), say("y", "member_of", "b")]
    assert asked("a", "b", claims).summary == (
        "2 sit on both A and B: X and Y. Only planned, implied, disputed, possible or undated on one of them: X. "
        "0 on the first alone and 0 on the second alone."
    )


def test_a_pair_says_whose_seats_are_not_firm() -> None:
    claims = [
        *(say(who, "member_of", board) for who in "pq" for board in "ab" if (who, board) != ("q", "b")),
        say("q", "member_of", "b", status="implied"),
    ]
    (row,) = asked("", "", claims).rows
    assert row.sentence == (
        "A and B share P and Q. Only planned, implied, disputed, possible or undated on one of them: Q."
    )


def test_a_person_and_the_post_that_they_alone_hold_are_one_on_both() -> None:
    claims = [
        *(say(who, "member_of", board) for who in "pm" for board in "ab"),
        say("p", "holds_post", "m"),
        say("x", "member_of", "a"),
        say("x", "member_of", "b"),
    ]
    answer = asked("a", "b", claims)
    assert [(row.on, row.entity.id, [post.id for post in row.posts]) for row in shared_rows(answer)] == [
        ("both", "p", ["m"]),
        ("both", "x", []),
    ]
    assert answer.summary.startswith("2 sit on both A and B: P (M) and X.")
    assert answer.rows[0].sentence == "P is a member of A (M). P is a member of B."
    (pair,) = asked("", "", claims).rows
    assert pair.sentence == "A and B share P (M) and X."


def test_a_post_that_alone_is_on_both_takes_in_who_holds_it_and_sits_on_one() -> None:
    claims = [
        say("m", "member_of", "a"),
        say("m", "member_of", "b"),
        say("p", "chairs", "a"),
        say("p", "holds_post", "m"),
    ]
    answer = asked("a", "b", claims)
    assert [(row.on, row.entity.id, [post.id for post in row.posts]) for row in shared_rows(answer)] == [
        ("both", "m", ["p"])
    ]
    assert answer.summary.startswith("Only one sits on both A and B: M (P).")


def test_a_post_that_two_hold_stays_a_member_of_its_own() -> None:
    claims = [
        *(say(who, "member_of", board) for who in "pm" for board in "ab"),
        say("p", "holds_post", "m"),
        say("q", "holds_post", "m"),
    ]
    assert told(asked("a", "b", claims)) == [("both", "m"), ("both", "p")]
    (pair,) = (row for row in asked("", "", claims).rows if isinstance(row, Pair))
    assert [each.id for each in pair.shared] == ["m", "p"]


def test_a_person_hidden_by_the_kinds_asked_for_takes_in_no_post() -> None:
    claims = [*(say(who, "member_of", board) for who in "pm" for board in "ab"), say("p", "holds_post", "m")]
    assert told(asked("a", "b", claims, entities=frozenset({"post"}))) == [("both", "m")]


def test_that_nobody_sits_on_a_person_is_said_with_what_to_ask() -> None:
    claims = [say("p", "member_of", "a"), say("q", "member_of", "a")]
    both = "Nobody sits on P or on Q, who are people: ask instead where each of them sits."
    one = "Nobody sits on P, who is a person: ask instead where P sits."
    assert asked("p", "q", claims).summary == both
    assert asked("p", "a", claims).summary == f"{one} 0 on the first alone and 2 on the second alone."
    assert asked("p", "", claims).summary == one

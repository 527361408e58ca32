"""`members` and `seats`: who sits where, by what, and what is told apart."""

from collections.abc import Iterable
from typing import Any

import pytest

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Claim
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.rows import Seat
from graph.stores import open_store
from tests.worlds import LINE, say, world

KINDS = {"p": "person", "q": "person", "m": "post", "all": "collective", "deal": "agreement"}


def asked(question: str, subject: str, claims: Iterable[Claim], **options: Any) -> Answer:
    with open_store("networkx://") as store:
        store.load(world(claims, kinds=KINDS))
        return ask(store, question, subject, "", Options(**options))


def seats(answer: Answer) -> list[Seat]:
    return [row for row in answer.rows if isinstance(row, Seat)]


def told(answer: Answer) -> list[tuple[str, str]]:
    return [(row.group, row.entity.id) for row in seats(answer)]


def test_chairs_come_first_then_members_then_contributors() -> None:
    claims = [
        say("z", "contributes_through", "a"),
        say("b", "member_of", "a"),
        say("p", "chairs", "a"),
        say("a", "member_of", "c"),
        say("a", "reports_to", "c"),
    ]
    assert told(asked("members", "a", claims)) == [("leadership", "p"), ("members", "b"), ("contributors", "z")]
    assert told(asked("seats", "a", claims)) == [("members", "c")]


def test_a_person_and_the_post_that_they_alone_hold_are_one_row() -> None:
    claims = [say("p", "chairs", "a"), say("m", "chairs", "a"), say("p", "holds_post", "m")]
    (row,) = seats(asked("members", "a", claims))
    assert (row.entity.id, [post.id for post in row.posts], len(row.ties)) == ("p", ["m"], 2)


def test_a_post_that_two_hold_stays_a_row_with_both() -> None:
    claims = [
        say("p", "chairs", "a"),
        say("m", "chairs", "a"),
        say("p", "holds_post", "m"),
        say("q", "holds_post", "m"),
    ]
    rows = {row.entity.id: [post.id for post in row.posts] for row in seats(asked("members", "a", claims))}
    assert rows == {"p": ["m"], "m": ["p", "q"]}


def test_a_person_sits_by_their_posts_too() -> None:
    claims = [say("m", "member_of", "a"), say("p", "holds_post", "m"), say("p", "chairs", "b")]
    rows = seats(asked("seats", "p", claims))
    assert [(row.entity.id, [post.id for post in row.through]) for row in rows] == [("b", []), ("a", ["m"])]


def test_parts_are_told_of_a_collective_alone() -> None:
    claims = [say("b", "part_of", "all"), say("b", "part_of", "a"), say("all", "member_of", "a")]
    assert told(asked("members", "all", claims)) == [("parts", "b")]
    assert told(asked("members", "a", claims)) == [("members", "all")]


def test_parties_stand_apart() -> None:
    claims = [say("b", "party_to", "deal"), say("c", "signed", "deal")]
    assert told(asked("members", "deal", claims)) == [("parties", "b"), ("parties", "c")]


def test_lists_that_differ_are_no_dispute() -> None:
    claims = [
        *(say(body, "member_of", "a", "2020") for body in ("b", "c")),
        *(say(body, "member_of", "a", "2022") for body in ("b", "d")),
        say("e", "member_of", "a", "2023"),
    ]
    lists = {row.entity.id: row.not_listed_in for row in seats(asked("members", "a", claims))}
    assert lists["b"] == ()
    assert lists["c"] == ("Paper of 2022",)
    assert lists["d"] == ("Paper of 2020",)
    assert lists["e"] == ("Paper of 2020", "Paper of 2022")


def test_on_a_day_those_that_had_gone_are_left_out_and_the_undated_marked() -> None:
    claims = [
        say("b", "member_of", "a", "2021", end="2019"),
        say("c", "member_of", "a", "2021"),
        say("d", "member_of", "a", "undated"),
    ]
    rows = {row.entity.id: row.certainty for row in seats(asked("members", "a", claims, at="2021-06"))}
    assert rows == {"c": "certain", "d": "undated"}


def test_what_is_planned_is_told_as_planned() -> None:
    answer = asked("members", "a", [say("b", "member_of", "a", planned="planned"), say("c", "member_of", "a")])
    assert "Only planned: B." in answer.summary
    assert told(asked("members", "a", [say("b", "member_of", "a", planned="planned")], soft=False)) == []


def test_the_summary_says_what_makes_each_seat_uncertain() -> None:
    claims = [
        say("b", "member_of", "a", dispute="who"),
        say("c", "member_of", "a", dispute="who"),
        say("d", "member_of", "a", status="implied"),
        say("e", "member_of", "a", "2015"),
    ]
    said = asked("members", "a", claims, at="2021").summary
    assert said == "Disputed in 2021: B and C. Only implied in 2021: D. Only possible in 2021: E."


def test_denied_seats_are_shown_and_not_counted() -> None:
    answer = asked("members", "a", [say("b", "member_of", "a", stance="contradicts")])
    assert told(answer) == [("denied", "b")]
    assert answer.summary == "No document in this data says who sits on A."


@pytest.mark.parametrize(
    ("question", "kinds", "claims", "told"),
    [
        ("members", {"approves"}, [say("p", "approves", "a")], "A is approved by P."),
        ("members", {"member_of"}, [say(who, "member_of", "a") for who in "bc"], "A has as members B and C."),
        ("members", {"chairs", "co_chairs"}, [say("p", "chairs", "a")], "A is chaired by P."),
        ("members", {"regulates", "funds"}, [], "No document in this data says who regulates or funds A."),
        ("seats", {"funds"}, [say("a", "funds", "b")], "A funds B."),
        ("seats", {"delivers"}, [], "No document in this data says what A delivers."),
    ],
)
def test_kinds_asked_about_are_told_in_their_own_words(
    question: str, kinds: set[str], claims: list[Claim], told: str
) -> None:
    answer = asked(question, "a", [*claims, say("a", "reports_to", "z")], kinds=frozenset(kinds))
    assert answer.summary == told


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ({"kinds": frozenset({"reports_to"})}, ["c"]),
        ({"roles": frozenset({"Chair"})}, ["p"]),
        ({"roles": frozenset({"treasurer"})}, ["b"]),
        ({"entities": frozenset({"person"})}, ["p"]),
        ({"sources": frozenset({"2019"})}, ["d"]),
    ],
)
def test_filters(options: dict[str, Any], wanted: list[str]) -> None:
    claims = [
        say("p", "chairs", "a"),
        say("b", "member_of", "a", role="treasurer"),
        say("c", "reports_to", "a"),
        say("d", "member_of", "a", "2019"),
    ]
    assert [row.entity.id for row in seats(asked("members", "a", claims, **options))] == wanted


def test_a_lens_has_no_meaning_here() -> None:
    with pytest.raises(BadQuestion, match="Lens"):
        asked("members", "a", [say("b", "member_of", "a")], lens=LINE)


def test_a_post_that_is_held_by_no_sound_tie_bears_its_mark() -> None:
    claims = [
        say("p", "chairs", "a"),
        say("p", "holds_post", "m", status="implied"),
        say("m", "member_of", "b"),
    ]
    assert seats(asked("members", "a", claims))[0].sentence == "P chairs A (M [implied only])."
    (_, by_post) = seats(asked("seats", "p", claims))
    assert by_post.sentence == "M is a member of B: P holds that post [implied only]."
    told_by_two = [*claims, say("p", "holds_post", "m", "2020")]
    assert seats(asked("members", "a", told_by_two))[0].sentence == "P chairs A (M)."


def test_direct_seats_are_those_without_a_post_between() -> None:
    claims = [say("p", "chairs", "a"), say("p", "holds_post", "m"), say("m", "member_of", "b")]
    for steps, wanted in ((1, ["a"]), (2, ["a", "b"]), (None, ["a", "b"])):
        assert [row.entity.id for row in seats(asked("seats", "p", claims, steps=steps))] == wanted


def test_a_post_and_its_holder_that_are_known_for_different_times_are_not_told_as_one_for_sure() -> None:
    claims = [say("m", "chairs", "a", source="2015"), say("p", "holds_post", "m", source="2021")]
    seat = asked("seats", "p", claims)
    assert seat.summary == "Only possible: A."
    assert seats(seat)[0].sentence.endswith("P holds that post [not known for the same time].")
    assert seats(asked("members", "a", claims))[0].sentence.endswith("(P [not known for the same time]).")
    claims.append(say("p", "holds_post", "m", source="2015"))
    assert asked("seats", "p", claims).summary == "P sits in, or leads, 1 place: A."


LED = [say("p", "co_chairs", "a"), say("q", "member_of", "a", role="note taker"), say("b", "reports_to", "a")]


def in_role(*roles: str) -> frozenset[str]:
    return frozenset(roles)


def test_a_role_that_nobody_has_is_refused_with_those_that_would_work() -> None:
    with pytest.raises(BadQuestion, match=r"“co-chiar”\. Near it: co-chair\.$"):
        asked("members", "a", LED, roles=in_role("chair", "co-chiar"))
    for question in ("members", "up", "profile"):
        with pytest.raises(BadQuestion, match=r"“washer”\. Said of A: co-chair and note taker\.$"):
            asked(question, "a", LED, roles=in_role("washer"))
    with pytest.raises(BadQuestion, match=r"“washer”\. Roles told of are, for example: co-chair and note taker\.$"):
        asked("members", "c", [*LED, say("c", "reports_to", "d")], roles=in_role("washer"))


def test_a_role_that_others_have_or_that_is_a_word_of_ties_is_not_refused() -> None:
    assert asked("members", "b", LED, roles=in_role("note taker")).rows == ()
    assert asked("members", "a", LED, roles=in_role("lead")).rows == ()


@pytest.mark.parametrize("role", ["co-chair", "cochair", "Co-Chair", "co chair", "CoChair"])
def test_roles_are_compared_without_their_hyphens(role: str) -> None:
    assert told(asked("members", "a", LED, roles=in_role(role))) == [("leadership", "p")]


def test_that_nobody_sits_on_a_person_is_said_with_what_to_ask() -> None:
    told_of = asked("members", "p", [say("p", "member_of", "a")]).summary
    assert told_of == "Nobody sits on P, who is a person: ask instead where P sits."

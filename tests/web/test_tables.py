"""The rows of an answer as a table: what is not sure stands in a cell of its own row."""

from graph.model import Claim
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.stores import open_store
from tests.worlds import say, world
from web.tables import TableView, table_of


def table(claims: list[Claim], question: str, subject: str = "", end: str = "", at: str = "") -> TableView:
    with open_store("networkx://") as store:
        store.load(world(claims, kinds={"m": "post", "p": "person"}))
        return table_of(ask(store, question, subject, end, Options(at=at)), {})


def cells(view: TableView, head: str) -> list[str]:
    return [str(line.cells[view.heads.index(head)]) for line in view.lines]


SEATS = [say("x", "member_of", "a"), say("x", "member_of", "b", status="implied"), say("y", "member_of", "b")]


def test_a_seat_on_one_of_two_says_how_it_is_supported() -> None:
    view = table(SEATS, "shared", "a", "b")
    assert cells(view, "On the first")[0].startswith("X is a member of A (one source; ")
    assert cells(view, "On the second")[0].startswith("X is a member of B (implied only; ")
    assert cells(view, "On the first")[1] == ""


def test_a_pair_names_those_whose_seats_are_not_firm() -> None:
    assert cells(table(SEATS, "shared"), "Not firmly on both") == ["X"]
    firm = [say("x", "member_of", "a"), say("x", "member_of", "b")]
    assert cells(table(firm, "shared"), "Not firmly on both") == [""]


def test_a_payment_says_that_it_is_only_possible_on_the_day() -> None:
    claims = [say("a", "funds", "b", "2015")]
    assert cells(table(claims, "money", at="2020"), "What it is") == ["payment; one source; possible, not certain"]
    assert cells(table(claims, "money", at="2015"), "What it is") == ["payment; one source"]


def test_a_seat_says_that_its_post_was_held_at_another_time() -> None:
    claims = [say("m", "chairs", "a", source="2015"), say("p", "holds_post", "m", source="2021")]
    (seat,) = cells(table(claims, "members", "a"), "Support and dates")
    assert seat == "one source; stated 2015; the post: not known for the same time"


def test_who_is_on_both_through_a_part_is_told_with_that_tie_and_no_better_than_the_weakest() -> None:
    claims = [
        say("x", "member_of", "a"),
        say("x", "part_of", "y", status="implied"),
        say("y", "member_of", "b"),
    ]
    for pair in ("ab", "ba"):
        view = table(claims, "shared", *pair)
        (line,) = (line for line in view.lines if line.mark == "through a part or a post")
        assert line.standing is not None
        assert (line.standing.kind, line.standing.state) == ("part_of", "implied only")
        assert [tie.kind for tie in line.ties] == ["member_of", "part_of", "member_of"]
        assert cells(view, "Through")[0].startswith("Y (implied only; ")

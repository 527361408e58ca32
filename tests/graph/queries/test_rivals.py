"""With what a disputed tie is in dispute, in every answer."""

from decimal import Decimal

import pytest

from graph.answers import Answer, Connection, Route
from graph.model import Source
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.queries.rivals import with_rivals
from graph.rows import Change, Gap, Payment, Said, Seat, Shared
from graph.store import Store
from graph.subgraph import Subgraph
from graph.told import Evidence, Tie
from tests.worlds import reports, say, world

TERMS = Source("2022", "Terms of Reference", date="2022")
RIVAL = ("Terms of Reference", "section 3", "X reports to Y.")


def disputed() -> Subgraph:
    """A tie of each sort that the same far-off claim speaks against."""
    claims = [
        *reports("ab", dispute="w", id="1"),
        say("p", "member_of", "b", dispute="w", start="2015", end="2017", id="2"),
        say("p", "member_of", "c", id="3"),
        say("b", "funds", "a", dispute="w", amount=Decimal(1), currency="GBP", year="2021-22", id="4"),
        *reports("xy", source="2022", dispute="w", locator="section 3", says="X reports to Y.", id="5"),
        *reports("de", id="6"),
    ]
    return world(claims, kinds={"p": "person"}, sources=[TERMS])


def ties_of(answer: Answer) -> list[Tie | Said]:
    """The ties of an answer, and the claims of a profile."""
    chains: list[Route | Connection] = [*answer.routes, *answer.ties]
    ties: list[Tie | Said] = [tie for chain in chains for step in chain.steps for tie in step.relations]
    for row in answer.rows:
        match row:
            case Seat() | Gap():
                ties += row.ties
            case Shared():
                ties += [*row.first, *row.second]
            case Payment():
                ties.append(row.tie)
            case Change():
                ties += [*row.before, *row.after]
            case Said():
                ties.append(row)
    return ties


def told(rivals: tuple[Evidence, ...]) -> list[tuple[str, str, str]]:
    return [(rival.title, rival.locator, rival.says) for rival in rivals]


@pytest.mark.parametrize(
    ("question", "subject", "end", "options"),
    [
        ("up", "a", "", Options()),
        ("down", "b", "", Options()),
        ("between", "a", "b", Options()),
        ("between", "b", "a", Options()),
        ("members", "b", "", Options()),
        ("seats", "p", "", Options()),
        ("shared", "b", "c", Options()),
        ("money", "a", "", Options()),
        ("gaps", "a", "", Options()),
        ("changes", "b", "", Options(at="2014", until="2016")),
        ("profile", "a", "", Options()),
    ],
)
def test_a_disputed_tie_tells_what_others_say_instead(
    store: Store, question: str, subject: str, end: str, options: Options
) -> None:
    store.load(disputed())
    ties = ties_of(ask(store, question, subject, end, options))
    found = [tie for tie in ties if tie.state == "disputed"]
    assert found
    assert all(RIVAL in told(tie.rivals) for tie in found)
    assert all(tie.rivals == () for tie in ties if tie.state != "disputed")


def test_a_tie_is_no_rival_of_itself_and_the_oldest_source_comes_first(store: Store) -> None:
    store.load(disputed())
    (step,) = ask(store, "up", "a").routes[0].steps
    assert [rival.claim for rival in step.relations[0].rivals] == ["2", "4", "5"]


def test_sources_that_disagree_on_one_tie_are_no_rivals_of_it(store: Store) -> None:
    store.load(world([*reports("ab"), *reports("ab", source="2022", stance="contradicts")]))
    (step,) = ask(store, "up", "a").routes[0].steps
    assert (step.relations[0].state, step.relations[0].rivals) == ("disputed", ())


def test_an_answer_without_disputes_stays_itself(store: Store) -> None:
    store.load(disputed())
    answer = ask(store, "up", "d")
    assert with_rivals(store, answer) is answer


def test_after_a_load_the_disputes_are_those_of_the_new_data(store: Store) -> None:
    store.load(disputed())
    assert ask(store, "up", "a").routes[0].steps[0].relations[0].rivals
    store.load(world(reports("ab", dispute="w")))
    assert ask(store, "up", "a").routes[0].steps[0].relations[0].rivals == ()

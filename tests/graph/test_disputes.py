"""Which claims cannot all be true."""

from graph.disputes import Disputes
from graph.subgraph import Subgraph
from tests.worlds import say, world


def test_claims_rival_those_that_share_a_word_whatever_they_are_said_of() -> None:
    claims = [
        say("a", "reports_to", "b", dispute="above a", id="1"),
        say("a", "reports_to", "c", "2022", dispute="above a", id="2"),
        say("d", "counted", dispute="how many", id="3"),
        say("e", "reports_to", "b", id="4"),
    ]
    disputes = Disputes(world(claims))
    assert [rival.id for rival in disputes.rivals(["1"])] == ["2"]
    assert disputes.rivals(["1", "2"]) == []
    assert disputes.rivals(["3", "nobody"]) == []


def test_where_there_is_no_claim_there_is_no_dispute() -> None:
    assert Disputes(Subgraph()).rivals(["1"]) == []

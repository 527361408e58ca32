"""Loops, and who is reached from the top through one alone."""

from collections.abc import Iterable

from graph.model import Claim, Relation
from graph.queries.clock import Clock
from graph.queries.networks import concerning, loops, passed_through
from graph.queries.options import Options
from graph.queries.tables import table
from graph.store import Store
from tests.worlds import reports, say, world


def ties(claims: Iterable[Claim]) -> list[Relation]:
    return list(world(claims).relations.values())


def test_a_loop_is_told_in_the_order_of_ids() -> None:
    assert loops(ties(reports("ab", "bc", "ca", "cd", "xy", "yx")), Clock(60)) in (
        [("a", "b", "c"), ("x", "y")],
        [("x", "y"), ("a", "b", "c")],
    )
    assert loops(ties(reports("ab", "bc")), Clock(60)) == []
    assert loops([], Clock(60)) == []


def test_who_is_reached_through_one_alone_stands_below_it() -> None:
    assert passed_through(ties(reports("xm", "ym", "mt")), Clock(60)) == {"m": ["x", "y"]}
    assert passed_through(ties(reports("xm", "ym", "mt", "xt")), Clock(60)) == {"m": ["y"]}
    assert passed_through(ties(reports("ab", "ba")), Clock(60)) == {}


def test_without_time_nothing_is_told_and_it_is_noted() -> None:
    clock = Clock(1e-9)
    assert loops(ties(reports("ab", "ba")), clock) == []
    assert clock.ran_out
    late = Clock(1e-9)
    assert passed_through(ties(reports("xm", "ym", "mt")), late) == {}
    assert late.ran_out


def test_one_is_concerned_by_all_below_it_and_all_above_these(store: Store) -> None:
    claims = [*reports("xm", "mt", "xn", "nt", "zt", "ab"), say("m", "advises", "a"), say("p", "chairs", "m")]
    store.load(world(claims, kinds={"p": "person"}))
    asked = table(store, "gaps", ("m", ""), Options())
    part = concerning(asked, "m")
    assert sorted(part.relations) == [
        "m.reports_to.t",
        "n.reports_to.t",
        "p.chairs.m",
        "x.reports_to.m",
        "x.reports_to.n",
    ]
    assert list(part.entities) == ["m", "n", "p", "t", "x"]
    assert {claim.source for claim in part.claims.values()} == set(part.sources)

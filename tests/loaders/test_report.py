import pytest

from graph.derive import derive
from graph.kinds import vocabulary
from graph.model import Claim, Entity, Source
from graph.subgraph import Subgraph
from loaders.report import Report, count, report_on
from tests.loaders.tables import Native

SOURCES = [Source("s1", "One", date="2021"), Source("s2", "Two")]
ENTITIES = [
    *(Entity(key, "board", name) for key, name in (("a", "Alpha"), ("b", "Beta"), ("c", "Gamma"))),
    Entity("p", "person", "Pat"),
]


def claim(subject: str, kind: str, target: str, stance: str = "supports", source: str = "s1") -> Claim:
    key = f"{subject}-{kind}-{target}-{stance}-{source}".replace("_", "-")
    return Claim(key, subject, kind, target, source=source, locator="1", says="so", stance=stance)


def graph(*claims: Claim) -> Subgraph:
    return derive(SOURCES, ENTITIES, claims)


def test_counts() -> None:
    report = report_on(graph(claim("a", "reports_to", "b"), claim("a", "reports_to", "b", source="s2")))
    assert report.sources == 2
    assert report.entities == {"board": 3, "person": 1}
    assert report.claims == {"stated": 2}
    assert report.claims_by_source == {"s1": 1, "s2": 1}
    assert report.relations == {"corroborated": 1}
    assert report.undated == ("s2",)
    assert report.derived


def test_loops_are_sets_that_answer_in_a_circle() -> None:
    claims = [claim("a", "reports_to", "b"), claim("c", "oversees", "b"), claim("c", "reports_to", "a")]
    assert report_on(graph(*claims)).loops == (("a", "b", "c"),)


def test_denied_ties_and_ties_of_leadership_make_no_loop() -> None:
    there = claim("a", "reports_to", "b")
    assert report_on(graph(there, claim("b", "reports_to", "a", "contradicts"))).loops == ()
    assert report_on(graph(there, claim("a", "chairs", "b"))).loops == ()


def test_bodies_without_a_line_upwards() -> None:
    claims = [
        claim("a", "reports_to", "b"),
        claim("a", "oversees", "c"),
        claim("b", "reports_to", "c", "contradicts"),
    ]
    assert report_on(graph(*claims)).unled == ("b", "c")


def test_counts_alone_claim_nothing_about_the_rest() -> None:
    text = str(count(SOURCES, ENTITIES, [Claim("x", "a", "reports_to", status="")]))
    assert text.splitlines() == [
        "2 sources",
        "4 entities: 3 board, 1 person",
        "1 claim: 1 blank",
        "    no source: 1",
    ]


def test_the_whole_report_as_text(native: Native) -> None:
    native.claim(subject="lhb", kind="reports_to", object="heg")
    assert str(native.load().report).splitlines() == [
        "2 sources",
        "7 entities: 1 board, 1 budget, 1 decision, 1 group, 1 person, 1 plan, 1 post",
        "6 claims: 6 stated",
        "    plan-2021: 6",
        "6 relations: 6 single source",
        "1 loop of answerability:",
        "    heg, lhb",
        "0 bodies without a line upwards",
        "0 pairs that are likely duplicates",
        "0 sources without a day",
    ]


def test_an_empty_graph_has_an_empty_report() -> None:
    assert report_on(Subgraph()) == Report(derived=True)


@pytest.mark.parametrize("kind", sorted(vocabulary().entities))
def test_only_bodies_are_asked_for_a_line(kind: str) -> None:
    alone = derive([], [Entity("x", kind, "X")], [])
    assert report_on(alone).unled == (("x",) if vocabulary().broad(kind) == "body" else ())

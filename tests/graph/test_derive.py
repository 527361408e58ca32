"""Claims become relations: their keys, ids, states, strength and ends."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Claim, State, Strength
from tests.worlds import only, reports, say, world


def _ids(*claims: Claim) -> list[str]:
    return list(world(claims).relations)


def test_roles_are_listed_not_part_of_the_key() -> None:
    relation = only(world([say("a", "member_of", "b", role=role) for role in ("chair", "member", "chair", "")]))
    assert relation.roles == ("chair", "member")
    assert relation.claims == ("c000", "c001", "c002", "c003")


def test_money_is_told_apart_by_purpose_decision_budget_and_year() -> None:
    more: list[dict[str, Any]] = [
        {"role": "rent"},
        {"role": "staff"},
        {"year": "2020-21"},
        {"decision": ("d",)},
        {"budget": ("m",)},
        {},
        {},
    ]
    ids = _ids(*(say("a", "funds", "b", source="2021", **each) for each in more))
    assert ids == [
        "a.funds.b",
        "a.funds.b.budget:m",
        "a.funds.b.decision:d",
        "a.funds.b.role:rent",
        "a.funds.b.role:staff",
        "a.funds.b.year:2020-21",
    ]


def test_facts_are_told_apart_by_role_and_scope() -> None:
    claims = [say("a", "listed", role=role, scope=scope) for role in ("complete", "open") for scope in ("x", "y")]
    assert len(_ids(*claims)) == 4
    assert len(_ids(say("a", "described", role="Purpose"), say("a", "described", role="purpose"))) == 1


def test_the_same_is_said_from_either_end() -> None:
    relation = only(world([say("b", "possibly_same_as", "a"), say("a", "possibly_same_as", "b", "2022")]))
    assert (relation.subject, relation.object, relation.id) == ("a", "b", "a.possibly_same_as.b")
    assert relation.state == State.CORROBORATED


@pytest.mark.parametrize(
    ("claims", "state"),
    [
        ([{}], "single source"),
        ([{}, {}], "single source"),
        ([{}, {"source": "2022"}], "corroborated"),
        ([{}, {"source": "2022", "status": "implied"}], "single source"),
        ([{"status": "implied"}, {"source": "2022", "status": "implied"}], "implied only"),
        ([{"planned": "planned"}], "planned"),
        ([{"planned": "conditional"}, {"source": "2022", "planned": "planned"}], "planned"),
        ([{"planned": "planned", "status": "implied"}], "planned"),
        ([{"planned": "planned"}, {"source": "2022"}], "single source"),
        ([{"planned": "planned"}, {"source": "2022", "status": "implied"}], "implied only"),
        ([{"stance": "contradicts"}], "denied"),
        ([{"stance": "contradicts"}, {"source": "2022", "stance": "contradicts"}], "denied"),
        ([{}, {"source": "2022", "stance": "contradicts"}], "disputed"),
        ([{"planned": "planned"}, {"source": "2022", "stance": "contradicts"}], "disputed"),
        ([{"status": "implied"}, {"source": "2022", "stance": "contradicts"}], "disputed"),
        ([{"dispute": "x"}], "single source"),
        ([{"dispute": "x"}, {"dispute": "x", "source": "2022"}], "disputed"),
        ([{"dispute": "x"}, {"dispute": "y", "source": "2022"}], "corroborated"),
        ([{"start": "2010"}, {"source": "2022", "start": "2011"}], "disputed"),
        ([{"start": "2010"}, {"source": "2022", "start": "May 2010"}], "corroborated"),
        ([{"end": "2010"}, {"source": "2022", "end": "2011"}], "disputed"),
        ([{"start": "2010"}, {"source": "2022", "start": "2011", "planned": "planned"}], "single source"),
        ([{"start": "2010"}, {"source": "2022"}], "corroborated"),
        ([{"amount": Decimal(3)}, {"source": "2022", "amount": Decimal(4)}], "disputed"),
        ([{"amount": Decimal(3)}, {"source": "2022", "amount": Decimal("3.00")}], "corroborated"),
        ([{"amount": Decimal(3)}, {"source": "2022"}], "corroborated"),
    ],
)
def test_the_state_is_the_first_that_holds(claims: list[dict[str, Any]], state: str) -> None:
    assert str(only(world(say("a", "reports_to", "b", **{"source": "2021", **each}) for each in claims)).state) == state


def test_a_dispute_word_shared_by_two_ties_disputes_both() -> None:
    graph = world([*reports("ab", dispute="who"), *reports("ac", dispute="who"), *reports("ad", dispute="other")])
    assert [str(relation.state) for relation in graph.relations.values()] == ["disputed", "disputed", "single source"]


@pytest.mark.parametrize("state", State)
def test_corroborated_and_single_source_alone_are_sound(state: State) -> None:
    claims: dict[State, list[dict[str, Any]]] = {
        State.DISPUTED: [{"dispute": "x"}, {"dispute": "x"}],
        State.PLANNED: [{"planned": "planned"}],
        State.IMPLIED: [{"status": "implied"}],
        State.CORROBORATED: [{}, {"source": "2022"}],
        State.SINGLE: [{}],
        State.DENIED: [{"stance": "contradicts"}],
    }
    relation = only(world(say("a", "reports_to", "b", **{"source": "2021", **each}) for each in claims[state]))
    assert relation.state == state
    assert relation.sound == (state in (State.CORROBORATED, State.SINGLE))


def test_two_years_of_one_payment_are_no_dispute() -> None:
    graph = world(say("a", "funds", "b", source=source, year="2021-22") for source in ("2021", "2022"))
    assert only(graph).state == State.CORROBORATED


def test_a_relation_rests_on_its_unplanned_claims() -> None:
    graph = world(
        [
            say("a", "funds", "b", "2020", amount=Decimal(5), planned="planned"),
            say("a", "funds", "b", "2021", amount=Decimal(3), currency="GBP"),
        ]
    )
    relation = only(graph)
    assert (relation.amounts, relation.currency, relation.state) == ((Decimal(3),), "GBP", State.SINGLE)
    assert relation.sources == ("2020", "2021")


@pytest.mark.parametrize(
    ("claim", "ends"),
    [
        (say("a", "reports_to", "b"), ("a", "b")),
        (say("a", "oversees", "b"), ("b", "a")),
        (say("a", "chairs", "b"), ("b", "a")),
        (say("a", "member_of", "b"), ("", "")),
        (say("a", "part_of", "b"), ("", "")),
        (say("a", "dated", start="2010"), ("", "")),
    ],
)
def test_who_answers_to_whom(claim: Claim, ends: tuple[str, str]) -> None:
    relation = only(world([claim]))
    assert (relation.lower, relation.upper) == ends


CARRIED = [
    ({"p": "programme"}, [], True),
    ({"p": "pilot"}, [], True),
    ({"p": "mission"}, [], True),
    ({"p": "unit"}, [], True),
    ({"p": "board"}, [], False),
    ({"p": "collective"}, [], False),
    ({"p": "collective", "x": "pilot"}, ["x"], True),
    ({"p": "collective", "x": "pilot", "y": "unit"}, ["x", "y"], True),
    ({"p": "collective", "x": "pilot", "y": "board"}, ["x", "y"], False),
]


@pytest.mark.parametrize(("kinds", "parts", "carries"), CARRIED)
def test_part_of_carries_oversight_for_programmes_units_and_collectives_of_such_alone(
    kinds: dict[str, str], parts: list[str], carries: bool
) -> None:
    claims = [say("p", "part_of", "w"), *(say(part, "part_of", "p") for part in parts)]
    relation = world(claims, {"w": "programme", **kinds}).relations["p.part_of.w"]
    assert relation.strength == (Strength.OVERSIGHT if carries else None)
    assert (relation.lower, relation.upper) == (("p", "w") if carries else ("", ""))


def test_collectives_within_collectives_are_followed_and_a_circle_carries_nothing() -> None:
    nested = [say("p", "part_of", "w"), say("q", "part_of", "p"), say("x", "part_of", "q")]
    kinds = {"w": "programme", "p": "collective", "q": "collective", "x": "pilot"}
    assert world(nested, kinds).relations["p.part_of.w"].strength == Strength.OVERSIGHT
    circle = [say("p", "part_of", "w"), say("q", "part_of", "p"), say("p", "part_of", "q")]
    assert world(circle, kinds).relations["p.part_of.w"].strength is None


def test_every_claim_belongs_to_one_relation() -> None:
    graph = world([*reports("ab", "bc", "ab"), say("a", "dated", start="2010"), *reports("ab", stance="contradicts")])
    assert sorted(claim for relation in graph.relations.values() for claim in relation.claims) == list(graph.claims)


@given(
    st.permutations(
        [
            *reports("ab", "bc", "cd", start="2010", end="2012"),
            *reports("ab", "bc", start="2014"),
            say("d", "oversees", "a"),
        ]
    )
)
def test_the_order_of_the_rows_does_not_matter(claims: list[Claim]) -> None:
    ordered = sorted(claims, key=lambda claim: (claim.subject, claim.object, claim.start))
    named = [
        say(c.subject, c.kind, c.object, c.source, start=c.start, end=c.end, id=f"k{ordered.index(c)}") for c in claims
    ]
    graph = world(named)
    assert graph == world(sorted(named, key=lambda claim: claim.id))
    for table in (graph.sources, graph.entities, graph.claims, graph.relations):
        assert list(table) == sorted(table)

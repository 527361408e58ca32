"""What is read: entities, sources, what touches an entity, what a source says; whole and in order."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from graph.errors import UnknownEntity
from graph.model import Entity, Source
from graph.store import Part, Store
from graph.subgraph import Subgraph
from tests.worlds import london, reports, say, world


@pytest.mark.parametrize("without", [("claims",), ("sources", "claims"), ("relations",), ("sources", "relations")])
def test_the_whole_can_be_read_without_what_is_not_needed(store: Store, without: Sequence[Part]) -> None:
    graph = world([*reports("ab", "bc"), say("a", "counted", amount=Decimal("1.50"))])
    store.load(graph)
    assert store.read(without=without) == replace(graph, **{table: {} for table in without})


def test_entities_and_sources_come_in_the_order_of_ids(store: Store) -> None:
    graph = world([say("b", "reports_to", "\u00e9"), say("Z", "reports_to", "a-1"), say("a1", "reports_to", "a-2")])
    store.load(graph)
    assert [entity.id for entity in store.entities()] == ["Z", "a-1", "a-2", "a1", "b", "\u00e9"]
    assert list(store.read().relations) == sorted(graph.relations)
    store.load(london())
    assert store.entities() == tuple(london().entities.values())
    assert [source.id for source in store.sources()] == ["2021-12", "2024-11"]
    assert store.sources() == tuple(london().sources.values())


def test_ties_are_counted_for_both_ends_and_facts_are_none(store: Store) -> None:
    graph = world(
        [
            *reports("ab", "cb"),
            say("a", "chairs", "b", stance="contradicts"),
            say("d", "possibly_same_as", "d"),
            say("a", "dated", start="2020", role="founded"),
        ],
        entities=[Entity("alone", "body", "Alone")],
    )
    store.load(graph)
    assert {entity: ties for entity, ties in store.tie_counts().items() if ties} == {"a": 2, "b": 3, "c": 1, "d": 1}
    store.load(Subgraph())
    assert dict(store.tie_counts()) == {}


def test_every_field_of_a_record_is_kept(store: Store) -> None:
    entity = Entity("a", "body", "A \u00e9", "A", ("Alpha", "The A"), ("ODS:1", "GSS:2"), "note", {"b": "1", "a": ""})
    source = Source("s", "T", "P", "2021", "", "report", "https://example.org/", "why", {"page": "3"})
    graph = world([say("a", "dated", source="s", start="2020", role="founded")], entities=[entity], sources=[source])
    store.load(graph)
    assert store.entity("a") == entity
    assert store.sources() == (source,)
    assert store.read() == graph


def test_an_entity_without_ties_is_kept(store: Store) -> None:
    store.load(london())
    assert store.entity("alone").name == "A Charity Alone"
    assert list(store.about(["alone"]).entities) == ["alone"]
    assert store.about(["alone"]).relations == {}


def test_an_unknown_entity_is_refused_by_its_id(store: Store) -> None:
    store.load(london())
    with pytest.raises(UnknownEntity, match="'nobody'"):
        store.entity("nobody")


def test_about_gives_what_touches_an_entity_whole(store: Store) -> None:
    store.load(london())
    part = store.about(["heg"])
    assert list(part.relations) == ["hedg.subgroup_of.heg", "heg.reports_to.lhb"]
    assert list(part.entities) == ["hedg", "heg", "lhb"]
    assert list(part.claims) == ["c000", "c001", "c002"]
    assert list(part.sources) == ["2021-12", "2024-11"]
    assert list(part.lifetimes) == ["hedg", "heg", "lhb"]
    whole = london()
    assert all(part.relations[key] == whole.relations[key] for key in part.relations)
    assert all(part.lifetimes[key] == whole.lifetimes[key] for key in part.lifetimes)


def test_about_includes_facts_and_ties_from_either_end(store: Store) -> None:
    store.load(london())
    kinds = [relation.kind for relation in store.about(["boroughs"]).relations.values()]
    assert kinds == ["counted", "member_of", "part_of"]


def test_about_brings_what_claims_name_besides_their_ends(store: Store) -> None:
    graph = world(
        [
            say("a", "reports_to", "b", via=("v",)),
            say("a", "funds", "c", decision=("d1",), budget=("d2",), year="2021-22"),
        ],
        kinds={"d1": "decision", "d2": "budget"},
    )
    store.load(graph)
    assert list(store.about(["b"]).entities) == ["a", "b", "v"]
    assert list(store.about(["c"]).entities) == ["a", "c", "d1", "d2"]
    assert list(store.about(["v"]).relations) == [], "what is done through an entity does not touch it"


def test_about_leaves_unknown_ids_out(store: Store) -> None:
    store.load(london())
    assert store.about(["nobody"]) == Subgraph()
    assert store.about([]) == Subgraph()
    assert store.about(["nobody", "heg", "heg"]) == store.about(["heg"])


def test_among_gives_only_what_joins_two_of_them(store: Store) -> None:
    store.load(london())
    part = store.about(["heg", "lhb", "khan"], among=True)
    assert list(part.relations) == ["heg.reports_to.lhb"]
    assert list(part.entities) == ["heg", "khan", "lhb"]
    assert list(store.about(["heg"], among=True).entities) == ["heg"]
    assert store.about(["heg"], among=True).relations == {}


def test_among_leaves_facts_out_because_they_join_nothing(store: Store) -> None:
    store.load(london())
    assert list(store.about(["boroughs", "lhb"], among=True).relations) == ["boroughs.member_of.lhb"]


def test_among_takes_ids_in_any_collection_and_order(store: Store) -> None:
    store.load(london())
    wanted = store.about(["heg", "lhb"], among=True)
    assert store.about(("lhb", "heg"), among=True) == wanted
    assert store.about({"lhb": 1, "heg": 2}.keys(), among=True) == wanted
    assert store.about(frozenset(("lhb", "heg")), among=True) == wanted


def test_naming_gives_the_relations_of_claims_that_name_it_at_neither_end(store: Store) -> None:
    graph = world(
        [
            say("a", "reports_to", "b", via=("v",)),
            say("a", "reports_to", "b", source="2022"),
            say("v", "reports_to", "b", via=("v",)),
            say("a", "funds", "c", via=("v", "b"), decision=("d", "v"), budget=("e",), year="2021-22"),
            say("b", "counted", amount=Decimal(3), via=("v",), source="2023"),
            say("c", "reports_to", "b", source="2024"),
        ],
        kinds={"d": "decision", "e": "budget"},
    )
    store.load(graph)
    funds, tie, fact, _, _ = graph.relations
    wanted = {
        "v": {funds, fact, tie},
        "b": {funds},
        "d": {funds},
        "e": {funds},
        "a": set(),
        "c": set(),
        "nobody": set(),
    }
    for entity, relations in wanted.items():
        part = store.naming(entity)
        assert list(part.relations) == sorted(relations), entity
        assert part == graph.closed_over(relations, set(), set())
    assert list(store.naming("v").sources) == ["2021", "2022", "2023"], "with the other claim of the same tie"
    assert list(store.naming("d").entities) == ["a", "b", "c", "d", "e", "v"]


def test_said_by_gives_the_relations_of_a_source_whole(store: Store) -> None:
    store.load(london())
    part = store.said_by("2021-12")
    assert list(part.relations) == ["hedg.subgroup_of.heg", "heg.reports_to.lhb"]
    assert list(part.claims) == ["c000", "c001", "c002"], "with the other source's claim of the same tie"
    assert list(part.sources) == ["2021-12", "2024-11"]
    assert list(part.entities) == ["hedg", "heg", "lhb"]


def test_said_by_gives_a_source_that_says_nothing(store: Store) -> None:
    silent = Source("silent", "Says nothing")
    store.load(world(reports("ab"), sources=[silent]))
    part = store.said_by("silent")
    assert dict(part.sources) == {"silent": silent}
    assert (part.claims, part.relations, part.entities) == ({}, {}, {})


def test_said_by_counts_a_source_that_speaks_against(store: Store) -> None:
    store.load(world([*reports("ab"), *reports("ab", source="2022", stance="contradicts")]))
    assert list(store.said_by("2022").relations) == ["a.reports_to.b"]


def test_said_by_an_unknown_source_is_empty(store: Store) -> None:
    store.load(london())
    assert store.said_by("nobody") == Subgraph()


def test_all_ties_and_facts_of_some_kinds(store: Store) -> None:
    store.load(london())
    part = store.of_kinds({"chairs", "counted", "no such kind"})
    assert {relation.kind for relation in part.relations.values()} == {"chairs", "counted"}
    assert part == london().closed_over(set(part.relations), set(), set())
    assert store.of_kinds({"no such kind"}) == store.of_kinds(()) == Subgraph()


def test_the_claims_in_dispute_come_with_their_sources_alone(store: Store) -> None:
    claims = [*reports("ab", dispute="w"), *reports("cd", "xy"), *reports("ef", source="2022", dispute="v")]
    graph = world(
        [*claims, say("a", "counted", source="2023", dispute="w")], sources=[Source("silent", "Says nothing")]
    )
    store.load(graph)
    wanted = {claim.id: claim for claim in graph.claims.values() if claim.dispute}
    assert store.disputing() == Subgraph({key: graph.sources[key] for key in ("2021", "2022", "2023")}, claims=wanted)
    assert list(store.disputing().claims) == sorted(wanted)


def test_where_nothing_is_in_dispute_there_is_nothing(store: Store) -> None:
    assert store.disputing() == Subgraph()
    store.load(london())
    assert store.disputing() == Subgraph()

"""Each fault planted in the Neo4j store makes the check fail that is named here, and the store without one makes none.

`python -m tests.contract.fault_map` shows all checks that catch each fault.
"""

import inspect
from collections.abc import Iterator

import pytest

from graph.stores.neo4j_address import Address, read_address
from tests.contract import neo4j_faults as faults
from tests.contract import test_reloading
from tests.contract.neo4j_faults import Planted
from tests.contract.test_planted_faults import CHECKS as OTHERS
from tests.contract.test_planted_faults import checks
from tests.neo4j import test_meanwhile as meanwhile
from tests.neo4j.plugin import SERVERS, Servers

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]
CHECKS = {**OTHERS, **dict(checks(test_reloading))}

CAUGHT_BY = [
    (faults.DayFilteredAfterTheWalk, "test_the_day_filters_the_ties_not_the_routes"),
    (faults.LensForgotten, "test_a_lens_admits_its_own_strength_and_what_is_stronger"),
    (faults.LastDayCounted, "test_a_tie_with_printed_days_is_certain_from_the_first_to_the_last"),
    (faults.DayAfterNotRuledOut, "test_print_alone_rules_out"),
    (faults.PlannedAsCertain, "test_a_planned_tie_is_possible_and_never_certain"),
    (faults.SoftAsFirm, "test_sound_admits_what_is_stated_and_not_spoken_against"),
    (faults.OneOfTheShortest, "test_all_shortest_routes_are_found_in_the_order_of_ids"),
    (faults.CutBeforeTheOrder, "test_the_first_by_order_are_kept_where_there_are_too_many"),
    (faults.HopsInThePattern, "test_the_longest_chain_that_can_be_asked_for_is_walked_to_its_end"),
    (faults.OrderOfTheDatabase, "test_all_shortest_routes_are_found_in_the_order_of_ids"),
    (faults.OrderOfTheAlphabet, "test_ids_are_ordered_by_code_point"),
    (faults.CutOffByOne, "test_the_first_by_order_are_kept_where_there_are_too_many"),
    (faults.SourcesIgnored, "test_kinds_and_sources_filter_the_ties"),
    (faults.RolesIgnored, "test_roles_filter_the_ties"),
    (faults.SameCrossedUnasked, "test_the_same_is_crossed_only_when_asked_in_both_directions_and_softly"),
    (faults.PeoplePassedThrough, "test_a_person_ends_a_route_and_is_never_passed_through"),
    (faults.OneWayWithoutALens, "test_without_a_lens_ties_are_walked_both_ways"),
    (faults.OversightBackwards, "test_oversight_is_walked_from_the_overseen_to_the_overseer"),
    (faults.DeniedWalked, "test_a_denied_tie_is_never_walked"),
    (faults.DaysOldestFirst, "test_the_latest_days_are_kept_where_there_are_too_many"),
    (faults.AboutWithoutFacts, "test_about_includes_facts_and_ties_from_either_end"),
    (faults.EndsTakenForNamed, "test_naming_gives_the_relations_of_claims_that_name_it_at_neither_end"),
    (faults.RemovedClaimsKept, "test_of_two_spells_of_a_tie_one_may_go"),
    (faults.ParallelTiesRemoved, "test_of_two_spells_of_a_tie_one_may_go"),
    (faults.FirstTextKept, "test_what_is_blank_now_was_written_before"),
    (faults.LifetimesForgotten, "test_a_load_is_read_back_whole"),
    (faults.VersionLeft, "test_the_version_is_that_of_what_was_typed_in"),
]
SEEN_MEANWHILE = [
    (faults.LoadedPieceByPiece, meanwhile.read_at_each_step_of_a_load),
    (faults.ReadPieceByPiece, meanwhile.load_between_two_steps_of_a_reading),
]
"""Faults that show only to two at once, and how they are looked for."""
PLANTED = {
    fault
    for _, fault in inspect.getmembers(faults, inspect.isclass)
    if issubclass(fault, Planted) and fault not in (Planted, faults._Misspelt)
}


@pytest.fixture
def address(servers: Servers) -> Iterator[Address]:
    place = servers.place(SERVERS[0])
    place.empty()
    yield read_address(place.uri, place.password)
    place.empty()


@pytest.mark.parametrize(("fault", "name"), CAUGHT_BY, ids=[fault.__name__ for fault, _ in CAUGHT_BY])
def test_the_fault_is_caught(fault: type[Planted], name: str, address: Address) -> None:
    with fault(address) as store:
        with pytest.raises(AssertionError):
            CHECKS[name](store)
        assert store.slips, "the fault changes nothing: the statement that it is in reads otherwise by now"


@pytest.mark.parametrize(("fault", "look"), SEEN_MEANWHILE, ids=[fault.__name__ for fault, _ in SEEN_MEANWHILE])
def test_the_fault_is_seen_meanwhile(fault: type[Planted], look: meanwhile.Look, address: Address) -> None:
    with fault(address) as store, Planted(address) as other:
        assert not look(store, other)
        assert store.slips


def test_the_store_without_a_fault_passes_every_check_that_is_named(address: Address) -> None:
    for name in sorted({name for _, name in CAUGHT_BY}):
        with Planted(address) as store:
            CHECKS[name](store)


def test_every_fault_is_named() -> None:
    assert {fault for fault, _ in [*CAUGHT_BY, *SEEN_MEANWHILE]} == PLANTED

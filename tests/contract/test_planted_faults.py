"""The contract is worth something: each planted fault makes the check that is named here fail, and a sound store none.

The checks are the contract's own test functions, called with a store that has the fault.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from graph.model import Relation
from graph.store import Store
from graph.stores.networkx_store import NetworkxStore
from graph.subgraph import Subgraph
from tests.contract import (
    faults,
    test_answers,
    test_isolation,
    test_lens,
    test_loading,
    test_names,
    test_reading,
    test_time,
    test_walking,
)

MODULES = (test_loading, test_reading, test_names, test_time, test_lens, test_walking, test_answers, test_isolation)

CAUGHT_BY = [
    (faults.EndOffByOneDay, "test_a_tie_with_printed_days_is_certain_from_the_first_to_the_last"),
    (faults.OversightBackwards, "test_oversight_is_walked_from_the_overseen_to_the_overseer"),
    (faults.LensIgnored, "test_a_lens_admits_its_own_strength_and_what_is_stronger"),
    (faults.DayFilteredAfterTheWalk, "test_the_day_filters_the_ties_not_the_routes"),
    (faults.TiesCutByInsertion, "test_the_first_by_order_are_kept_where_there_are_too_many"),
    (faults.SoftAsFirm, "test_sound_admits_what_is_stated_and_not_spoken_against"),
    (faults.SoftReadAsFirm, "test_a_soft_tie_is_told_with_its_state_and_never_as_firm"),
    (faults.PlannedAsCertain, "test_a_planned_tie_is_possible_and_never_certain"),
    (faults.PlannedReadAsCertain, "test_a_planned_tie_is_never_certain"),
    (faults.CollectiveSpread, "test_a_collective_spreads_nothing_to_its_members_and_lifts_nothing"),
    (faults.AliasLost, "test_an_alias_is_found_and_shown"),
    (faults.HalfLoadKept, "test_a_load_that_fails_leaves_the_store_as_it_was"),
    (faults.EndsTakenForNamed, "test_naming_gives_the_relations_of_claims_that_name_it_at_neither_end"),
    (faults.OpenEndsClosed, "test_a_load_is_read_back_whole"),
]


def checks(module: ModuleType) -> Iterator[tuple[str, Callable[[Store], None]]]:
    """The test functions of a module that need nothing but a store, by name."""
    for name, check in inspect.getmembers(module, inspect.isfunction):
        if name.startswith("test_") and list(inspect.signature(check).parameters) == ["store"]:
            yield name, check


CHECKS = dict(pair for module in MODULES for pair in checks(module))


def _passes(check: Callable[[Store], None], store: Store) -> bool:
    try:
        check(store)
    except Exception:  # noqa: BLE001 - whatever a check raises, under pytest it fails
        return False
    return True


@pytest.mark.parametrize(("fault", "name"), CAUGHT_BY, ids=[fault.__name__ for fault, _ in CAUGHT_BY])
@pytest.mark.parametrize("in_file", [False, True], ids=["memory", "file"])
def test_the_fault_is_caught(fault: type[NetworkxStore], name: str, in_file: bool, tmp_path: Path) -> None:
    assert _passes(CHECKS[name], NetworkxStore()), "a sound store passes the check that is to catch the fault"
    assert not _passes(CHECKS[name], fault(tmp_path / "store.json" if in_file else None))


def test_every_fault_is_named() -> None:
    planted = {kind for _, kind in inspect.getmembers(faults, inspect.isclass) if kind.__module__ == faults.__name__}
    assert planted - {faults._Twisted} == {fault for fault, _ in CAUGHT_BY}


def test_the_checks_are_those_of_the_contract() -> None:
    """Most of the contract needs a store alone; so few checks as none would make the tests above worthless."""
    assert len(CHECKS) > 60


def test_a_twisted_store_without_a_twist_is_sound() -> None:
    """What catches a fault is the fault, not the way in which it is planted."""

    class Untwisted(faults._Twisted):
        def twist(self, graph: Subgraph) -> Iterable[Relation]:
            return graph.relations.values()

    failed = {name for name, check in CHECKS.items() if not _passes(check, Untwisted())}
    assert failed == {name for name, check in CHECKS.items() if not _passes(check, NetworkxStore())}

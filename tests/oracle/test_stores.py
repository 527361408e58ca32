"""Programs of edits, loads and questions come to the same on every store, and to what the oracle says.

The stores are the embedded one in memory and in a file, and one Neo4j; `ORACLE_EXAMPLES` says how many programs there
are to be on each version of it.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from graph.stores import open_store
from graph.stores.networkx_store import NetworkxStore
from tests.contract import faults
from tests.neo4j.plugin import SERVERS, Servers
from tests.neo4j.server import Place
from tests.oracle.program import STEPS, Program
from tests.oracle.tally import Tally

PROGRAMS = int(os.environ.get("ORACLE_EXAMPLES", "0")) or 4


@pytest.fixture(params=SERVERS)
def place(servers: Servers, request: pytest.FixtureRequest) -> Iterator[Place]:
    found = servers.place(request.param)
    yield found
    found.empty()


@pytest.mark.neo4j
@pytest.mark.slow
def test_every_program_comes_to_the_same_on_every_store(
    place: Place, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    tally = Tally()
    number = count()

    def program() -> Program:
        place.empty()
        file = tmp_path / f"{next(number)}.json"
        return Program(
            {
                "memory": partial(open_store, "networkx://"),
                "file": partial(open_store, f"networkx:{file}"),
                "neo4j": partial(open_store, place.uri, place.password),
            },
            tally,
        )

    try:
        _run(program, PROGRAMS)
    finally:
        for line in tally.lines():
            record_property("compared", line)


@pytest.mark.parametrize("fault", [faults.EndOffByOneDay, faults.LensIgnored, faults.SoftReadAsFirm, faults.AliasLost])
def test_a_store_with_a_fault_is_found_out_by_some_program(fault: type[NetworkxStore]) -> None:
    """Programs are worth something too."""

    def program() -> Program:
        faulty = fault()
        return Program({"memory": partial(open_store, "networkx://"), "faulty": lambda: faulty}, Tally())

    with pytest.raises(AssertionError, match="faulty"):
        _run(program, 100)


def _run(program: Callable[[], Program], programs: int) -> None:
    run_state_machine_as_test(
        program,  # type: ignore[arg-type]  # any maker will do
        settings=settings(max_examples=programs, stateful_step_count=STEPS),
    )

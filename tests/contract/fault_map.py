"""Which checks of the contract catch which planted fault, all of them: `python -m tests.contract.fault_map`.

Takes some minutes. The faults of the Neo4j store are planted in the one that `GOVGRAPH_TEST_NEO4J_URI` names, which
must be empty, else in one that is started for it.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from graph.store import Store
from graph.stores.neo4j_address import read_address
from tests.contract import test_neo4j_faults, test_planted_faults
from tests.contract.neo4j_faults import Planted
from tests.neo4j.jars import LONG_TERM, kit
from tests.neo4j.plugin import PASSWORD, URI
from tests.neo4j.server import Place, Server


def catching(make: Callable[[], Store]) -> list[str]:
    """The checks that fail on a new store each time; one that ends in another error than its own is marked."""
    caught = []
    for name, check in test_neo4j_faults.CHECKS.items():
        with make() as store:
            try:
                check(store)
            except AssertionError:
                caught.append(name)
            except Exception as error:  # noqa: BLE001 - whatever a check raises, under pytest it fails
                caught.append(f"{name} ({type(error).__name__})")
    return caught


def show(kind: str, fault: type[Store], make: Callable[[], Store]) -> None:
    """Print a fault with what catches it."""
    caught = catching(make)
    click.echo(f"{kind} {fault.__name__}: {(fault.__doc__ or '').splitlines()[0]}")
    click.echo("\n".join(f"    {name}" for name in caught or ["nothing"]))


@contextmanager
def place() -> Iterator[Place]:
    """An empty Neo4j."""
    if URI:
        yield Place.unused(URI, PASSWORD)
        return
    with tempfile.TemporaryDirectory() as folder, Server(kit(LONG_TERM), Path(folder) / "home") as server:
        yield server.place


def main() -> None:
    """Print the map."""
    for embedded, _ in test_planted_faults.CAUGHT_BY:
        show("embedded", embedded, embedded)
    with place() as found:
        for planted, _ in test_neo4j_faults.CAUGHT_BY:
            show("neo4j", planted, partial(_emptied, found, planted))
        found.empty()


def _emptied(place: Place, fault: type[Planted]) -> Store:
    place.empty()
    return fault(read_address(place.uri, place.password))


if __name__ == "__main__":
    main()

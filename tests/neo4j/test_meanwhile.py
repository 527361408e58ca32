"""Who reads while another loads reads one of the two graphs, whole."""

from collections.abc import Callable, Iterator

import pytest

from graph.stores import neo4j_loading
from graph.stores.neo4j_address import read_address
from graph.subgraph import Subgraph
from tests.contract.neo4j_faults import Planted
from tests.neo4j.plugin import SERVERS, Servers
from tests.worlds import london, reports, say, world

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]
BEFORE = world([*reports("ab", "bc"), say("heg", "reports_to", "a"), say("a", "counted", source="2020")])
"""Shares an entity with London, so that the one becomes the other by taking away, changing and adding."""

Look = Callable[[Planted, Planted], bool]


def read_at_each_step_of_a_load(loader: Planted, reader: Planted) -> bool:
    """Whether all that is read before each statement of a load is first the graph as it was, then London, whole."""
    reader.load(BEFORE)
    read: list[Subgraph] = []
    loader.through.before = lambda: read.append(reader.read())
    loader.load(london())
    loader.through.before = lambda: None
    read.append(reader.read())
    before = [graph for graph in read if graph == BEFORE]
    assert len(before) > 1, "a load of so few statements shows nothing"
    return read == [BEFORE] * len(before) + [london()] * (len(read) - len(before))


def load_between_two_steps_of_a_reading(reader: Planted, loader: Planted) -> bool:
    """Whether a reading is whole, of the one graph or the other, whenever a load ends within it."""
    whole = []
    for moment in range(2, 8):
        loader.load(BEFORE)
        reader.through.before = _at(moment, lambda: loader.load(london()))
        whole.append(reader.read() in (BEFORE, london()))
    reader.through.before = lambda: None
    return all(whole)


def _at(moment: int, act: Callable[[], object]) -> Callable[[], None]:
    """What acts when it is called for that time."""
    calls = 0

    def count() -> None:
        nonlocal calls
        calls += 1
        if calls == moment:
            act()

    return count


@pytest.fixture(params=SERVERS)
def two(servers: Servers, request: pytest.FixtureRequest) -> Iterator[tuple[Planted, Planted]]:
    """Two stores of one database, empty."""
    place = servers.place(request.param)
    place.empty()
    address = read_address(place.uri, place.password)
    with Planted(address) as one, Planted(address) as other:
        yield one, other
    place.empty()


@pytest.mark.parametrize("small", [neo4j_loading.SMALL, 0], ids=["in one transaction", "beside the old one"])
def test_who_reads_during_a_load_reads_what_was_there_before(
    two: tuple[Planted, Planted], small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_loading, "SMALL", small)
    assert read_at_each_step_of_a_load(*two)


def test_a_load_that_ends_within_a_reading_makes_no_mixture(two: tuple[Planted, Planted]) -> None:
    assert load_between_two_steps_of_a_reading(*two)

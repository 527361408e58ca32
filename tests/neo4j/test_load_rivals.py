"""A load that another one meets between two of its steps, or whose lock the database ends: one wins, one is told."""

from collections.abc import Callable, Iterator

import pytest

from graph.errors import StoreUnavailable
from graph.stores import cypher_load, neo4j_loading, open_store
from graph.stores.neo4j_address import read_address
from graph.stores.neo4j_server import Server as Database
from graph.stores.neo4j_server import TimedOut
from graph.subgraph import Subgraph
from tests.contract.neo4j_faults import Planted
from tests.neo4j.plugin import URI
from tests.neo4j.server import Place, Server
from tests.neo4j.test_load_faults import held_by, other, records
from tests.worlds import london

pytestmark = [
    pytest.mark.neo4j,
    pytest.mark.skipif(bool(URI), reason="the server that the environment names is not ours to end loads in"),
]
LONGEST_OPEN = "SHOW TRANSACTIONS YIELD transactionId AS id, elapsedTime AS t ORDER BY t DESC LIMIT 1 RETURN id"


class Interrupted(Planted):
    """A store that lets somebody act once, just before a statement is sent."""

    statement = ""

    def act(self) -> None:
        """Do nothing, unless somebody puts something else here."""

    def respell(self, statement: str) -> str:
        if statement == self.statement:
            self.statement = ""
            self.act()
        return statement


def interrupted(place: Place, statement: str, act: Callable[[], object]) -> Interrupted:
    store = Interrupted(read_address(place.uri))
    store.statement, store.act = statement, act  # type: ignore[method-assign,assignment]
    return store


@pytest.fixture
def database(server: Server) -> Iterator[Database]:
    opened = Database(read_address(server.place.uri))
    yield opened
    opened.close()


@pytest.mark.parametrize("before", [Subgraph(), other()], ids=["empty", "loaded"])
@pytest.mark.parametrize(
    "statement",
    [cypher_load.LEFTOVERS, cypher_load.foreign(), cypher_load.KNOWN, cypher_load.BEGIN, cypher_load.LOCK],
    ids=["leftovers", "foreign", "known", "begin", "lock"],
)
def test_who_is_overtaken_by_another_load_is_told_so(server: Server, before: Subgraph, statement: str) -> None:
    with open_store(server.place.uri) as rival:
        rival.load(before)
        with interrupted(server.place, statement, lambda: rival.load(london())) as store:
            with pytest.raises(StoreUnavailable, match="Another load has ended meanwhile"):
                store.load(other() if before == Subgraph() else Subgraph())
            assert store.statement == "", "nobody has overtaken"
        assert rival.read() == london()


@pytest.mark.parametrize("statement", [cypher_load.HOLD, cypher_load.add_ties("Staged")], ids=["late", "early"])
def test_who_goes_on_after_its_lock_was_ended_writes_nothing_that_is_nobodys(
    server: Server, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_loading, "SMALL", 0)
    with open_store(server.place.uri) as rival:

        def take_over() -> None:
            ids = [row["id"] for row in server.place.run(LONGEST_OPEN)]
            server.place.run("TERMINATE TRANSACTIONS $ids YIELD message RETURN message", ids=ids)
            assert rival.load(other()) is True

        with interrupted(server.place, statement, take_over) as store:
            with pytest.raises(StoreUnavailable, match="Another load has taken over"):
                store.load(london())
            assert store.statement == "", "nobody has taken over"
        assert rival.read() == other()
        assert records(server.place) == held_by(other(), server.place)


def test_nobody_begins_to_take_away_what_is_just_written(database: Database) -> None:
    def take_away(seconds: float) -> None:
        with database.transaction(seconds) as transaction:
            transaction.run(cypher_load.TAKE_AWAY, release="a").consume()
            transaction.commit()

    database.write(lambda work: work.run(cypher_load.LEAVE, release="a").consume())
    with database.transaction(60) as transaction:
        assert transaction.run(cypher_load.HOLD, release="a").single(strict=True)["held"] == 1
        with pytest.raises(TimedOut):
            take_away(0.5)
    take_away(60)
    with database.transaction(60) as transaction:
        assert transaction.run(cypher_load.HOLD, release="a").single(strict=True)["held"] == 0


@pytest.mark.parametrize("theirs", ["{name: 'current', artist: 'x'}", "{name: '2.1'}"])
def test_releases_of_another_program_stop_a_load_and_stay(server: Server, theirs: str) -> None:
    server.place.run(f"CREATE (:Release {theirs})")
    held = "MATCH (n) RETURN properties(n) AS held"
    before = server.place.run(held)
    with open_store(server.place.uri) as store, pytest.raises(StoreUnavailable, match="somebody else's data"):
        store.load(london())
    assert server.place.run(held) == before
    assert server.place.run("SHOW CONSTRAINTS YIELD name") == []

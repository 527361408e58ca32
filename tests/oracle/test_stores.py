"""Both stores give the same answers, to the letter, on small worlds that are loaded one over the other."""

import os
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings

from graph import codec
from graph.derive import derive
from graph.queries.ask import ask
from graph.store import Store
from graph.stores import open_store
from tests.neo4j.plugin import SERVERS, Servers
from tests.oracle.test_answers import DAYS, PERIODS, asking
from tests.oracle.worlds import World, answering_worlds, seeds

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]
EXAMPLES = int(os.environ.get("ORACLE_EXAMPLES", "0")) or 20
QUESTIONS = ("between", "between", "up", "down")


@pytest.fixture(scope="module", params=SERVERS)
def database(servers: Servers, request: pytest.FixtureRequest) -> Iterator[Store]:
    place = servers.place(request.param)
    place.empty()
    with open_store(place.uri, place.password) as store:
        yield store


@settings(max_examples=EXAMPLES)
@given(answering_worlds, seeds)
def test_both_stores_answer_the_same(database: Store, world: World, random: Random) -> None:
    graph = derive(*world)
    with open_store("networkx://") as embedded:
        for store in (database, embedded):
            store.load(graph)
        assert codec.encode(database.read()) == codec.encode(graph)
        for question in QUESTIONS:
            query = asking(random, world, question, ("", *DAYS, *PERIODS))
            answers = [
                ask(store, query.name, query.subject, query.object, query.options) for store in (database, embedded)
            ]
            assert answers[0] == answers[1], query

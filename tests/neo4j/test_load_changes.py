"""A load writes just what has changed, and until it has ended the graph before it answers, to the letter."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph import codec
from graph.errors import OtherRelease, UnknownEntity
from graph.stores import open_store
from graph.stores.networkx_store import NetworkxStore
from tests.neo4j.plugin import URI
from tests.neo4j.server import Place, Server
from tests.neo4j.test_faults import log, whole_answer
from tests.neo4j.test_load_faults import BESIDE, loading, made, said
from tests.worlds import london

pytestmark = [
    pytest.mark.neo4j,
    pytest.mark.skipif(bool(URI), reason="the server that the environment names is not ours to count in"),
]
NODES = "MATCH (n) WHERE NOT n:Release RETURN elementId(n) AS id"
RELATIONSHIPS = "MATCH ()-[r]->() RETURN elementId(r) AS id"


def ids(place: Place) -> tuple[set[str], set[str]]:
    """The database's own ids of all nodes and relationships: what is written anew gets another."""
    nodes, relationships = ({row["id"] for row in place.run(each)} for each in (NODES, RELATIONSHIPS))
    return nodes, relationships


def test_a_changed_claim_is_all_that_is_written(server: Server) -> None:
    graph = london()
    with open_store(server.place.uri) as store:
        store.load(graph)
        before = ids(server.place)
        claim = graph.claims["c001"]
        changed = replace(graph, claims={**graph.claims, claim.id: replace(claim, says="It says so again.")})
        assert store.load(changed) is True
        assert store.read() == changed
        assert store.version() == codec.version(changed) != codec.version(graph)
    after = ids(server.place)
    gone = [len(old - new) for old, new in zip(before, after, strict=True)]
    made_anew = [len(new - old) for old, new in zip(before, after, strict=True)]
    # The node of the claim; what its source says; its subject and its object.
    assert gone == made_anew == [1, 3]


def test_a_changed_entity_and_source_stay_where_they_are(server: Server) -> None:
    graph = london()
    entity, source = graph.entities["heg"], graph.sources["2021-12"]
    changed = replace(
        graph,
        entities={**graph.entities, entity.id: replace(entity, note="A note.")},
        sources={**graph.sources, source.id: replace(source, note="A note.")},
    )
    with open_store(server.place.uri) as store:
        store.load(graph)
        before = ids(server.place)
        assert store.load(changed) is True
        assert store.read() == changed
    assert ids(server.place) == before


def test_what_is_blank_now_is_blank_for_whoever_looks_into_the_database(server: Server) -> None:
    graph = london()
    entity, source = graph.entities["heg"], graph.sources["2021-12"]
    noted = replace(
        graph,
        entities={**graph.entities, entity.id: replace(entity, note="A note.")},
        sources={**graph.sources, source.id: replace(source, note="A note.")},
    )
    with open_store(server.place.uri) as store:
        store.load(noted)
        store.load(graph)
    rows = server.place.run("MATCH (n:Entity|Source) WHERE n.note IS NOT NULL RETURN n.id AS id")
    assert rows == []


def test_what_another_version_wrote_is_refused_until_it_is_loaded_again(server: Server) -> None:
    with open_store(server.place.uri) as store:
        store.load(london())
        server.place.run("MATCH (now:Release {name: 'current'}) SET now.format = now.format - 1")
        for reading in (store.version, store.read, store.entities):
            with pytest.raises(OtherRelease, match="load your tables into it again"):
                reading()
        assert store.load(london()) is True
        assert store.read() == london()


def test_the_same_again_writes_nothing(server: Server) -> None:
    with open_store(server.place.uri) as store:
        store.load(london())
        before = ids(server.place)
        assert store.load(london()) is False
    assert ids(server.place) == before


@pytest.mark.slow
def test_under_a_large_load_the_graph_before_it_answers_to_the_letter(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "graph"
    NetworkxStore(file).load(made(BESIDE))
    with open_store(server.place.uri) as store:
        store.load(london())
        right, before = whole_answer(store), store.about(["heg"])
        during = 0
        with loading(server.place, file, BESIDE) as loader:
            while loader.poll() is None:
                part = store.about(["heg"])
                try:
                    answer = whole_answer(store)
                except UnknownEntity:
                    break  # the new graph, which answers from now on, has no body of that name
                if store.version() == right.data_version:
                    assert (part, answer) == (before, right)
                    during += 1
            assert said(loader) == "loaded"
        log.info("%d answers under the load", during)
        assert during
        assert store.version() == codec.version(made(BESIDE))
        assert store.read() == made(BESIDE)

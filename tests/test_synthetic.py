from graph import codec
from graph.kinds import vocabulary
from graph.model import State
from tests.synthetic import RELATIONS_PER_ENTITY, governance

SIZE = 600


def test_a_graph_has_the_size_asked_for() -> None:
    graph = governance(SIZE)
    assert len(graph.entities) == SIZE
    assert len(graph.relations) == SIZE * RELATIONS_PER_ENTITY


def test_the_same_seed_gives_the_same_graph_and_another_another() -> None:
    first = codec.version(governance(SIZE))
    assert codec.version(governance(SIZE)) == first
    assert codec.version(governance(SIZE, seed=2)) != first


def test_every_tie_joins_what_the_vocabulary_allows() -> None:
    graph = governance(SIZE)
    kinds = vocabulary()
    for relation in graph.relations.values():
        kind = kinds.relations[relation.kind]
        assert kinds.allows(graph.entities[relation.subject].kind, kind.subjects)
        assert kinds.allows(graph.entities[relation.object].kind, kind.objects)


def test_ties_differ_in_state_and_in_time() -> None:
    relations = governance(SIZE).relations.values()
    assert {State.SINGLE, State.CORROBORATED, State.IMPLIED, State.PLANNED} <= {tie.state for tie in relations}
    assert len({tie.bounds for tie in relations}) > SIZE / 4

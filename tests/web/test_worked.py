from graph.stores.networkx_store import NetworkxStore
from tests.web.conftest import small_graph
from tests.worlds import reports, world
from web.worked import worked_questions


def test_the_questions_are_found_in_the_data() -> None:
    store = NetworkxStore()
    store.load(world(reports("ab", "bc", "dc")))
    found = worked_questions(store, store.read(), "2021", 5.0)
    assert [question.words for question in found] == [
        "Does A answer to C?",
        "Does A answer to C in 2021?",
        "Whom does A answer to?",
        "Does C answer to A?",
        "Who answers to C?",
    ]
    assert [question.verdict for question in found][:2] == ["Yes", "Yes"]


def test_data_without_ties_has_none() -> None:
    store = NetworkxStore()
    store.load(world([]))
    assert worked_questions(store, store.read(), "", 5.0) == ()


def test_without_time_fewer_are_found_and_none_fails() -> None:
    store = NetworkxStore()
    store.load(small_graph())
    assert len(worked_questions(store, store.read(), "2021", 0.0)) <= 5

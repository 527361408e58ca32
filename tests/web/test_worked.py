from graph.stores.networkx_store import NetworkxStore
from tests.web.conftest import small_graph
from tests.worlds import reports, say, world
from web.asked import Asked
from web.worked import prospects_of, worked_questions


def test_the_questions_are_found_in_the_data() -> None:
    store = NetworkxStore()
    store.load(world(reports("ab", "bc", "dc")))
    found = worked_questions(store, prospects_of(store.read()), "2021", 5.0)
    assert [question.words for question in found] == [
        "Does A answer to C?",
        "Does A answer to C in 2021?",
        "Whom does A answer to?",
        "Does C answer to A?",
        "Who answers to C?",
    ]
    assert [question.verdict for question in found][:2] == ["Yes", "Yes"]


def test_the_first_leads_from_the_longest_line_to_the_leader_with_most_ties() -> None:
    store = NetworkxStore()
    leaders = [say("chair", "chairs", "c"), say("deputy", "chairs", "c"), say("chair", "chairs", "z")]
    far = [say("c", "oversees", "d"), say("e", "scrutinises", "chair")]
    people = {"chair": "post", "deputy": "post"}
    store.load(world([*reports("ab", "bc", "xy", "zx", "xz"), *leaders, *far], people))
    found = worked_questions(store, prospects_of(store.read()), "", 5.0)
    assert found[0].asked == Asked("between", "a", "chair")
    assert found[0].verdict == "Only indirectly"


def test_data_without_ties_has_none() -> None:
    store = NetworkxStore()
    store.load(world([]))
    assert worked_questions(store, prospects_of(store.read()), "", 5.0) == ()


def test_without_time_fewer_are_found_and_none_fails() -> None:
    store = NetworkxStore()
    store.load(small_graph())
    assert len(worked_questions(store, prospects_of(store.read()), "2021", 0.0)) <= 5

"""Routes: all of the shortest, all of a length, in the order of length and then of ids by code point."""

import itertools
import random
import time

from graph.queries.options import MAX_HOPS
from graph.store import Store
from graph.walks import Found, Ties
from tests.worlds import LEADERSHIP, london, reports, say, spelled, walk, world


def _load_fan(store: Store) -> None:
    """Three ways of two steps from a to z, put in against the order of their ids, and one way of three."""
    store.load(world(reports("ad", "dz", "ac", "cz", "ab", "bz", "bm", "mz", "de")))


def test_all_shortest_routes_are_found_in_the_order_of_ids(store: Store) -> None:
    _load_fan(store)
    found = store.shortest(walk("a", "z"))
    assert spelled(found.routes) == ["abz", "acz", "adz"]
    assert (found.cut, found.beyond) == ("", frozenset())


def test_ids_are_ordered_by_code_point(store: Store) -> None:
    middles = ["\u00e9", "a1", "a-1", "Z", "a", "\U0001f600", "\uffee"]
    claims = [say("s", "reports_to", middle) for middle in middles]
    store.load(world([*claims, *(say(middle, "reports_to", "t") for middle in middles)]))
    found = store.shortest(walk("s", "t"))
    assert [route[1] for route in found.routes] == ["Z", "a", "a-1", "a1", "\u00e9", "\uffee", "\U0001f600"]
    assert store.exactly(walk("s", "t"), 2).routes == found.routes


def test_shortest_to_everything_is_by_length_then_by_ids(store: Store) -> None:
    _load_fan(store)
    assert spelled(store.shortest(walk("a")).routes) == ["ab", "ac", "ad", "abm", "abz", "acz", "ade", "adz"]


def test_the_first_by_order_are_kept_where_there_are_too_many(store: Store) -> None:
    _load_fan(store)
    for most in (1, 2):
        found = store.shortest(walk("a", "z", most=most))
        assert spelled(found.routes) == ["abz", "acz", "adz"][:most]
        assert found.cut == "routes"
        exact = store.exactly(walk("a", "z", most=most), 2)
        assert (exact.routes, exact.cut) == (found.routes, "routes")
    assert store.shortest(walk("a", "z", most=3)).cut == ""
    assert store.exactly(walk("a", "z", most=3), 2).cut == ""


def test_the_first_by_order_are_kept_among_several_ends_too(store: Store) -> None:
    """The route by b comes before the route by c, though the end z comes after the end y."""
    store.load(world(reports("ac", "cy", "ab", "bz")))
    everything = ["ab", "ac", "abz", "acy"]
    assert spelled(store.shortest(walk("a")).routes) == everything
    for most in (1, 2, 3):
        found = store.shortest(walk("a", most=most))
        assert (spelled(found.routes), found.cut) == (everything[:most], "routes")


def test_the_first_by_order_are_kept_downwards_too(store: Store) -> None:
    store.load(world(reports("ca", "yc", "ba", "zb")))
    everything = ["ba", "ca", "yca", "zba"]
    for most in (1, 2, 3, 4):
        found = store.shortest(walk("a", down=True, most=most))
        assert (spelled(found.routes), found.cut) == (everything[:most], "routes" if most < 4 else "")


def test_the_order_does_not_depend_on_the_order_of_loading(store: Store) -> None:
    pairs = ["ab", "ac", "ad", "bz", "cz", "dz", "be", "ce", "ez"]
    wanted = None
    for seed in range(4):
        random.Random(seed).shuffle(pairs)
        store.load(world(reports(*pairs)))
        found = [
            store.shortest(walk("a", "z", most=2)),
            store.exactly(walk("a", "z", most=2), 3),
            store.shortest(walk("a")),
        ]
        wanted = wanted or found
        assert found == wanted


def test_routes_of_exactly_so_many_steps(store: Store) -> None:
    _load_fan(store)
    assert spelled(store.exactly(walk("a", "z"), 2).routes) == ["abz", "acz", "adz"]
    assert spelled(store.exactly(walk("a", "z"), 3).routes) == ["abmz"]
    assert store.exactly(walk("a", "z"), 1) == Found()
    assert store.exactly(walk("a", "z"), 4) == Found()
    assert store.exactly(walk("a", "z"), 0) == Found()


def test_parallel_ties_are_one_step(store: Store) -> None:
    store.load(world([*reports("ab", "ab"), say("a", "subgroup_of", "b"), say("b", "oversees", "a")]))
    assert spelled(store.shortest(walk("a", "b", Ties(LEADERSHIP))).routes) == ["ab"]
    assert spelled(store.exactly(walk("a", "b", Ties(LEADERSHIP)), 1).routes) == ["ab"]


def test_a_loop_is_walked_round_once(store: Store) -> None:
    store.load(world(reports("ab", "bc", "ca", "cd", "aa")))
    assert spelled(store.shortest(walk("a")).routes) == ["ab", "abc", "abcd"]
    assert spelled(store.shortest(walk("c", "b")).routes) == ["cab"]
    assert [spelled(store.exactly(walk("a", "d"), steps).routes) for steps in (3, 4, 5, 6)] == [["abcd"], [], [], []]


def test_start_and_end_the_same_give_none(store: Store) -> None:
    store.load(world(reports("ab", "ba", "aa")))
    assert store.shortest(walk("a", "a")) == Found()
    assert [store.exactly(walk("a", "a"), steps) for steps in (1, 2)] == [Found(), Found()]


def test_unknown_entities_give_none(store: Store) -> None:
    store.load(world(reports("ab")))
    for found in (
        store.shortest(walk("x")),
        store.shortest(walk("x", "b")),
        store.shortest(walk("a", "x")),
        store.exactly(walk("x", "b"), 1),
        store.exactly(walk("a", "x"), 1),
    ):
        assert found == Found()


def test_an_entity_without_ties_reaches_nothing(store: Store) -> None:
    store.load(london())
    assert store.shortest(walk("alone")) == Found()
    assert store.shortest(walk("alone", down=True)) == Found()
    assert store.shortest(walk("alone", "lhb", Ties(None))) == Found()


def test_a_person_ends_a_route_and_is_never_passed_through(store: Store) -> None:
    claims = [say("p", "leads", "a"), say("q", "possibly_same_as", "p"), say("q", "leads", "b"), *reports("pz")]
    store.load(world(claims, {"p": "person", "q": "person"}))
    ties = Ties(LEADERSHIP, same=True)
    assert spelled(store.shortest(walk("a", ties=ties)).routes) == ["ap"]
    assert store.shortest(walk("a", "q", ties)) == Found()
    assert store.shortest(walk("a", "z", ties)) == Found()
    assert store.exactly(walk("a", "q", ties), 2) == Found()
    assert store.exactly(walk("a", "z", ties), 2) == Found()
    assert spelled(store.shortest(walk("a", "q", Ties(None, same=True))).routes) == ["apq"]


def test_a_person_may_begin_a_route(store: Store) -> None:
    store.load(world([*reports("pa", "ab")], {"p": "person"}))
    assert spelled(store.shortest(walk("p", "b")).routes) == ["pab"]
    assert spelled(store.exactly(walk("p", "b"), 2).routes) == ["pab"]


def test_hops_end_the_search_and_what_lies_beyond_is_told(store: Store) -> None:
    store.load(world(reports("ab", "bc", "cd", "de")))
    found = store.shortest(walk("a", hops=2))
    assert spelled(found.routes) == ["ab", "abc"]
    assert (found.cut, found.beyond) == ("", frozenset("de"))
    assert store.shortest(walk("a", "d", hops=3)).beyond == frozenset()
    assert store.shortest(walk("a", "d", hops=2)) == Found(beyond=frozenset("d"))
    assert store.shortest(walk("a", hops=4)).beyond == frozenset()
    assert store.shortest(walk("b", "a", hops=1)) == Found()


def test_what_lies_beyond_is_told_downwards_too(store: Store) -> None:
    store.load(world(reports("ab", "bc", "cd")))
    found = store.shortest(walk("d", hops=1, down=True))
    assert (spelled(found.routes), found.beyond) == (["cd"], frozenset("ab"))
    assert store.shortest(walk("d", "a", hops=2, down=True)) == Found(beyond=frozenset("a"))


def test_down_gives_the_routes_that_end_at_the_start(store: Store) -> None:
    store.load(world(reports("ab", "bd", "ac", "cd", "xd", "dq")))
    assert spelled(store.shortest(walk("d", down=True)).routes) == ["bd", "cd", "xd", "abd", "acd"]
    assert spelled(store.shortest(walk("d", "a", down=True)).routes) == ["abd", "acd"]
    assert spelled(store.exactly(walk("d", "a", down=True), 2).routes) == ["abd", "acd"]
    assert store.shortest(walk("a", "d", down=True)) == Found()


def test_down_is_up_from_the_other_end(store: Store) -> None:
    _load_fan(store)
    upwards = {route for start in "abcdemz" for route in store.shortest(walk(start, "z")).routes}
    assert set(store.shortest(walk("z", down=True)).routes) == upwards


def test_down_does_not_pass_through_a_person(store: Store) -> None:
    claims = [say("p", "leads", "a"), *reports("pz", "ya")]
    store.load(world(claims, {"p": "person"}))
    ties = Ties(LEADERSHIP)
    assert spelled(store.shortest(walk("z", ties=ties, down=True)).routes) == ["pz"]
    assert spelled(store.shortest(walk("p", ties=ties, down=True)).routes) == ["ap", "yap"]


def test_without_a_lens_ties_are_walked_both_ways(store: Store) -> None:
    store.load(world([say("a", "member_of", "b"), say("c", "funds", "b"), say("c", "counted", amount=None)]))
    assert spelled(store.shortest(walk("a", "c", Ties(None))).routes) == ["abc"]
    assert spelled(store.shortest(walk("c", ties=Ties(None))).routes) == ["cb", "cba"]


def test_no_time_at_all_says_so(store: Store) -> None:
    _load_fan(store)
    assert store.shortest(walk("a", "z", seconds=0)).cut == "time"
    assert store.shortest(walk("a", seconds=0)).cut == "time"
    assert store.exactly(walk("a", "z", seconds=0), 3).cut == "time"


def test_a_hopeless_search_keeps_to_its_time(store: Store) -> None:
    """Two dozen boards that all answer to one another: far too many routes to look at."""
    names = [f"n{number:02}" for number in range(24)]
    claims = [say(one, "reports_to", other) for one in names for other in names if one != other]
    store.load(world([*claims, say("y", "reports_to", "z")]))
    began = time.monotonic()
    found = store.exactly(walk("n00", "n23", seconds=0.2, most=10**9), 12)
    assert found.cut == "time"
    assert time.monotonic() - began < 2


def test_the_longest_chain_that_can_be_asked_for_is_walked_to_its_end(store: Store) -> None:
    names = [f"n{number:02}" for number in range(MAX_HOPS + 2)]
    store.load(world(say(one, "reports_to", other) for one, other in itertools.pairwise(names)))
    found = store.shortest(walk(names[0], hops=MAX_HOPS))
    assert (found.routes[-1], found.beyond) == (tuple(names[:-1]), frozenset(names[-1:]))
    assert store.exactly(walk(names[0], names[-2]), MAX_HOPS).routes == (tuple(names[:-1]),)

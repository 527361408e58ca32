"""The lens and the other tests of a tie: a walk uses exactly the ties that are asked for, in the right direction."""

from graph.store import Store
from graph.walks import Ties
from tests.worlds import LEADERSHIP, LINE, OVERSIGHT, reports, say, spelled, walk, world


def _up(store: Store, start: str, ties: Ties) -> list[str]:
    return spelled(store.shortest(walk(start, ties=ties)).routes)


def _ladder(store: Store) -> None:
    store.load(world([*reports("ab"), say("c", "oversees", "a"), say("d", "chairs", "a")]))


def test_a_lens_admits_its_own_strength_and_what_is_stronger(store: Store) -> None:
    _ladder(store)
    assert _up(store, "a", Ties(LINE)) == ["ab"]
    assert _up(store, "a", Ties(OVERSIGHT)) == ["ab", "ac"]
    assert _up(store, "a", Ties(LEADERSHIP)) == ["ab", "ac", "ad"]


def test_a_longer_route_too_keeps_to_the_lens(store: Store) -> None:
    store.load(world([*reports("ab", "bz"), say("c", "chairs", "a"), *reports("cz")]))
    assert spelled(store.exactly(walk("a", "z", Ties(OVERSIGHT)), 2).routes) == ["abz"]
    assert spelled(store.exactly(walk("a", "z", Ties(LEADERSHIP)), 2).routes) == ["abz", "acz"]


def test_oversight_is_walked_from_the_overseen_to_the_overseer(store: Store) -> None:
    for kind in ("oversees", "scrutinises", "regulates"):
        store.load(world([say("a", kind, "b")]))
        assert _up(store, "b", Ties(OVERSIGHT)) == ["ba"], kind
        assert _up(store, "a", Ties(OVERSIGHT)) == [], kind
        assert spelled(store.exactly(walk("b", "a", Ties(OVERSIGHT)), 1).routes) == ["ba"], kind
        assert spelled(store.exactly(walk("a", "b", Ties(OVERSIGHT)), 1).routes) == [], kind


def test_lines_are_walked_from_subject_to_object(store: Store) -> None:
    for kind in ("reports_to", "accountable_to", "subgroup_of"):
        store.load(world([say("a", kind, "b")]))
        assert _up(store, "a", Ties(LINE)) == ["ab"], kind
        assert _up(store, "b", Ties(LEADERSHIP)) == [], kind


def test_leadership_is_walked_from_the_led_to_the_leader(store: Store) -> None:
    for kind in ("chairs", "co_chairs", "leads"):
        store.load(world([say("p", kind, "b")], {"p": "post"}))
        assert _up(store, "b", Ties(LEADERSHIP)) == ["bp"], kind
        assert _up(store, "p", Ties(LEADERSHIP)) == [], kind
    store.load(world([say("p", "holds_post", "t")], {"p": "person", "t": "post"}))
    assert _up(store, "t", Ties(LEADERSHIP)) == ["tp"]


def test_part_of_carries_oversight_for_programmes_and_units_alone(store: Store) -> None:
    store.load(world([say("p", "part_of", "w"), say("b", "part_of", "w")], {"p": "pilot", "w": "programme"}))
    assert _up(store, "p", Ties(OVERSIGHT)) == ["pw"]
    assert _up(store, "p", Ties(LINE)) == []
    assert _up(store, "b", Ties(LEADERSHIP)) == []


def test_ties_that_answer_to_nobody_are_walked_only_without_a_lens(store: Store) -> None:
    store.load(world([say("a", "member_of", "b"), say("b", "supports", "c")]))
    assert _up(store, "a", Ties(LEADERSHIP)) == []
    assert spelled(store.shortest(walk("a", "c", Ties(None))).routes) == ["abc"]
    assert spelled(store.shortest(walk("c", "a", Ties(None))).routes) == ["cba"]


def test_a_collective_spreads_nothing_to_its_members_and_lifts_nothing(store: Store) -> None:
    claims = [say("m", "member_of", "k"), say("n", "part_of", "k"), *reports("kb", "mx")]
    store.load(world(claims, {"k": "collective"}))
    for start in "mn":
        assert "b" not in "".join(_up(store, start, Ties(LEADERSHIP))), start
    assert _up(store, "k", Ties(LEADERSHIP)) == ["kb"]
    assert [relation.id for relation in store.about(["b"]).relations.values()] == ["k.reports_to.b"]


def test_sound_admits_what_is_stated_and_not_spoken_against(store: Store) -> None:
    claims = [
        *reports("ab"),
        *reports("ac", "ac", status="implied"),
        *reports("ad"),
        *reports("ad", stance="contradicts", source="2022"),
        *reports("ae", planned="planned"),
        *reports("af", "af"),
        *reports("af", source="2022"),
    ]
    store.load(world(claims))
    assert _up(store, "a", Ties(LINE)) == ["ab", "ac", "ad", "ae", "af"]
    assert _up(store, "a", Ties(LINE, sound=True)) == ["ab", "af"]


def test_a_denied_tie_is_never_walked(store: Store) -> None:
    store.load(world(reports("ab", stance="contradicts")))
    for ties in (Ties(LEADERSHIP), Ties(None)):
        assert _up(store, "a", ties) == []
        assert store.exactly(walk("a", "b", ties), 1).routes == ()


def test_kinds_and_sources_filter_the_ties(store: Store) -> None:
    claims = [
        *reports("ab"),
        say("a", "subgroup_of", "c"),
        *reports("ad", source="2022"),
        *reports("ab", source="2023"),
    ]
    store.load(world(claims))
    assert _up(store, "a", Ties(LINE, kinds=frozenset({"subgroup_of"}))) == ["ac"]
    assert _up(store, "a", Ties(LINE, sources=frozenset({"2022"}))) == ["ad"]
    assert _up(store, "a", Ties(LINE, sources=frozenset({"2022", "2023"}))) == ["ab", "ad"]
    assert _up(store, "a", Ties(LINE, kinds=frozenset({"chairs"}))) == []


def test_roles_filter_the_ties(store: Store) -> None:
    store.load(world([*reports("ab", role="Lead officer"), *reports("ac"), *reports("ad", role="Clerk")]))
    for roles, reached in (({"lead-officer"}, ["ab"]), ({"lead-officer", "clerk"}, ["ab", "ad"]), ({"chair"}, [])):
        ties = Ties(LINE, roles=frozenset(roles))
        assert spelled(store.shortest(walk("a", ties=ties)).routes) == reached
        for target in "bcd":
            found = store.exactly(walk("a", target, ties), 1).routes
            assert spelled(found) == [route for route in reached if route.endswith(target)]


def test_the_same_is_crossed_only_when_asked_in_both_directions_and_softly(store: Store) -> None:
    store.load(world([*reports("ab", "cd"), say("c", "possibly_same_as", "b")]))
    assert _up(store, "a", Ties(LINE)) == ["ab"]
    assert _up(store, "a", Ties(LINE, same=True)) == ["ab", "abc", "abcd"]
    assert _up(store, "a", Ties(LINE, same=True, sound=True)) == ["ab"]
    assert _up(store, "a", Ties(LINE, same=True, kinds=frozenset({"reports_to"}))) == ["ab", "abc", "abcd"]
    assert spelled(store.shortest(walk("c", "b", Ties(LINE, same=True))).routes) == ["cb"]
    assert spelled(store.shortest(walk("b", "c", Ties(LINE, same=True))).routes) == ["bc"]

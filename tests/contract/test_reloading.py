"""A load over another one changes all that has changed, and nothing else."""

from dataclasses import replace

from graph.model import Entity, Source
from graph.store import Store
from tests.worlds import reports, say, spelled, walk, world


def test_what_is_blank_now_was_written_before(store: Store) -> None:
    full = Entity("a", "board", "A", "AA", ("Alpha",), ("x:1",), "a note", {"more": "of it"})
    paper = Source("p", "A paper", "Somebody", "2021", note="a note")
    store.load(world(reports("ab", source="p"), entities=[full], sources=[paper]))
    blank = replace(full, short_name="", aliases=(), identifiers=(), note="", extra={})
    bare = world(reports("ab", source="p"), entities=[blank], sources=[replace(paper, note="", publisher="")])
    assert store.load(bare) is True
    assert store.read() == bare


def test_an_entity_turns_into_one_of_another_kind(store: Store) -> None:
    claims = reports("ab", "bc")
    store.load(world(claims, {"b": "person"}))
    assert spelled(store.shortest(walk("a")).routes) == ["ab"]
    board = world(claims)
    store.load(board)
    assert store.read() == board
    assert spelled(store.shortest(walk("a")).routes) == ["ab", "abc"]


def test_of_two_spells_of_a_tie_one_may_go(store: Store) -> None:
    first = reports("ab", start="2010", end="2012", id="c1")
    second = reports("ab", start="2018", source="2019", id="c2")
    store.load(world([*first, *second]))
    assert len(store.about(["a"]).relations) == 2
    store.load(world(second))
    assert store.read() == world(second)
    assert spelled(store.shortest(walk("a", "b")).routes) == ["ab"]


def test_a_claim_that_turns_round_turns_its_tie_round(store: Store) -> None:
    store.load(world([say("a", "reports_to", "b", id="c1")]))
    turned = world([say("b", "reports_to", "a", id="c1")])
    store.load(turned)
    assert store.read() == turned
    assert store.shortest(walk("a")).routes == ()
    assert spelled(store.shortest(walk("b")).routes) == ["ba"]


def test_whom_a_claim_names_beside_its_ends_changes_with_it(store: Store) -> None:
    tied = [*reports("ab", id="c1"), *reports("vx", "wx")]
    for named in (("v",), ("v", "w"), ("w",), ()):
        store.load(world([replace(tied[0], via=named), *tied[1:]]))
        assert [entity for entity in "abvwx" if store.naming(entity).relations] == list(named)

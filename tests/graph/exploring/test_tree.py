from graph.exploring.surroundings import surroundings
from graph.exploring.tree import Twig, tree_of
from graph.store import Store
from tests.graph.exploring.views import at_first
from tests.worlds import say, world


def named(twig: Twig) -> list[object]:
    return [twig.entity, *((bunch.heading, [named(inner) for inner in bunch.twigs]) for bunch in twig.bunches)]


def test_each_stands_once_under_the_opening_that_brought_it(store: Store) -> None:
    store.load(
        world(
            [
                say("a", "reports_to", "b"),
                say("b", "reports_to", "c"),
                say("a", "reports_to", "c"),
                say("m", "member_of", "a"),
            ]
        )
    )
    tree = tree_of(surroundings(store, at_first("a").toggled("b", "up")))
    assert named(tree) == ["a", ("Answers to", [["b"], ["c"]]), ("Members and seats", [["m"]])]
    assert tree.relation is None
    first = tree.bunches[0].twigs[0].relation
    assert first is not None
    assert (first.lower, first.upper) == ("a", "b")


def test_the_strongest_tie_stands_for_all(store: Store) -> None:
    store.load(world([say("b", "chairs", "a"), say("a", "reports_to", "b")]))
    tie = tree_of(surroundings(store, at_first("a"))).bunches[0].twigs[0].relation
    assert tie is not None
    assert tie.kind == "reports_to"


def test_folded_groups_stand_where_their_members_would(store: Store) -> None:
    names = [f"m{number:03}" for number in range(70)]
    store.load(world([say(name, "member_of", "hub") for name in names], kinds=dict.fromkeys(names, "charity")))
    bunch = tree_of(surroundings(store, at_first("hub"))).bunches[0]
    assert bunch.twigs == ()
    assert [len(fold.members) for fold in bunch.folds] == [70]

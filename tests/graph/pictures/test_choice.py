from graph.kinds import vocabulary
from graph.pictures.choice import chosen
from graph.pictures.links import links_of
from graph.pictures.marks import Link
from tests.worlds import reports, world


def links(*pairs: str) -> tuple[Link, ...]:
    return links_of(world(reports(*pairs)).relations.values(), vocabulary())


def test_all_where_there_is_room() -> None:
    assert chosen("abc", links("ab"), (), 3) == set("abc")


def test_the_nearest_to_the_focus() -> None:
    assert chosen("abcde", links("ab", "bc", "cd", "de"), ("e",), 3) == set("cde")


def test_the_best_tied_stands_for_the_focus() -> None:
    assert chosen("abcdx", links("ax", "bx", "cx"), (), 2) == set("ax")

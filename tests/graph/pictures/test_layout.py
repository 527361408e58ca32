import random
from itertools import pairwise

from graph.pictures.layout import layout
from graph.pictures.marks import Point
from graph.pictures.wires import Placement, Size, Wire

BOX = Size(200, 60)


def wire(tail: str, head: str, trunk: str = "line", ranks: bool = True, word: str = "reports to") -> Wire:
    return Wire(f"{tail} {head}", tail, head, ranks, True, trunk, word, Size(60, 15))


def placed(*wires: Wire) -> Placement:
    return layout({end: BOX for wire in wires for end in (wire.tail, wire.head)}, wires)


def upright(placement: Placement) -> bool:
    """Whether every line runs straight down or straight across."""
    return all(
        start.x == end.x or start.y == end.y for path in placement.paths.values() for start, end in pairwise(path)
    )


def test_nothing() -> None:
    assert layout({}, []) == Placement({}, {}, {}, {}, Size(0, 0))


def test_a_chain_is_one_straight_line() -> None:
    placement = placed(wire("a", "b"), wire("b", "c"))
    assert {point.x for path in placement.paths.values() for point in path} == {100}
    assert placement.corners["c"] == Point(0, 0)
    assert placement.size.width == 200


def test_lines_of_one_sort_into_a_box_end_together() -> None:
    placement = placed(wire("a", "h"), wire("b", "h"), wire("c", "h", "oversight"))
    ends = [placement.paths[key][-1] for key in ("a h", "b h", "c h")]
    assert ends[0] == ends[1]
    assert ends[0].x != ends[2].x
    assert upright(placement)


def test_lines_of_one_sort_out_of_a_box_start_together_with_one_label() -> None:
    placement = placed(*(wire("low", high) for high in "abcd"))
    assert len({placement.paths[f"low {high}"][0] for high in "abcd"}) == 1
    assert len(placement.labels) == 1


def test_they_do_not_where_another_box_shares_an_upper_one() -> None:
    placement = placed(wire("x", "a"), wire("x", "b"), wire("y", "a"), wire("y", "b"))
    assert placement.paths["x a"][0] != placement.paths["x b"][0]
    assert len(placement.labels) == 4


def test_what_is_paid_out_and_what_is_paid_in_are_apart() -> None:
    paid_out = Wire("h a", "h", "a", False, False, "money", "", Size(0, 0))
    paid_in = Wire("b h", "b", "h", False, False, "money", "", Size(0, 0))
    placement = placed(wire("a", "h"), wire("b", "h"), paid_out, paid_in)
    assert placement.paths["h a"][0] != placement.paths["b h"][-1]


def test_boxes_of_one_row_that_cannot_stand_one_above_the_other_are_joined_over_it() -> None:
    placement = placed(wire("a", "h"), wire("b", "h"), wire("a", "b", "work", ranks=False))
    path = placement.paths["a b"]
    assert len(path) == 4
    assert path[1].y == path[2].y < path[0].y == path[3].y


def test_labels_widen_a_box() -> None:
    placement = placed(*(wire("low", f"h{number}", "line", True, f"word {number}") for number in range(6)))
    assert placement.sizes["low"].width >= 6 * 60


def test_a_box_that_is_given_something_below_stays_in_its_place_among_the_others() -> None:
    wires = [wire(name, "top") for name in "abcdefg"]
    before = placed(*wires).corners
    after = placed(*wires, wire("new", "b")).corners
    assert sorted(before, key=lambda name: (before[name].y, before[name].x)) == [
        name for name in sorted(after, key=lambda name: (after[name].y, after[name].x)) if name != "new"
    ]


def test_the_order_begins_at_the_focus_and_else_at_the_box_with_most_lines() -> None:
    wires = [wire("b", "hub"), wire("c", "hub"), wire("d", "hub")]
    before = layout(dict.fromkeys(("b", "c", "d", "hub"), BOX), wires).corners
    more = [*wires, wire("d", "an-earlier-top")]
    after = layout(dict.fromkeys(("b", "c", "d", "hub", "an-earlier-top"), BOX), more, {"hub"}).corners
    assert before["b"].x < before["c"].x < before["d"].x
    assert after["b"].x < after["c"].x < after["d"].x


def test_any_order_gives_the_same() -> None:
    dice = random.Random(1)
    wires = [wire(f"e{number}", f"e{dice.randrange(number)}") for number in range(1, 30)]
    sizes = {f"e{number}": BOX for number in range(30)}
    first = layout(sizes, wires)
    dice.shuffle(wires)
    assert layout(dict(reversed(sizes.items())), wires) == first

from graph.pictures.ranks import rows_of
from graph.pictures.wires import Size, Wire


def wire(tail: str, head: str, ranks: bool = True, climbs: bool = True) -> Wire:
    return Wire(f"{tail} {head}", tail, head, ranks, climbs, "line", "", Size(0, 0))


def test_a_chain_goes_down() -> None:
    assert rows_of("abc", [wire("a", "b"), wire("b", "c")], 5) == {"c": 0, "b": 1, "a": 2}


def test_a_top_stands_next_to_what_is_below_it() -> None:
    rows = rows_of("abcd", [wire("a", "b"), wire("b", "c"), wire("a", "d")], 5)
    assert rows == {"c": 0, "b": 1, "d": 1, "a": 2}


def test_a_circle_is_broken_the_same_way_in_any_order() -> None:
    wires = [wire("a", "b"), wire("b", "c"), wire("c", "a")]
    assert rows_of("abc", wires, 5) == rows_of("cba", list(reversed(wires)), 5) == {"c": 0, "b": 1, "a": 2}


def test_other_ties_do_not_reorder_those_who_answer() -> None:
    assert rows_of("ab", [wire("a", "b"), wire("b", "a", ranks=False)], 5) == {"b": 0, "a": 1}


def test_other_ties_place_what_answers_to_nobody() -> None:
    rows = rows_of("abmf", [wire("a", "b"), wire("m", "b", ranks=False), wire("f", "a", ranks=False, climbs=False)], 5)
    assert rows["m"] == rows["b"] + 1
    assert rows["f"] < rows["a"]


def test_a_wide_row_is_split_evenly() -> None:
    names = [f"m{number:02}" for number in range(12)]
    rows = rows_of([*names, "hub"], [wire(name, "hub") for name in names], 5)
    assert [list(rows.values()).count(row) for row in range(4)] == [1, 4, 4, 4]


def test_what_has_no_tie_comes_last() -> None:
    assert rows_of("abx", [wire("a", "b")], 5)["x"] == 2

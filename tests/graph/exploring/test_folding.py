from graph.exploring.folding import fitted
from graph.exploring.view import Opening, View

DOWN = Opening("top", "down")
FOUND = {"top": None} | {f"b{number}": DOWN for number in range(6)} | {f"g{number}": DOWN for number in range(4)}
KINDS = {name: {"b": "board", "g": "group"}.get(name[0], "board") for name in FOUND}
VIEW = View("top", frozenset({DOWN}))


def test_what_fits_stands_alone() -> None:
    choice = fitted(FOUND, KINDS, VIEW, (), 11)
    assert choice.shown == tuple(FOUND)
    assert choice.folds == ()
    assert choice.left_out == ()


def test_the_largest_group_is_folded_first() -> None:
    choice = fitted(FOUND, KINDS, VIEW, (), 10)
    assert [(fold.key, len(fold.members)) for fold in choice.folds] == [("top:down:board", 6)]
    assert choice.shown == ("top", "g0", "g1", "g2", "g3")


def test_all_that_can_be_is_folded_where_there_is_little_room() -> None:
    choice = fitted(FOUND, KINDS, VIEW, (), 3)
    assert [fold.key for fold in choice.folds] == ["top:down:board", "top:down:group"]
    assert choice.shown == ("top",)


def test_what_was_asked_for_one_by_one_is_not_folded() -> None:
    choice = fitted(FOUND, KINDS, VIEW.showing("top:down:board"), (), 10)
    assert [fold.key for fold in choice.folds] == ["top:down:group"]
    assert [fold.key for fold in choice.unfolded] == ["top:down:board"]
    assert "b5" in choice.shown


def test_what_is_opened_or_kept_is_not_folded() -> None:
    choice = fitted(FOUND, KINDS, VIEW.toggled("b1", "members"), ("b2",), 8)
    assert choice.folds[0].members == ("b0", "b3", "b4", "b5")
    assert {"b1", "b2"} <= set(choice.shown)


def test_where_kinds_are_not_enough_all_that_one_opening_has_brought_is_one_box() -> None:
    choice = fitted(FOUND, KINDS, VIEW, (), 2)
    assert [(fold.key, len(fold.members)) for fold in choice.folds] == [("top:down:", 10)]
    assert choice.shown == ("top",)
    assert choice.left_out == ()


def test_kinds_that_are_too_few_to_be_folded_alone_are_folded_together() -> None:
    found = {"top": None, "a": DOWN, "b": DOWN, "c": DOWN, "d": DOWN}
    kinds = {"top": "board", "a": "board", "b": "group", "c": "person", "d": "post"}
    choice = fitted(found, kinds, VIEW, (), 3)
    assert [(fold.key, fold.members) for fold in choice.folds] == [("top:down:", ("a", "b", "c", "d"))]
    assert choice.shown == ("top",)


def test_what_was_asked_for_one_by_one_from_a_box_of_all_is_not_folded_by_kind() -> None:
    choice = fitted(FOUND, KINDS, VIEW.showing("top:down:"), (), 3)
    assert choice.folds == ()
    assert [fold.key for fold in choice.unfolded] == ["top:down:"]
    assert len(choice.left_out) == 8


def test_two_are_never_folded_and_the_last_found_are_left_out() -> None:
    found = {"top": None, "a": DOWN, "b": DOWN}
    choice = fitted(found, dict.fromkeys(found, "board"), VIEW, (), 2)
    assert choice.shown == ("top", "a")
    assert choice.left_out == ("b",)

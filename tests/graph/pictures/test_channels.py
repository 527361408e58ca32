from graph.pictures.channels import Net, levels_of


def test_straight_lines_need_no_level() -> None:
    assert levels_of({"a": Net({10}, {10})}) == {}


def test_lines_that_do_not_meet_share_a_level() -> None:
    assert levels_of({"a": Net({0}, {50}), "b": Net({100}, {150})}) == {"a": 0, "b": 0}


def test_lines_that_meet_do_not() -> None:
    levels = levels_of({"a": Net({0}, {100}), "b": Net({50}, {150})})
    assert levels["a"] != levels["b"]


def test_no_line_lies_on_another() -> None:
    # The one that comes from above at 50 must run above the one that goes down at 50.
    assert levels_of({"a": Net({0}, {50}), "b": Net({50}, {100})}) == {"a": 1, "b": 0}

"""The time that one question has."""

from itertools import count

import pytest

from graph.queries.clock import EVERY, Clock


def test_a_loop_goes_on_while_there_is_time() -> None:
    clock = Clock(60.0)
    assert list(clock.within(range(3 * EVERY + 1))) == list(range(3 * EVERY + 1))
    assert not clock.ran_out
    assert 59 < clock.left <= 60


def test_a_loop_ends_when_the_time_is_up_and_it_is_noted() -> None:
    clock = Clock(1e-9)
    assert list(clock.within([1, 2])) == []
    assert clock.ran_out
    assert clock.left == 0


def test_what_is_at_hand_when_the_time_is_up_is_whole_only_where_nothing_is_left() -> None:
    clock = Clock(1e-9)
    assert list(clock.within([])) == []
    assert not clock.ran_out


def test_a_loop_looks_at_the_clock_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = count()
    monkeypatch.setattr("graph.queries.clock.monotonic", lambda: next(ticks))
    clock = Clock(2.0)
    assert list(clock.within(range(5 * EVERY))) == list(range(2 * EVERY))
    assert clock.ran_out


def test_what_cannot_be_stopped_is_not_begun_without_the_time_for_it() -> None:
    clock = Clock(60.0)
    assert not clock.lacks(50.0)
    assert clock.lacks(70.0)
    assert clock.ran_out

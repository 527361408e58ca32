from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.pictures.spread import spread

PLACES = st.lists(st.floats(-1000, 1000), max_size=12)


def test_what_is_far_apart_stays() -> None:
    assert spread([0, 50, 100], [10, 10]) == [0, 50, 100]
    assert spread([], []) == []


def test_what_is_too_near_is_pushed_apart_evenly() -> None:
    assert spread([0, 0], [10]) == [-5, 5]
    assert spread([0, 0], [10], weights=[1e9, 1])[0] > -0.001


@given(PLACES, st.floats(1, 50))
def test_gaps_are_kept(wanted: list[float], gap: float) -> None:
    places = spread(wanted, [gap] * len(wanted))
    assert all(right - left >= gap - 1e-6 for left, right in pairwise(places))


@given(PLACES, st.floats(1, 50))
def test_places_stay_within_where_there_is_room(wanted: list[float], gap: float) -> None:
    places = spread(wanted, [gap] * len(wanted), within=(0, 700))
    assert all(-1e-6 <= place <= 700 + 1e-6 for place in places)

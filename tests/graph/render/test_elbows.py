import math

import pytest

from graph.pictures.marks import Point
from graph.render.elbows import MOST_CORNERS, WHOLE, Elbow, elbow_of


def drawn(elbow: Elbow) -> list[tuple[float, float]]:
    """The corners of a connector as the file format defines its preset, mirrored and then turned."""
    width, height = elbow.width, elbow.height
    parts = [part / WHOLE for part in elbow.adjustments]
    corners: list[tuple[float, float]] = []
    if len(parts) == 1:
        corners = [(parts[0] * width, 0.0), (parts[0] * width, height)]
    elif parts:
        first, across, last = parts[0] * width, parts[1] * height, parts[2] * width
        corners = [(first, 0.0), (first, across), (last, across), (last, height)]
    turn = math.radians(elbow.turn / 60_000)
    found = []
    for corner in [(0.0, 0.0), *corners, (width, height)]:
        x = (corner[0] - width / 2) * (-1 if elbow.flip_h else 1)
        y = (corner[1] - height / 2) * (-1 if elbow.flip_v else 1)
        found.append(
            (
                elbow.left + width / 2 + x * math.cos(turn) - y * math.sin(turn),
                elbow.top + height / 2 + x * math.sin(turn) + y * math.cos(turn),
            )
        )
    return found


@pytest.mark.parametrize("down", [1, -1])
@pytest.mark.parametrize("right", [1, -1])
@pytest.mark.parametrize(
    "steps",
    [
        [(0, 0), (0, 90)],
        [(0, 0), (0, 30), (50, 30), (50, 80)],
        [(0, 0), (0, 30), (300, 30), (300, 80)],
        [(0, 0), (0, 30), (90, 30), (90, 80), (20, 80), (20, 120)],
        [(0, 0), (0, 30), (-40, 30), (-40, 80), (20, 80), (20, 120)],
    ],
)
def test_a_connector_goes_through_the_corners_of_its_line(steps: list[tuple[int, int]], down: int, right: int) -> None:
    corners = [Point(100 + right * x, 200 + down * y) for x, y in steps]
    for found, corner in zip(drawn(elbow_of(corners)), corners, strict=True):
        assert found == pytest.approx((corner.x, corner.y), abs=0.01)


def test_bends_between_two_ends_in_one_column_are_kept_to_a_hair() -> None:
    corners = [Point(*at) for at in [(5, 0), (5, 20), (60, 20), (60, 50), (5, 50), (5, 90)]]
    for found, corner in zip(drawn(elbow_of(corners)), corners, strict=True):
        assert found == pytest.approx((corner.x, corner.y), abs=1.01)


def test_more_bends_than_a_connector_has_are_made_simpler() -> None:
    corners = [Point(*at) for at in [(0, 0), (0, 10), (50, 10), (50, 20), (80, 20), (80, 90), (20, 90), (20, 99)]]
    found = drawn(elbow_of(corners))
    assert len(found) == MOST_CORNERS
    assert found[0] == pytest.approx((0, 0))
    assert found[-1] == pytest.approx((20, 99))
    assert found[2][0] == pytest.approx(80)

import random
from functools import partial

from graph.pictures.exchanging import exchanged


def plainly(row: list[int], wished: set[tuple[int, int]], rounds: int) -> list[int]:
    """What passes over all neighbours make of it."""
    row = list(row)
    for _ in range(rounds):
        for left in range(len(row) - 1):
            if (row[left], row[left + 1]) in wished:
                row[left], row[left + 1] = row[left + 1], row[left]
    return row


def _is_wished(wished: set[tuple[int, int]], one: int, other: int) -> bool:
    return (one, other) in wished


def test_neighbours_change_places_as_in_passes_over_all_of_them() -> None:
    dice = random.Random(5)
    for _ in range(300):
        row = list(range(dice.randrange(9)))
        wished = {dice.choice(((one, other), (other, one))) for one in row for other in row[:one]}
        wished = {pair for pair in wished if dice.random() < 0.7}
        for rounds in (1, 2, len(row)):
            assert exchanged(row, partial(_is_wished, wished), rounds) == plainly(row, wished, rounds)


def test_one_that_moves_far_is_compared_once_with_each_that_it_passes() -> None:
    asked: list[tuple[int, int]] = []

    def better(one: int, other: int) -> bool:
        asked.append((one, other))
        return one > other

    row = [100, *range(100)]
    assert exchanged(row, better, len(row)) == list(range(101))
    assert len(asked) < 2 * len(row)

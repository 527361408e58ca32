import pytest

from graph.exploring.doors import door_words
from graph.exploring.surroundings import Door


@pytest.mark.parametrize(
    ("door", "words"),
    [
        (Door("a", "up", open=False, more=1), "+ 1 above"),
        (Door("a", "down", open=False, more=9), "+ 9 below"),
        (Door("a", "members", open=False, more=12, has_members=True), "+ 12 members"),
        (Door("a", "members", open=False, more=1, has_members=True), "+ 1 member"),
        (Door("a", "members", open=False, more=2, has_seats=True), "+ 2 seats"),
        (Door("a", "members", open=False, more=3, has_members=True, has_seats=True), "+ 3 seats"),
        (Door("a", "money", open=False, more=3), "+ 3 by money"),
        (Door("a", "ties", open=False, more=1), "+ 1 other"),
        (Door("a", "ties", open=False, more=39), "+ 39 others"),
        (Door("a", "members", open=True, more=0, has_members=True), "\N{MINUS SIGN} members"),
        (Door("a", "up", open=True, more=0), "\N{MINUS SIGN} above"),
    ],
)
def test_a_door_says_how_many_it_leads_to(door: Door, words: str) -> None:
    assert door_words(door) == words

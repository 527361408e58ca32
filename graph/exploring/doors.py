"""The openings of an entity in words, with how many entities they lead to."""

from graph.exploring.surroundings import Door

_NOUNS = {"up": ("above", "above"), "down": ("below", "below"), "money": ("by money", "by money")}
GROUPS = {
    "up": "whom it answers to",
    "down": "who answer to it",
    "members": "members or seats",
    "money": "tied to it by money",
    "ties": "with other ties",
}
"""What entities of several kinds are called together, after their number, by the opening that brought them."""
HEADINGS = {
    "up": "Answers to",
    "down": "Who answers to it",
    "members": "Members and seats",
    "money": "Money",
    "ties": "Other ties",
}
"""What stands above the entities that an opening leads to."""


def door_words(door: Door) -> str:
    """What the opening shows: "+ 12 members"; of an open one, after a minus, what it takes away."""
    return f"\N{MINUS SIGN} {_noun(door, 2)}" if door.open else f"+ {door.more} {_noun(door, door.more)}"


def _noun(door: Door, number: int) -> str:
    if door.direction == "members":
        noun = {(True, False): "member", (False, True): "seat"}.get((door.has_members, door.has_seats), "seat")
        return noun if number == 1 else f"{noun}s"
    one, many = _NOUNS.get(door.direction, ("other", "others"))
    return one if number == 1 else many

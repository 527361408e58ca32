"""How much a document holds: nobody can ask for a picture of everything."""

from graph.errors import TooLarge
from graph.pictures.scene import Scene

MOST_BOXES = 100
"""Spread over slides or pages; with more it is a catalogue, which nobody reads as a picture."""


def must_fit(scene: Scene) -> None:
    """Nothing, where a document can hold the scene.

    :raises TooLarge: when it has more than `MOST_BOXES` boxes; the message says how to ask for less.
    """
    if len(scene.boxes) > MOST_BOXES:
        raise TooLarge(
            f"The picture would have {len(scene.boxes)} boxes, and a document holds at most {MOST_BOXES}. "
            "Ask for less: one day (--at), one kind of tie (--kind), fewer steps (--steps), or about one body."
        )

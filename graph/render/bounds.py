"""How much a document holds: nobody can ask for a picture of everything."""

from graph.errors import TooLarge
from graph.pictures.scene import Scene
from graph.render.brief import Brief

MOST_BOXES = 100
"""Spread over slides or pages; with more it is a catalogue, which nobody reads as a picture."""
MOST_LINES = 3_000
"""Sentences, rows of tables and places of sources together; with more it is a register, which nobody reads on paper.

To set so many takes some five seconds and 500 MB of memory.
"""
_LESS = "Ask for less: one day (--at), one kind of tie (--kind), fewer steps (--steps), or about one body"


def too_many(boxes: int) -> str:
    """Why no document can hold a picture of so many boxes, and how to ask for less; empty where one can."""
    if boxes <= MOST_BOXES:
        return ""
    return f"The picture would have {boxes} boxes, and a document holds at most {MOST_BOXES}. {_LESS}."


def must_fit(scene: Scene) -> None:
    """Nothing, where a document can hold the scene.

    :raises TooLarge: when it has more than `MOST_BOXES` boxes; the message says how to ask for less.
    """
    if why := too_many(len(scene.boxes)):
        raise TooLarge(why)


def must_be_readable(brief: Brief) -> None:
    """Nothing, where a paper can hold the words.

    :raises TooLarge: when they have more than `MOST_LINES` lines; the message says how to ask for less.
    """
    lines = sum(len(section.statements) for section in brief.sections)
    lines += sum(len(sheet.rows) for sheet in brief.sheets)
    lines += sum(len(document.places) for document in brief.documents)
    if lines > MOST_LINES:
        raise TooLarge(
            f"The paper would have {lines:,} sentences, rows and places, and a paper holds at most {MOST_LINES:,}. "
            f"{_LESS}; or take the tables alone, as .xlsx or .csv."
        )

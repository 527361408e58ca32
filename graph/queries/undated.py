"""Ties without any day: they are in no route on a day, so the answer mentions them apart."""

from collections.abc import Collection

from graph.answers import Connection
from graph.queries.frame import Frame
from graph.queries.views import connection_of
from graph.spans import ANY_DAY
from graph.walks import When

NOTE = "undated: no day is known for this tie, so it is in no route on a day"


def undated_ties(frame: Frame, reached: Collection[str], but: Collection[str] = ()) -> tuple[Connection, ...]:
    """Undated ties of the lens that would lead on from what was reached, by id, without the relations `but`.

    None where no day was asked about.
    """
    if frame.window == ANY_DAY:
        return ()
    part = frame.reading.around(reached)
    ties = frame.ties(When.ALWAYS)
    return tuple(
        connection_of((relation.lower, relation.upper), [[relation]], part, NOTE)
        for relation in part.relations.values()
        if relation.lower
        and relation.id not in but
        and (relation.upper if frame.ask == "down" else relation.lower) in reached
        and not relation.dated
        and ties.admits(relation)
    )

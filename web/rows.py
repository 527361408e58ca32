"""The steps of an answer as rows of one table, each tie once however many routes share it."""

from dataclasses import dataclass

from graph.answers import Answer
from graph.told import Tie


@dataclass(frozen=True, slots=True)
class Row:
    """One tie: from whom, to whom, and in which routes (numbers from 1; empty for other ties)."""

    from_id: str
    from_name: str
    to_id: str
    to_name: str
    tie: Tie
    routes: tuple[int, ...]


def told_once(answer: Answer) -> tuple[Row, ...]:
    """Every tie of the routes, then of the other ties, in the order in which they are first told."""
    first: dict[str, Row] = {}
    routes: dict[str, dict[int, None]] = {}
    chains = [(number, route.steps) for number, route in enumerate(answer.routes, start=1)]
    chains += [(0, connection.steps) for connection in answer.ties]
    for number, steps in chains:
        for step in steps:
            for tie in step.relations:
                first.setdefault(tie.id, Row(step.from_id, step.from_name, step.to_id, step.to_name, tie, ()))
                routes.setdefault(tie.id, {})
                if number:
                    routes[tie.id][number] = None
    return tuple(
        Row(row.from_id, row.from_name, row.to_id, row.to_name, row.tie, tuple(routes[key]))
        for key, row in first.items()
    )

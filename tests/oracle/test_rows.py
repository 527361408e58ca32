"""The questions with rows against the oracle, row by row."""

from functools import partial
from random import Random

import pytest
from hypothesis import given, note

from graph.derive import derive
from graph.queries.ask import ask
from graph.stores import open_store
from tests.oracle.questions import DAYS, PERIODS, Query, turning_days
from tests.oracle.row_answers import reply_in_rows, told_in_rows, told_wrongly
from tests.oracle.row_questions import NAMES, asking_rows
from tests.oracle.row_worlds import row_worlds
from tests.oracle.rows import in_order
from tests.oracle.worlds import World, compared, seeds


def compare(world: World, query: Query) -> None:
    graph = derive(*world)
    with open_store("networkx://") as store:
        store.load(graph)
        answer = ask(store, query.name, query.subject, query.object, query.options)
    assert in_order(told_in_rows(answer)) == in_order(reply_in_rows(query, graph))
    assert told_wrongly(answer, query, graph) == []


def check(world: World, query: Query) -> None:
    note(str(query))
    compared(world, partial(compare, query=query))


@pytest.mark.parametrize("question", NAMES)
@given(row_worlds, seeds)
def test_rows(question: str, world: World, random: Random) -> None:
    days = turning_days(random, derive(*world))
    check(world, asking_rows(random, world, question, (*DAYS, *PERIODS, *days)))

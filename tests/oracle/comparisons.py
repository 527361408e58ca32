"""What is compared after a load: what stores hold, how they walk, and the answers of every question.

They are compared store with store, and where there is an oracle of the question with that.
"""

from functools import partial
from random import Random

from graph import codec
from graph.model import Strength
from graph.subgraph import Subgraph
from graph.walks import Ties, Walk
from tests.oracle import tellers
from tests.oracle.odd_questions import asking_oddly
from tests.oracle.questions import DAYS, PERIODS, Query, asking, reply_to, told, turning_days, wanted
from tests.oracle.row_answers import reply_in_rows, told_in_rows, told_wrongly
from tests.oracle.row_questions import NAMES, asking_rows
from tests.oracle.row_worlds import ROW_KINDS
from tests.oracle.rows import in_order
from tests.oracle.together import Together
from tests.oracle.worlds import World

CHAINS = ("between", "up", "down")
QUESTIONS = ("between", *CHAINS, *NAMES, *NAMES)
"""All there are, most of them twice: they are asked with ever other filters."""
WITHIN = 0.6
"""How many walks are between two of whom one answers to the other."""


def held(stores: Together, graph: Subgraph, random: Random) -> None:
    """Every store holds the graph, and tells the same parts of it."""
    stores.equal(tellers.held, (codec.encode(graph), tellers.in_order(graph)))
    stores.equal(tellers.listed, (list(graph.entities.values()), list(graph.sources.values())))
    some = random.sample([*graph.entities], random.randint(1, len(graph.entities)))
    for among in (False, True):
        for ids in (some, [*graph.entities], ["nobody"]):
            touching = stores.alike(partial(tellers.about, ids=ids, among=among))
            assert [key for key, _ in touching["relations"]] == tellers.touching(graph, set(ids), among)
    for source in (*graph.sources, "nobody"):
        said = stores.alike(partial(tellers.said_by, source=source))
        assert [key for key, _ in said["relations"]] == tellers.resting_on(graph, source)
    for entity in (*some, "nobody"):
        naming = stores.alike(partial(tellers.naming, entity=entity))
        assert [key for key, _ in naming["relations"]] == tellers.named_in(graph, entity)
    kinds = random.sample(ROW_KINDS, 4)
    such = stores.alike(partial(tellers.of_kinds, kinds=kinds))
    assert [key for key, _ in such["relations"]] == tellers.such(graph, kinds)
    for lens in (None, *Strength):
        stores.alike(partial(tellers.days, ties=Ties(lens), most=64))


def question(stores: Together, graph: Subgraph, world: World, random: Random, name: str) -> None:
    """Every store gives the same whole answer, and the oracle says so too."""
    chain = name in CHAINS
    at = (*DAYS, *PERIODS, *turning_days(random, graph))
    query = asking(random, world, name, ("", *at)) if chain else asking_rows(random, world, name, at)
    answer = stores.alike(partial(tellers.answer, query=query))
    if chain:
        reply = reply_to(query, graph)
        assert told(answer) == wanted(reply), query
        assert answer.verdict == reply.verdict, query
        assert reply.open or (answer.truncated or "") in (reply.cut or {""}), query
    else:
        assert in_order(told_in_rows(answer)) == in_order(reply_in_rows(query, graph)), query
        assert told_wrongly(answer, query, graph) == [], query
        assert answer.truncated is None, query
    found = bool(answer.routes or answer.rows)
    stores.tally.asked(name, found=found, stores=len(stores.stores) - 1, oracle=3)


def oddly(stores: Together, world: World, random: Random) -> None:
    """Every store answers, or refuses with the same words, what is asked clumsily or cannot be asked."""
    query: Query = asking_oddly(random, world)
    said = stores.alike(partial(tellers.answered_or_refused, query=query))
    stores.tally.add("refused with the same words" if isinstance(said, str) else "answered as typed")


def walks(stores: Together, graph: Subgraph, random: Random, number: int) -> None:
    """Every store finds the same routes, in the same order, cut in the same way."""
    answering = [(one.lower, one.upper) for one in graph.relations.values() if one.lower]
    for _ in range(number):
        ties = tellers.ties(random, (*DAYS, *turning_days(random, graph), *turning_days(random, graph)))
        down = random.random() < 0.5
        start, end = random.sample([*graph.entities, "nobody"], 2)
        if answering and random.random() < WITHIN:
            start, end = random.choice(answering)[:: -1 if down else 1]
        walk = Walk(
            ties,
            start,
            random.choice((end, end, "")),
            down=down,
            hops=random.choice((12, 2, 1)),
            through=random.choice((frozenset(), frozenset(), frozenset({"body", "board", "unit"}))),
            most=random.choice((1000, 3, 1)),
        )
        stores.alike(partial(tellers.found, walk=walk))
        if walk.end:
            stores.alike(partial(tellers.found, walk=walk, steps=random.randint(1, 4)))
        stores.alike(partial(tellers.days, ties=ties, most=random.choice((64, 2))))
        stores.tally.add("walks")

"""A program: edits of a small world, loads of it into several stores at once, and questions to all of them.

After each load what every store holds is compared with what was loaded, and every answer with those of the other stores
and of the oracle. `tally` counts.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from random import Random
from typing import TypeVar

import pytest
from hypothesis import note
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from graph import codec
from graph.derive import derive
from graph.errors import StoreUnavailable
from graph.model import Strength
from graph.store import Store
from graph.stores import neo4j_loading
from graph.subgraph import Subgraph
from graph.walks import Ties, Walk
from tests.contract.test_loading import broken
from tests.oracle import edits, tellers
from tests.oracle.questions import DAYS, PERIODS, asking, reply_to, told, wanted
from tests.oracle.worlds import World, answering_worlds, seeds

STEPS = 15
QUESTIONS = ("between", "between", "up", "down")
UNLOADED = 4
"""How many edits may wait for a load."""

Opener = Callable[[], Store]
T = TypeVar("T")


class Program(RuleBasedStateMachine):
    """Edits of a world, and what is loaded of it into several stores at once."""

    def __init__(self, openers: Mapping[str, Opener], tally: Counter[str]) -> None:
        super().__init__()
        self.openers = openers
        self.tally = tally
        self.stores = {name: opener() for name, opener in openers.items()}
        self.draft: World = ([], [], [])
        self.loaded: World = self.draft
        self.graph = Subgraph()
        self.waiting = 0
        tally["programs"] += 1

    def teardown(self) -> None:
        for store in self.stores.values():
            store.close()

    # Edits.

    @initialize(world=answering_worlds, random=seeds)
    def begin(self, world: World, random: Random) -> None:
        self.draft = world
        self.load_draft(random)

    @precondition(lambda self: self.waiting < UNLOADED)
    @rule(random=seeds)
    def add_a_claim(self, random: Random) -> None:
        self.edit(edits.add, random)

    @precondition(lambda self: self.waiting < UNLOADED)
    @rule(random=seeds)
    def revise_a_claim(self, random: Random) -> None:
        self.edit(edits.revise, random)

    @precondition(lambda self: self.waiting < UNLOADED)
    @rule(random=seeds)
    def turn_a_claim_round(self, random: Random) -> None:
        self.edit(edits.turn_round, random)

    @precondition(lambda self: self.waiting < UNLOADED)
    @rule(random=seeds)
    def end_a_relation(self, random: Random) -> None:
        self.edit(edits.end, random)

    @precondition(lambda self: self.waiting < UNLOADED)
    @rule(random=seeds)
    def retract_a_claim(self, random: Random) -> None:
        self.edit(edits.retract, random)

    @precondition(lambda self: self.waiting < UNLOADED)
    @rule(random=seeds)
    def add_an_entity(self, random: Random) -> None:
        self.edit(edits.join, random)

    @precondition(lambda self: self.waiting < UNLOADED)
    @rule(random=seeds)
    def rename_an_entity(self, random: Random) -> None:
        self.edit(edits.rename, random)

    @precondition(lambda self: self.waiting < UNLOADED)
    @rule(random=seeds)
    def remove_an_entity(self, random: Random) -> None:
        self.edit(edits.leave, random)

    @precondition(lambda self: self.waiting < UNLOADED)
    @rule(random=seeds)
    def date_a_source_anew(self, random: Random) -> None:
        self.edit(edits.redate, random)

    def edit(self, change: edits.Edit, random: Random) -> None:
        self.draft = change(random, self.draft)
        self.waiting += 1
        self.tally["steps"] += 1

    # Loads.

    @precondition(lambda self: self.waiting)
    @rule(random=seeds)
    def load(self, random: Random) -> None:
        self.load_draft(random)

    @precondition(lambda self: self.waiting)
    @rule(random=seeds)
    def load_beside(self, random: Random) -> None:
        """As a graph is loaded that is too large for one transaction."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(neo4j_loading, "SMALL", 0)
            self.load_draft(random)

    @precondition(lambda self: not self.waiting)
    @rule(random=seeds)
    def load_again(self, random: Random) -> None:
        self.tally["steps"] += 1
        self.tally["loads"] += 1
        self.equal(partial(tellers.load, graph=self.graph), False)
        self.compare_what_is_held(random)

    @rule()
    def load_nothing(self) -> None:
        """And then what was there before: every record is taken away and written anew."""
        self.tally["loads"] += 2
        self.tally["steps"] += 1
        held = self.graph
        for graph in (Subgraph(), held):
            self.equal(partial(tellers.load, graph=graph), held != Subgraph())
            self.equal(tellers.held, (codec.encode(graph), tellers.in_order(graph)))

    @rule()
    def load_what_cannot_be_kept(self) -> None:
        self.tally["loads"] += 1
        self.tally["steps"] += 1
        for store in self.stores.values():
            with suppress(TypeError, ValueError, StoreUnavailable):
                store.load(broken())
                raise AssertionError("What cannot be kept was loaded.")
        self.equal(tellers.held, (codec.encode(self.graph), tellers.in_order(self.graph)))

    @rule()
    def open_anew(self) -> None:
        self.tally["steps"] += 1
        for name, opener in self.openers.items():
            if name != "memory":
                self.stores[name].close()
                self.stores[name] = opener()

    def load_draft(self, random: Random) -> None:
        self.tally["steps"] += 1
        self.tally["loads"] += 1
        before, self.graph = codec.encode(self.graph), derive(*self.draft)
        self.loaded, self.waiting = self.draft, 0
        note(str(self.loaded))
        self.equal(partial(tellers.load, graph=self.graph), codec.encode(self.graph) != before)
        self.compare_what_is_held(random)
        self.compare_answers(random, random.choices(QUESTIONS, k=2))
        self.compare_walks(random, 1)

    # Questions.

    @precondition(lambda self: not self.waiting)
    @rule(random=seeds)
    def ask(self, random: Random) -> None:
        self.tally["steps"] += 1
        self.compare_answers(random, QUESTIONS)

    @precondition(lambda self: not self.waiting)
    @rule(random=seeds)
    def walk(self, random: Random) -> None:
        self.tally["steps"] += 1
        self.compare_walks(random, 2)

    @invariant()
    def every_store_tells_the_version(self) -> None:
        self.equal(tellers.version, codec.version(self.graph))

    # Comparisons.

    def compare_what_is_held(self, random: Random) -> None:
        graph = self.graph
        self.equal(tellers.held, (codec.encode(graph), tellers.in_order(graph)))
        self.equal(tellers.listed, (list(graph.entities.values()), list(graph.sources.values())))
        some = random.sample([*graph.entities], random.randint(1, len(graph.entities)))
        for among in (False, True):
            for ids in (some, [*graph.entities], ["nobody"]):
                touching = self.alike(partial(tellers.about, ids=ids, among=among))
                assert [key for key, _ in touching["relations"]] == tellers.touching(graph, set(ids), among)
        for source in (*graph.sources, "nobody"):
            said = self.alike(partial(tellers.said_by, source=source))
            assert [key for key, _ in said["relations"]] == tellers.resting_on(graph, source)
        for lens in (None, *Strength):
            self.alike(partial(tellers.days, ties=Ties(lens), most=64))

    def compare_answers(self, random: Random, questions: Sequence[str]) -> None:
        for question in questions:
            query = asking(random, self.loaded, question, ("", *DAYS, *PERIODS))
            answer = self.alike(partial(tellers.answer, query=query))
            reply = reply_to(query, self.graph)
            assert told(answer) == wanted(reply), query
            assert answer.verdict == reply.verdict, query
            assert reply.open or (answer.truncated or "") in (reply.cut or {""}), query
            self.tally["questions"] += 1
            self.tally["comparisons with the oracle"] += 3

    def compare_walks(self, random: Random, walks: int) -> None:
        for _ in range(walks):
            ties = tellers.ties(random)
            start, end = random.sample([*self.graph.entities, "nobody"], 2)
            walk = Walk(
                ties,
                start,
                random.choice((end, end, "")),
                down=random.random() < 0.5,
                hops=random.choice((12, 2, 1)),
                through=random.choice((frozenset(), frozenset(), frozenset({"body", "board", "unit"}))),
                most=random.choice((1000, 3, 1)),
            )
            self.alike(partial(tellers.found, walk=walk))
            if walk.end:
                self.alike(partial(tellers.found, walk=walk, steps=random.randint(1, 4)))
            self.alike(partial(tellers.days, ties=ties, most=random.choice((64, 2))))
            self.tally["walks"] += 1

    def equal(self, told_by: Callable[[Store], object], expected: object) -> None:
        """Every store tells what is expected."""
        for name, store in self.stores.items():
            self.tally["comparisons of stores"] += 1
            assert told_by(store) == expected, f"{name}: {told_by}"

    def alike(self, told_by: Callable[[Store], T]) -> T:
        """What every store tells; they tell the same."""
        first, *others = self.stores
        expected = told_by(self.stores[first])
        for name in others:
            self.tally["comparisons of stores"] += 1
            assert told_by(self.stores[name]) == expected, f"{first} and {name}: {told_by}"
        return expected

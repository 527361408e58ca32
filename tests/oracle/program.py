"""A program: edits of a small world, loads of it into several stores at once, and questions to all of them.

After each load what every store holds is compared with what was loaded, and every answer with those of the other stores
and of the oracle. The tally counts.
"""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from random import Random

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
from graph.stores import neo4j_loading
from graph.subgraph import Subgraph
from tests.contract.test_loading import broken
from tests.oracle import comparisons, edits, tellers
from tests.oracle.comparisons import QUESTIONS
from tests.oracle.row_worlds import every_world
from tests.oracle.tally import Tally
from tests.oracle.together import Opener, Together
from tests.oracle.worlds import World, seeds

STEPS = 15
WALKS = 3
UNLOADED = 4
"""How many edits may wait for a load."""
EMPTIED = 2
"""How often a program empties its stores."""


class Program(RuleBasedStateMachine):
    """Edits of a world, and what is loaded of it into several stores at once."""

    def __init__(self, openers: Mapping[str, Opener], tally: Tally) -> None:
        super().__init__()
        self.stores = Together(openers, tally)
        self.tally = tally
        self.draft: World = ([], [], [])
        self.loaded: World = self.draft
        self.graph = Subgraph()
        self.waiting = 0
        self.emptied = 0
        tally.add("programs")

    def teardown(self) -> None:
        self.stores.close()

    # Edits.

    @initialize(world=every_world, random=seeds)
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
        self.tally.add("steps")

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
        self.tally.add("steps")
        self.tally.add("loads")
        self.stores.equal(partial(tellers.load, graph=self.graph), False)
        comparisons.held(self.stores, self.graph, random)

    @precondition(lambda self: self.emptied < EMPTIED)
    @rule()
    def load_nothing(self) -> None:
        """And then what was there before: every record is taken away and written anew."""
        self.emptied += 1
        self.tally.add("loads", 2)
        self.tally.add("steps")
        held = self.graph
        for graph in (Subgraph(), held):
            self.stores.equal(partial(tellers.load, graph=graph), held != Subgraph())
            self.stores.equal(tellers.held, (codec.encode(graph), tellers.in_order(graph)))

    @rule()
    def load_what_cannot_be_kept(self) -> None:
        self.tally.add("loads")
        self.tally.add("steps")
        for store in self.stores.stores.values():
            with suppress(TypeError, ValueError, StoreUnavailable):
                store.load(broken())
                raise AssertionError("What cannot be kept was loaded.")
        self.stores.equal(tellers.held, (codec.encode(self.graph), tellers.in_order(self.graph)))

    @rule()
    def open_anew(self) -> None:
        self.tally.add("steps")
        self.stores.open_anew()

    def load_draft(self, random: Random) -> None:
        self.tally.add("steps")
        self.tally.add("loads")
        before, self.graph = codec.encode(self.graph), derive(*self.draft)
        self.loaded, self.waiting = self.draft, 0
        note(str(self.loaded))
        self.stores.equal(partial(tellers.load, graph=self.graph), codec.encode(self.graph) != before)
        comparisons.held(self.stores, self.graph, random)
        comparisons.walks(self.stores, self.graph, random, WALKS)
        self.ask_everything(random)

    # Questions.

    @precondition(lambda self: not self.waiting)
    @rule(random=seeds)
    def ask(self, random: Random) -> None:
        self.tally.add("steps")
        self.ask_everything(random)

    @precondition(lambda self: not self.waiting)
    @rule(random=seeds)
    def ask_oddly(self, random: Random) -> None:
        self.tally.add("steps")
        for _ in range(3):
            comparisons.oddly(self.stores, self.loaded, random)

    def ask_everything(self, random: Random) -> None:
        for name in QUESTIONS:
            comparisons.question(self.stores, self.graph, self.loaded, random, name)

    @precondition(lambda self: not self.waiting)
    @rule(random=seeds)
    def walk(self, random: Random) -> None:
        self.tally.add("steps")
        comparisons.walks(self.stores, self.graph, random, WALKS)

    @invariant()
    def every_store_tells_the_version(self) -> None:
        self.stores.equal(tellers.version, codec.version(self.graph))

"""Neo4j stores with one fault each, as they are really made: the contract must catch every one of them.

Most send statements of which one piece of text is changed on the way. `slips` counts how often a fault has shown, for a
statement may change so that the fault no longer touches it.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from types import ModuleType
from typing import Any, LiteralString, Self, TypeVar, cast

import neo4j
import pytest

from graph.model import Lifetime, Relation
from graph.stores import cypher, neo4j_records, neo4j_walking
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_server import Server
from graph.stores.neo4j_store import Neo4jStore
from graph.subgraph import Subgraph
from graph.walks import SAME, Found, Walk

Result = TypeVar("Result")
Read = TypeVar("Read")
IN_TIME = "".join(re.findall(r"AND \(\$[\w.]+ = 'always'.*", cypher._ADMITTED, re.DOTALL))
"""The part of the condition on a tie that is about days."""


class _Work:
    """A transaction whose statements go through the hands of `server`."""

    def __init__(self, work: neo4j.Transaction | neo4j.ManagedTransaction, server: "_Through") -> None:
        self._work = work
        self._server = server

    def run(self, statement: str, **parameters: Any) -> neo4j.Result:
        self._server.before()
        return self._work.run(self._server.respelt(statement), parameters)

    def commit(self) -> None:
        cast(neo4j.Transaction, self._work).commit()


class _Through(Server):
    """A server that changes what is sent to it, and lets somebody look before each statement."""

    def __init__(self, address: Address, respell: Callable[[str], str]) -> None:
        super().__init__(address)
        self._respell = respell
        self.before: Callable[[], object] = lambda: None
        self.slips = 0

    def respelt(self, statement: str) -> str:
        changed = self._respell(statement)
        self.slips += changed != statement
        return changed

    def read(self, statement: LiteralString, seconds: float = 0, **parameters: Any) -> list[neo4j.Record]:
        self.before()
        return super().read(self.respelt(statement), seconds, **parameters)

    def write(self, work: Callable[[neo4j.ManagedTransaction], Result]) -> Result:
        return super().write(lambda managed: work(cast(neo4j.ManagedTransaction, _Work(managed, self))))

    @contextmanager
    def transaction(self, seconds: float) -> Iterator[neo4j.Transaction]:
        with super().transaction(seconds) as transaction:
            yield cast(neo4j.Transaction, _Work(transaction, self))


class Planted(Neo4jStore):
    """The store as it is, at an address; a fault changes a statement or overrides a method."""

    def __init__(self, address: Address) -> None:
        self.through = self.server(address)
        super().__init__(self.through)

    def server(self, address: Address) -> _Through:
        return _Through(address, self.respell)

    def respell(self, statement: str) -> str:
        """The statement as this store sends it."""
        return statement

    @property
    def slips(self) -> int:
        """How often the fault has shown."""
        return self.through.slips

    @contextmanager
    def slipping(self, module: ModuleType, name: str, value: object) -> Iterator[Self]:
        """Something in a module is another thing for as long as this goes on."""
        self.through.slips += 1
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, name, value, raising=False)
            yield self


class _Misspelt(Planted):
    """What a pattern finds in a statement is another text."""

    wrong: tuple[str, str]

    def respell(self, statement: str) -> str:
        return re.sub(*self.wrong, statement)


class DayFilteredAfterTheWalk(Planted):
    """The shortest routes of all times are found first, then those that did not hold are thrown away."""

    def respell(self, statement: str) -> str:
        if "ALL SHORTEST" not in statement:
            return statement
        after = f"WITH p WHERE all(r IN relationships(p) WHERE true {IN_TIME}) RETURN p"
        return statement.replace(IN_TIME, "").replace("RETURN p", after)


class LensForgotten(_Misspelt):
    """Every tie of answerability is walked, whatever the lens."""

    wrong = (r"r\.rank <= \$[\w.]+", "r.rank <= 4")


class LastDayCounted(_Misspelt):
    """The day on which a tie has ended counts as one on which it goes on."""

    wrong = (r"r\.earliest_end >", "r.earliest_end >=")


class DayAfterNotRuledOut(_Misspelt):
    """The day on which a tie is over by print is not ruled out."""

    wrong = (r"r\.over_from >", "r.over_from >=")


class PlannedAsCertain(_Misspelt):
    """A planned tie is walked as certain while its dates say so."""

    wrong = (r"AND NOT r\.planned", "")


class SoftAsFirm(_Misspelt):
    """Disputed and implied ties are walked as if they were sound."""

    wrong = (r"NOT \$[\w.]+ OR r\.sound", "true")


class OneOfTheShortest(_Misspelt):
    """One shortest route is asked for, not all of them."""

    wrong = ("ALL SHORTEST", "SHORTEST 1")


class CutBeforeTheOrder(_Misspelt):
    """The database stops after some routes, before they are put in order."""

    wrong = (r"LIMIT \$paths", "LIMIT 2")


class HopsInThePattern(_Misspelt):
    """The database looks no further than the usual limit on hops."""

    wrong = (r"\(y\)\)\+ \(e\)", "(y)){1,12} (e)")


class OrderOfTheDatabase(Planted):
    """Routes come in the order in which the database finds them, which may by chance be right: here it never is."""

    def shortest(self, walk: Walk) -> Found:
        with self.slipping(neo4j_walking, "sorted", lambda rows, **by: sorted(rows, **by)[::-1]):
            return super().shortest(walk)


class OrderOfTheAlphabet(Planted):
    """Routes come as a database sorts words: capital letters among small ones."""

    def shortest(self, walk: Walk) -> Found:
        found = super().shortest(walk)
        self.through.slips += 1
        routes = sorted(found.routes, key=lambda route: (len(route), [entity.casefold() for entity in route]))
        return replace(found, routes=tuple(routes))


class CutOffByOne(Planted):
    """One route more than was asked for."""

    def shortest(self, walk: Walk) -> Found:
        self.through.slips += 1
        return super().shortest(replace(walk, most=walk.most + 1))


class SourcesIgnored(_Misspelt):
    """The filter by sources admits every tie."""

    wrong = (r"any\(source IN [^)]*\)", "true")


class RolesIgnored(_Misspelt):
    """The filter by roles admits every tie."""

    wrong = (r"any\(role IN [^)]*\)", "true")


class SameCrossedUnasked(_Misspelt):
    """What may be the same is crossed whether that was asked for or not."""

    wrong = (r"\$[\w.]*\bsame\b", str(cypher.SAME_RANK))


class PeoplePassedThrough(_Misspelt):
    """A route goes on behind a person."""

    wrong = (r"\$[\w.]+ OR x\.kind <> 'person'", "true")


class OneWayWithoutALens(Planted):
    """Ties that answer to nobody are walked from subject to object alone."""

    def respell(self, statement: str) -> str:
        return statement.replace("]-(y)", "]->(y)") if "MEMBER_OF" in statement else statement


class OversightBackwards(_Misspelt):
    """Whoever oversees answers to the overseen."""

    wrong = (r"\(other\)-(\[\w+:ANSWERS_TO\])->\(one\)", r"(one)-\1->(other)")


class DeniedWalked(Planted):
    """A tie that its only source denies is kept as one that may be walked."""

    def load(self, graph: Subgraph) -> bool:
        def rank(relation: Relation) -> int:
            return cypher.SAME_RANK if relation.kind == SAME else relation.strength or cypher.NO_STRENGTH

        with self.slipping(neo4j_records, "_rank", rank):
            return super().load(graph)


class DaysOldestFirst(_Misspelt):
    """Where there are too many days, the oldest are kept."""

    wrong = ("ORDER BY day DESC", "ORDER BY day")


class AboutWithoutFacts(_Misspelt):
    """What is said of an entity alone is left out."""

    wrong = (r"ties \+ facts AS relations", "ties AS relations")


class EndsTakenForNamed(_Misspelt):
    """Relations of an entity's own count as such that only name it."""

    wrong = (":NAMES]", ":NAMES|ABOUT]")


class RemovedClaimsKept(Planted):
    """A load leaves the claims that are no more."""

    def respell(self, statement: str) -> str:
        return statement.replace("DETACH DELETE n", "SET n.gone = true") if "(n:Claim" in statement else statement


class ParallelTiesRemoved(_Misspelt):
    """With a tie that is no more, others between the same two go."""

    wrong = (r"WHERE r\.id = row\.id", "WHERE true")


class FirstTextKept(_Misspelt):
    """What is read back of a record that has changed is what was written first."""

    wrong = (
        r"SET n = row\.properties",
        "WITH n, row, n.record AS old SET n = row.properties, n.record = coalesce(old, n.record)",
    )


class LifetimesForgotten(Planted):
    """Entities are kept without the days of which sources tell."""

    def load(self, graph: Subgraph) -> bool:
        self.through.slips += 1
        return super().load(replace(graph, lifetimes=dict.fromkeys(graph.entities, Lifetime())))


class VersionLeft(_Misspelt):
    """The version is written by the first load alone."""

    wrong = (
        r"SET now = \$now,",
        "WITH now, now.version AS old SET now = $now, now.version = coalesce(old, $now.version),",
    )


class _Done:
    """A result that is there whole, for its transaction has ended."""

    def __init__(self, result: neo4j.Result) -> None:
        self._records = list(result)
        self._summary = result.consume()

    def single(self, strict: bool = False) -> neo4j.Record | None:
        return self._records[0] if self._records or strict else None

    def consume(self) -> neo4j.ResultSummary:
        return self._summary


class _Hasty(_Through):
    """Each statement is a transaction of its own."""

    @contextmanager
    def transaction(self, _seconds: float) -> Iterator[neo4j.Transaction]:
        yield cast(neo4j.Transaction, self)

    def run(self, statement: LiteralString, **parameters: Any) -> Any:
        self.slips += 1
        return self.write(lambda work: _Done(work.run(statement, **parameters)))

    def commit(self) -> None:
        """All is written already."""


class LoadedPieceByPiece(Planted):
    """A load is written table by table, each for all to see."""

    def server(self, address: Address) -> _Through:
        return _Hasty(address, self.respell)


class ReadPieceByPiece(Planted):
    """Tables are read one after the other, whatever is loaded meanwhile."""

    def _whole(self, reading: Callable[[], Read]) -> Read:
        self.through.slips += 1
        return reading()

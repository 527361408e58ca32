"""`up`, `down` and `between` against the oracle, route by route."""

from functools import partial
from random import Random

from hypothesis import given, note

from graph.derive import derive
from graph.model import Claim, Entity, Source, Strength
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.stores import open_store
from tests.oracle.questions import DAYS, PERIODS, Query, asking, reply_to, told, wanted
from tests.oracle.worlds import World, answering_worlds, compared, seeds


def compare(world: World, query: Query) -> None:
    graph = derive(*world)
    with open_store("networkx://") as store:
        store.load(graph)
        answer = ask(store, query.name, query.subject, query.object, query.options)
    reply = reply_to(query, graph)
    assert told(answer) == wanted(reply)
    assert answer.verdict == reply.verdict, answer.summary
    if not reply.open:
        assert (answer.truncated or "") in (reply.cut or {""})


def check(world: World, query: Query) -> None:
    note(str(query))
    compared(world, partial(compare, query=query))


@given(answering_worlds, seeds)
def test_between_with_no_day(world: World, random: Random) -> None:
    check(world, asking(random, world, "between", ("",)))


@given(answering_worlds, seeds)
def test_between_on_a_day(world: World, random: Random) -> None:
    check(world, asking(random, world, "between", DAYS))


@given(answering_worlds, seeds)
def test_between_in_a_month_or_a_year(world: World, random: Random) -> None:
    check(world, asking(random, world, "between", PERIODS))


@given(answering_worlds, seeds)
def test_up(world: World, random: Random) -> None:
    check(world, asking(random, world, "up", ("", *DAYS, *PERIODS)))


@given(answering_worlds, seeds)
def test_down(world: World, random: Random) -> None:
    check(world, asking(random, world, "down", ("", *DAYS, *PERIODS)))


# The smallest examples of what the comparison found.

PAPERS = [Source("p", "A paper", date="2022"), Source("q", "Another", date="2022"), Source("u", "Undated")]
BODIES = [Entity(name, "body", name.upper()) for name in "abcde"]


def say(subject: str, kind: str, target: str, source: str = "p", *, end: str = "", against: bool = False) -> Claim:
    name = f"{subject}-{kind}-{target}-{source}"
    stance = "contradicts" if against else "supports"
    return Claim(name, subject, kind, target, source=source, end=end, stance=stance)


def test_a_source_that_only_contradicts_a_tie_does_not_bring_it_in_by_the_filter() -> None:
    said = [say("a", "reports_to", "b", "q"), say("a", "reports_to", "b", "p", against=True)]
    options = Options(lens=Strength.LINE, sources=frozenset({"p"}))
    compare((PAPERS, BODIES, said), Query("between", "a", "b", options))


def test_a_longer_line_that_has_ended_does_not_rule_out_a_direct_tie() -> None:
    said = [say("a", "reports_to", "c", end="2019"), say("c", "reports_to", "b")]
    options = Options(lens=Strength.LINE, at="2022-06-30", steps=1)
    compare((PAPERS, BODIES, said), Query("between", "a", "b", options))


def test_a_longer_line_that_goes_on_does_not_save_a_direct_tie_that_has_ended() -> None:
    said = [
        say("a", "reports_to", "b", end="2019"),
        say("a", "reports_to", "c"),
        say("c", "reports_to", "b"),
    ]
    options = Options(lens=Strength.LINE, at="2021-01-01", steps=1)
    compare((PAPERS, BODIES, said), Query("between", "a", "b", options))


def test_what_lies_beyond_the_steps_asked_for_is_not_cut_by_the_hops() -> None:
    said = [say("a", "reports_to", "b"), say("b", "reports_to", "c"), say("c", "reports_to", "d")]
    options = Options(lens=Strength.LINE, steps=2, hops=1)
    compare((PAPERS, BODIES, said), Query("between", "a", "d", options))


def test_what_is_reached_on_no_one_day_of_a_year_is_not_cut_by_the_hops() -> None:
    papers = [Source("p", "A paper", date="2021-05")]
    said = [say("a", "reports_to", "b", end="2020-21"), say("b", "reports_to", "c")]
    options = Options(lens=Strength.LINE, at="2021", hops=1)
    compare((papers, BODIES, said), Query("up", "a", "", options))


def test_routes_that_never_held_stand_among_the_soft_ones_of_their_strength() -> None:
    said = [say("a", "oversees", "c", "u"), say("b", "chairs", "c")]
    options = Options(lens=Strength.LEADERSHIP)
    compare((PAPERS, BODIES, said), Query("up", "c", "", options))

"""`graph.derive` against the oracle, relation by relation."""

from hypothesis import given
from hypothesis import strategies as st

from graph.derive import derive
from graph.model import Claim, Entity, Relation, Source, State
from tests.oracle.derivation import Expected, World
from tests.oracle.row_worlds import row_worlds
from tests.oracle.worlds import World as Made
from tests.oracle.worlds import worlds

every = st.one_of(worlds, row_worlds)
Identity = tuple[str, str, str, tuple[str, ...]]


def pairs(made: Made) -> list[tuple[Identity, Expected, Relation]]:
    """The oracle's relations beside the program's, by ends, kind and claims; all have a partner."""
    mine = {(one.subject, one.kind, one.object, tuple(sorted(one.claims))): one for one in World(*made).relations()}
    theirs = {
        (one.subject, one.kind, one.object, tuple(sorted(one.claims))): one for one in derive(*made).relations.values()
    }
    assert sorted(theirs) == sorted(mine)
    return [(identity, mine[identity], theirs[identity]) for identity in sorted(mine)]


@given(every)
def test_the_same_claims_fall_together_into_the_same_relations_of_the_same_state(made: Made) -> None:
    for identity, mine, theirs in pairs(made):
        assert theirs.state == mine.state, identity


@given(every)
def test_every_relation_has_the_same_four_bounds(made: Made) -> None:
    for identity, mine, theirs in pairs(made):
        if mine.exact:
            assert theirs.bounds == mine.bounds, identity


@given(every)
def test_a_period_is_certain_on_all_of_its_days(made: Made) -> None:
    for identity, mine, theirs in pairs(made):
        for period in mine.periods:
            assert theirs.bounds.certain_on(period.first), identity
            assert theirs.bounds.certain_on(period.last), identity


@given(every)
def test_printed_dates_rule_out_the_same_days(made: Made) -> None:
    for identity, mine, theirs in pairs(made):
        assert (theirs.not_before, theirs.over_from) == (mine.not_before, mine.over_from), identity


@given(every)
def test_the_same_end_answers_to_the_other_as_strongly(made: Made) -> None:
    for identity, mine, theirs in pairs(made):
        found = (theirs.strength, theirs.lower, theirs.upper)
        assert found == (mine.strength, mine.lower, mine.upper), identity


@given(every)
def test_entities_are_known_and_begin_and_end_on_the_same_days(made: Made) -> None:
    lives = derive(*made).lifetimes
    for entity, mine in World(*made).lives.items():
        life = lives[entity]
        begin = life.begins.first if life.begins else None
        end = life.ends.last if life.ends else None
        assert (life.known, life.confirmed, begin, end) == (mine.known, mine.confirmed, mine.begin, mine.end)


@given(every)
def test_the_same_entities_are_planned(made: Made) -> None:
    lives = derive(*made).lifetimes
    mine = {name: life.planned for name, life in World(*made).lives.items()}
    assert {name: life.planned for name, life in lives.items()} == mine


# The smallest examples of what the comparison found.

PAPER = [Source("paper", "A paper", date="2022")]
THREE = [Entity("a", "body", "A"), Entity("b", "body", "B"), Entity("c", "body", "C")]


def test_a_relation_is_not_disputed_by_the_word_of_a_planned_claim_on_which_it_does_not_rest() -> None:
    said = [
        Claim("c1", "a", "member_of", "b", source="paper"),
        Claim("c2", "a", "member_of", "b", source="paper", planned="planned", dispute="x"),
        Claim("c3", "c", "oversees", "b", source="paper", dispute="x"),
    ]
    states = {one.subject: one.state for one in derive(PAPER, THREE, said).relations.values()}
    assert states["a"] == State.SINGLE


def test_a_predecessor_of_which_otherwise_only_planned_claims_speak_is_planned() -> None:
    said = [
        Claim("c1", "b", "succeeds", "a", source="paper"),
        Claim("c2", "a", "reports_to", "c", source="paper", planned="planned"),
    ]
    assert derive(PAPER, THREE, said).lifetimes["a"].planned

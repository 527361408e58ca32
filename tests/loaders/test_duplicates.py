import time

import pytest

from graph.kinds import vocabulary
from graph.model import Claim, Entity
from graph.subgraph import Subgraph
from loaders.duplicates import likely_duplicates


def found(*entities: Entity, claims: tuple[Claim, ...] = ()) -> list[str]:
    graph = Subgraph(entities={entity.id: entity for entity in entities}, claims={claim.id: claim for claim in claims})
    return [str(pair) for pair in likely_duplicates(graph, vocabulary())]


def pair(one: str, two: str) -> list[str]:
    return found(Entity("a", "board", one), Entity("b", "group", two))


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ("Health Equity Group", "The Group for Health Equity", "are the same words"),
        ("Healthwatch", "Health Watch", "differ only in how words are joined"),
        ("London Health Board", "London Heatlh Board", "differ only in 'health' and 'heatlh'"),
        ("Thrive Network", "Thrive Networks", "differ only in 'network' and 'networks'"),
        ("LHB", "London Health Board", "'LHB' are the initials of 'London Health Board'"),
    ],
)
def test_names_that_hardly_differ_are_listed_with_the_reason(one: str, two: str, why: str) -> None:
    (text,) = pair(one, two)
    assert text.startswith("a and b: ")
    assert why in text


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("North East London", "North West London"),
        ("Phase 1 board", "Phase 2 board"),
        ("NEL ICB", "NEL ICP"),
        ("Plan 2020-21", "Plan 2021-22"),
        ("London", "London Councils"),
        ("The", "Of"),
        ("漢", "字"),
    ],
)
def test_names_that_differ_in_meaning_are_not(one: str, two: str) -> None:
    assert pair(one, two) == []


def test_one_identifier_for_two_is_listed() -> None:
    one, two = (Entity(key, "board", name, identifiers=("ODS:Q",)) for key, name in (("a", "Alpha"), ("b", "Beta")))
    assert found(one, two) == ["a and b: both have the identifier ODS:Q"]


def test_pairs_that_a_claim_links_are_left_out() -> None:
    entities = Entity("a", "board", "Thrive Network"), Entity("b", "board", "Thrive Networks")
    assert found(*entities, claims=(Claim("c", "b", "possibly_same_as", "a"),)) == []


def test_things_of_different_sorts_are_not_compared() -> None:
    assert found(Entity("a", "board", "Thrive"), Entity("b", "plan", "Thrive")) == []


def test_aliases_count_and_a_pair_is_listed_once() -> None:
    one = Entity("b", "board", "Alpha Network", aliases=("Thrive Network", "Thrive Net work"))
    assert len(found(one, Entity("a", "board", "Thrive Networks"))) == 1


def test_many_names_that_share_their_words_take_no_time() -> None:
    entities = {f"e{i}": Entity(f"e{i}", "board", f"London Health Board {i}") for i in range(3_000)}
    start = time.perf_counter()
    assert likely_duplicates(Subgraph(entities=entities), vocabulary()) == ()
    assert time.perf_counter() - start < 10

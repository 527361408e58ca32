"""Who is meant: names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnknownEntity
from graph.model import Entity
from graph.names import NameIndex, allowed_edits, normal
from tests.graph.naive_names import suggested

ENTITIES = [
    Entity("hedg", "group", "Health Equity Delivery Group", "HEDG"),
    Entity("heg", "group", "Health Equity Group", "HEG", ("Equity Group",)),
    Entity("lhb", "board", "London Health Board", "LHB"),
    Entity("mayor-of-london", "post", "Mayor of London", aliases=("the Mayor",)),
    Entity("khan", "person", "Sadiq Khan", aliases=("Sir Sadiq Khan",)),
    Entity("dhsc", "department", "Department of Health & Social Care", "DHSC"),
    Entity("guys", "provider", "Guy\u2019s and St Thomas\u2019 NHS Foundation Trust", "GSTT"),
    Entity("cafe", "charity", "Caf\u00e9 Zo\u00eb"),
    Entity("the-kings-fund", "charity", "The King\u2019s Fund"),
    Entity("thrive", "programme", "Thrive LDN"),
    Entity("north", "system", "North Central London ICS"),
    Entity("south", "system", "South Central London ICS"),
    Entity("one", "board", "Joint Committee", "JC"),
    Entity("two", "board", "Joint Committee", "JCC"),
    Entity("camden", "authority", "Camden"),
    Entity("hm-treasury", "department", "HM Treasury"),
]
INDEX = NameIndex(ENTITIES)
# Few words of few letters, so that names begin with, hold and resemble one another.
WORDS = st.sampled_from(
    ["nhs", "health", "heal", "helth", "board", "the", "for", "of", "n.h.s.", "\u00c9quity", "b", "it"]
)
TYPED = st.lists(WORDS | st.text("abehlt -", max_size=9), max_size=4).map(" ".join)
NAMED = st.builds(
    Entity,
    st.uuids().map(str) | TYPED.filter(bool),
    st.just("board"),
    TYPED,
    TYPED,
    st.lists(TYPED, max_size=2).map(tuple),
)
# What is typed, and who is meant.
FOUND = {
    "London Health Board": "lhb",  # the name
    "LHB": "lhb",  # the short name
    "Equity Group": "heg",  # an alias
    "mayor-of-london": "mayor-of-london",  # the id
    "Mayor-of-London": "mayor-of-london",  # the id in another case
    "london health board": "lhb",  # case
    "LONDON HEALTH BOARD": "lhb",
    "lhb": "lhb",
    "  London   Health\tBoard ": "lhb",  # spaces
    "L.H.B.": "lhb",  # punctuation
    "London Health Board.": "lhb",
    "London-Health-Board": "lhb",
    "Guys and St Thomas NHS Foundation Trust": "guys",  # without apostrophes
    "Guy's and St. Thomas' NHS Foundation Trust": "guys",  # straight ones
    "Cafe Zoe": "cafe",  # accents
    "CAF\u00c9 ZO\u00cb": "cafe",
    "Cafe\u0301 Zoe\u0308": "cafe",  # combining accents
    "the London Health Board": "lhb",  # "the"
    "The Mayor": "mayor-of-london",
    "Mayor": "mayor-of-london",
    "King's Fund": "the-kings-fund",
    "Department of Health and Social Care": "dhsc",  # "&"
    "department of health & social care": "dhsc",
    "Camdem": "camden",  # one error in up to seven letters
    "Camdn": "camden",
    "Camdenn": "camden",
    "Cmaden": "camden",  # a transposition is one
    "Londn Helth Board": "lhb",  # two errors beyond
    "Lodnon Haelth Board": "lhb",  # two transpositions
    "Sadik Kahn": "khan",
    "Helth Equity Delivry Group": "hedg",
    "HM Tresury": "hm-treasury",
}
UNKNOWN = [
    "Cmdn",
    "Londn Helth Bord",
    "Xamdem",
    "Nobody at all",
    "LH",
    "X",
    "?",
    "",
    " ",
    "the",
    "x" * 5000,
    "\u4e2d\u6587",
]


@pytest.mark.parametrize("typed", FOUND)
def test_one_is_meant(typed: str) -> None:
    assert INDEX.resolve(typed).id == FOUND[typed]


def test_there_are_thirty_cases() -> None:
    assert len(FOUND) >= 30


@pytest.mark.parametrize("typed", UNKNOWN)
def test_nobody_is_meant(typed: str) -> None:
    with pytest.raises(UnknownEntity) as caught:
        INDEX.resolve(typed)
    assert str(caught.value).startswith("Nothing is called")
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("Joint Committee", ("one", "two")),  # one name of two
        ("the joint committee", ("one", "two")),
        ("Orth Central London ICS", ("north",)),
        ("Couth Central London ICS", ("south",)),
    ],
)
def test_the_nearest_is_meant_or_several_are_told(typed: str, suggested: tuple[str, ...]) -> None:
    if len(suggested) == 1:
        assert INDEX.resolve(typed).id == suggested[0]
        return
    with pytest.raises(UnknownEntity, match="may mean several") as caught:
        INDEX.resolve(typed)
    assert caught.value.suggestions == suggested


def test_two_equally_near_are_told_apart_by_nobody() -> None:
    """One letter from each of the two short names, and no letter from one."""
    index = NameIndex([Entity("n", "board", "North Board", "NCL"), Entity("s", "board", "South Board", "SCL")])
    with pytest.raises(UnknownEntity, match="may mean several") as caught:
        index.resolve("XCL")
    assert caught.value.suggestions == ("n", "s")
    assert index.resolve("NCL").id == "n"


def test_a_part_of_a_name_is_suggested_not_taken() -> None:
    with pytest.raises(
        UnknownEntity, match="Did you mean: Health Equity Group; Health Equity Delivery Group"
    ) as caught:
        INDEX.resolve("Health Equity")
    assert caught.value.suggestions == ("heg", "hedg")


def test_at_most_five_are_suggested() -> None:
    index = NameIndex(Entity(f"e{number}", "board", f"Board {number}") for number in range(20))
    with pytest.raises(UnknownEntity) as caught:
        index.resolve("Boar")
    assert len(caught.value.suggestions) == 5
    twins = NameIndex(Entity(f"e{number}", "board", "Board") for number in range(20))
    with pytest.raises(UnknownEntity, match="several") as several:
        twins.resolve("board")
    assert several.value.suggestions == ("e0", "e1", "e10", "e11", "e12")


def test_an_exact_id_goes_before_a_name() -> None:
    index = NameIndex([Entity("lhb", "board", "One"), Entity("other", "board", "Two", "LHB")])
    assert index.resolve("lhb").id == "lhb"
    with pytest.raises(UnknownEntity, match="several"):
        index.resolve("LHB")


@pytest.mark.parametrize(
    ("typed", "edits"),
    [("", 0), ("a", 0), ("ab", 0), ("abc", 1), ("abcdefg", 1), ("abcdefgh", 2), ("abc defg", 1), ("abcd efgh", 2)],
)
def test_one_error_is_forgiven_up_to_seven_letters_and_two_beyond(typed: str, edits: int) -> None:
    assert allowed_edits(typed) == edits


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("equ", ["heg", "hedg"]),  # a beginning, then a word
        ("heal", ["heg", "hedg", "dhsc", "lhb"]),
        ("group health", ["heg", "hedg"]),  # words in any order
        ("ity", ["heg", "hedg"]),  # a part
        ("helth", ["heg", "lhb", "hedg", "dhsc"]),  # a near miss
        ("", []),
        ("???", []),
        ("zzzz", []),
    ],
)
def test_suggestions_while_one_types(typed: str, wanted: list[str]) -> None:
    found = [suggestion.entity.id for suggestion in INDEX.suggest(typed)]
    assert set(found) == set(wanted)
    assert found[:1] == wanted[:1]


def test_names_and_short_names_go_before_other_names_and_then_what_has_more_ties() -> None:
    his = Entity("his", "strategy", "Health Inequalities Strategy", "HIS", ("London HIS",))
    plus = Entity("plus", "body", "London Plus")
    index = NameIndex([*ENTITIES, his, plus], {"his": 99, "lhb": 9, "plus": 1})
    assert [one.entity.id for one in index.suggest("lon")][:3] == ["lhb", "plus", "his"]
    assert [one.entity.id for one in index.suggest("joint committee")] == ["one", "two"]
    busier = NameIndex(ENTITIES, {"two": 1})
    assert [one.entity.id for one in busier.suggest("joint committee")] == ["two", "one"]


def test_suggestions_are_at_most_so_many_each_once_with_the_name_that_matched() -> None:
    found = INDEX.suggest("l", 3)
    assert len(found) == 3
    assert len({suggestion.entity.id for suggestion in INDEX.suggest("health", 50)}) == len(INDEX.suggest("health", 50))
    assert [(one.entity.id, one.matched) for one in INDEX.suggest("the mayor")] == [("mayor-of-london", "the Mayor")]
    assert INDEX.suggest("lhb")[0].matched == "LHB"


@given(st.text())
def test_any_text_is_resolved_or_refused_with_known_suggestions(typed: str) -> None:
    try:
        meant = [INDEX.resolve(typed).id]
    except UnknownEntity as error:
        meant = list(error.suggestions)
    assert set(meant) <= {entity.id for entity in ENTITIES}


@given(st.text())
def test_a_normal_name_is_its_own_normal_form_but_for_the_article(text: str) -> None:
    once = normal(text)
    assert once.startswith("the ") or normal(once) == once


@given(
    st.lists(NAMED, max_size=12, unique_by=lambda entity: entity.id),
    TYPED,
    st.integers(1, 9),
    st.integers(1, 4),
    st.lists(st.integers(0, 3), min_size=12, max_size=12),
)
def test_suggestions_are_those_of_the_naive_ranking_from_however_many_words_on_all_names_are_searched(
    entities: list[Entity], typed: str, limit: int, many: int, tied: list[int]
) -> None:
    ties = {entity.id: number for entity, number in zip(entities, tied, strict=False)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.names.MANY_WORDS", many)
        found = NameIndex(entities, ties).suggest(typed, limit)
    assert [(one.entity.id, one.matched) for one in found] == suggested(entities, typed, limit, ties)


@given(TYPED, st.integers(1, 60))
def test_a_few_real_names_are_suggested_as_by_the_naive_ranking(typed: str, limit: int) -> None:
    found = INDEX.suggest(typed, limit)
    assert [(one.entity.id, one.matched) for one in found] == suggested(ENTITIES, typed, limit)

"""Typed questions on a small world: which question, about whom, by which tie, when; and when it asks back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Entity
from graph.names import NameIndex
from graph.typed.readings import Understood
from graph.typed.understand import AskBack, understand
from tests.worlds import london

INDEX = NameIndex(london().entities.values())
CHAIRS = ("chairs", "co_chairs")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("does HEDG answer to the Mayor?", Understood("between", "hedg", "mayor")),
        ("HEDG to Mayor of London in December 2021", Understood("between", "hedg", "mayor", at="December 2021")),
        ("Whom does HEG report to", Understood("up", "heg")),
        ("who reports to HEG on 9 December 2021", Understood("down", "heg", at="9 December 2021")),
        ("who is above HEG", Understood("up", "heg")),
        ("what is under LHB", Understood("down", "lhb")),
        ("who chairs the LHB", Understood("members", "lhb", kinds=CHAIRS)),
        ("LHB chair 2024", Understood("members", "lhb", kinds=CHAIRS, at="2024")),
        ("who is the LHB chaired by", Understood("members", "lhb", kinds=CHAIRS)),
        ("what does the Mayor chair", Understood("seats", "mayor", kinds=CHAIRS)),
        ("which boards are chaired by the mayor", Understood("seats", "mayor", kinds=CHAIRS, entities=("board",))),
        ("who set up HEG", Understood("members", "heg", kinds=("established",))),
        ("does the Mayor chair the LHB", Understood("between", "lhb", "mayor", CHAIRS)),
        ("members of LHB", Understood("members", "lhb")),
        ("who is on the LHB in 2021", Understood("members", "lhb", at="2021")),
        ("who was in HEG", Understood("members", "heg")),
        ("where does Sadiq Khan sit", Understood("seats", "khan")),
        ("who sits on both LHB and HEG", Understood("shared", "lhb", "heg")),
        ("how much did the Mayor pay in 2024/25", Understood("money", "mayor", at="2024-25")),
        ("who funds LHCP", Understood("money", "lhcp")),
        ("what is disputed about LHB", Understood("gaps", "lhb")),
        ("what changed since 2015", Understood("changes", at="2015", until="2025")),
        ("what changed in 2021", Understood("changes", at="2020-12-31", until="2021")),
        ("what changed in LHB in May 2016", Understood("changes", "lhb", at="2016-04-30", until="May 2016")),
        ("what changed in LHB between 2015 and 2020", Understood("changes", "lhb", at="2015", until="2020")),
        ("which boards existed in Dec '15", Understood("list", entities=("board",), at="Dec 2015")),
        ("list people", Understood("list", entities=("person",))),
        ("list all people in 2021", Understood("list", entities=("person",), at="2021")),
        ("people", Understood("list", entities=("person",))),
        ("what bodies are there", Understood("list", entities=("body",))),
        ("what do documents say about HEG", Understood("profile", "heg")),
        ("everything about HEDG please", Understood("profile", "hedg")),
        ("HEDG", Understood("profile", "hedg")),
        ("who was Mayor in 2015", Understood("members", "mayor", kinds=("holds_post",), at="2015")),
        ("who's the Mayor of London", Understood("members", "mayor", kinds=("holds_post",))),
        ("who is Sadiq Khan", Understood("profile", "khan")),
        ("who was the chair of the LHB in 2018", Understood("members", "lhb", kinds=CHAIRS, at="2018")),
        ("how is HEDG connected to the Mayor", Understood("between", "hedg", "mayor")),
        ("how are HEG and LHB related", Understood("between", "heg", "lhb")),
        ("connection between HEG and LHB in 2021", Understood("between", "heg", "lhb", at="2021")),
        ("what mentions LHB", Understood("profile", "lhb")),
        ("which documents mention LHB", Understood("profile", "lhb")),
        ("where was HEG mentioned in 2021", Understood("profile", "heg", at="2021")),
        ("when was HEG set up", Understood("profile", "heg", kinds=("dated", "established"))),
    ],
)
def test_each_sort_of_question(text: str, wanted: Understood) -> None:
    assert understand(text, INDEX, "2025") == wanted


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Type a question"),
        ("who chairs the Ambulance Service", "“ambulance service”"),
        ("LHB HEG HEDG", "several ways"),
        ("LHB and HEG", "several ways"),
        ("who does not chair the LHB", "“not”"),
        ("who reports to HEG in 2014, 2015 or 2016", "several ways"),
        (" ".join(["who"] * 60), "too long"),
        ("what changed until 2015", "several ways"),
        ("what is HEG connected to", "several ways"),
        ("does HEG mention LHB", "several ways"),
        ("what does HEG say about LHB", "several ways"),
        ("which boards mention HEG", "several ways"),
        ("who works for LHB", "who works for whom"),
        ("people working", "several ways"),
        ("what does HEG mention", "What one document names"),
        ("what did HEG say", "What one document names"),
    ],
)
def test_it_asks_back_rather_than_guess(text: str, says: str) -> None:
    found = understand(text, INDEX, "2025")
    assert isinstance(found, AskBack)
    assert says in found.reason


def test_it_offers_what_comes_near() -> None:
    found = understand("who chairs the helth bord", INDEX)
    assert isinstance(found, AskBack)
    assert Understood("members", "lhb", kinds=CHAIRS) in found.nearest


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("who works for LHB", [("members", "lhb", ""), ("down", "lhb", ""), ("profile", "lhb", "")]),
        ("who does Sadiq Khan work for in 2021", [("seats", "khan", ""), ("up", "khan", ""), ("profile", "khan", "")]),
        ("does Sadiq Khan work for LHB", [("between", "khan", "lhb")]),
    ],
)
def test_asked_who_works_for_whom_it_offers_the_ties_that_are_told(text: str, nearest: list[tuple[str, ...]]) -> None:
    found = understand(text, INDEX, "2025")
    assert isinstance(found, AskBack)
    assert [(near.question, near.subject, near.object) for near in found.nearest] == nearest
    assert all(near.at == ("2021" if "2021" in text else "") for near in found.nearest)


def test_a_word_of_a_question_is_no_name_unless_it_stands_out() -> None:
    assert understand("who reports to HEG", INDEX) == Understood("down", "heg")
    assert understand("WHO REPORTS TO HEG", INDEX) == Understood("down", "heg")


@given(st.text(max_size=300))
def test_it_reads_anything(text: str) -> None:
    assert isinstance(understand(text, INDEX, "2025"), Understood | AskBack)


def test_a_word_of_a_question_is_no_mistyped_part_of_a_name() -> None:
    kinds = {"nhs-london": "body", "london-councils": "body", "london-health-board": "board"}
    names = {
        "nhs-london": "NHS London",
        "london-councils": "London Councils",
        "london-health-board": "London Health Board",
    }
    index = NameIndex([Entity(key, kind, names[key]) for key, kind in kinds.items()])
    assert understand("is London Councils accountable to the London Health Board", index) == Understood(
        "between", "london-councils", "london-health-board"
    )
    assert understand("who is on the london helth bord", index) == Understood("members", "london-health-board")

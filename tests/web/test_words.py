import msgspec
import pytest

from graph.answers import Answer, Question, Route, Step, Verdict
from graph.model import Bounds, Relation, State
from graph.spans import FIRST_DAY, LAST_DAY
from graph.stores.networkx_store import NetworkxStore
from tests.worlds import say, world
from web.words import (
    day_asked,
    fact_words,
    filter_words,
    limited_words,
    question_words,
    summary_words,
    title_words,
    titles_in,
    verdict_words,
)


def answer(ask: str, verdict: str, strength: str = "", steps: int = 1, at: str = "") -> Answer:
    """An answer about A and B with one route of that strength, or none."""
    question = Question(ask=ask, subject="a", subject_name="London Health Board", object="b", object_name="B", at=at)
    step = Step(from_id="a", to_id="b", from_name="A", to_name="B", kind="leads", sentence="", relations=())
    route = Route(strength=strength, firm=True, certainty="certain", sentence="", steps=(step,) * steps)
    return Answer(question=question, verdict=verdict, summary="", routes=(route,) if strength else ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ask", "kinds", "words"),
    [
        ("members", (), "Who sits on the London Health Board?"),
        ("members", ("approves",), "Who approves the London Health Board?"),
        ("members", ("chairs", "co_chairs"), "Who chairs or co-chairs the London Health Board?"),
        ("seats", (), "Where does the London Health Board sit?"),
        ("seats", ("delivers",), "What does the London Health Board deliver?"),
        ("seats", ("part_of",), "What is the London Health Board part of?"),
    ],
)
def test_a_question_about_kinds_is_put_in_their_words(ask: str, kinds: tuple[str, ...], words: str) -> None:
    assert question_words(Question(ask=ask, subject="a", subject_name="London Health Board", kinds=kinds)) == words


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("between", "Does the London Health Board answer to B in 2021, counting only ties of the kind “leads”?"),
        ("up", "Whom does the London Health Board answer to in 2021, counting only ties of the kind “leads”?"),
        ("down", "Who answers to the London Health Board in 2021, counting only ties of the kind “leads”?"),
        ("shared", "Who sits on both the London Health Board and B in 2021, counting only ties of the kind “leads”?"),
        (
            "money",
            "What is said of money that concerns the London Health Board and B in 2021, counting only ties of the kind "
            "“leads”?",
        ),
        ("gaps", "What is open or weak about the London Health Board in 2021, counting only ties of the kind “leads”?"),
        ("changes", "What changed about the London Health Board in 2021, counting only ties of the kind “leads”?"),
        ("profile", "What is said about the London Health Board in 2021, counting only ties of the kind “leads”?"),
    ],
)
def test_every_other_question_names_the_kinds_that_alone_count(ask: str, words: str) -> None:
    asked = msgspec.structs.replace(answer(ask, "no", at="2021").question, kinds=("leads",))
    assert question_words(asked) == words


def test_several_kinds_are_alternatives_and_stand_behind_the_days() -> None:
    asked = Question(ask="changes", at="2015-16", until="2021-22", kinds=("leads", "chairs"))
    assert question_words(asked) == (
        "What changed between March 2016 and March 2022, counting only ties of the kind “leads” or “chairs”?"
    )


@pytest.mark.parametrize(
    ("subject", "other", "words"),
    [
        ("MD3326", "", "What is said of money that concerns MD3326?"),
        ("", "GLA", "What is said of money that concerns GLA?"),
        ("MD3326", "GLA", "What is said of money that concerns MD3326 and GLA?"),
        ("", "", "Who pays whom?"),
    ],
)
def test_money_is_asked_after_as_what_is_said_of_it(subject: str, other: str, words: str) -> None:
    asked = Question(ask="money", subject=subject, subject_name=subject, object=other, object_name=other)
    assert question_words(asked) == words


def test_a_financial_year_is_a_time_between() -> None:
    asked = Question(ask="money", subject="a", subject_name="A", at="2024-25")
    assert question_words(asked) == "What is said of money that concerns A between April 2024 and March 2025?"


def test_a_question_with_its_limits_says_each_once() -> None:
    asked = Question(ask="up", subject="a", subject_name="A", kinds=("leads",), sources=("plan",), soft=False)
    assert limited_words(asked, titles={"plan": "The plan"}) == (
        "Whom does A answer to, counting only ties of the kind “leads”? (only what “The plan” supports; only firm ties)"
    )
    assert limited_words(Question(ask="gaps")) == "What is open or weak?"


def test_titles_are_read_where_an_answer_names_sources_by_id() -> None:
    store = NetworkxStore()
    store.load(world([say("a", "reports_to", "b")]))
    told = [Answer(question=asked, verdict="", summary="") for asked in (Question(ask="list"), Question(ask="gaps"))]
    filtered = Answer(question=Question(ask="gaps", sources=("2021",)), verdict="", summary="")
    assert [titles_in(store, each) for each in (*told, filtered)] == [
        {"2021": "Paper of 2021"},
        {},
        {"2021": "Paper of 2021"},
    ]


@pytest.mark.parametrize(
    ("ask", "verdict", "strength", "steps", "words"),
    [
        ("between", "yes", "line", 1, "Yes"),
        ("between", "qualified", "line", 2, "Only with reservations"),
        ("between", "qualified", "oversight", 1, "Only by oversight"),
        ("between", "qualified", "leadership", 2, "Only indirectly"),
        ("between", "no", "", 0, "No"),
        ("between", "not stated", "", 0, "The documents do not say"),
        ("up", "yes", "line", 1, "A line is documented"),
        ("up", "qualified", "leadership", 1, "Only by leadership"),
        ("up", "no", "", 0, "To nobody"),
        ("down", "no", "", 0, "Nobody"),
    ],
)
def test_the_verdict_in_words(ask: str, verdict: str, strength: str, steps: int, words: str) -> None:
    assert verdict_words(answer(ask, verdict, strength, steps)) == words


def test_the_question_is_put_as_people_put_it() -> None:
    asked = answer("between", "yes", at="2021-12-09").question
    assert question_words(asked) == "Does the London Health Board answer to B on 9 December 2021?"


@pytest.mark.parametrize(("at", "words"), [("", ""), ("2021", " in 2021"), ("9 Dec 2021", " on 9 December 2021")])
def test_the_day_in_words(at: str, words: str) -> None:
    assert day_asked(at) == words


def test_a_name_is_put_as_it_stands_within_a_sentence() -> None:
    asked = answer("up", "yes").question
    assert question_words(asked, {"a": "community groups"}) == "Whom does community groups answer to?"


def test_limits_are_told_in_words() -> None:
    asked = Question(
        ask="between",
        subject="a",
        subject_name="A",
        kinds=("reports_to", "chairs"),
        sources=("plan",),
        roles=("member",),
        entities=("board",),
        soft=False,
        same=True,
        steps=1,
    )
    assert filter_words(asked, {"plan": "The plan"}) == (
        "only ties of the kind “reports to” or “chairs”",
        "only what “The plan” supports",
        "only in the role of member",
        "through no others than boards",
        "only firm ties",
        "also across what may be the same body under two names",
        "at most 1 step",
    )
    assert filter_words(answer("up", "no").question) == ()


def test_the_title_tells_the_answer() -> None:
    assert title_words(answer("between", "no")) == "London Health Board and B: no"
    told = answer("up", "no")
    told = msgspec.structs.replace(told, question=msgspec.structs.replace(told.question, kinds=("leads",)))
    assert title_words(told) == "Whom the London Health Board answers to, only ties of the kind “leads”: to nobody"


def test_the_summary_does_not_repeat_the_verdict() -> None:
    verdicts: list[tuple[Verdict, str]] = [("yes", "Yes"), ("no", "No")]
    for verdict, head in verdicts:
        told = Answer(question=answer("up", "no").question, verdict=verdict, summary=f"{head}. It ended.")
        assert summary_words(told) == "It ended."


def test_a_fact_is_told_without_its_subject() -> None:
    always = Bounds(FIRST_DAY, FIRST_DAY, LAST_DAY, LAST_DAY)
    fact = Relation("x", "counted", "a", "", State.SINGLE, always, roles=("boroughs",))
    assert fact_words(fact) == "Number (boroughs)"
    assert fact_words(Relation("x", "leads", "a", "b", State.SINGLE, always)) == ""

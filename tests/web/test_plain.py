import pytest

from graph.model import Source, Strength
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.stores.networkx_store import NetworkxStore
from tests.web.conftest import small_graph
from tests.worlds import say, world
from web.plain import plain_text
from web.words import names_in, titles_in


@pytest.fixture
def held() -> NetworkxStore:
    store = NetworkxStore()
    store.load(small_graph())
    return store


def told(  # noqa: PLR0913 - those of `ask` and of `plain_text`
    store: NetworkxStore,
    question: str,
    subject: str,
    end: str = "",
    *,
    options: Options | None = None,
    address: str = "",
    most: int | None = None,
) -> str:
    """An answer as text."""
    answer = ask(store, question, subject, end, options or Options())
    return plain_text(answer, names_in(store, answer.question), titles_in(store, answer), address, most)


def test_the_whole_answer_stands_in_the_text(held: NetworkxStore) -> None:
    text = told(held, "between", "HEG", "Mayor of London", address="https://here.example/ask")
    assert text.splitlines() == [
        "Does the Health Equity Group answer to the Mayor of London?",
        "Only indirectly. The Health Equity Group reports to the London Health Board, which is chaired by the Mayor of "
        "London. To be chaired or led by somebody is weaker than to report to them: no document states an unbroken "
        "line of reporting.",
        "",
        "Route 1 of 1: by leadership, certain",
        "1. The Health Equity Group reports to the London Health Board. [two or more sources; first stated 9 December "
        "2021, last confirmed October 2024 to March 2025 (inferred)]",
        "   - The implementation plan, p. 1 (stated, 9 December 2021): It says so.",
        "   - The Board's page, p. 1 (stated, October 2024 to March 2025 (inferred)): It says so.",
        "2. The London Health Board is chaired by the Mayor of London. [one source; stated October 2024 to March 2025 "
        "(inferred)]",
        "   - The Board's page, p. 1 (stated, October 2024 to March 2025 (inferred)): It says so.",
        "",
        "Asked: ties used: lines, oversight and leadership, any day.",
        f"Data version: {held.version()}",
        "Address: https://here.example/ask",
    ]


def test_contradictions_and_doubts_are_told(held: NetworkxStore) -> None:
    text = told(held, "between", "LHCP", "HEG")
    assert "[disputed;" in text
    assert "(stated, contradicts, October 2024 to March 2025 (inferred)): The co-chair is somebody else." in text


def test_routes_beyond_the_most_are_counted(held: NetworkxStore) -> None:
    text = told(held, "up", "HEDG", options=Options(lens=Strength.LEADERSHIP), most=1)
    assert "Route 1 of" in text
    assert "Route 2 of" not in text
    assert "more routes are not written out here." in text


def test_where_nothing_is_found_it_says_where_it_ends(held: NetworkxStore) -> None:
    text = told(held, "up", "alone")
    assert "The documents do not say." in text
    assert "Where it ends:" in text


def test_limits_of_ties_and_of_the_question_are_told(held: NetworkxStore) -> None:
    text = told(held, "up", "Mayor of London", options=Options(lens=Strength.OVERSIGHT, soft=False, steps=2))
    assert "(inferred); limited to: the annual report]" in text
    assert "Asked: ties used: lines and oversight, any day, only firm ties, at most 2 steps." in text


def test_names_stand_as_within_a_sentence(held: NetworkxStore) -> None:
    assert told(held, "up", "nhs").startswith("Whom does the NHS answer to?")


@pytest.mark.parametrize(("question", "subject"), [("up", "heg"), ("profile", "heg"), ("gaps", "heg")])
def test_what_others_say_instead_stands_below_what_is_disputed(question: str, subject: str) -> None:
    rival = say("hedg", "chairs", "lhb", "t", dispute="who", locator="section 3", says="HEDG chairs it.")
    store = NetworkxStore()
    store.load(
        world([say("heg", "reports_to", "lhb", dispute="who"), rival], sources=[Source("t", "Terms", date="2022")])
    )
    assert "   - Disputed by Terms, section 3 (stated, 2022): HEDG chairs it.\n" in told(store, question, subject)


def test_a_row_of_a_profile_says_its_sentence_once(held: NetworkxStore) -> None:
    text = told(held, "profile", "lhcp")
    assert "- The co-chair is somebody else.\n   - The Board's page, p. 1 (stated, contradicts, " in text
    assert text.count("The co-chair is somebody else.") == 1


def test_what_is_listed_has_the_titles_of_its_documents(held: NetworkxStore) -> None:
    text = told(held, "list", "", options=Options(entities=frozenset({"group"}), sources=frozenset({"2021-12"})))
    assert "\n   - Named in “The implementation plan” and “The Board's page”\n" in text
    assert "\n   - Named in “The implementation plan”\n" in text
    assert "only what “The implementation plan” supports" in text


def test_many_documents_are_counted() -> None:
    store = NetworkxStore()
    store.load(world([say("a", "reports_to", "b", str(year)) for year in range(2000, 2010)]))
    text = told(store, "list", "")
    assert "“Paper of 2005” and 4 more\n" in text
    assert "Paper of 2006" not in text


def test_an_answer_that_was_stopped_says_so(held: NetworkxStore) -> None:
    text = told(held, "gaps", "", options=Options(seconds=1e-9))
    assert "The search was cut short after 1e-09 seconds: nothing was found by then, and nothing is ruled out." in text
    assert "The search was cut short (its time was up)." in text


def test_what_a_row_leaves_to_its_cells_stands_behind_it(held: NetworkxStore) -> None:
    text = told(held, "changes", "heg", options=Options(at="2015", until="2022"))
    assert " [began; one source; stated 9 December 2021; possible, not certain]" in text
    assert "Asked: 2015 until 2022." in text

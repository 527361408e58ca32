"""Relations as the ties of an answer: sentence, state, dates and evidence."""

import pytest

from graph.model import Source
from graph.queries.views import evidence_of, tie_of
from graph.spans import ANY_DAY, read_span
from tests.worlds import london, only, reports, say, world


def test_a_tie_is_read_from_the_end_that_is_asked_about() -> None:
    graph = london()
    relation = graph.relations["lhb.oversees.lhcp"]
    tie = tie_of(relation, graph, "lhcp")
    assert tie.sentence == "The London Health and Care Partnership is overseen by the London Health Board."
    assert (tie.id, tie.kind, tie.state, tie.strength) == (
        "lhb.oversees.lhcp",
        "oversees",
        "single source",
        "oversight",
    )
    assert tie_of(relation, graph, "lhb").sentence.startswith("The London Health Board oversees")


def test_bounds_that_are_not_known_are_none() -> None:
    graph = world(reports("ab", source="2021-03"))
    dates = tie_of(only(graph), graph, "a").dates
    assert (dates.earliest_start, dates.latest_start) == ("2021-03-01", "2021-03-01")
    assert (dates.earliest_end, dates.latest_end) == ("2021-04-01", None)
    assert dates.words == "stated 2021-03"
    undated = world(reports("ab", source="undated"))
    nothing = tie_of(only(undated), undated, "a").dates
    assert (nothing.earliest_start, nothing.latest_start, nothing.earliest_end, nothing.latest_end) == (None,) * 4


@pytest.mark.parametrize(
    ("at", "certainty"), [("", "certain"), ("2021", "certain"), ("2022", "possible"), ("2019", "never")]
)
def test_the_certainty_of_a_tie_is_that_of_the_days_asked_about(at: str, certainty: str) -> None:
    graph = world(reports("ab", source="2021"))
    assert tie_of(only(graph), graph, "a", read_span(at) if at else ANY_DAY).certainty == certainty


def test_a_tie_of_nobody_has_no_strength() -> None:
    graph = world([say("a", "member_of", "b", role="chair", scope="x")])
    tie = tie_of(only(graph), graph, "a")
    assert (tie.strength, tie.roles, tie.scopes) == ("", ("chair",), ("x",))


def test_the_oldest_source_comes_first_and_undated_ones_last() -> None:
    claims = [
        *reports("ab", source="undated", id="u"),
        *reports("ab", source="2022", id="n", stance="contradicts", locator="ch. 2"),
        *reports("ab", source="2020", id="z"),
        *reports("ab", source="2020", id="y", status="implied"),
        *reports("ab", source="s", id="i", planned="planned"),
    ]
    graph = world(claims, sources=[Source("s", "S", inferred="2019/2021")])
    evidence = evidence_of(only(graph), graph)
    assert [each.claim for each in evidence] == ["i", "y", "z", "n", "u"]
    assert [each.published for each in evidence] == [
        "January 2019 to December 2021 (inferred)", "2020", "2020", "2022", "undated",
    ]  # fmt: skip
    assert [(each.status, each.stance, each.planned) for each in evidence] == [
        ("stated", "supports", "planned"),
        ("implied", "supports", ""),
        ("stated", "supports", ""),
        ("stated", "contradicts", ""),
        ("stated", "supports", ""),
    ]
    assert (evidence[3].title, evidence[3].locator, evidence[3].says) == ("Paper of 2022", "ch. 2", "It says so.")

"""Claims of one key, told apart by time."""

import pytest

from tests.worlds import reports, say, world


def _spells(*claims: tuple[str, str]) -> list[list[str]]:
    """Spells of claims that a reports to b, each given as its start and end: the claims' places in the list."""
    graph = world(say("a", "reports_to", "b", "2030", start=start, end=end) for start, end in claims)
    return [[str(int(claim[1:])) for claim in relation.claims] for relation in graph.relations.values()]


@pytest.mark.parametrize(
    ("claims", "wanted"),
    [
        ([("2010", "2012"), ("2014", "2016")], [["0"], ["1"]]),
        ([("2010", "2012"), ("2011", "2016")], [["0", "1"]]),
        ([("2010", "2012"), ("2012", "2016")], [["0"], ["1"]]),
        ([("2010", "2012"), ("2011-12", "2016")], [["0", "1"]]),
        ([("2010", "9 June 2012"), ("9 June 2012", "2016")], [["0"], ["1"]]),
        ([("2010", "9 June 2012"), ("8 June 2012", "2016")], [["0", "1"]]),
        ([("2010", "June 2012"), ("1 June 2012", "")], [["0"], ["1"]]),
        ([("2010", ""), ("2020", "2021")], [["0", "1"]]),
        ([("2014", "2016"), ("2010", "2012")], [["1"], ["0"]]),
        ([("2010", "2012"), ("2014", "2016"), ("2011", "2015")], [["0", "1", "2"]]),
        ([("", "2012"), ("2014", "")], [["0"], ["1"]]),
        ([("", "2012"), ("", "2020")], [["0", "1"]]),
        ([("2010", "2010"), ("2010", "2012")], [["0", "1"]]),
    ],
)
def test_claims_overlap_directly_or_through_others(claims: list[tuple[str, str]], wanted: list[list[str]]) -> None:
    assert _spells(*claims) == wanted


def test_the_id_of_a_spell_names_its_start() -> None:
    graph = world([*reports("ab", start="", end="2012"), *reports("ab", start="June 2014")])
    assert list(graph.relations) == ["a.reports_to.b", "a.reports_to.b@2014-06-01"]


@pytest.mark.parametrize(
    ("source", "spell"),
    [
        ("2009", "a.reports_to.b@2010-01-01"),
        ("2011", "a.reports_to.b@2010-01-01"),
        ("2013", "a.reports_to.b@2010-01-01"),
        ("2014", "a.reports_to.b@2014-01-01"),
        ("2020", "a.reports_to.b@2014-01-01"),
        ("undated", "a.reports_to.b@2010-01-01"),
    ],
)
def test_a_claim_without_dates_joins_the_last_spell_begun_when_its_source_spoke(source: str, spell: str) -> None:
    dated = [*reports("ab", start="2010", end="2012"), *reports("ab", start="2014", end="2016")]
    graph = world([*dated, *reports("ab", source=source, id="free")])
    assert [relation.id for relation in graph.relations.values() if "free" in relation.claims] == [spell]


def test_claims_without_dates_alone_are_one_spell() -> None:
    graph = world([*reports("ab", source="2010"), *reports("ab", source="2020"), *reports("ab", source="undated")])
    assert list(graph.relations) == ["a.reports_to.b"]


def test_counts_of_different_times_are_spells() -> None:
    graph = world([say("k", "counted", source=year, role="parts") for year in ("2013", "2019")])
    assert [relation.id.partition("@")[2] for relation in graph.relations.values()] == ["2013-01-01", "2019-01-01"]
    assert {str(relation.state) for relation in graph.relations.values()} == {"single source"}


def test_counts_of_one_time_are_one_spell() -> None:
    graph = world([say("k", "counted", source=date, role="parts") for date in ("2013", "2013-06")])
    assert len(graph.relations) == 1


def test_the_order_of_the_claims_does_not_matter() -> None:
    claims = [
        *reports("ab", start="2010", end="2012", id="x"),
        *reports("ab", start="2014", end="2016", id="y"),
        *reports("ab", start="2011", end="2015", id="z"),
    ]
    assert world(claims).relations == world(reversed(claims)).relations

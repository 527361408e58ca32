from graph.exploring.dates import Dated, dates_of
from graph.model import Source
from graph.spans import Span, read_span
from tests.worlds import say, world

PART = world(
    [
        say("a", "reports_to", "b", "2021-12", start="2020"),
        say("a", "reports_to", "b", "2024", start="2020", end="March 2024"),
        say("c", "reports_to", "b", "2024", planned="planned", start="2030"),
        say("d", "reports_to", "b", "2024", stance="contradicts", start="1999"),
        say("p", "funds", "b", "2024", year="2022-23"),
        say("b", "dated", source="2024", start="2014-10", role="founded"),
        say("e", "reports_to", "b", "open"),
        say("f", "reports_to", "b", "undated-paper"),
    ],
    kinds={"p": "fund"},
    sources=[Source("open", "An open one", inferred="2016-12/..")],
)


def test_beginnings_ends_and_documents_are_counted_by_date() -> None:
    ties = [one for one in PART.relations.values() if one.object]
    assert dates_of(PART, ties, ["b"]) == (
        Dated(read_span("October 2014"), began=1),
        Dated(Span(read_span("2016-12-01").first, read_span("2016-12-01").first), attested=1),
        Dated(read_span("2020"), began=1),
        Dated(read_span("2021-12"), attested=1),
        Dated(read_span("2022/23"), began=1),
        Dated(read_span("2024"), attested=3),
        Dated(read_span("March 2024"), ended=1),
    )


def test_of_nothing_no_date_matters() -> None:
    assert dates_of(PART, (), ()) == ()


def test_a_date_can_be_asked_about() -> None:
    assert Dated(read_span("2021-12")).at == "2021-12"
    assert Dated(read_span("spring 2025")).at == "2025-03-01"

from graph.model import Source
from graph.subgraph import Subgraph
from tests.web.conftest import small_graph
from tests.web.sites import london
from tests.worlds import say, world
from web.figures import Figures, figures_of


def test_an_empty_graph_counts_nothing() -> None:
    assert figures_of(Subgraph()) == Figures()


def test_it_counts_what_is_there() -> None:
    figures = figures_of(small_graph())
    assert figures.kinds == (("bodies", 10), ("posts", 1), ("people", 1), ("collectives", 1))
    assert (figures.ties, figures.facts) == (14, 1)
    assert figures.strengths == (("line", 6), ("oversight", 2), ("leadership", 3))
    assert dict(figures.states)["disputed"] == 1
    assert dict(figures.states)["denied"] == 1
    assert sum(count for _, count in figures.states) == figures.ties
    assert figures.undated == 1
    assert figures.opposed == 2


def test_documents_stand_from_the_newest_to_undated_ones() -> None:
    graph = world(
        [say("a", "reports_to", "b", source="2021"), say("a", "reports_to", "c", source="2021")],
        sources=[
            Source("undated", "Undated"),
            Source("open", "Open", inferred="2016-12/.."),
            Source("2021", "Dated", date="2021"),
            Source("2015", "Older", date="2015"),
        ],
    )
    documents = figures_of(graph).documents
    assert [document.source.id for document in documents] == ["2021", "open", "2015", "undated"]
    assert [(document.claims, document.named) for document in documents] == [(2, 3), (0, 0), (0, 0), (0, 0)]


def test_the_figures_of_london_are_those_of_its_tables() -> None:
    graph = london()
    figures = figures_of(graph)
    assert sum(count for _, count in figures.kinds) == len(graph.entities)
    assert sum(document.claims for document in figures.documents) == len(graph.claims)
    assert figures.ties + figures.facts == len(graph.relations)

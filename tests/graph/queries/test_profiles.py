"""`profile`: all that is claimed about one, by source."""

from graph.queries.ask import ask
from graph.queries.options import Options
from graph.rows import Said
from graph.stores import open_store
from tests.worlds import london, say, world


def test_every_claim_once_the_oldest_source_first() -> None:
    claims = [
        say("a", "reports_to", "b", "2021"),
        say("a", "reports_to", "b", "2019"),
        say("a", "dated", source="undated", start="2010"),
        say("c", "reports_to", "b", "2021"),
    ]
    with open_store("networkx://") as store:
        store.load(world(claims))
        answer = ask(store, "profile", "a")
    rows = [row for row in answer.rows if isinstance(row, Said)]
    assert [row.evidence.source for row in rows] == ["2019", "2021", "undated"]
    assert (rows[0].kind, rows[0].state) == ("reports_to", "corroborated")


def test_filters_and_the_empty_case() -> None:
    with open_store("networkx://") as store:
        store.load(london())
        one = ask(store, "profile", "LHB", options=Options(kinds=frozenset({"chairs"})))
        none = ask(store, "profile", "LHB", options=Options(kinds=frozenset({"delivers"})))
        people = ask(store, "profile", "Mayor of London", options=Options(entities=frozenset({"person"})))
    assert [row.kind for row in one.rows if isinstance(row, Said)] == ["chairs"]
    assert none.summary == (
        "With the filters asked for, no document in this data says anything of the kind “delivers” about the London "
        "Health Board."
    )
    assert [row.kind for row in people.rows if isinstance(row, Said)] == ["holds_post"]

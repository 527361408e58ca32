"""`profile`: all that is claimed about one, by source."""

from collections.abc import Collection

from graph.queries.ask import ask
from graph.queries.options import Options
from graph.rows import Said
from graph.store import Part
from graph.stores import open_store
from graph.stores.networkx_store import NetworkxStore
from graph.subgraph import Subgraph
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


def test_claims_that_only_name_it_are_told_as_such() -> None:
    claims = [
        say("a", "reports_to", "b", "2019"),
        say("c", "member_of", "b", "2020", via=("a",)),
        say("c", "funds", "b", "2021", decision=("md",), budget=("pot",)),
        say("a", "funds", "b", "2022", via=("a",)),
    ]
    with open_store("networkx://") as store:
        store.load(world(claims, kinds={"md": "decision", "pot": "budget"}))
        answers = [ask(store, "profile", name) for name in ("a", "md", "pot")]
        bodies = ask(store, "profile", "a", options=Options(kinds=frozenset({"member_of"}), at="2015"))
    told = [[(row.kind, row.named_as) for row in answer.rows if isinstance(row, Said)] for answer in answers]
    assert told == [
        [("reports_to", ""), ("member_of", "via"), ("funds", "")],
        [("funds", "decision")],
        [("funds", "budget")],
    ]
    assert answers[0].summary.endswith(" 1 of them only names it, as go-between, decision or budget.")
    assert bodies.rows == ()


def test_claims_that_say_the_same_without_naming_it_are_not_told() -> None:
    claims = [say("c", "member_of", "b", "2020", via=("a",)), say("c", "member_of", "b", "2021")]
    with open_store("networkx://") as store:
        store.load(world(claims))
        answer = ask(store, "profile", "a")
    told = [(row.evidence.source, row.state) for row in answer.rows if isinstance(row, Said)]
    assert told == [("2020", "corroborated")]


def test_what_only_names_it_is_found_without_reading_all_of_the_data() -> None:
    class Unread(NetworkxStore):
        def read(self, *, without: Collection[Part] = (), seconds: float | None = None) -> Subgraph:
            raise AssertionError(f"Everything was read, without {without}, in {seconds}.")

    with Unread() as store:
        store.load(world([say("a", "reports_to", "b"), say("c", "member_of", "b", via=("a",))]))
        answer = ask(store, "profile", "a")
    assert [row.named_as for row in answer.rows if isinstance(row, Said)] == ["", "via"]
    assert answer.truncated is None


def test_where_the_time_ran_out_the_answer_says_so_and_rules_nothing_out() -> None:
    with open_store("networkx://") as store:
        store.load(world([say("c", "member_of", "b", via=("a",))]))
        answer = ask(store, "profile", "a", options=Options(seconds=1e-9))
    assert (answer.rows, answer.truncated) == ((), "time")
    assert "nothing was found by then, and nothing is ruled out" in answer.summary

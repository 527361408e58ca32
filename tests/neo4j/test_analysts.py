"""What docs/neo4j.md tells an analyst: every query in it is run, and its answer compared with what the documents say.

The rows were read by hand from `data/london/claims.csv`; ids like `his-106` are those of its claims.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.kinds import vocabulary
from graph.stores import open_store
from graph.stores.cypher import relationship
from graph.subgraph import Subgraph
from loaders import load
from tests.neo4j.plugin import SERVERS, Servers
from tests.neo4j.server import Place
from tests.worlds import say, world

pytestmark = pytest.mark.neo4j

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
STYLE = (ROOT / "docs" / "neo4j.grass").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:^```text\n:param (\{.*\})\n```\n\n)?^```cypher\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUERIES = {
    part.partition("\n")[0]: block
    for part in re.split(r"^#{2,3} ", PAGE, flags=re.MULTILINE)
    for block in BLOCK.findall(part)
}
"""Heading -> parameters and text of the query below it."""
PLAN = "Health Inequalities Strategy Implementation Plan 2021-24"

BOOKS = {"records", "version", "format", "digest"}
"""Properties of the program's own book-keeping."""

Rows = list[dict[str, Any]]


@cache
def london() -> Subgraph:
    graph = load(ROOT / "data" / "london").graph
    assert graph
    return graph


@dataclass(frozen=True)
class Analyst:
    """Somebody who may only read, and asks in every Cypher that the server speaks."""

    place: Place
    driver: neo4j.Driver
    languages: tuple[str, ...]

    def given(self, graph: Subgraph) -> None:
        """Let the database hold that graph."""
        with open_store(self.place.uri, self.place.password) as store:
            store.load(graph)

    def ask(self, heading: str, **changed: object) -> Rows:
        """The rows of the query below that heading, the same in each Cypher; some parameters may be changed."""
        ((shown, query),) = [block for each, block in QUERIES.items() if heading in each]
        parameters = self.read(f"RETURN {shown or '{}'} AS shown")[0]["shown"]
        assert changed.keys() <= parameters.keys()
        answers = [self.read(f"{language} {query}", **(parameters | changed)) for language in self.languages]
        assert all(answer == answers[0] for answer in answers)
        return answers[0]

    def read(self, query: str, **parameters: object) -> Rows:
        with self.driver.session(database="neo4j", default_access_mode=neo4j.READ_ACCESS) as session:
            return [record.data() for record in session.run(query, parameters)]


@pytest.fixture(scope="module", params=SERVERS)
def somebody(request: pytest.FixtureRequest, servers: Servers) -> Iterator[Analyst]:
    place = servers.place(request.param)
    place.clear()
    with place.driver() as driver:
        old = driver.get_server_info().agent.startswith("Neo4j/5.")
        yield Analyst(place, driver, ("CYPHER 5",) if old else ("CYPHER 5", "CYPHER 25"))
    place.clear()


@pytest.fixture
def analyst(somebody: Analyst) -> Analyst:
    """Somebody who looks at the London data; to load what is there already changes nothing."""
    somebody.given(london())
    return somebody


def column(rows: Rows, *names: str) -> list[Any]:
    """A column, or several as tuples."""
    return [row[names[0]] if len(names) == 1 else tuple(row[name] for name in names) for row in rows]


def named(rows: Rows, **values: object) -> dict[str, Any]:
    """The one row with these values."""
    (row,) = [row for row in rows if row.items() >= values.items()]
    return row


def every(rows: Rows, *lists: str) -> set[str]:
    """All that stands in the lists of some columns."""
    return {value for row in rows for name in lists for value in row[name]}


def test_there_are_ten_questions_and_each_has_a_test_here() -> None:
    tests = Path(__file__).read_text(encoding="utf-8")
    assert len([heading for heading in QUERIES if re.match(r"\d+\. ", heading)]) == 10
    assert len(QUERIES) == PAGE.count("```cypher")
    asked = re.findall(r"\.ask\(\s*\"([^\"]+)\"", tests)
    for heading in QUERIES:
        assert any(words in heading for words in asked), heading


def test_a_name_is_found_under_another_name(analyst: Analyst) -> None:
    """HEG is the "London Health Equity Group" in chapter 6."""
    rows = analyst.ask("Finding what")
    assert rows[0] == {
        "id": "health-equity-group",
        "name": "Health Equity Group",
        "kind": "group",
        "also": ["London Health Equity Group"],
    }
    assert column(analyst.ask("Finding what", words="hedg"), "id") == ["health-equity-delivery-group"]


@pytest.mark.parametrize("words", ['"', 'health" OR "x', "health/equity", "*", "AND", "a AND", "", "\\", "[a TO", "~3"])
def test_whatever_is_typed_is_looked_for_and_breaks_nothing(analyst: Analyst, words: str) -> None:
    assert len(analyst.ask("Finding what", words=words)) <= 20


def test_the_line_from_hedg_to_the_board_on_a_day_with_its_sources(analyst: Analyst) -> None:
    assert analyst.ask("Does one answer") == [
        {
            "number": number,
            "sentence": sentence,
            "dates": "stated 9 December 2021",
            "held": "certain",
            "state": "single source",
            "source": PLAN,
            "locator": locator,
            "claim": claim,
        }
        for number, sentence, locator, claim in (
            (
                1,
                "The Health Equity Delivery Group is a sub-group of the Health Equity Group.",
                "ch. 1, Health Equity Delivery Group (HEDG)",
                "his-110",
            ),
            (
                2,
                "The Health Equity Group reports to the London Health Board.",
                "ch. 1, Health Equity Group (HEG)",
                "his-106",
            ),
        )
    ]


def test_the_line_is_possible_later_and_there_is_none_before_the_group_was_formed(analyst: Analyst) -> None:
    """HEG was formed in 2020 (his-076)."""
    assert column(analyst.ask("Does one answer", day="2023-01-01"), "held") == ["possible", "possible"]
    assert analyst.ask("Does one answer", day="2019-12-31") == []


def test_who_answers_to_the_board_on_a_day(analyst: Analyst) -> None:
    """his-106, his-074, his-073, his-075 and, through HEG, his-110; MD3326 speaks of a later day (md-005)."""
    rows = analyst.ask("Who answers to a body")
    assert column(rows, "who", "steps", "through") == [
        ("Health Equity Group", 1, ["London Health Board"]),
        ("Health Inequalities Strategy", 1, ["London Health Board"]),
        ("London Health and Care Vision", 1, ["London Health Board"]),
        (f"the {PLAN}", 1, ["London Health Board"]),
        ("Health Equity Delivery Group", 2, ["Health Equity Group", "London Health Board"]),
    ]
    later = analyst.ask("Who answers to a body", day="2025-01-01")
    assert "London Health and Care Partnership" in column(later, "who")
    assert "Health Equity Group" not in column(later, "who")


def test_who_chairs_what_and_since_when(analyst: Analyst) -> None:
    """agr-061 and his-067; dev-004; his-013 against his-145; his-259."""
    rows = analyst.ask("Who chairs what")
    assert len(rows) == 14
    board = named(rows, body="London Health Board")
    assert board["chair"] == "Mayor of London"
    assert (board["how"], board["state"]) == ("CHAIRS", "corroborated")
    assert board["since"] == "first stated December 2015 (inferred), last confirmed 9 December 2021"
    assert named(rows, chair="Dr Marc Rowland")["body"] == "London Clinical Commissioning Council"
    recovery = [row for row in rows if row["body"] == "London Recovery Board"]
    assert column(recovery, "chair", "state") == [
        ("Chair of London Councils", "disputed"),
        ("London Councils", "disputed"),
        ("Mayor of London", "single source"),
    ]
    assert named(rows, state="planned")["chair"] == "Mayor of London"


def test_who_watches_whom(analyst: Analyst) -> None:
    """his-066; agr-135 and agr-137; his-313; his-075."""
    rows = analyst.ask("Who scrutinises")
    assert len(rows) == 18
    scrutiny = named(rows, how="SCRUTINISES")
    assert (scrutiny["who"], scrutiny["whom"]) == ("London Assembly", "Mayor of London")
    assert scrutiny["over"] == ["the yearly report on the plan's commitments"]
    regulators = column([row for row in rows if row["how"] == "REGULATES"], "who", "state")
    assert regulators == [("Care Quality Commission", "single source"), ("NHS Improvement", "planned")]
    assert named(rows, who="London Adolescent Safeguarding Oversight Board")["over"] == ["implementation"]
    assert named(rows, whom=f"the {PLAN}")["state"] == "implied only"


def test_what_is_claimed_about_a_body(analyst: Analyst) -> None:
    rows = analyst.ask("What is claimed")
    assert named(rows, claim="his-106") == {
        "source": PLAN,
        "locator": "ch. 1, Health Equity Group (HEG)",
        "says": "The Health Equity Group reports to the London Health Board.",
        "status": "stated",
        "planned": "",
        "stance": "supports",
        "claim": "his-106",
    }
    assert named(rows, claim="his-078")["planned"] == "planned"
    said = london().claims.values()
    about = [claim.id for claim in said if "health-equity-group" in (claim.subject, claim.object)]
    assert sorted(column(rows, "claim")) == sorted(about)


def test_what_sources_dispute(analyst: Analyst) -> None:
    """agr-075 has December 2015, dev-001 December 2016; his-013 and his-145 name two second chairs."""
    rows = analyst.ask("What do sources dispute")
    assert named(rows, claim="agr-075")["about"] == named(rows, claim="dev-001")["about"]
    assert named(rows, claim="dev-001")["source"] == "Devolution for health and care in London"
    assert named(rows, claim="his-013")["kind"] == named(rows, claim="his-145")["kind"] == "co_chairs"
    words = {claim.id for claim in london().claims.values() if claim.dispute}
    assert words <= set(column(rows, "claim"))
    assert set(column(rows, "state")) == {"disputed"}


def test_which_lines_rest_on_one_document(analyst: Analyst) -> None:
    """his-106, his-110; the sub-group of the Recovery Board is implied once (his-195) and stated elsewhere."""
    rows = analyst.ask("rest on one document")
    line = named(rows, sentence="The Health Equity Group reports to the London Health Board.")
    assert (line["source"], line["locators"], line["claims"]) == (
        PLAN,
        ["ch. 1, Health Equity Group (HEG)"],
        ["his-106"],
    )
    assert {"his-106", "his-110", "his-195"} <= every(rows, "claims")
    assert "agr-067" not in every(rows, "claims"), "planned"


def test_what_each_decision_paid_is_counted_once(analyst: Analyst) -> None:
    """md-015 (said five times), md-016 and md-017 make 303,200; the 300,000 of md-014 is a total and not added.

    md-064 stands under two decisions together; md-065 and md-066 are two years of one.
    """
    rows = analyst.ask("How much was decided")
    assert column(rows, "decisions", "state", "total", "payments", "years") == [
        (["ADD2692"], "implied only", 20000, 1, []),
        (["MD2704"], "implied only", 150000, 1, ["2020-21"]),
        (["MD2704", "MD2799"], "implied only", 150000, 1, ["2021-22"]),
        (["MD3012"], "implied only", 300000, 2, ["2022-23", "2023-24"]),
        (["MD3326"], "single source", 303200, 3, ["2024-25", "2025-26"]),
    ]
    assert set(column(rows, "payer", "currency")) == {("Greater London Authority", "GBP")}


def test_who_sat_on_both_boards(analyst: Analyst) -> None:
    """his-092 and his-013, his-093 and his-147, his-342 and his-336, his-097 and his-014."""
    rows = analyst.ask("Who sat on both")
    assert column(rows, "who", "state_there") == [
        ("London Councils", "disputed"),
        ("local government leaders", "single source"),
        ("the Confederation of British Industry", "single source"),
        ("the NHS", "single source"),
    ]
    assert rows[0]["there"] == "London Councils co-chairs the London Recovery Board."
    assert all(column(rows, "perhaps_together"))


def test_what_began_in_a_period(analyst: Analyst) -> None:
    """his-008: July 2020; his-040 and his-076: 2020; his-131: from April 2020; his-106 prints no date."""
    rows = analyst.ask("What began or ended")
    assert named(rows, what="London Recovery Board") == {
        "what": "London Recovery Board",
        "event": "began",
        "from_day": "2020-07-01",
        "to_day": "2020-07-31",
        "claims": ["his-008"],
    }
    assert named(rows, what="Health Equity Group")["claims"] == ["his-040", "his-076"]
    assert {"his-125", "his-129", "his-131", "his-143", "his-322"} <= every(rows, "claims")
    assert "his-106" not in every(rows, "claims")
    assert set(column(rows, "event")) == {"began"}


def test_what_ended_in_a_period(analyst: Analyst) -> None:
    """md-083, md-084, md-085: members of the working group for its meeting of July 2024; md-087, md-088: from then."""
    rows = analyst.ask("What began or ended", first="2024-07-01", last="2024-07-31")
    ended = [row for row in rows if row["event"] == "ended"]
    assert every(ended, "claims") == {"md-083", "md-084", "md-085"}
    assert every(rows, "claims") == {"md-083", "md-084", "md-085", "md-087", "md-088"}


def test_the_picture_shows_the_line_and_what_it_rests_on(analyst: Analyst) -> None:
    rows = analyst.ask("The picture above")
    shown = {node["id"] for row in rows for path in (row["line"], row["said"]) for node in path[::2]}
    assert shown == {
        "health-equity-delivery-group",
        "health-equity-group",
        "london-health-board",
        "his-106",
        "his-110",
        "his-plan-2021",
    }


def test_nothing_is_left_over_after_a_load(analyst: Analyst) -> None:
    assert analyst.ask("While somebody loads") == [{"leftovers": 0}]


def test_every_label_type_and_property_is_explained(analyst: Analyst) -> None:
    words = set(re.findall(r"`(?:\w+: )?'?(\w+)'?`", PAGE))
    keys = analyst.read("CALL { MATCH (n) RETURN n UNION MATCH ()-[n]->() RETURN n } UNWIND keys(n) AS k RETURN k")
    used = {row["k"] for row in keys} - BOOKS
    assert used <= words
    assert {relationship(kind) for kind in vocabulary().relations} <= words
    types = {row["t"] for row in analyst.read("MATCH ()-[r]->() RETURN DISTINCT type(r) AS t")}
    assert types <= words | {"SAYS", "ABOUT", "NAMES"}


def test_every_label_has_a_style() -> None:
    styled: Iterable[str] = re.findall(r"^node\.(\w+) ", STYLE, re.MULTILINE)
    assert sorted(styled) == sorted(["Entity", "Claim", "Fact", "Source", *map(str.capitalize, vocabulary().entities)])


def test_what_a_person_clicks_reads_as_words(analyst: Analyst) -> None:
    """The day of his-106, what his-110 says, and what the facts of HEG say (his-043)."""
    (tie,) = analyst.read("MATCH (:Group)-[r:REPORTS_TO]->(:Board) RETURN properties(r) AS r")
    assert tie["r"]["sentence"] == "The Health Equity Group reports to the London Health Board."
    assert tie["r"]["dates"] == "stated 9 December 2021"
    (claim,) = analyst.read("MATCH (c:Claim {id: 'his-110'}) RETURN c.name AS name")
    assert claim["name"] == "The Health Equity Delivery Group is a sub-group of the Health Equity Group."
    facts = analyst.read("MATCH (:Entity {id: 'health-equity-group'})-->(f:Fact) RETURN f.name AS name")
    assert any("joins experts with voices from communities" in fact["name"] for fact in facts)


def test_a_longer_line_is_found_where_a_shorter_one_has_ended(somebody: Analyst) -> None:
    ended = say("a", "reports_to", "c", "2021", start="2001", end="2005")
    longer = [say("a", "reports_to", "b", "2021", start="2001"), say("b", "reports_to", "c", "2021", start="2001")]
    somebody.given(world([ended, *longer]))
    rows = somebody.ask("Does one answer", lower="a", upper="c", day="2020-01-01")
    assert column(rows, "claim") == ["c001", "c002"]


def test_what_sources_deny_is_listed_and_makes_no_line(somebody: Analyst) -> None:
    somebody.given(world([say("a", "reports_to", "b", stance="contradicts")]))
    (row,) = somebody.ask("What do sources dispute")
    assert (row["state"], row["stance"], row["claim"]) == ("denied", "contradicts", "c000")
    assert somebody.ask("Does one answer", lower="a", upper="b", day="2021-06-01") == []


def test_what_a_fund_pays_on_is_not_added(somebody: Analyst) -> None:
    first = say("payer", "funds", "pot", year="2021-22", amount=Decimal("100.50"), currency="GBP", decision=("paper",))
    onward = say("pot", "funds", "end", year="2021-22", amount=Decimal(40), currency="GBP", decision=("paper",))
    somebody.given(world([first, onward], {"pot": "fund", "paper": "decision"}))
    (row,) = somebody.ask("How much was decided")
    assert (row["payer"], row["total"], row["payments"]) == ("Payer", 100.5, 1)

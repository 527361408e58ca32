"""The London data: what it must say, and how its rows and its README must be."""

import csv
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.model import Strength
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from graph.stores import open_store
from loaders import load
from loaders.package import build_package

ROOT = Path(__file__).resolve().parents[2]
LONDON = ROOT / "data" / "london"
README = ROOT / "data" / "README.md"
TEXTS = ROOT.parent / "shared" / "sources"
LONGEST_SAYS = 200
COPIED = 12
"""A run of this many words is copied, not said in our own words."""
LOCATORS = {
    "md3326-paper": r"Key information|Executive summary|Decision|para [1-7]\.\d",
    "lhcp-page": r"Who we are|The Challenge|The London Vision",
    "agreement-2015": (
        r"Introduction|Parties|Context|Overarching principles|Shared commitments|section [a-h]|note [1-7]"
    ),
    "devolution-page": r"para [1-5](, item [1-5])?",
    "his-plan-2021": r"Title|Key information|Executive summary|Introduction|ch\. ([1-7]|5\.[1-6])(, \S.*)?",
}
PREFIXES = {
    "md3326-paper": "md",
    "lhcp-page": "page",
    "agreement-2015": "agr",
    "devolution-page": "dev",
    "his-plan-2021": "his",
}


def rows(table: str) -> list[dict[str, str]]:
    with (LONDON / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CLAIMS = rows("claims")
CLAIM_IDS = {row["id"] for row in CLAIMS}


@pytest.fixture(scope="module")
def london() -> Iterator[Store]:
    loaded = load(LONDON)
    assert loaded.graph is not None
    store = open_store("networkx://")
    store.load(loaded.graph)
    yield store
    store.close()


def claims_of(kind: str, **cells: str) -> list[Mapping[str, str]]:
    return [row for row in CLAIMS if row["kind"] == kind and all(row[name] == cell for name, cell in cells.items())]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9£]+", text.lower())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    return (tuple(found[at : at + COPIED]) for at in range(len(found) - COPIED + 1))


class TestFacts:
    def test_it_loads_without_a_problem(self) -> None:
        assert list(load(LONDON).problems) == []

    def test_the_strict_line_is_delivery_group_equity_group_health_board_and_no_more(self, london: Store) -> None:
        answer = ask(london, "up", "HEDG")
        assert answer.verdict == "yes"
        steps = [[(step.from_id, step.kind, step.to_id) for step in route.steps] for route in answer.routes]
        first = ("health-equity-delivery-group", "subgroup_of", "health-equity-group")
        assert steps == [[first], [first, ("health-equity-group", "reports_to", "london-health-board")]]
        assert all(route.strength == "line" and route.firm for route in answer.routes)

    def test_nobody_but_the_two_groups_is_in_firm_line_to_the_board(self, london: Store) -> None:
        answer = ask(london, "down", "London Health Board")
        firm = {route.steps[0].from_id for route in answer.routes if route.firm}
        assert firm | {step.from_id for route in answer.routes if route.firm for step in route.steps} == {
            "health-equity-delivery-group",
            "health-equity-group",
        }

    def test_the_board_answers_to_nobody_in_line(self, london: Store) -> None:
        answer = ask(london, "up", "London Health Board", options=Options(lens=Strength.LINE))
        assert (answer.verdict, list(answer.routes)) == ("not stated", [])

    def test_the_delivery_group_answers_to_the_mayor_through_the_chair_only(self, london: Store) -> None:
        answer = ask(london, "between", "HEDG", "Mayor of London")
        assert answer.verdict == "qualified"
        route = answer.routes[0]
        assert [step.kind for step in route.steps] == ["subgroup_of", "reports_to", "chairs"]
        assert (route.strength, route.firm) == ("leadership", True)

    def test_the_partnership_has_oversight_and_no_line(self, london: Store) -> None:
        assert ask(london, "up", "LHCP").verdict == "not stated"
        overseen = ask(london, "up", "LHCP", options=Options(lens=Strength.OVERSIGHT))
        assert overseen.verdict == "qualified"
        assert [[step.kind for step in route.steps] for route in overseen.routes] == [["oversees"]]
        assert overseen.routes[0].steps[0].to_id == "london-health-board"

    def test_the_assembly_scrutinises_the_yearly_report_and_no_more(self, london: Store) -> None:
        (claim,) = claims_of("scrutinises")
        assert (claim["subject"], claim["object"]) == ("london-assembly", "mayor-of-london")
        assert claim["scope"] == "the yearly report on the plan's commitments"
        answer = ask(london, "up", "Mayor of London", options=Options(lens=Strength.OVERSIGHT))
        assert answer.verdict == "qualified"
        assert claim["scope"] in answer.summary
        assert ask(london, "up", "Mayor of London").verdict == "not stated"

    def test_there_is_no_health_equity_group_in_2015(self, london: Store) -> None:
        assert ask(london, "up", "HEG", options=Options(at="2015")).verdict == "no"
        assert ask(london, "between", "HEG", "LHB", Options(at="2015")).verdict == "no"

    def test_md3326_pays_153200_and_150000_and_no_pound_twice(self) -> None:
        graph = load(LONDON).graph
        assert graph is not None
        paid: Counter[str] = Counter()
        for relation in graph.relations.values():
            if relation.kind == "funds" and "md3326" in relation.decision:
                assert len(relation.amounts) == 1, relation.id
                paid[relation.year] += int(relation.amounts[0])
        assert paid == {"2024-25": 153_200, "2025-26": 150_000}

    def test_earlier_decisions_pay_the_same_each_year_and_only_as_implied(self) -> None:
        earlier = [
            claim for claim in claims_of("funds", object="lhcp-pooled-fund") if claim["decision"] not in ("", "md3326")
        ]
        assert {claim["year"]: (claim["amount"], claim["status"]) for claim in earlier} == dict.fromkeys(
            ("2020-21", "2021-22", "2022-23", "2023-24"), ("150000", "implied")
        )
        assert len(earlier) == 4

    def test_a_dispute_word_is_shared(self) -> None:
        shared = Counter(row["dispute"] for row in CLAIMS if row["dispute"])
        assert {word: count for word, count in shared.items() if count < 2} == {}


class TestRows:
    @pytest.mark.parametrize("table", ["sources", "entities", "claims", "coverage"])
    def test_a_table_is_written_as_the_csv_module_writes_it(self, table: str) -> None:
        text = (LONDON / f"{table}.csv").read_bytes()
        assert b"\r" not in text
        assert text.endswith(b"\n")
        assert not text.startswith(b"\xef\xbb\xbf")

    def test_says_is_one_short_sentence(self) -> None:
        wrong = [
            row["id"]
            for row in CLAIMS
            if not re.fullmatch(r"\S.*\.", row["says"]) or row["says"].endswith("..") or len(row["says"]) > LONGEST_SAYS
        ]
        assert wrong == []

    def test_every_locator_has_a_fixed_form(self) -> None:
        wrong = [
            (row["id"], row["locator"]) for row in CLAIMS if not re.fullmatch(LOCATORS[row["source"]], row["locator"])
        ]
        assert wrong == []

    def test_the_coverage_has_the_same_forms_and_the_table_of_contents(self) -> None:
        wrong = {
            row["locator"] for row in rows("coverage") if not re.fullmatch(LOCATORS[row["source"]], row["locator"])
        }
        assert wrong == {"Contents"}

    def test_a_claim_id_shows_its_source(self) -> None:
        wrong = [row["id"] for row in CLAIMS if not re.fullmatch(rf"{PREFIXES[row['source']]}-\d{{3}}", row["id"])]
        assert wrong == []

    def test_roles_and_scopes_can_be_read_aloud(self) -> None:
        clumsy = re.compile(r"(as|for|to|in|among|by|with|from|on behalf)\s|.*\.$")
        wrong = [
            (row["id"], cell)
            for row in CLAIMS
            for cell in (row["role"], row["scope"])
            if clumsy.match(cell) or len(cell.split()) > 11
        ]
        assert wrong == []

    def test_nothing_is_copied_from_the_documents(self) -> None:
        texts = sorted(TEXTS.glob("*.txt")) if TEXTS.is_dir() else []
        if not texts:
            pytest.skip("the texts of the documents are not here")
        printed = {run for text in texts for run in runs(text.read_text(encoding="utf-8"))}
        # Names and titles of entities and sources are kept as printed; everything else is ours.
        ours: dict[str, tuple[str, ...]] = {
            row["id"]: (row["says"], row["note"], row["role"], row["scope"]) for row in CLAIMS
        }
        ours |= {row["id"]: (row["note"],) for table in ("entities", "sources") for row in rows(table)}
        ours |= {" ".join((row["locator"], row["part"])): (row["part"], row["reason"]) for row in rows("coverage")}
        ours |= {"README": (README.read_text(encoding="utf-8"),)}
        assert [
            (where, " ".join(run))
            for where, cells in ours.items()
            for cell in cells
            for run in runs(cell)
            if run in printed
        ] == []

    def test_the_package_is_what_the_loader_makes(self) -> None:
        package: dict[str, Any] = json.loads((LONDON / "datapackage.json").read_text(encoding="utf-8"))
        about = {key: value for key, value in package.items() if key not in ("profile", "name", "title", "resources")}
        assert package == build_package(package["name"], package["title"], **about)


class TestReadme:
    TEXT = README.read_text(encoding="utf-8")

    def test_every_claim_that_it_names_exists(self) -> None:
        named = set(re.findall(r"\b(?:md|page|agr|dev|his)-\d+\b", self.TEXT))
        assert len(named) > 100
        assert named - CLAIM_IDS == set()

    def test_every_dispute_is_told_with_its_claims(self) -> None:
        disputed = {(row["dispute"], row["id"]) for row in CLAIMS if row["dispute"]}
        assert {word for word, _ in disputed if f"`{word}`" not in self.TEXT} == set()
        assert {claim for _, claim in disputed if claim not in self.TEXT} == set()

    def test_it_counts_right(self) -> None:
        counts = re.search(r"(\d+) sources, (\d+) entities and (\d+)\s+claims", self.TEXT)
        assert counts is not None
        assert [int(count) for count in counts.groups()] == [len(rows("sources")), len(rows("entities")), len(CLAIMS)]

    def test_every_source_and_its_fixed_forms_are_named(self) -> None:
        for source in LOCATORS:
            assert self.TEXT.count(f"`{source}`") >= 3

    def test_the_texts_are_the_ones_that_were_read(self) -> None:
        texts = sorted(TEXTS.glob("*.txt")) if TEXTS.is_dir() else []
        if not texts:
            pytest.skip("the texts of the documents are not here")
        assert [text.name for text in texts if hashlib.sha256(text.read_bytes()).hexdigest() not in self.TEXT] == []

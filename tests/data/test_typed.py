"""Forty questions as strangers typed them before anything could read them (`typed.csv`, never edited since).

`typed_right.csv` holds what a reading of each must be, made from the columns that the strangers filled in: who is asked
about, by which kind of tie, when. "Who set up X" is the list of those that did, which they call a profile by kind.
"""

import csv
import hashlib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from graph.names import NameIndex
from graph.typed.readings import Understood
from graph.typed.understand import AskBack, understand
from loaders import load

HERE = Path(__file__).parent
LONDON = HERE.parents[1] / "data" / "london"
SEAL = "ba9161d693a3c22498964c5b5b39ad9ee14438d06dae93e2882bbfbc836829fe"
LEAST_UNDERSTOOD = 20


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


RIGHT: dict[str, set[Understood]] = defaultdict(set)
for row in rows("typed_right.csv"):
    kinds, entities = (tuple(filter(None, row[name].split(";"))) for name in ("kinds", "entities"))
    RIGHT[row["number"]].add(
        Understood(row["question"], row["subject"], row["object"], kinds, entities, row["at"], row["until"])
    )


@pytest.fixture(scope="module")
def index() -> NameIndex:
    graph = load(LONDON).graph
    assert graph is not None
    return NameIndex(graph.entities.values())


def test_the_questions_are_as_they_were_written() -> None:
    assert hashlib.sha256((HERE / "typed.csv").read_bytes()).hexdigest() == SEAL


def test_none_is_understood_wrongly_and_half_are_understood(index: NameIndex) -> None:
    counts: Counter[str] = Counter()
    wrong = []
    for question in rows("typed.csv"):
        found = understand(question["text"], index, "2025")
        if isinstance(found, AskBack):
            nearest = any(near in RIGHT[question["number"]] for near in found.nearest)
            counts["asked back, the right question offered" if nearest else "asked back"] += 1
        elif found in RIGHT[question["number"]]:
            counts["understood"] += 1
        else:
            wrong.append((question["text"], found))
    assert not wrong
    assert counts["understood"] >= LEAST_UNDERSTOOD, counts


def test_a_class_is_found_as_the_agreement_prints_it(index: NameIndex) -> None:
    for printed in ("All 32 CCGs", "All London Clinical Commissioning Groups", "London CCGs"):
        assert index.resolve(printed).id == "london-ccgs"

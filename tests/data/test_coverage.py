"""Every paragraph of every document is accounted for: by the claims that rest on it, or by why there are none."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

LONDON = Path(__file__).resolve().parents[2] / "data" / "london"


def rows(table: str) -> list[dict[str, str]]:
    with (LONDON / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


COVERAGE = rows("coverage")
CLAIMS = {row["id"]: row for row in rows("claims")}


def test_every_place_has_claims_or_a_reason_and_never_both() -> None:
    wrong = [
        (row["source"], row["locator"], row["part"]) for row in COVERAGE if bool(row["claims"]) == bool(row["reason"])
    ]
    assert not wrong


def test_every_claim_rests_on_a_place_of_its_source_and_locator() -> None:
    places = defaultdict(set)
    for row in COVERAGE:
        for claim in filter(None, row["claims"].split(";")):
            places[claim].add((row["source"], row["locator"]))
    astray = [key for key, claim in CLAIMS.items() if (claim["source"], claim["locator"]) not in places.get(key, set())]
    assert not astray
    assert not places.keys() - CLAIMS.keys()


def test_every_source_is_covered_and_no_place_twice() -> None:
    assert {row["source"] for row in COVERAGE} == {row["id"] for row in rows("sources")}
    twice = [
        key for key, number in Counter((r["source"], r["locator"], r["part"]) for r in COVERAGE).items() if number > 1
    ]
    assert not twice

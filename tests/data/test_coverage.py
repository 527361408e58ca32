"""Every paragraph of every document is accounted for: by the claims that rest on it, or by why there are none."""

import csv
import hashlib
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONDON = ROOT / "data" / "london"
README = ROOT / "data" / "README.md"
TEXTS = ROOT.parent / "shared" / "sources"
BULLET = r"\s*[•\-\uf0b7]\s"
LONGEST_HEADING = 16
"""Headings of the documents name the locators; those that carry no claim need no row of their own."""


def rows(table: str) -> list[dict[str, str]]:
    with (LONDON / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


COVERAGE = rows("coverage")
CLAIMS = {row["id"]: row for row in rows("claims")}


def place(row: dict[str, str]) -> tuple[str, str, str]:
    return row["source"], row["locator"], row["part"]


def claims_of(row: dict[str, str]) -> list[str]:
    return row["claims"].split(";") if row["claims"] else []


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9£]+", text.lower())


def found(part: list[str], printed: list[str], start: int) -> int:
    """Where the words of a part begin at or after `start`, or -1."""
    return next((at for at in range(start, len(printed)) if printed[at : at + len(part)] == part), -1)


def is_heading(paragraph: str) -> bool:
    """Also a line of the table of contents, which is a link; never an item of a list, nor a sentence."""
    link = re.match(r"\s*\[", paragraph)
    more = re.match(BULLET, paragraph) or re.search(r"[.;,?]\s*$", paragraph)
    return bool(link) or (not more and len(words(paragraph)) <= LONGEST_HEADING)


def test_the_columns_are_five() -> None:
    assert [list(row) for row in COVERAGE] == [["source", "locator", "part", "claims", "reason"]] * len(COVERAGE)


def test_every_place_has_claims_or_a_reason_and_never_both() -> None:
    assert not [place(row) for row in COVERAGE if bool(row["claims"]) == bool(row["reason"])]
    assert not [place(row) for row in COVERAGE if not all(place(row))]


def test_every_claim_rests_on_places_of_its_source_and_locator_and_no_others() -> None:
    places = defaultdict(set)
    for row in COVERAGE:
        for claim in claims_of(row):
            places[claim].add((row["source"], row["locator"]))
    assert not places.keys() - CLAIMS.keys()
    assert not [key for key, claim in CLAIMS.items() if places[key] != {(claim["source"], claim["locator"])}]


def test_no_row_names_a_claim_twice() -> None:
    # Two rows may name one claim, as items of a list do that one claim sums up; one row may not.
    assert not [place(row) for row in COVERAGE if len(claims_of(row)) != len(set(claims_of(row)))]


def test_every_source_is_covered_in_order_and_no_place_twice() -> None:
    sources = [row["id"] for row in rows("sources")]
    assert list(dict.fromkeys(row["source"] for row in COVERAGE)) == sources
    order = [sources.index(row["source"]) for row in COVERAGE]
    assert order == sorted(order)
    assert not [key for key, number in Counter(map(place, COVERAGE)).items() if number > 1]


@pytest.mark.parametrize("source", [row["id"] for row in rows("sources")])
def test_the_rows_follow_the_text_and_leave_no_paragraph_out(source: str) -> None:
    digest = re.findall(rf"\| `{source}` \| `([0-9a-f]{{64}})` \|", README.read_text(encoding="utf-8"))
    texts = [text.read_bytes() for text in TEXTS.glob("*.txt")] if TEXTS.is_dir() else []
    texts = [text for text in texts if [hashlib.sha256(text).hexdigest()] == digest]
    if not texts:
        pytest.skip("the text of the document is not here")
    text = texts[0].decode("utf-8")
    printed = words(text)

    at = 0
    covered: set[int] = set()
    for row in COVERAGE:
        part = words(row["part"])
        if row["source"] == source and part not in ([], ["title"]):
            at = found(part, printed, at)
            assert at >= 0, place(row)
            covered.update(range(at, at + len(part)))
            at += 1

    left_out = []
    end = 0
    for paragraph in re.split(rf"\n\s*\n|\n(?={BULLET})|\n(?=\d\.\d\.|\d [A-Z])", text):
        start, end = end, end + len(words(paragraph))
        if covered.isdisjoint(range(start, end)) and not is_heading(paragraph):
            left_out.append(paragraph)
    assert not left_out

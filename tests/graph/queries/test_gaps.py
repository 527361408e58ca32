"""`gaps`: what the sources leave open or weak."""

from collections.abc import Iterable
from typing import Any

import pytest

from graph.answers import Answer
from graph.model import Claim
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.queries.tables import MOST_ROWS
from graph.rows import Gap
from graph.stores import open_store
from tests.worlds import reports, say, world


def asked(claims: Iterable[Claim], subject: str = "", **options: Any) -> Answer:
    with open_store("networkx://") as store:
        store.load(world(claims, kinds={"p": "person"}))
        return ask(store, "gaps", subject, "", Options(**options))


def told(answer: Answer, gap: str) -> list[str]:
    rows = [row for row in answer.rows if isinstance(row, Gap) and row.gap == gap]
    return ["".join(entity.id for entity in row.entities) for row in rows]


def test_whoever_has_no_line_upwards() -> None:
    answer = asked([*reports("ab"), say("p", "chairs", "b")])
    assert told(answer, "no line") == ["b"]
    assert told(asked(reports("ab", planned="planned")), "soft line") == ["a"]


def test_loops() -> None:
    assert told(asked(reports("ab", "bc", "ca", "cd")), "loop") == ["abc"]
    assert told(asked(reports("ab", "bc", "ca", "cd"), steps=1), "loop") == []
    assert told(asked(reports("ab", "bc", "ca", "cd"), steps=2), "loop") == ["abc"]


def test_thin_evidence() -> None:
    assert told(asked(reports("ab", status="implied")), "implied") == ["ab"]
    assert told(asked([*reports("ab"), *reports("ab", stance="contradicts")]), "disputed") == ["ab"]
    assert told(asked(reports("ab", planned="planned")), "planned") == ["ab"]
    assert told(asked([*reports("ab", planned="planned", start="2030"), *reports("ab")]), "planned") == []


def test_who_is_tied_to_nobody() -> None:
    assert told(asked([*reports("ab"), say("c", "dated", start="2010")]), "unattached") == ["c"]


def test_single_points_of_failure_are_those_through_whom_alone_others_reach_the_top() -> None:
    claims = reports("xm", "ym", "mt", "zt")
    assert told(asked(claims), "single point") == ["m"]
    assert told(asked([*claims, *reports("xt", "yt")]), "single point") == []


def test_about_one_alone_and_on_a_day() -> None:
    claims = [*reports("ab", end="2015"), *reports("cd"), say("a", "advises", "c", "2010")]
    assert told(asked(claims, subject="a"), "no line") == []
    assert told(asked(claims, subject="a", at="2020"), "no line") == ["a"]


def test_what_is_not_found_by_a_filter_is_not_said_to_be_nowhere() -> None:
    rows = asked([*reports("ab")], subject="a", kinds=frozenset({"chairs"}), at="2021").rows
    said = {row.gap: row.sentence for row in rows if isinstance(row, Gap)}
    assert said == {
        "no line": "With the filters asked for, no document in this data names anybody to whom A reports in 2021.",
        "unattached": "With the filters asked for, no document in this data ties A to anybody in 2021.",
    }


def test_nothing_is_said_so() -> None:
    assert asked(reports("ab"), subject="a").summary.startswith("Nothing was found open or weak about A")


@pytest.mark.parametrize("subject", sorted("abcdmtxyz"))
def test_about_one_the_same_is_found_as_about_all(subject: str) -> None:
    claims = [*reports("xm", "ym", "mt", "zt", "xt", "zy", "ab", "bc", "ca", "cd"), say("t", "oversees", "d")]
    every = [row for row in asked(claims).rows if subject in {entity.id for entity in row.entities}]  # type: ignore[union-attr]
    assert list(asked(claims, subject=subject).rows) == every


def test_of_an_endless_loop_so_many_ties_are_told_as_rows_and_it_is_said() -> None:
    ring = [say(f"e{number}", "reports_to", f"e{(number + 1) % (MOST_ROWS + 1)}") for number in range(MOST_ROWS + 1)]
    answer = asked(ring)
    (row,) = [row for row in answer.rows if isinstance(row, Gap)]
    assert (row.gap, len(row.entities), len(row.ties), answer.truncated) == ("loop", MOST_ROWS + 1, MOST_ROWS, "rows")
    assert row.sentence.startswith("E0, E1, E10, ")
    assert row.sentence.endswith(f" and {MOST_ROWS + 1 - 6} more answer to each other in a loop.")


def test_whom_several_report_to_is_asked_of_several() -> None:
    with open_store("networkx://") as store:
        store.load(world([say("a", "advises", "b")], kinds={"a": "collective"}))
        sentences = [row.sentence for row in ask(store, "gaps", "a").rows]
    assert sentences == ["No document in this data names anybody to whom A report."]

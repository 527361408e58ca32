import pytest

from graph.kinds import vocabulary
from tests.loaders.tables import Native

FUNDS = {"kind": "funds", "subject": "lhb", "object": "heg", "role": "other"}


@pytest.mark.parametrize("column", ["subject", "object", "via", "decision", "budget"])
def test_everything_that_is_named_exists(native: Native, column: str) -> None:
    native.claim(**{**FUNDS, column: "nowhere-at-all"})
    assert native.the_problem() == (
        f"claims.csv, row 7, column {column}: the table entities has no id 'nowhere-at-all'; "
        "add a row for it to the table entities, or correct it"
    )


def test_sources_exist_and_near_ones_are_suggested(native: Native) -> None:
    native.claim(source="plan-2012")
    assert native.the_problem() == (
        "claims.csv, row 7, column source: the table sources has no id 'plan-2012'; did you mean 'plan-2021'?"
    )


def test_kinds_are_known(native: Native) -> None:
    native.claim(kind="report_to")
    assert native.the_problem() == (
        "claims.csv, row 7, column kind: the kind 'report_to' is not known; did you mean 'reports_to'?"
    )
    native.claim(kind="x")
    assert "the kinds are reports_to, accountable_to" in native.the_problem()


@pytest.mark.parametrize(
    ("claim", "column", "message"),
    [
        (
            {"subject": "strategy", "kind": "reports_to"},
            "subject",
            "strategy is a plan, which cannot be the subject of",
        ),
        (
            {"subject": "ada", "kind": "reports_to"},
            "subject",
            "ada is a person, which cannot be the subject of reports_to",
        ),
        (
            {"subject": "heg", "kind": "located_in"},
            "object",
            "lhb is a board, which cannot be the object of located_in",
        ),
        ({"subject": "ada", "kind": "dated", "object": ""}, "start", "dated needs a start or an end"),
        ({"kind": "dated", "start": "2020"}, "object", "dated is a fact and has no object"),
        ({"object": ""}, "object", "member_of needs an object"),
        ({"object": "heg"}, "object", "subject and object are the same entity"),
        ({**FUNDS, "decision": "ada"}, "decision", "ada is a person, which cannot be a decision"),
        ({**FUNDS, "budget": "md1"}, "budget", "md1 is a decision, which cannot be a budget"),
    ],
)
def test_ends_fit_the_kind(native: Native, claim: dict[str, str], column: str, message: str) -> None:
    native.claim(**claim)
    assert f"claims.csv, row 7, column {column}: {message}" in native.the_problem()


def test_ends_the_wrong_way_round_are_guessed(native: Native) -> None:
    problems = native.claim(subject="strategy", kind="leads", object="ada").problems()
    assert len(problems) == 2
    assert all("do subject and object stand the wrong way round?" in problem for problem in problems)


def test_the_advice_names_what_may_stand_there(native: Native) -> None:
    native.claim(subject="mayor", kind="holds_post", object="heg")
    assert "that must be one of person" in native.problems()[0]


@pytest.mark.parametrize("kind", sorted(name for name, kind in vocabulary().relations.items() if not kind.is_fact))
def test_every_kind_refuses_itself_as_the_other_end(native: Native, kind: str) -> None:
    native.claim(kind=kind, object="heg")
    assert "subject and object are the same entity" in native.the_problem()


@pytest.mark.parametrize(
    ("start", "end"),
    [("2021", "2020"), ("May 2021", "2021-04-30"), ("2021-22", "2021-03-31"), ("2021-05-02", "2021-05-01")],
)
def test_an_end_before_the_start_is_told(native: Native, start: str, end: str) -> None:
    native.claim(start=start, end=end)
    assert native.the_problem().startswith(
        f"claims.csv, row 7, column end: the end '{end}' is before the start '{start}'"
    )


@pytest.mark.parametrize(("start", "end"), [("2021", "2021"), ("May 2021", "2021"), ("2021-05-01", "2021-05-01")])
def test_an_end_that_may_be_after_the_start_is_in_order(native: Native, start: str, end: str) -> None:
    assert native.claim(start=start, end=end).problems() == []


@pytest.mark.parametrize(
    ("kind", "role", "message"),
    [
        ("dated", "renewed", "'renewed' is no role of dated; write closed or founded or signed"),
        ("listed", "full", "'full' is no role of listed; write complete or open"),
        ("listed", "", "listed needs a role; write complete or open"),
    ],
)
def test_roles_of_facts(native: Native, kind: str, role: str, message: str) -> None:
    native.claim(kind=kind, role=role, object="", start="2020")
    assert native.the_problem() == f"claims.csv, row 7, column role: {message}"


@pytest.mark.parametrize(
    ("kind", "role"), [("dated", ""), ("dated", "founded"), ("listed", "open"), ("described", "x")]
)
def test_roles_in_order(native: Native, kind: str, role: str) -> None:
    assert native.claim(kind=kind, role=role, object="", start="2020").problems() == []


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        ({**FUNDS, "amount": "5"}, "currency", "an amount of money needs a currency"),
        ({"kind": "counted", "object": ""}, "amount", "counted needs an amount"),
        ({"kind": "figure", "object": ""}, "amount", "figure needs an amount"),
    ],
)
def test_numbers_that_are_missing_are_told(native: Native, cells: dict[str, str], column: str, message: str) -> None:
    native.claim(**cells)
    assert f"claims.csv, row 7, column {column}: {message}" in native.the_problem()
    assert native.load().graph is None


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({**FUNDS, "currency": "GBP"}, "currency"),
        ({"amount": "5"}, "amount"),
        ({"decision": "md1"}, "decision"),
        ({"budget": "pot"}, "budget"),
    ],
)
def test_what_says_nothing_is_warned_of(native: Native, cells: dict[str, str], column: str) -> None:
    native.claim(**cells)
    assert native.the_problem().startswith(f"claims.csv, row 7, column {column}: ")
    assert native.load().graph is not None


def test_a_claim_entered_twice_is_warned_of(native: Native) -> None:
    same = {"subject": "heg", "kind": "member_of", "object": "lhb"}
    native.add(
        "claims",
        {"id": "x", **same},
        {"id": "y", **same, "says": "in other words"},
        {"id": "z", **same, "locator": "p. 4"},
    )
    assert native.the_problem() == "claims.csv, row 8, column id: this says the same as x in row 7; delete one"


def test_a_dispute_word_that_nobody_shares_is_warned_of(native: Native) -> None:
    native.claim(dispute="chair")
    assert native.the_problem().startswith(
        "claims.csv, row 7, column dispute: no other claim has the dispute word 'chair'"
    )

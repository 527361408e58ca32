import pytest

from tests.loaders.tables import Native


@pytest.mark.parametrize("column", ["id", "title"])
def test_a_source_needs(native: Native, column: str) -> None:
    native.add("sources", {"id": "new", "title": "New", column: ""})
    assert native.the_problem().startswith(f"sources.csv, row 4, column {column}: the cell is blank; write ")


@pytest.mark.parametrize("column", ["id", "kind", "name"])
def test_an_entity_needs(native: Native, column: str) -> None:
    native.add("entities", {"id": "new", "kind": "group", "name": "New", column: ""})
    assert any(
        problem.startswith(f"entities.csv, row 9, column {column}: the cell is blank") for problem in native.problems()
    )


@pytest.mark.parametrize("column", ["id", "subject", "kind", "source", "locator", "status", "says"])
def test_a_claim_needs(native: Native, column: str) -> None:
    native.claim(**{column: ""})
    assert native.the_problem().startswith(f"claims.csv, row 7, column {column}: the cell is blank; write ")


@pytest.mark.parametrize(
    ("table", "column"), [("sources", "title"), ("entities", "kind"), ("claims", "locator"), ("claims", "subject")]
)
def test_a_missing_column_is_told_once(native: Native, table: str, column: str) -> None:
    path = native.path(table)
    path.write_text(path.read_text("utf-8").replace(column, "x", 1), encoding="utf-8")
    found = [problem for problem in native.problems() if "is missing" in problem]
    assert len(found) == 1
    assert found[0].startswith(f"{table}.csv, row 1, column {column}: the column is missing; add a column")
    assert not any("is blank" in problem for problem in native.problems())


def test_a_missing_column_of_almost_that_name_is_suggested(native: Native) -> None:
    path = native.path("claims")
    path.write_text(path.read_text("utf-8").replace("locator", "location", 1), encoding="utf-8")
    problems = native.problems()
    assert any("is it the one called 'location'?" in problem for problem in problems)
    assert any(
        "column location: a further column, kept as it is; did you mean 'locator'?" in problem for problem in problems
    )


def test_a_table_without_ids_makes_no_dangling_ones(native: Native) -> None:
    path = native.path("entities")
    path.write_text(path.read_text("utf-8").replace("id,", "key,", 1), encoding="utf-8")
    assert not any("has no id" in problem for problem in native.problems())


def test_optional_columns_may_be_missing(native: Native) -> None:
    native.write_json(native.folder.joinpath("datapackage.json").read_text("utf-8").replace('"fields"', '"_"'))
    native.path("sources").write_text("id,title\nplan-2021,The plan\nminutes,Minutes\n", encoding="utf-8")
    assert native.load().problems == ()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "C 9"),
        ("subject", "Mayor!"),
        ("object", "a_b"),
        ("via", "heg;a b"),
        ("start", "soon"),
        ("end", "2021-13"),
        ("year", "2021"),
        ("amount", "1,000"),
        ("currency", "gbp"),
        ("decision", "MD1"),
        ("budget", "the pot"),
        ("source", "p.3"),
        ("status", "said"),
        ("planned", "yes"),
        ("stance", "against"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_in_its_place_and_only_once(native: Native, column: str, value: str) -> None:
    native.claim(**{column: value})
    assert native.the_problem().startswith(f"claims.csv, row 7, column {column}: ")


def test_blank_status_words_and_stances(native: Native) -> None:
    graph = native.claim(planned="", stance="").load().graph
    assert graph is not None
    assert graph.claims["new"].stance == "supports"
    assert graph.claims["new"].planned == ""


def test_blanks_around_a_cell_are_trimmed(native: Native) -> None:
    graph = native.claim(subject=" heg ", kind="\u00a0member_of", says=" two  words ").load().graph
    assert graph is not None
    assert graph.claims["new"].says == "two  words"

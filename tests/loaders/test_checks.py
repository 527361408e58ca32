import pytest

from tests.loaders.tables import Native


def test_ids_are_unique(native: Native) -> None:
    native.add("sources", {"id": "minutes", "title": "Again"})
    native.claim(id="c1")
    assert native.problems() == [
        "sources.csv, row 4, column id: the id 'minutes' is in row 3 already; give each row an id of its own",
        "claims.csv, row 7, column id: the id 'c1' is in row 2 already; give each row an id of its own",
    ]


def test_an_entity_entered_twice_is_told_once(native: Native) -> None:
    native.add("entities", {"id": "lhb", "kind": "board", "name": "London Health Board"})
    assert native.the_problem().startswith("entities.csv, row 9, column id: the id 'lhb' is in row 2 already")


def test_kinds_are_known(native: Native) -> None:
    native.add("entities", {"id": "new", "kind": "partnershp", "name": "New"})
    native.claim(subject="new")
    assert native.the_problem() == (
        "entities.csv, row 9, column kind: the kind 'partnershp' is not known; did you mean 'partnership'?"
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("name", "health equity group"),
        ("name", "Health-Equity Group."),
        ("short_name", "heg"),
        ("aliases", "Other; LHB"),
        ("aliases", "dr a okafor"),
    ],
)
def test_two_entities_with_one_name_name_both_rows(native: Native, column: str, value: str) -> None:
    native.add("entities", {"id": "new", "kind": "group", "name": "New", column: value})
    native.claim(subject="new")
    problem = native.the_problem()
    assert problem.startswith(f"entities.csv, row 9, column {column}: ")
    assert "is also a name of" in problem
    assert "in row" in problem


def test_names_without_letters_are_compared_as_they_are(native: Native) -> None:
    native.add("entities", *({"id": key, "kind": "group", "name": "+++"} for key in ("one", "two")))
    assert any("'+++' is also a name of one in row 9" in problem for problem in native.problems())


def test_one_entity_may_repeat_a_name(native: Native) -> None:
    native.add("entities", {"id": "new", "kind": "group", "name": "New", "short_name": "NEW", "aliases": "new"})
    assert native.claim(subject="new").load().problems == ()


def test_a_name_that_reads_like_another_id_is_warned_of(native: Native) -> None:
    native.add("entities", {"id": "new", "kind": "group", "name": "New", "short_name": "Pot"})
    assert "'Pot' reads like the id of another entity, pot" in native.claim(subject="new").the_problem()


def test_one_identifier_for_two_is_warned_of(native: Native) -> None:
    rows = [{"id": key, "kind": "group", "name": key, "identifiers": "ODS:QMJ"} for key in ("one", "two")]
    native.add("entities", *rows).claim(subject="one", object="two", kind="subgroup_of")
    assert native.the_problem().startswith(
        "entities.csv, row 10, column identifiers: 'ODS:QMJ' is an identifier of one in row 9 too"
    )
    assert native.load().graph is not None


def test_a_source_with_a_printed_and_an_inferred_date_is_warned_of(native: Native) -> None:
    native.add("sources", {"id": "new", "title": "New", "date": "2021", "inferred": "2020/2021"})
    assert native.the_problem().startswith("sources.csv, row 4, column inferred: the source has a printed date and")


@pytest.mark.parametrize("column", ["via", "decision", "budget"])
def test_an_entity_is_spoken_of_in_any_column(native: Native, column: str) -> None:
    kind = {"via": "group", "decision": "decision", "budget": "fund"}[column]
    native.add("entities", {"id": "new", "kind": kind, "name": "New"})
    assert native.claim(kind="funds", **{column: "new"}).load().problems == ()

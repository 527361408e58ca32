import json
from pathlib import Path
from typing import Any

import pytest

from loaders.columns import TABLES, names_of
from loaders.package import build_package
from tests.loaders.tables import Native


def changed(**changes: Any) -> str:
    """The package of the small folder with its claims resource changed."""
    package = build_package("small", "Small")
    package["resources"][2] |= changes
    return json.dumps(package)


def test_it_describes_the_three_tables_and_their_columns() -> None:
    package = build_package("london", "London", {"claims": ["checked"]}, licenses=[{"name": "OGL-UK-3.0"}])
    assert package["profile"] == "tabular-data-package"
    assert package["licenses"] == [{"name": "OGL-UK-3.0"}]
    assert [(resource["name"], resource["path"]) for resource in package["resources"]] == [
        (table, f"{table}.csv") for table in TABLES
    ]
    fields = [field["name"] for field in package["resources"][2]["schema"]["fields"]]
    assert fields == [*names_of("claims"), "checked"]


def test_a_missing_package_is_told(native: Native) -> None:
    (native.folder / "datapackage.json").unlink()
    assert native.the_problem().startswith("datapackage.json: there is no such file in ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "datapackage.json, row 1: this is no JSON"),
        ('{\n"a": 1,\n}', "datapackage.json, row 3: this is no JSON"),
        ("[" * 100_000, "datapackage.json: this JSON cannot be read"),
        ("1" * 5_000, "datapackage.json: this JSON cannot be read"),
        ("[]", "datapackage.json: there is no list of resources"),
        ("{}", "datapackage.json: there is no list of resources"),
        ('{"resources": []}', "datapackage.json: the resource sources is not named"),
        ('{"resources": [1]}', "datapackage.json: a resource is not an object"),
    ],
)
def test_a_broken_package_is_told(native: Native, text: str, message: str) -> None:
    native.write_json(text)
    assert any(problem.startswith(message) for problem in native.problems())


@pytest.mark.parametrize(
    "path",
    ["", None, 5, ["claims.csv"], "/etc/passwd", "../claims.csv", "a/../../x", "a\\b", "http://x/claims.csv", "\0"],
)
def test_a_path_that_leads_elsewhere_is_told_and_not_followed(native: Native, path: Any) -> None:
    native.write_json(changed(path=path))
    assert native.the_problem().startswith("datapackage.json: resource claims: its path ")


def test_a_table_may_have_another_name_inside_the_folder(native: Native) -> None:
    (native.folder / "tables").mkdir()
    native.path("claims").rename(native.folder / "tables" / "c.csv")
    native.write_json(changed(path="tables/c.csv"))
    assert native.load().problems == ()


def test_a_path_to_nothing_is_told(native: Native) -> None:
    native.write_json(changed(path="c.csv"))
    assert "c.csv: there is no such file in" in native.the_problem()


def test_other_resources_are_warned_of(native: Native) -> None:
    package = build_package("small", "Small")
    package["resources"].append({"name": "claim", "path": "x.csv"})
    native.write_json(json.dumps(package))
    assert "the resource 'claim' is not read" in native.the_problem()


def test_columns_that_the_table_does_not_have_are_told(native: Native) -> None:
    native.write_json(
        changed(schema={"fields": [*({"name": name} for name in names_of("claims")), {"name": "checked"}]})
    )
    assert native.the_problem() == (
        "datapackage.json: resource claims: claims.csv does not have the columns 'checked'; correct one of the two"
    )


def test_columns_that_are_not_described_are_warned_of(native: Native) -> None:
    native.add("claims", further=["checked"])
    assert "the columns 'checked' of claims.csv are not described" in native.the_problem()
    assert native.load().graph is not None


def test_the_package_of_the_london_data_is_what_the_code_says() -> None:
    path = Path(__file__).parents[2] / "data" / "london" / "datapackage.json"
    found = json.loads(path.read_text("utf-8"))
    expected = {resource["name"]: resource for resource in build_package("x", "x")["resources"]}
    for resource in found["resources"]:
        described = [field["name"] for field in resource["schema"]["fields"]]
        assert described[: len(names_of(resource["name"]))] == list(names_of(resource["name"]))
        assert resource["path"] == expected[resource["name"]]["path"]

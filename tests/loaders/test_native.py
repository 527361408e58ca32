import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Claim
from loaders import load
from loaders.package import build_package
from loaders.result import Severity
from loaders.writing import write_workbook
from tests.loaders.tables import Native

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
UNUSUAL = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
VALUES = (
    *("", "2021", "2021-22", "0001", "9999-12-31", "since 2015", "winter 2020", "\uff19\uff19\uff19\uff19", "5", "0"),
    *("dated", "counted", "figure", "funds", "closed", "planned", "contradicts", "complete", "listed", "lhb", "heg"),
)


class TestFolder:
    def test_a_folder_in_order_loads_without_a_problem(self, native: Native) -> None:
        result = native.load()
        assert result.problems == ()
        assert result.graph is not None
        assert len(result.graph.claims) == 5
        assert result.graph.entities["ada"].aliases == ("Dr A. Okafor", "Cllr Okafor")
        assert result.graph.claims["c5"].amount == 150000
        assert len(result.graph.relations) == 5

    def test_the_package_itself_can_be_named(self, native: Native) -> None:
        assert load(native.folder / "datapackage.json").graph == native.load().graph

    def test_a_path_may_be_text(self, native: Native) -> None:
        assert load(str(native.folder)).graph is not None

    def test_any_error_loads_nothing_and_counts_what_was_read(self, native: Native) -> None:
        result = native.claim(source="nowhere").load()
        assert result.graph is None
        assert len(result.errors) == 1
        assert result.report.claims == {"stated": 6}
        assert not result.report.derived

    def test_a_warning_does_not_hinder(self, native: Native) -> None:
        native.add("entities", {"id": "idle", "kind": "group", "name": "Idle group"})
        result = native.load()
        assert result.graph is not None
        assert [problem.severity for problem in result.warnings] == [Severity.WARNING]
        assert "no claim speaks of idle" in str(result.warnings[0])

    def test_further_columns_are_kept(self, native: Native) -> None:
        native.add("entities", {"id": "x1", "kind": "group", "name": "X", "reviewer": " Jo "}, further=["reviewer"])
        graph = native.load().graph
        assert graph is not None
        assert graph.entities["x1"].extra == {"reviewer": "Jo"}
        assert graph.entities["lhb"].extra == {}

    def test_the_order_of_columns_changes_nothing(self, native: Native) -> None:
        before = native.load().graph
        path = native.path("entities")
        rows = [line.split(",") for line in path.read_text("utf-8").splitlines()]
        path.write_text("\n".join(",".join(row[::-1]) for row in rows), encoding="utf-8")
        assert native.load().graph == before


class TestManyFaults:
    def test_all_are_reported_in_the_order_of_tables_rows_and_columns(self, native: Native) -> None:
        native.add("sources", {"id": "minutes", "title": "Again", "date": "32 May 2020"})
        native.add("entities", {"id": "Bad Id", "kind": "bord", "name": "health equity-group!"})
        native.claim(
            subject="hegg",
            kind="report_to",
            start="2021-02-31",
            amount="1,000",
            source="s9",
            locator="",
            status="maybe",
        )
        found = [(problem.file, problem.row, problem.column) for problem in native.load().errors]
        assert found == [
            ("sources.csv", 4, "id"),
            ("sources.csv", 4, "date"),
            ("entities.csv", 9, "id"),
            ("entities.csv", 9, "kind"),
            ("entities.csv", 9, "name"),
            *(
                ("claims.csv", 7, column)
                for column in ("subject", "kind", "start", "amount", "source", "locator", "status")
            ),
        ]

    def test_an_id_in_a_table_that_cannot_be_read_is_not_called_missing(self, native: Native) -> None:
        native.path("entities").write_bytes(b"id,kind,name\nlhb,board,Caf\xe9\n")
        (problem,) = native.problems()
        assert problem.startswith("entities.csv, row 2: the text is not in UTF-8: byte 0xe9 cannot be read")


class TestPlaces:
    def test_nothing_there(self, tmp_path: Path) -> None:
        (problem,) = load(tmp_path / "nowhere").problems
        assert str(problem) == "nowhere: there is no such folder or file; correct its name"

    def test_an_empty_folder_names_all_four_files(self, tmp_path: Path) -> None:
        files = [problem.file for problem in load(tmp_path).problems]
        assert files == ["datapackage.json", "sources.csv", "entities.csv", "claims.csv"]

    @pytest.mark.parametrize("name", ["data.txt", "data.csv", "data.ods", "data"])
    def test_a_file_of_another_sort(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_text("x")
        (problem,) = load(tmp_path / name).problems
        assert "neither a folder nor a workbook" in problem.message

    @pytest.mark.parametrize("path", ["\0", "", "a" * 5000, "x.xlsx\0"])
    def test_an_impossible_name(self, path: str) -> None:
        assert load(Path("/nowhere") / path).graph is None

    def test_a_folder_instead_of_a_table(self, native: Native) -> None:
        native.path("claims").unlink()
        native.path("claims").mkdir()
        assert "claims.csv: this is a folder or a device, not a file" in native.problems()[0]


class TestWorkbook:
    def test_the_same_three_sheets_are_the_same_data(self, native: Native, tmp_path: Path) -> None:
        graph = native.load().graph
        assert graph is not None
        path = tmp_path / "all.xlsx"
        write_workbook(path, graph.sources.values(), graph.entities.values(), graph.claims.values())
        result = load(path)
        assert result.problems == ()
        assert result.graph == graph

    def test_problems_name_the_sheet(self, native: Native, tmp_path: Path) -> None:
        graph = native.load().graph
        assert graph is not None
        path = tmp_path / "all.xlsx"
        claims = [
            *graph.claims.values(),
            Claim("c9", "heg", "member_of", "lbh", source="minutes", locator="1", says="x"),
        ]
        write_workbook(path, graph.sources.values(), graph.entities.values(), claims)
        (problem,) = load(path).problems
        assert str(problem).startswith("all.xlsx, sheet claims, row 7, column object: ")
        assert problem.advice == "did you mean 'lhb'?"


@pytest.mark.slow
class TestWorstInput:
    @UNUSUAL
    @given(content=st.binary(max_size=400))
    def test_arbitrary_bytes_in_a_table_are_answered(self, native: Native, content: bytes) -> None:
        native.path("claims").write_bytes(content)
        assert native.load().graph is None

    @UNUSUAL
    @given(cells=st.lists(st.lists(st.text(max_size=12), max_size=25), max_size=5), quotes=st.booleans())
    def test_arbitrary_cells_in_a_table_are_answered(
        self, native: Native, cells: list[list[str]], quotes: bool
    ) -> None:
        header = native.path("claims").read_text("utf-8").splitlines()[0]
        rows = [",".join(f'"{cell}"' if quotes else cell for cell in row) for row in cells]
        text = "\n".join([header, *rows]).encode("utf-8", "surrogatepass")
        native.path("claims").write_bytes(text)
        native.load()

    @UNUSUAL
    @given(
        cells=st.dictionaries(
            st.sampled_from(["start", "end", "year", "amount", "kind", "role", "object", "planned", "stance", "scope"]),
            st.sampled_from(VALUES),
        )
    )
    def test_arbitrary_claims_are_answered(self, native: Native, cells: dict[str, str]) -> None:
        native.claim(**cells).load()

    @UNUSUAL
    @given(content=st.binary(max_size=300))
    def test_arbitrary_workbooks_and_packages_are_answered(self, native: Native, content: bytes) -> None:
        (native.folder / "datapackage.json").write_bytes(content)
        native.load()
        path = native.folder / "x.xlsx"
        path.write_bytes(b"PK\x03\x04" + content)
        assert load(path).graph is None

    @UNUSUAL
    @given(
        value=st.recursive(
            st.none() | st.integers() | st.text(max_size=8) | st.sampled_from(["claims", "claims.csv", "../x", "id"]),
            lambda inner: (
                st.lists(inner, max_size=4)
                | st.dictionaries(st.sampled_from(["resources", "name", "path", "schema", "fields"]), inner, max_size=5)
            ),
            max_leaves=25,
        )
    )
    def test_arbitrary_json_in_a_package_is_answered(self, native: Native, value: Any) -> None:
        native.write_json(json.dumps(value))
        native.load()


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not beside the checkout")
class TestOtherTables:
    @pytest.mark.parametrize("sample", sorted(SAMPLES.rglob("*.csv")), ids=lambda path: path.name)
    def test_a_table_of_another_sort_is_refused_with_its_missing_columns(self, native: Native, sample: Path) -> None:
        native.path("claims").write_bytes(sample.read_bytes())
        result = native.load()
        assert result.graph is None
        assert any("locator" in str(problem) or "names none" in str(problem) for problem in result.errors)
        assert len(result.problems) < 60


def test_the_package_is_what_the_code_says(native: Native) -> None:
    package = json.loads((native.folder / "datapackage.json").read_text("utf-8"))
    assert package == build_package("small", "A small one")

"""The native form: a folder of three CSV files and `datapackage.json`, or a workbook of three sheets."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.derive import derive
from loaders.checks import check
from loaders.columns import TABLES, names_of
from loaders.csvfiles import read_csv
from loaders.package import FILE, check_fields, read_paths
from loaders.records import Records, read_records
from loaders.report import count, report_on
from loaders.result import Findings, LoadResult, Place, Problem
from loaders.rows import Table
from loaders.sheets import read_workbook, sheet_file

WORKBOOKS = (".xlsx", ".xlsm")


def load_native(path: Path) -> LoadResult:
    """What a folder, its `datapackage.json` or a workbook holds; problems by table, row and column.

    Every table is read and everything checked, whatever is wrong with the rest. Nothing is raised.
    """
    findings = Findings()
    tables = _tables(path, findings)
    records = read_records(tables, findings)
    check(records, findings)
    files: dict[str, Sequence[str]] = {path.name: (), FILE: ()}
    for name in TABLES:
        files[_file(name, path, tables)] = tables[name].columns if name in tables else ()
    return _result(records, findings, findings.ordered(files))


def _tables(path: Path, findings: Findings) -> Mapping[str, Table]:
    try:
        if path.is_dir():
            return _folder(path, findings)
        if path.suffix.lower() in WORKBOOKS:
            return read_workbook(path, {name: names_of(name) for name in TABLES}, findings)
        if path.name == FILE and path.is_file():
            return _folder(path.parent, findings)
        there = path.exists()
    except (OSError, ValueError):
        there = False
    if there:
        findings.lose(
            Place(path.name),
            "this is neither a folder nor a workbook",
            f"give a folder with {FILE}, or an .xlsx file",
        )
    else:
        findings.lose(Place(path.name or str(path)), "there is no such folder or file", "correct its name")
    return {}


def _folder(folder: Path, findings: Findings) -> Mapping[str, Table]:
    paths = read_paths(folder, findings)
    read = {name: read_csv(path, names_of(name), findings) for name, path in paths.items()}
    tables = {name: table for name, table in read.items() if table is not None}
    check_fields(folder, tables, findings)
    return tables


def _file(name: str, path: Path, tables: Mapping[str, Table]) -> str:
    """How a table is named in problems, one that could not be read included."""
    if name in tables:
        return tables[name].file
    return sheet_file(path.name, name) if path.suffix.lower() in WORKBOOKS else f"{name}.csv"


def _result(records: Records, findings: Findings, problems: tuple[Problem, ...]) -> LoadResult:
    sources = [placed.record for placed in records.sources]
    entities = [placed.record for placed in records.entities]
    claims = [placed.record for placed in records.claims]
    if findings.failed:
        return LoadResult(None, problems, count(sources, entities, claims))
    graph = derive(sources, entities, claims)
    return LoadResult(graph, problems, report_on(graph))

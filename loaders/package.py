"""`datapackage.json`: the three tables as a Tabular Data Package, built from the columns and checked."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from loaders.columns import TABLES, Column
from loaders.decoding import read_text
from loaders.nearby import Nearby
from loaders.result import Findings, Place
from loaders.rows import Table, clip

FILE = "datapackage.json"
MAX_BYTES = 1_000_000
_ENUMS: Mapping[str, Sequence[str]] = {
    "status": ("stated", "implied"),
    "planned": ("planned", "conditional"),
    "stance": ("supports", "contradicts"),
}
_KEYS = {"subject": "entities", "object": "entities", "source": "sources"}
"""Columns of claims that hold one id of another table."""


def build_package(
    name: str, title: str, further: Mapping[str, Sequence[str]] | None = None, **about: Any
) -> dict[str, Any]:
    """The content of `datapackage.json` for three CSV files that lie beside it.

    `further` names further columns by table; `about` takes what else a package may say, such as `licenses`.
    """
    further = further or {}
    resources = [_resource(table, further.get(table, ())) for table in TABLES]
    return {"profile": "tabular-data-package", "name": name, "title": title, **about, "resources": resources}


def _resource(table: str, further: Sequence[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [*map(_field, TABLES[table]), *({"name": name, "type": "string"} for name in further)],
        "missingValues": [""],
        "primaryKey": "id",
    }
    if table == "claims":
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": resource, "fields": "id"}}
            for column, resource in _KEYS.items()
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": "number" if column.name == "amount" else "string",
        "description": column.says,
    }
    constraints: dict[str, Any] = {}
    # The object is needed as a column, but blank for facts.
    if column.needed and column.name != "object":
        constraints["required"] = True
    if column.name in _ENUMS:
        constraints["enum"] = list(_ENUMS[column.name])
    if constraints:
        field["constraints"] = constraints
    return field


def read_paths(folder: Path, findings: Findings) -> dict[str, Path]:
    """Where a folder's package says that its tables are; the usual place for those it does not name."""
    paths = {table: folder / f"{table}.csv" for table in TABLES}
    for resource in _resources(folder, findings):
        name = str(resource.get("name"))
        if name in TABLES:
            paths[name] = _path(folder, resource, findings) or paths[name]
    return paths


def check_fields(folder: Path, tables: Mapping[str, Table], findings: Findings) -> None:
    """Note where the package describes other columns than the tables have."""
    # Read a second time rather than carried along; what was wrong with it has been noted the first time.
    for resource in _resources(folder, Findings()):
        table = tables.get(str(resource.get("name")))
        described = _described(resource)
        if table is None or described is None:
            continue
        place, name = Place(FILE), resource["name"]
        if missing := described - set(table.columns):
            findings.error(
                place,
                f"resource {name}: {table.file} does not have the columns {_names(missing)}",
                "correct one of the two",
            )
        if undescribed := set(table.columns) - described:
            findings.warn(
                place,
                f"resource {name}: the columns {_names(undescribed)} of {table.file} are not described",
                "add them to fields",
            )


def _names(names: set[str]) -> str:
    return ", ".join(clip(name) for name in sorted(names))


def _resources(folder: Path, findings: Findings) -> list[dict[str, Any]]:
    place = Place(FILE)
    text = read_text(folder / FILE, MAX_BYTES, findings)
    if text is None:
        return []
    try:
        package = json.loads(text)
    except json.JSONDecodeError as error:
        findings.error(place._replace(row=error.lineno), f"this is no JSON: {error.msg}", "correct it")
        return []
    except (ValueError, RecursionError):
        findings.error(place, "this JSON cannot be read", "write a Tabular Data Package with three resources")
        return []
    listed = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(listed, list):
        findings.error(
            place, "there is no list of resources", f"name the resources {', '.join(TABLES)} with their paths"
        )
        return []
    resources = [item for item in listed if isinstance(item, dict)]
    _check_names([str(item.get("name")) for item in resources], len(listed), findings)
    return resources


def _check_names(names: Sequence[str], number: int, findings: Findings) -> None:
    place = Place(FILE)
    if len(names) < number:
        findings.error(place, "a resource is not an object", "write each as {…} with a name and a path")
    for table in TABLES:
        if names.count(table) != 1:
            times = "is not named" if table not in names else "is named more than once"
            findings.error(place, f"the resource {table} {times}", "name it once, with its path")
    nearby = Nearby(set(TABLES) - set(names))
    for name in names:
        if name not in TABLES:
            findings.warn(
                place,
                f"the resource {clip(name)} is not read",
                nearby.advice(name, f"only {', '.join(TABLES)} are"),
            )


def _path(folder: Path, resource: Mapping[str, Any], findings: Findings) -> Path | None:
    """The file of a resource; None, with the reason noted, for none or one outside the folder."""
    place, name = Place(FILE), resource["name"]
    path = resource.get("path")
    if not isinstance(path, str) or not path:
        findings.error(place, f"resource {name}: its path is not one file", f'write "path": "{name}.csv"')
        return None
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or "://" in path or "\0" in path:
        findings.error(
            place,
            f"resource {name}: its path {clip(path)} leads out of the folder",
            "name a file beside datapackage.json",
        )
        return None
    return folder.joinpath(*pure.parts)


def _described(resource: Mapping[str, Any]) -> set[str] | None:
    """The names of the fields that a resource describes; None where it describes none."""
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if not isinstance(fields, list):
        return None
    return {str(field["name"]) for field in fields if isinstance(field, dict) and "name" in field}

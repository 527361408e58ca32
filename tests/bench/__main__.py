"""How long things take and what they hold, on made-up graphs: `python -m tests.bench --sizes 1000 10000 100000`.

Prints a table, and everything as JSON (to a file with `--json`). Each store is measured at each size in a process of
its own, beside a named alternative in the same run. Neo4j is the empty server that `GOVGRAPH_TEST_NEO4J_URI` names,
else one started from the jars of `.ci/neo4j-jars`; without either the embedded store alone is measured, and that is
said. No test depends on a time.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench import report
from tests.bench.timing import memory
from tests.neo4j.jars import LONG_TERM, NoServer, kit
from tests.neo4j.server import LARGE, Place, Server

SIZES = (1_000, 10_000, 100_000)


def main() -> None:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Times and memory on made-up graphs.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of entities")
    parser.add_argument("--no-neo4j", action="store_true", help="the embedded store alone")
    parser.add_argument("--version", default=LONG_TERM, help="the version of Neo4j to start")
    parser.add_argument("--json", type=Path, help="a file for the JSON, instead of printing it")
    chosen = parser.parse_args()
    measured: list[dict[str, Any]] = []
    held: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="govgraph-bench-") as folder:
        for size in chosen.sizes:
            for store, result in _of_size(size, Path(folder), chosen):
                measured += result["measured"]
                held.append({"size": size, "store": store, "memory": result["memory"]})
    print(report.table(measured), report.memory_table(held), sep="\n\n")
    text = json.dumps({"machine": _machine(), "measured": measured, "memory": held}, indent=1)
    if chosen.json:
        chosen.json.write_text(text + "\n", encoding="utf-8")
    else:
        print("", text, sep="\n")


def _of_size(size: int, folder: Path, chosen: argparse.Namespace) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each store's results at one size, beginning with the making of the graph."""
    file = folder / f"{size}.store"
    _tell(f"{size} entities: making them ...")
    yield "make", _child("make", size, file)
    _tell(f"{size} entities: embedded ...")
    yield "embedded", _child("embedded", size, file)
    if chosen.no_neo4j:
        return
    try:
        with _server(folder / f"neo4j-{size}", chosen.version) as (place, process):
            _tell(f"{size} entities: Neo4j at {place.uri} ...")
            result = _child("neo4j", size, file, place)
            result["memory"]["server"] = memory(process) if process else None
            yield "neo4j", result
    except NoServer as missing:
        _tell(f"Neo4j is not measured: {missing}")


@contextmanager
def _server(home: Path, version: str) -> Iterator[tuple[Place, int | None]]:
    """A server without data, and its process where it is ours; what was written is deleted."""
    if uri := os.environ.get("GOVGRAPH_TEST_NEO4J_URI"):
        place = Place.unused(uri, os.environ.get("GOVGRAPH_TEST_NEO4J_PASSWORD", ""))
        try:
            yield place, None
        finally:
            place.clear()
    else:
        with Server(kit(version), home, java=LARGE) as server:
            yield server.place, server.pid


def _child(kind: str, size: int, file: Path, place: Place | None = None) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.child", kind, str(size), str(file), *([place.uri] if place else [])]
    environment = os.environ | ({"NEO4J_PASSWORD": place.password} if place else {})
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

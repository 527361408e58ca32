"""One store measured at one size, in a process of its own so that memory is its own: what it prints is JSON.

python -m tests.bench.child make SIZE FILE
python -m tests.bench.child embedded SIZE FILE
python -m tests.bench.child neo4j SIZE FILE URI
"""

import dataclasses
import json
import sys
from pathlib import Path

from tests.bench.timing import Measured


def main(kind: str, size: str, file: str, uri: str = "") -> None:
    """Measure, and print a list of what was measured and the memory held."""
    from tests.bench import database, embedded  # the driver is loaded only where it is measured

    if kind == "make":
        lines, memory = embedded.make(int(size), Path(file))
    elif kind == "embedded":
        lines, memory = embedded.measure(int(size), Path(file))
    else:
        lines, memory = database.measure(int(size), Path(file), uri)
    print(json.dumps({"measured": [as_json(line) for line in lines], "memory": memory}))


def as_json(line: Measured) -> dict[str, object]:
    """One measurement as a plain mapping, the ratio with it."""
    return dataclasses.asdict(line) | {"ratio": line.ratio}


if __name__ == "__main__":
    main(*sys.argv[1:])

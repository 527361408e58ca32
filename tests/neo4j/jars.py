"""What a Neo4j server of our own is started from: its jars in a cache folder, and a Java of the right age."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zipfile import ZipFile

LONG_TERM = "5.26.30"
"""The long-term line, tested always."""
NEWEST = "2026.08.1"
"""The newest calendar version, tested where a Java is found that it runs on."""
VERSIONS = (LONG_TERM, NEWEST)
ENTRY_POINT = "META-INF/services/org.neo4j.server.startup.EntryPoint"


class NoServer(Exception):
    """A server of our own cannot be started here; the message says what is missing and how to get it."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What one version is started from: the Java, the folder of jars, the class to run."""

    version: str
    java: Path
    age: int
    lib: Path
    entry: str

    @property
    def classpath(self) -> str:
        """Every jar, as Java is told of them."""
        return f"{self.lib}/*"


@cache
def kit(version: str) -> Kit:
    """What that version is started from.

    :raises NoServer: when its jars or a Java for it are missing.
    """
    lib = _cache() / f"neo4j-{version}"
    if not lib.is_dir():
        raise NoServer(f"the jars of Neo4j {version} are missing: sh .ci/neo4j-jars {version}")
    fitting = _ages(version)
    for age, java in sorted(_javas().items()):
        if age in fitting:
            return Kit(version, java, age, lib, _entry(lib, version))
    raise NoServer(f"Neo4j {version} needs Java {' or '.join(map(str, fitting))}, and none is installed")


def _cache() -> Path:
    """The folder that `.ci/neo4j-jars` writes to."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "govgraph"


def _ages(version: str) -> tuple[int, ...]:
    """The major versions of Java that it runs on."""
    return (17, 21) if version.startswith("5.") else (25,)


def _entry(lib: Path, version: str) -> str:
    with ZipFile(lib / f"org.neo4j.neo4j-{version}.jar") as jar:
        return jar.read(ENTRY_POINT).decode().strip()


@cache
def _javas() -> dict[int, Path]:
    """Major version -> the Java of it; the one on the path goes before those in the folders of the system."""
    found: dict[int, Path] = {}
    for java in _candidates():
        if (age := _age(java)) is not None:
            found.setdefault(age, java)
    return found


def _candidates() -> Iterator[Path]:
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home, "bin", "java")
    yield Path("java")
    yield from sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    yield from sorted(Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home/bin/java"))


def _age(java: Path) -> int | None:
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False).stderr
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = re.search(r'version "(\d+)', said)
    return int(match[1]) if match else None

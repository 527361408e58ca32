"""The picture of the program as tests: who may import whom, how large a part may be, and what never happens."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("graph", "loaders", "web")
ALLOWED = {
    "graph": {"graph"},
    "graph.stores": {"graph", "graph.stores"},
    "graph.queries": {"graph", "graph.queries"},
    "graph.pictures": {"graph", "graph.pictures"},
    "graph.render": {"graph", "graph.pictures", "graph.render"},
    "graph.exploring": {"graph", "graph.exploring", "graph.pictures"},
    "graph.typed": {"graph", "graph.queries", "graph.typed"},
    "loaders": {"graph", "loaders"},
    "web": {
        "graph",
        "graph.stores",
        "graph.queries",
        "graph.pictures",
        "graph.render",
        "graph.exploring",
        "graph.typed",
        "loaders",
        "web",
    },
}
"""Layer -> the layers it may import; a module belongs to the longest layer that its name begins with."""
FORBIDDEN = {"loaders": ("graph.store", "graph.stores", "graph.queries", "graph.pictures")}
HOMES = {
    "networkx": ("graph.stores", "graph.queries.networks", "loaders.report"),
    "neo4j": ("graph.stores",),
    "flask": ("web",),
    "werkzeug": ("web",),
    "jinja2": ("graph.render.html", "web"),
    "markupsafe": ("web",),
    "waitress": ("web",),
    "click": ("web",),
    "rapidfuzz": ("graph.near", "graph.typed.cues", "loaders"),
    "openpyxl": ("loaders", "graph.render.tables"),
    "yaml": ("graph.kinds", "graph.typed.cues"),
    "pyvis": ("graph.pictures.canvas",),
    "pptx": ("graph.render",),
    "docx": ("graph.render",),
    "resvg_py": ("graph.render.png",),
    "typst": ("graph.render.pdf",),
    "pytest": (),
    "hypothesis": (),
}
"""Library -> the modules, or packages of modules, that may import it."""
COMES_WITH = {
    "werkzeug": "flask",
    "markupsafe": "flask",
    "yaml": "pyyaml",
    "pptx": "python-pptx",
    "docx": "python-docx",
    "resvg_py": "resvg-py",
}
"""Import name -> the distribution that brings it, where the two differ."""
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 250, 50


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PATHS = {_name(path): path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))}
every_module = pytest.mark.parametrize("module", PATHS)


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(PATHS[module].read_text(encoding="utf-8"))


def _imports(module: str) -> Iterator[str]:
    """The full names that a module imports anywhere, as deep as they are modules."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in PATHS else node.module


def _layer(module: str) -> str:
    fitting = [layer for layer in ALLOWED if _within(module, layer)]
    return max(fitting, key=len)


def _within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


@every_module
def test_imports_point_inwards(module: str) -> None:
    own = {name for name in _imports(module) if name.split(".")[0] in PACKAGES}
    astray = {name for name in own if _layer(name) not in ALLOWED[_layer(module)]}
    for package, never in FORBIDDEN.items():
        if _within(module, package):
            astray |= {name for name in own if any(_within(name, other) for other in never)}
    assert astray == set()


@every_module
def test_no_module_imports_the_tests(module: str) -> None:
    assert not [name for name in _imports(module) if _within(name, "tests")]


@every_module
def test_each_library_has_its_home(module: str) -> None:
    astray = [
        name
        for name in {name.split(".")[0] for name in _imports(module)}
        if name in HOMES and not any(_within(module, home) for home in HOMES[name])
    ]
    assert astray == []


def test_every_library_that_is_imported_is_a_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {line.split(">")[0].split("<")[0].strip().lower() for line in project["dependencies"]}
    imported = {name.split(".")[0] for module in PATHS for name in _imports(module)}
    outside = imported - sys.stdlib_module_names - set(PACKAGES)
    assert {COMES_WITH.get(name, name) for name in outside} <= declared


@every_module
def test_a_module_fits_in_one_reading(module: str) -> None:
    assert len(PATHS[module].read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@every_module
def test_a_function_fits_on_a_screen(module: str) -> None:
    long = [
        node.name
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []


@every_module
def test_no_import_is_relative_or_of_everything(module: str) -> None:
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0
            assert [alias.name for alias in node.names] != ["*"]


@pytest.mark.parametrize("package", [name for name, path in PATHS.items() if path.name == "__init__.py"])
def test_a_package_is_a_docstring_or_one_entry_function(package: str) -> None:
    tree = _tree(package)
    assert ast.get_docstring(tree)
    entries = [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]
    assert len(entries) <= 1
    assert entries or not any(isinstance(node, ast.Import | ast.ImportFrom) for node in tree.body)
    assert not any(isinstance(node, ast.ClassDef) for node in tree.body)
    assert not any(isinstance(node, ast.Assign) and _target(node) == "__all__" for node in tree.body)


def _target(node: ast.Assign) -> str:
    return node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""


@every_module
def test_every_module_says_what_it_is(module: str) -> None:
    assert ast.get_docstring(_tree(module))


@every_module
def test_the_environment_is_read_at_the_edge_alone(module: str) -> None:
    """`os.environ` handed on whole by the command line is no reading; a value taken from it is."""
    if module == "web.config":
        return
    for node in ast.walk(_tree(module)):
        taken = isinstance(node, ast.Subscript | ast.Attribute) and _is_environ(node.value)
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "getenv"
        assert not taken, f"line {getattr(node, 'lineno', '?')}"
        assert not called, f"line {getattr(node, 'lineno', '?')}"
        if not _within(module, "web"):
            assert not _is_environ(node)


def _is_environ(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "environ"
        and isinstance(node.value, ast.Name)
        and node.value.id == "os"
    )


LOOK_ON = """
import importlib, sys
roots, modules = tuple(sys.argv[1].split(",")), sys.argv[2:]
seen = []
def look(event, args):
    if event in ("socket.connect", "socket.bind", "subprocess.Popen", "os.mkdir", "os.remove", "os.rename"):
        seen.append((event, str(args[:1])))
    if event == "open" and str(args[0]).startswith(roots) and not str(args[0]).endswith((".py", ".pyc")):
        if "__pycache__" not in str(args[0]):
            seen.append((event, str(args[0])))
sys.dont_write_bytecode = True
sys.addaudithook(look)
for module in modules:
    importlib.import_module(module)
    assert not seen, (module, seen)
import threading
assert threading.active_count() == 1, threading.enumerate()
"""


def test_no_module_works_when_it_is_imported() -> None:
    """No file of ours is opened, nothing is started or connected, when every module is imported one after another."""
    roots = ",".join(f"{ROOT / package}/" for package in (*PACKAGES, "data"))
    assert _errors_of(LOOK_ON, roots, *sorted(PATHS)) == ""


LIGHT = """
import sys
import graph.stores, graph.queries.ask, loaders
heavy = sorted({"networkx", "neo4j", "flask", "openpyxl", "pandas", "numpy"} & sys.modules.keys())
assert not heavy, heavy
"""


def test_the_core_starts_without_the_heavy_libraries() -> None:
    assert _errors_of(LIGHT) == ""


def _errors_of(program: str, *arguments: str) -> str:
    """What a fresh process writes to its standard error while it runs the program."""
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False).stderr


@pytest.mark.parametrize("package", PACKAGES)
def test_the_packages_come_from_this_distribution_alone(package: str) -> None:
    assert set(packages_distributions().get(package, ["govgraph"])) == {"govgraph"}
    assert Path(str(import_module(package).__file__)) == ROOT / package / "__init__.py"


def test_there_is_no_circle_of_imports() -> None:
    """Among the imports that run when a module is imported."""
    ahead = {
        module: {name for node in _tree(module).body for name in _at_once(node) if name in PATHS and name != module}
        for module in PATHS
    }
    while free := [module for module, names in ahead.items() if not names]:
        for module in free:
            del ahead[module]
        for names in ahead.values():
            names.difference_update(free)
    assert ahead == {}


def _at_once(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        for alias in node.names:
            inner = f"{node.module}.{alias.name}"
            yield inner if inner in PATHS else node.module

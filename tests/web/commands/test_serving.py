import json
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask import Flask

from graph.store import Store
from graph.stores import open_store
from tests.web.commands.conftest import GOVGRAPH, Run
from tests.web.small_tables import CLAIMS, ENTITIES, write_tables
from web import create_app
from web.commands.serving import fill
from web.config import Settings
from web.current import current_store
from web.hosts import LOCAL_ONLY

CHANGED = ENTITIES.replace("Sadiq Khan", "The Rt Hon. Sadiq Khan")
OTHER = ENTITIES.replace("Sadiq Khan", "S. Khan")


@pytest.fixture
def store(run: Run) -> Iterator[Store]:
    """The default store, in an empty folder."""
    assert run("--version").exit_code == 0
    with open_store(Settings().store) as store:
        yield store


class TestFill:
    def test_loads_the_usual_folder_into_an_empty_store(
        self, store: Store, tables: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        fill(store, Settings(data=str(tables)), None)
        assert "khan" in store.read().entities
        assert "Loaded" in capsys.readouterr().out

    def test_says_what_to_do_where_there_is_no_data(self, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
        fill(store, Settings(data="nowhere"), None)
        assert store.version() == ""
        assert "govgraph load DIR" in capsys.readouterr().err

    def test_loads_the_usual_folder_again_where_the_store_came_from_it(self, store: Store, tables: Path) -> None:
        settings = Settings(data=str(tables))
        fill(store, settings, None)
        write_tables(tables, entities=CHANGED)
        fill(store, settings, None)
        assert store.entity("khan").name == "The Rt Hon. Sadiq Khan"

    def test_leaves_other_data_alone(self, store: Store, tables: Path, tmp_path: Path, run: Run) -> None:
        mine = write_tables(tmp_path / "mine", entities=CHANGED)
        assert run("load", mine).exit_code == 0
        fill(store, Settings(data=str(tables)), None)
        assert store.entity("khan").name == "The Rt Hon. Sadiq Khan"

    def test_leaves_a_store_alone_that_was_chosen(self, tables: Path, tmp_path: Path) -> None:
        settings = Settings(store=f"networkx:{tmp_path / 'chosen.json'}", data=str(tables))
        with open_store(settings.store) as store:
            fill(store, settings, None)
            write_tables(tables, entities=CHANGED)
            fill(store, settings, None)
            assert store.entity("khan").name == "Sadiq Khan"

    def test_loads_a_folder_that_was_named_whatever_the_store_holds(
        self, store: Store, tables: Path, tmp_path: Path
    ) -> None:
        fill(store, Settings(data=str(tables)), None)
        fill(store, Settings(data=str(tables)), write_tables(tmp_path / "mine", entities=CHANGED))
        assert store.entity("khan").name == "The Rt Hon. Sadiq Khan"

    def test_fills_a_store_in_memory_that_is_the_app_s_own(self, tables: Path) -> None:
        settings = Settings(store="networkx:", data=str(tables))
        app = create_app(settings)
        with app.app_context():
            fill(current_store(), settings, None)
        assert app.test_client().get("/api/v1/entity/khan").status_code == 200

    def test_stops_at_data_with_errors(self, store: Store, tables: Path) -> None:
        write_tables(tables, claims=CLAIMS.replace("reports_to", "likes"))
        with pytest.raises(click.ClickException, match="nothing is loaded"):
            fill(store, Settings(data=str(tables)), None)
        assert store.version() == ""


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--port", "-1"), 2, "0<=x<=65535"),
        (("--port", "eighty"), 2, "eighty"),
        (("--host", "nowhere.invalid"), 2, "Cannot listen"),
        (("--host", "."), 2, "Cannot listen"),
        (("--data", "nowhere"), 2, "does not exist"),
        (("--store", "foo:bar", "--port", "0"), 3, "no store"),
    ],
)
def test_a_wrong_call_is_told_readably(run: Run, arguments: tuple[str, ...], code: int, says: str) -> None:
    result = run("serve", *arguments)
    assert result.exit_code == code
    assert says in result.stderr
    assert result.stderr.count("Error: ") == 1


def test_a_port_in_use_is_told_readably(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port))
    assert result.exit_code == 2
    assert result.stderr == (
        f"Error: Cannot listen at http://127.0.0.1:{port}: Address already in use. "
        "Stop what runs there, or choose another --port or --host.\n"
    )


@pytest.fixture
def server(chosen: Run, tables: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """`govgraph serve`, which has other tables in its store and is to load the small ones first, at a free port."""
    assert chosen("load", write_tables(tmp_path / "others", entities=OTHER)).exit_code == 0
    started = subprocess.Popen(
        [GOVGRAPH, "serve", "--port", "0", "--data", str(tables)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield started
    started.kill()
    started.communicate()


def ready(server: subprocess.Popen[str]) -> str:
    """The address of a server, once it has said that it is there."""
    assert server.stdout is not None
    assert server.stdout.readline().startswith("Loaded ")
    line = server.stdout.readline()
    assert line.endswith("(Ctrl-C stops it)\n")
    return next(word for word in line.split() if word.startswith("http://127.0.0.1:"))


@pytest.mark.slow
def test_what_is_loaded_meanwhile_is_served_at_once(server: subprocess.Popen[str], tables: Path) -> None:
    address = ready(server)
    assert read_json(f"{address}/api/v1/entity/khan")["entity"]["name"] == "Sadiq Khan"
    write_tables(tables, entities=CHANGED)
    assert subprocess.run([GOVGRAPH, "load", str(tables)], check=False).returncode == 0
    assert read_json(f"{address}/api/v1/entity/khan")["entity"]["name"] == "The Rt Hon. Sadiq Khan"


@pytest.mark.slow
@pytest.mark.parametrize(
    "stop",
    [
        pytest.param(
            signal.SIGINT,
            marks=pytest.mark.skipif(
                signal.getsignal(signal.SIGINT) == signal.SIG_IGN,
                reason="started in the background: Ctrl-C is not for these tests, nor for what they start",
            ),
        ),
        signal.SIGTERM,
    ],
)
def test_stops_quietly(server: subprocess.Popen[str], stop: signal.Signals) -> None:
    ready(server)
    server.send_signal(stop)
    rest, errors = server.communicate(timeout=30)
    assert (server.returncode, rest, errors) == (0, "", "")


@pytest.mark.parametrize(("options", "local"), [((), False), (("--local",), True)])
def test_answers_to_this_computer_s_own_names_alone_where_that_was_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], local: bool
) -> None:
    apps: list[Flask] = []
    monkeypatch.setattr("web.commands.serving.run", lambda app, *_: apps.append(app))
    assert run("serve", "--host", "0.0.0.0", "--port", "0", *options).exit_code == 0  # noqa: S104
    assert [app.config[LOCAL_ONLY] for app in apps] == [local]


def read_json(address: str) -> dict[str, dict[str, str]]:
    with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310 - our own address
        found: dict[str, dict[str, str]] = json.load(response)
        return found

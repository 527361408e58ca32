"""What a person sees when the database is away, silent, locked, read-only or full of other things, and after it."""

import logging
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from neo4j.exceptions import Neo4jError

from graph.answers import Answer
from graph.errors import StoreUnavailable
from graph.queries.ask import ask
from graph.store import Store
from graph.stores import open_store
from graph.stores.neo4j_address import read_address
from graph.stores.neo4j_server import Server as Connection
from graph.stores.neo4j_server import TimedOut
from tests.neo4j.jars import VERSIONS
from tests.neo4j.plugin import URI, Servers
from tests.neo4j.server import SECONDS_TO_START, Place, Server, free_port
from tests.web.commands.conftest import GOVGRAPH
from tests.worlds import london, reports, world
from web import create_app
from web.commands.failures import Code
from web.config import Settings

pytestmark = [
    pytest.mark.neo4j,
    pytest.mark.skipif(bool(URI), reason="the server that the environment names is not ours to stop"),
]
log = logging.getLogger(__name__)
"""How long things took: shown with `--log-cli-level=INFO`, never judged closely."""
ROOT = Path(__file__).parents[2]
LONGEST_SILENCE = 40
"""Seconds, of which 10 to 20 are ours: a busy machine is no fault of the code."""
ENDLESS = "UNWIND range(1, 10000000000) AS x WITH x WHERE x % 7 = 8 RETURN count(x) AS found"


def running(place: Place) -> None:
    """Nothing, when the endless statement runs.

    :raises StoreUnavailable: when it does not (yet).
    """
    if len(place.run("SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND' RETURN 1")) < 1:
        raise StoreUnavailable("Nothing runs.")


@pytest.fixture
def filled(server: Server) -> Iterator[Store]:
    """A store on that server, which holds the London graph. Not `store`: that is every store, one after the other."""
    with open_store(server.place.uri) as opened:
        opened.load(london())
        yield opened


def visitor(place: Place) -> FlaskClient:
    return create_app(Settings(store=place.uri, password=place.password)).test_client()


def command(place: Place, *arguments: str, password: str = "") -> "subprocess.CompletedProcess[str]":
    """What a person sees: the program itself, in a process of its own, with whatever else prints there."""
    return subprocess.run(
        [GOVGRAPH, *arguments, "--store", place.uri],
        env=os.environ | {"NEO4J_PASSWORD": password},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )


@contextmanager
def given_up_in_time(what: str) -> Iterator[None]:
    """Fails where a silent database was waited for longer than it should be."""
    began = time.monotonic()
    yield
    log.info("seconds until %s gave the database up: %.2f", what, time.monotonic() - began)
    assert time.monotonic() - began < LONGEST_SILENCE


def until_it_answers(question: Callable[[], object], seconds: float = 30) -> float:
    """The seconds until the question is answered without an error."""
    began = time.monotonic()
    while True:
        try:
            question()
        except StoreUnavailable:
            if time.monotonic() - began > seconds:
                raise
            time.sleep(0.05)
        else:
            return time.monotonic() - began


def whole_answer(store: Store) -> Answer:
    """The answer that nothing cut short: a database that has just started takes long for its first ones."""
    for _ in range(20):
        answer = ask(store, "between", "hedg", "lhb")
        if not answer.truncated:
            return answer
    raise AssertionError("Every answer was cut short.")


def answered_anew(seen: list[object], right: Answer) -> None:
    """Nothing, when the last of what was seen is the right answer.

    :raises StoreUnavailable: when it is not (yet).
    """
    if seen[-1] != right:
        raise StoreUnavailable("The last question was not answered.")


def test_a_database_that_is_away_gives_a_page_and_a_line_and_comes_back(server: Server, filled: Store) -> None:
    visits = visitor(server.place)
    assert visits.get("/ask?q=between&subject=heg&object=lhb").status_code == 200
    answer = whole_answer(filled)
    server.stop()

    page = visits.get("/ask?q=between&subject=heg&object=lhb")
    assert page.status_code == 503
    assert "cannot be reached: it is away" in page.text
    reply = visits.get("/api/v1/ask/between?subject=heg&object=lhb")
    assert reply.status_code == 503
    line = command(server.place, "ask", "between", "heg", "lhb")
    assert line.returncode == Code.STORE
    assert "it is away" in line.stdout
    for seen in (page.text, reply.text, line.stdout):
        assert "Traceback" not in seen

    server.start()
    log.info("seconds until the program answered again: %.2f", until_it_answers(filled.version))
    assert whole_answer(filled) == answer
    assert visits.get("/ask?q=between&subject=heg&object=lhb").status_code == 200


def test_a_database_that_was_started_anew_plans_before_a_question_takes_its_time(
    server: Server, filled: Store, caplog: pytest.LogCaptureFixture
) -> None:
    def planned() -> int:
        caplog.clear()
        with caplog.at_level(logging.DEBUG, logger="neo4j.io"):
            assert filled.version()
            filled.prepare()
        return sum("C: RUN " in said and "EXPLAIN " in said for said in caplog.messages)

    first = planned()
    assert first
    assert planned() == 0
    server.restart()
    assert planned() == first


def test_a_command_on_a_database_that_is_away_says_one_line() -> None:
    line = command(Place(f"127.0.0.1:{free_port()}"), "ask", "between", "heg", "lhb")
    assert line.returncode == Code.STORE
    assert len(line.stdout.splitlines()) == 1


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_under_questions_each_is_answered_rightly_or_refused(server: Server, filled: Store, end: str) -> None:
    right = whole_answer(filled)
    seen: list[object] = []
    over = threading.Event()

    def asking() -> None:
        while not over.is_set():
            try:
                seen.append(ask(filled, "between", "hedg", "lhb"))
            except StoreUnavailable as refusal:
                seen.append(refusal)
            # People draw breath; without it they keep the server from starting on a small machine.
            time.sleep(0.1)

    people = [threading.Thread(target=asking) for _ in range(3)]
    for person in people:
        person.start()
    try:
        until_it_answers(lambda: answered_anew(seen or [None], right))
        getattr(server, end)()
        time.sleep(1)
        server.start()
        log.info("%d answers and refusals while it was away", len(seen))
        until_it_answers(filled.version)
        until_it_answers(lambda: answered_anew(seen, right), 90)
    finally:
        over.set()
        for person in people:
            person.join(60)
    assert not any(person.is_alive() for person in people)
    refused = [each for each in seen if isinstance(each, StoreUnavailable)]
    assert refused
    answers = [each for each in seen if isinstance(each, Answer)]
    # A search that met a database still warming up says that it was cut short, and never says no.
    assert all(each == right or (each.truncated == "time" and each.verdict != "no") for each in answers)
    assert seen[-1] == right


def test_a_database_that_is_silent_does_not_keep_anybody_waiting(server: Server, filled: Store) -> None:
    """The process is frozen: its connections stay open and nothing comes.

    How long a driver waits then is set by the server, in all two minutes: twice `server.bolt.connection_keep_alive`.
    """
    assert filled.version()
    visits = visitor(server.place)
    assert visits.get("/").status_code == 200
    time.sleep(1)
    server.freeze()
    try:
        with given_up_in_time("the store"), pytest.raises(StoreUnavailable):
            filled.version()
        with given_up_in_time("a page"):
            assert visits.get("/ask?q=between&subject=heg&object=lhb").status_code == 503
        with given_up_in_time("a command"):
            assert command(server.place, "ask", "between", "heg", "lhb").returncode == Code.STORE
    finally:
        server.thaw()
    until_it_answers(filled.version)
    assert filled.read() == london()
    assert visits.get("/").status_code == 200


def test_a_reading_that_somebody_ends_is_not_said_to_have_taken_all_its_time_alone(server: Server) -> None:
    reader = Connection(read_address(server.place.uri))
    seen: list[Exception] = []

    def reading() -> None:
        try:
            reader.read(ENDLESS)
        except StoreUnavailable as error:
            seen.append(error)

    person = threading.Thread(target=reading)
    person.start()
    until_it_answers(lambda: running(server.place))
    for record in server.place.run(
        "SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery AS query WHERE query = $endless RETURN id",
        endless=ENDLESS,
    ):
        server.place.run("TERMINATE TRANSACTION $id", id=record["id"])
    person.join()
    reader.close()
    (error,) = seen
    assert str(error).endswith("or somebody who looks after it has ended the reading.")
    ended = error.__cause__ and error.__cause__.__cause__
    assert isinstance(ended, Neo4jError)
    assert (ended.code or "").endswith("Transaction.Terminated")


def test_a_database_that_falls_silent_while_it_is_read_is_given_up(server: Server) -> None:
    reader = Connection(read_address(server.place.uri))
    seen: list[Exception] = []

    def reading() -> None:
        try:
            reader.read(ENDLESS, 2.0)
        except (StoreUnavailable, TimedOut) as error:
            seen.append(error)

    assert reader.read("RETURN 1 AS one")
    person = threading.Thread(target=reading)
    person.start()
    until_it_answers(lambda: running(server.place))
    server.freeze()
    try:
        with given_up_in_time("what was being read"):
            person.join(LONGEST_SILENCE)
        assert [type(error) for error in seen] == [StoreUnavailable]
    finally:
        server.thaw()
        person.join()
    until_it_answers(lambda: reader.read("RETURN 1 AS one"))
    reader.close()


def test_a_database_that_is_still_starting_is_waited_for_by_asking_again(server: Server, filled: Store) -> None:
    server.kill()
    visits = visitor(server.place)
    server.start(wait=False)
    seen = [visits.get("/sources").status_code]
    until = time.monotonic() + SECONDS_TO_START
    while seen[-1] != 200 and time.monotonic() < until:
        time.sleep(0.2)
        seen.append(visits.get("/sources").status_code)
    server.wait()
    assert (set(seen), seen[-1]) == ({503, 200}, 200)
    assert filled.version()


def test_other_labels_are_left_alone(server: Server) -> None:
    server.place.run("CREATE (:Film {title: 'x'})-[:STARS]->(:Actor {name: 'y'})")
    with open_store(server.place.uri) as store:
        assert store.load(london()) is True
        assert store.read() == london()
        store.load(world(reports("ab")))
    found = server.place.run("MATCH (f:Film)-[r:STARS]->(a:Actor) RETURN f.title AS title, a.name AS name")
    assert [tuple(record.values()) for record in found] == [("x", "y")]


@pytest.mark.parametrize("label", ["Person", "Entity", "Source"])
def test_labels_of_ours_that_somebody_else_uses_stop_a_load(server: Server, label: str) -> None:
    server.place.run(f"CREATE (:{label} {{id: 'theirs'}})")
    with open_store(server.place.uri) as store, pytest.raises(StoreUnavailable, match="somebody else's data"):
        store.load(london())
    found = server.place.run("MATCH (n) WHERE n.id IS NOT NULL RETURN labels(n) AS labels, n.id AS id")
    assert [(record["labels"], record["id"]) for record in found] == [([label], "theirs")]


def test_an_empty_database_says_what_to_do(server: Server) -> None:
    line = command(server.place, "ask", "between", "heg", "lhb")
    assert line.returncode == Code.STORE
    assert "govgraph load" in line.stdout
    assert "govgraph load" in visitor(server.place).get("/").text


@pytest.mark.parametrize("version", VERSIONS)
def test_a_database_that_is_read_only_answers_and_refuses_a_load(servers: Servers, version: str) -> None:
    with servers.another(version) as closed:
        with open_store(closed.place.uri) as store:
            store.load(london())
        closed.configure("server.databases.read_only=neo4j")
        closed.restart()
        with open_store(closed.place.uri) as store:
            with pytest.raises(StoreUnavailable, match="it is read-only"):
                store.load(world(reports("ab")))
            assert store.read() == london()
        line = command(closed.place, "load", str(ROOT / "data" / "london"))
        assert line.returncode == Code.STORE
        assert line.stdout.count("\n") == 1
        assert "it is read-only" in line.stdout
        assert visitor(closed.place).get("/").status_code == 200

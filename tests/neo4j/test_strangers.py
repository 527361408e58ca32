"""What is said where something else than the wanted Neo4j answers at the address."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from graph.errors import StoreUnavailable
from graph.stores import open_store
from tests.neo4j.plugin import Servers
from tests.neo4j.server import Server

pytestmark = pytest.mark.neo4j
NO_NEO4J = "what answers there is no Neo4j, or too old"
NOT_SAFE = "cannot be reached safely"


@contextmanager
def somebody_who_says(words: bytes) -> Iterator[str]:
    """Where somebody listens who says the same to all who come."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            try:
                while True:
                    visitor, _ = listener.accept()
                    with visitor:
                        visitor.recv(1024)
                        visitor.sendall(words)
            except OSError:
                return

        speaker = threading.Thread(target=answer, daemon=True)
        speaker.start()
        try:
            yield f"127.0.0.1:{listener.getsockname()[1]}"
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            speaker.join()


def said_of(url: str) -> str:
    with open_store(url) as store, pytest.raises(StoreUnavailable) as refused:
        store.version()
    return str(refused.value)


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
@pytest.mark.parametrize("words", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"SSH-2.0-OpenSSH_9.2\r\n", bytes(4)])
def test_that_no_neo4j_answers_is_said(scheme: str, words: bytes) -> None:
    with somebody_who_says(words) as place:
        assert NO_NEO4J in said_of(f"{scheme}://{place}")


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+ssc"])
def test_that_the_wanted_one_does_not_encrypt_is_said(servers: Servers, scheme: str) -> None:
    server: Server = servers.another()
    with server:
        assert NOT_SAFE in said_of(f"{scheme}://{server.place.address}")

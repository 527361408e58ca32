"""The address of a Neo4j store: what it names, and what is refused before anything is connected."""

import pytest

from graph.errors import StoreUnavailable
from graph.stores.neo4j_address import Address, read_address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("neo4j://localhost", Address("neo4j://localhost:7687")),
        ("bolt+s://me@db.example:1234/films", Address("bolt+s://db.example:1234", "me", "films")),
        ("neo4j://a%40b@[::1]/", Address("neo4j://[::1]:7687", "a@b")),
    ],
)
def test_an_address_names_server_user_and_database(url: str, address: Address) -> None:
    assert read_address(url) == address


@pytest.mark.parametrize(
    "host", ["london..example", f"{'a' * 64}.example", "xn--\N{LATIN SMALL LETTER U WITH DIAERESIS}.example", "\udcff"]
)
def test_a_name_that_no_computer_can_have_is_refused(host: str) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be read"):
        read_address(f"neo4j://{host}:7687/neo4j")


@pytest.mark.parametrize("secret", ["open", "12/open", "12#open", "12?open", "op@en", "12@3", ""])
def test_whatever_is_in_a_password_in_the_address_it_is_refused_and_not_repeated(secret: str) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        read_address(f"neo4j://me:{secret}@db.example/films")
    assert "open" not in str(refused.value)

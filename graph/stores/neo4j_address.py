"""Where a Neo4j database is, read from the address of a store."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from graph.errors import StoreUnavailable


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is, without the password: `neo4j://user@host:port/database`."""

    url: str
    user: str = "neo4j"
    database: str = "neo4j"
    password: str = field(default="", repr=False)


def read_address(url: str, password: str = "") -> Address:
    """The address in a URL.

    :raises StoreUnavailable: when it names no host, or a password; the message repeats neither.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or 7687
        # As it is when the name is looked up.
        host.encode("idna")
    except ValueError:
        raise StoreUnavailable(
            "The address of the Neo4j database cannot be read: the port must be a number up to 65535, and the "
            "computer's name one that a computer can have."
        ) from None
    if parts.password is not None:
        raise StoreUnavailable(
            "A store's address must hold no password; put it into NEO4J_PASSWORD, or into the file that "
            "NEO4J_PASSWORD_FILE names."
        )
    database = parts.path.strip("/")
    # Behind an "@" would stand the rest of a password with a slash in it.
    if not host or parts.query or parts.fragment or "/" in database or "@" in database:
        raise StoreUnavailable("A Neo4j store's address is written neo4j://user@host:port/database.")
    place = f"[{host}]" if ":" in host else host
    return Address(
        f"{parts.scheme}://{place}:{port}", unquote(parts.username or "") or "neo4j", database or "neo4j", password
    )

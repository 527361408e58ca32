"""What goes wrong with a Neo4j database, in words for whoever can put it right. What the driver says is not shown."""

from collections.abc import Iterator, Sequence
from socket import gaierror
from ssl import SSLError

from neo4j.exceptions import AuthError, Neo4jError, UnsupportedServerProduct, WriteServiceUnavailable

_PASSWORD = "NEO4J_PASSWORD, or the file that NEO4J_PASSWORD_FILE names"  # noqa: S105 - where it is, not what it is
_TIMED_OUT = ("TransactionTimedOut", "LockAcquisitionTimeout", "LockClientStopped", "Transaction.Terminated")
"""How the database names a statement that it has ended; one that waited for a lock has its own name."""
_READ_ONLY = "cannot be written: it is read-only, or the server that may be written is away."
_MEANINGS = {
    "AuthenticationRateLimit": "lets the user {user!r} wait after several wrong passwords; put the right one into "
    f"{_PASSWORD}, and try again in a few seconds.",
    "CredentialsExpired": "wants the password of the user {user!r} changed first, in Neo4j Browser or cypher-shell.",
    "TokenExpired": "no longer accepts the password of the user {user!r}, which has expired; put a new one into "
    f"{_PASSWORD}.",
    "AccessMode": _READ_ONLY,
    "ReadOnly": _READ_ONLY,
    "NotALeader": _READ_ONLY,
    "Forbidden": "refuses this to the user {user!r}, who lacks the right to do it.",
    "DatabaseNotFound": "does not exist; the last part of the store's address names it.",
    "DatabaseUnavailable": "is not running: it is stopped, or still starting. Try again in a minute.",
    "DeadlockDetected": "is being changed by somebody else. Another load is under way, so nothing was loaded; "
    "wait until it has ended.",
    "Schema": "has constraints or indexes of its own that stand in the way; give govgraph a database of its own.",
    "Memory": "has too little memory for this (db.memory.transaction.total.max).",
}
"""Part of the database's code for an error -> what it means, the first that fits."""
_NO_NEO4J = "cannot be reached: what answers there is no Neo4j, or too old; its port for programs is usually 7687."
_NOT_REACHED = {
    gaierror: "cannot be reached: no computer of that name is known.",
    SSLError: "cannot be reached safely: what answers there does not encrypt, or its certificate is not trusted. With "
    "+s the store's address asks for both, with +ssc for encryption alone.",
    UnsupportedServerProduct: _NO_NEO4J,
}
"""Why a connection failed -> what it means, the first that fits."""


def timed_out(error: Neo4jError) -> bool:
    """Whether the database has ended a statement because it took too long."""
    return any(word in (error.code or "") for word in _TIMED_OUT)


def meaning_of(error: Exception, user: str) -> str:
    """What an error of the driver means, as the rest of a sentence that begins with the database's name."""
    code = error.code or "no reason given" if isinstance(error, Neo4jError) else ""
    for part, meaning in _MEANINGS.items():
        if part in code:
            return meaning.format(user=user)
    if isinstance(error, AuthError):
        return f"refuses the user {user!r}: a wrong password, or none ({_PASSWORD})."
    if code:
        return f"could not do this ({code})."
    if isinstance(error, WriteServiceUnavailable):
        return _READ_ONLY
    return _not_reached(tuple(_causes(error)))


def _not_reached(causes: Sequence[BaseException]) -> str:
    for kind, meaning in _NOT_REACHED.items():
        if any(isinstance(cause, kind) for cause in causes):
            return meaning
    # That a web server answers, as at the port of Neo4j Browser, the driver says in words alone.
    if any("looks like HTTP" in str(cause) for cause in causes):
        return _NO_NEO4J
    return "cannot be reached: it is away, or still starting. Try again in a minute."


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for each in error.exceptions:
                yield from _causes(each)
        error = error.__cause__ or error.__context__

"""Settings, read once at the edge and handed in: nothing below `web/` looks at the environment."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from graph.queries.options import MAX_SECONDS

Number = TypeVar("Number", int, float)
SAVING = {
    "here": "whoever asks on this computer, where the program serves this computer alone",
    "anyone": "whoever can reach the program",
    "nobody": "nobody on the pages; the command line still can",
}
"""Who may save views."""
SITE = re.compile(r"https?://(\*\.)?[a-z0-9.-]+(:[0-9]{1,5})?|https?://\[[0-9a-f:]+\](:[0-9]{1,5})?")
"""The form of a site, in small letters: scheme, host with `*.` for all beneath it, and port."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one running program is set up. Paths are relative to the folder in which it was started."""

    store: str = "networkx:var/govgraph.json"
    """Where the data is kept, as `graph.stores.open_store` takes it."""
    data: str = "data/london"
    """The folder that the pages name when nothing is loaded."""
    seconds: float = 5.0
    """How long one question may be searched for."""
    max_address: int = 8000
    """Characters of an address, question included; a longer one is refused."""
    max_body: int = 65_536
    """Bytes of a request's body; a larger one is refused."""
    address: str = ""
    """Where readers reach the program, like https://govgraph.example.gov.uk; empty: wherever each asks for it."""
    frames: tuple[str, ...] = ()
    """The sites that may show a saved view in a frame, like https://www.example.gov.uk, besides the program itself."""
    saving: str = "here"
    """Who may save and withdraw views on the pages, a key of `SAVING`."""
    password: str = field(default="", repr=False)
    """What the store asks for, if it asks; it is neither printed nor logged."""

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings that `GOVGRAPH_STORE`, `GOVGRAPH_DATA`, `GOVGRAPH_SECONDS`, … ask for, else the defaults.

        The password is in the file that `NEO4J_PASSWORD_FILE` names, else in `NEO4J_PASSWORD`.

        :raises ValueError: when a value cannot be used, or a file cannot be read; the message names the variable.
        """
        return cls(
            store=environ.get("GOVGRAPH_STORE") or cls().store,
            data=environ.get("GOVGRAPH_DATA") or cls().data,
            seconds=_number(environ, "GOVGRAPH_SECONDS", float, cls().seconds, 0.1, MAX_SECONDS),
            max_address=_number(environ, "GOVGRAPH_MAX_ADDRESS", int, cls().max_address, 500, 100_000),
            max_body=_number(environ, "GOVGRAPH_MAX_BODY", int, cls().max_body, 0, 100_000_000),
            address=_address(environ, "GOVGRAPH_ADDRESS"),
            frames=_sites(environ, "GOVGRAPH_FRAMES"),
            saving=_one_of(environ, "GOVGRAPH_SAVING", SAVING, cls().saving),
            password=_secret(environ, "NEO4J_PASSWORD"),
        )


def _secret(environ: Mapping[str, str], name: str) -> str:
    """What the file of `<name>_FILE` holds, without the line's end, else the variable itself."""
    file, text = environ.get(f"{name}_FILE", ""), environ.get(name, "")
    try:
        # Some editors begin a file with a mark that nobody sees.
        secret = Path(file).read_text(encoding="utf-8-sig").rstrip("\r\n") if file else text
        secret.encode()
    except OSError as error:
        # It is not repeated: it may be the secret itself, put into the wrong variable.
        raise ValueError(f"{name}_FILE must name a file that can be read ({error.strerror})") from None
    except ValueError:
        raise ValueError(f"{name}{'_FILE' if file else ''} leads to what is no text in UTF-8") from None
    return secret


def read_sites(text: str) -> tuple[str, ...]:
    """The sites in a text, with spaces or commas between them, in lower case, each once.

    :raises ValueError: when one of them is none; the message names it.
    """
    sites = tuple(dict.fromkeys(text.replace(",", " ").lower().split()))
    for site in sites:
        if not SITE.fullmatch(site):
            raise ValueError(f"{site!r} is no site; one is written like https://www.example.gov.uk, without a path")
    return sites


def _sites(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    try:
        return read_sites(environ.get(name, ""))
    except ValueError as error:
        raise ValueError(f"{name} cannot be used: {error}") from None


def _address(environ: Mapping[str, str], name: str) -> str:
    text = environ.get(name, "").rstrip("/").lower()
    if text and (not SITE.fullmatch(text) or "*" in text):
        raise ValueError(f"{name} is {text!r}, but must be like https://govgraph.example.gov.uk, without a path")
    return text


def _one_of(environ: Mapping[str, str], name: str, allowed: Collection[str], default: str) -> str:
    text = environ.get(name) or default
    if text not in allowed:
        raise ValueError(f"{name} is {text!r}, but must be one of: {', '.join(allowed)}")
    return text


def _number(
    environ: Mapping[str, str],
    name: str,
    read: Callable[[str], Number],
    default: Number,
    low: Number,
    high: Number,
) -> Number:
    text = environ.get(name, "")
    if not text:
        return default
    try:
        value = read(text)
    except ValueError:
        raise ValueError(f"{name} is {text!r}, but must be a number from {low} to {high}") from None
    if not low <= value <= high:
        raise ValueError(f"{name} is {text}, but must be from {low} to {high}")
    return value

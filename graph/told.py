"""Relations as answers tell them: a sentence, when it held, and the claims behind it."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The parent of the parts of an answer: frozen, every field always written."""


class Evidence(Record, frozen=True, kw_only=True):
    """One claim: which source says it, where, and in our words what."""

    claim: str
    source: str
    title: str
    locator: str
    says: str
    status: str
    stance: str
    planned: str
    published: str


class Dates(Record, frozen=True, kw_only=True):
    """The four bounds as ISO days, None where nothing is known, and the same in words."""

    earliest_start: str | None
    latest_start: str | None
    earliest_end: str | None
    latest_end: str | None
    words: str


class Tie(Record, frozen=True, kw_only=True):
    """One relation as a sentence, read from the step's `from` to its `to`.

    `rivals` are what others say that cannot be true beside it, the oldest source first.
    """

    id: str
    kind: str
    sentence: str
    state: str
    strength: str
    certainty: str
    dates: Dates
    roles: tuple[str, ...]
    scopes: tuple[str, ...]
    sources: tuple[Evidence, ...]
    rivals: tuple[Evidence, ...] = ()

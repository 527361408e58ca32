"""The one shape of every answer (`model.md`, section 5), the same from every store, on the screen and as JSON."""

from typing import Any, Literal

import msgspec

from graph.rows import AnyRow
from graph.told import Record, Tie

Verdict = Literal["yes", "qualified", "no", "not stated"]
Certainty = Literal["certain", "possible", "never"]


class Question(Record, frozen=True, kw_only=True):
    """The question as understood, so that it can be asked again."""

    ask: str
    subject: str = ""
    subject_name: str = ""
    object: str = ""
    object_name: str = ""
    lens: str = ""
    at: str = ""
    until: str = ""
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    soft: bool = True
    same: bool = False
    steps: int | None = None
    hops: int = 12
    routes: int = 10
    seconds: float = 5.0


class Step(Record, frozen=True, kw_only=True, rename={"from_id": "from", "to_id": "to"}):
    """From one entity to the next; its kind and sentence are those of its first relation, the strongest."""

    from_id: str
    to_id: str
    from_name: str
    to_name: str
    kind: str
    sentence: str
    relations: tuple[Tie, ...]


class Route(Record, frozen=True, kw_only=True):
    """Steps upwards, with the strength of the weakest and the certainty of the whole."""

    strength: str
    firm: bool
    certainty: Certainty
    sentence: str
    steps: tuple[Step, ...]


class Connection(Record, frozen=True, kw_only=True):
    """How two entities are tied otherwise: no answerability. `note` says what kind of tie it is."""

    note: str
    sentence: str
    steps: tuple[Step, ...]


class Stop(Record, frozen=True, kw_only=True):
    """Where a chain ends and why; `lens` names the one under which it would go on, `adds` how."""

    entity: str
    name: str
    why: str
    lens: str
    adds: tuple[str, ...]


class Amount(Record, frozen=True, kw_only=True):
    """Money of one financial year and currency; `direction` is "paid" or "received" by the one asked about, or empty.

    "At least" where an amount of the year is unknown or disputed.
    """

    direction: str
    year: str
    currency: str
    stated: str
    implied: str
    planned: str
    at_least: bool


class Answer(Record, frozen=True, kw_only=True):
    """What every question gives. Fields that a question has no use for are empty."""

    question: Question
    verdict: Verdict | Literal[""]
    summary: str
    routes: tuple[Route, ...] = ()
    ties: tuple[Connection, ...] = ()
    rows: tuple[AnyRow, ...] = ()
    amounts: tuple[Amount, ...] = ()
    stops: tuple[Stop, ...] = ()
    truncated: str | None = None
    data_version: str = ""


def to_json(answer: Answer) -> bytes:
    """The answer as JSON, as the API and `--json` give it."""
    return msgspec.json.encode(answer)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an answer."""
    schema = msgspec.json.schema(Answer)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "govgraph answer"} | schema

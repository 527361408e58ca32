"""With what a disputed tie is in dispute: the claims of others that share a dispute word with one of its own."""

from typing import Any, TypeVar

import msgspec

from graph import answers, rows
from graph.model import State
from graph.queries.views import evidence_in_order
from graph.store import Store
from graph.told import Evidence, Tie

Told = TypeVar("Told")
MOST_RIVALS = 30
"""So many are told of one tie at most."""
_HOLDING: dict[type, tuple[str, ...]] = {
    answers.Answer: ("routes", "ties", "rows"),
    answers.Route: ("steps",),
    answers.Connection: ("steps",),
    answers.Step: ("relations",),
    rows.Seat: ("ties",),
    rows.Shared: ("link", "first", "second"),
    rows.Payment: ("tie",),
    rows.Gap: ("ties",),
    rows.Change: ("before", "after"),
}
"""The parts of answers that hold ties, and in which fields."""


def with_rivals(store: Store, told: Told) -> Told:
    """The answer, or the part of one or several parts in a tuple, with its disputed ties' rivals."""
    filled: Told = _filled(store, told)
    return filled


def rivals_of(store: Store, state: str, claims: list[str]) -> tuple[Evidence, ...]:
    """What others say instead of these claims, which together are of that state; the oldest source first."""
    if state != State.DISPUTED:
        return ()
    disputes = store.disputes()
    return evidence_in_order(disputes.rivals(claims), disputes.part)[:MOST_RIVALS]


def _filled(store: Store, told: Any) -> Any:
    """The same thing where nothing in it is disputed."""
    kind = type(told)
    if kind is tuple:
        parts = tuple(_filled(store, part) for part in told)
        return parts if any(new is not old for new, old in zip(parts, told, strict=True)) else told
    if kind is Tie or kind is rows.Said:
        claims = [each.claim for each in told.sources] if kind is Tie else [told.evidence.claim]
        rivals = rivals_of(store, told.state, claims)
        return msgspec.structs.replace(told, rivals=rivals) if rivals else told
    if kind is answers.Route and not any(tie.state == State.DISPUTED for step in told.steps for tie in step.relations):
        # There may be twenty thousand routes, and to take each to pieces takes a second.
        return told
    changed = {}
    for name in _HOLDING.get(kind, ()):
        old = getattr(told, name)
        new = _filled(store, old)
        if new is not old:
            changed[name] = new
    return msgspec.structs.replace(told, **changed) if changed else told

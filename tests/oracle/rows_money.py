"""`money` by brute force, straight from `model.md`, section 5."""

from collections import defaultdict
from decimal import Decimal

from graph.model import Relation, State
from tests.oracle.rows import Rows, row
from tests.oracle.sieve import Sieve

PARTS = {
    "funds": "payment",
    "budgeted_from": "budget",
    "approves": "approval",
    "commissions": "commission",
    "figure": "figure",
}


def money(sieve: Sieve, subject: str, end: str) -> Rows:
    """Which relation, as what, from whom to whom, with which decisions, budgets, year, amounts; then the sums."""
    kept = [one for one in sieve.relations(*PARTS) if _concerns(one, subject) and _concerns(one, end)]
    kept = [one for one in kept if one.kind != "figure" or one.currency]
    kept = [one for one in kept if sieve.shown(*filter(None, (one.subject, one.object)))]
    parts = {one.id: _part(one, kept) for one in kept}
    rows = [
        row(
            parts[one.id],
            one.id,
            one.subject,
            one.object,
            frozenset(one.decision),
            frozenset(one.budget),
            one.year,
            one.currency,
            bool(one.amounts),
            sieve.certainty_of(one),
        )
        for one in kept
    ]
    return rows + _sums(sieve, [one for one in kept if parts[one.id] == "payment"], subject)


def _concerns(relation: Relation, entity: str) -> bool:
    """Whether the entity pays, is paid, passes it on, decides on it or is its budget; true of nobody."""
    involved = {relation.subject, relation.object, *relation.via, *relation.decision, *relation.budget}
    return not entity or entity in involved


def _part(relation: Relation, kept: list[Relation]) -> str:
    """What a fund, or anybody, pays on of what it received in the same answer is onward.

    What comes back to those who paid it is no receipt from outside, neither of theirs nor of those between.
    """
    if relation.state == State.DENIED:
        return "denied"
    paid = [(one.subject, one.object) for one in kept if one.kind == "funds" and one.state != State.DENIED]
    ring = _reached(relation.subject, paid) & _reached(relation.subject, [(end, start) for start, end in paid])
    ring |= {relation.subject}
    received = any(end in ring and start not in ring for start, end in paid)
    return "onward" if relation.kind == "funds" and received else PARTS[relation.kind]


def _reached(start: str, pairs: list[tuple[str, str]]) -> set[str]:
    """All to whom one leads to the other, step by step."""
    found: set[str] = set()
    while more := {end for begin, end in pairs if begin in {start, *found}} - found:
        found |= more
    return found


def _sums(sieve: Sieve, payments: list[Relation], about: str) -> Rows:
    """By direction, year and currency: stated, implied, planned, and whether it is the least that it can be."""
    currencies = {one.currency for one in payments if one.currency}
    only = currencies.pop() if len(currencies) == 1 else ""
    keys: dict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for one in payments:
        direction = "paid" if one.subject == about else "received" if one.object == about else ""
        keys[direction, one.year, one.currency or only].append(one)
    rows = []
    for key, together in keys.items():
        sums = {"stated": Decimal(0), "implied": Decimal(0), "planned": Decimal(0)}
        for one in together:
            sums[_said(sieve, one)] += min(one.amounts, default=Decimal(0))
        least = any(len(one.amounts) != 1 or one.state == State.DISPUTED for one in together)
        rows.append(row("sum", *key, *(float(value) for value in sums.values()), least))
    return rows


def _said(sieve: Sieve, relation: Relation) -> str:
    """How it is said, by the claims that it rests on: planned, only implied, or stated."""
    claims = sieve.resting(relation)
    if all(claim.planned for claim in claims):
        return "planned"
    return "stated" if any(claim.status == "stated" for claim in claims) else "implied"

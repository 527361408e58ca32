"""Claims as the pages tell them: one source saying one thing, at one place, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.kinds import vocabulary
from graph.model import Claim
from graph.subgraph import Subgraph
from graph.wording import money


@dataclass(frozen=True, slots=True)
class End:
    """An entity that a claim names: its id and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its ends named, its verb, the state of the relation it belongs to, and its further columns."""

    claim: Claim
    subject: End
    verb: str
    object: End | None
    state: str
    details: tuple[tuple[str, str], ...]


def claims_of(part: Subgraph, ids: Iterable[str]) -> tuple[Told, ...]:
    """These claims, told; those that are not in the part are left out."""
    states = {claim: str(relation.state) for relation in part.relations.values() for claim in relation.claims}
    return tuple(_told(part.claims[key], part, states.get(key, "")) for key in ids if key in part.claims)


def _told(claim: Claim, part: Subgraph, state: str) -> Told:
    kind = vocabulary().relations[claim.kind]
    return Told(
        claim=claim,
        subject=_end(claim.subject, part),
        verb=kind.says,
        object=_end(claim.object, part) if claim.object else None,
        state=state,
        details=tuple((word, value) for word, value in _details(claim, part) if value),
    )


def _end(entity: str, part: Subgraph) -> End:
    return End(entity, part.entities[entity].name if entity in part.entities else entity)


def _details(claim: Claim, part: Subgraph) -> Iterable[tuple[str, str]]:
    yield "Role", claim.role
    yield "Limited to" if claim.object else "About", claim.scope
    yield "Through", _names(claim.via, part)
    yield "From", claim.start
    yield "Until", claim.end
    yield "Financial year", claim.year
    yield "Amount", _amount(claim)
    yield "Decision", _names(claim.decision, part)
    yield "Budget", _names(claim.budget, part)
    yield "Note", claim.note


def _amount(claim: Claim) -> str:
    return "" if claim.amount is None else money(claim.amount, claim.currency)


def _names(ids: Iterable[str], part: Subgraph) -> str:
    return "; ".join(_end(entity, part).name for entity in ids)

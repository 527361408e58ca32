"""Claims as the pages tell them: one source saying one thing, at one place, in words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.kinds import vocabulary
from graph.model import Claim, Relation
from graph.subgraph import Subgraph
from graph.wording import capital, in_text, money, predicate
from web.words import FACTS


@dataclass(frozen=True, slots=True)
class End:
    """An entity that a claim names: its id, and its name as it stands at that place."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its ends named, its verb, the state of the relation it belongs to, and its further columns.

    Of a fact, which has no object, `fact` is what sort it is; else it is empty.
    """

    claim: Claim
    subject: End
    verb: str
    fact: str
    object: End | None
    state: str
    details: tuple[tuple[str, str], ...]


def claims_of(part: Subgraph, ids: Iterable[str]) -> tuple[Told, ...]:
    """These claims, told; those that are not in the part are left out."""
    homes = {claim: relation for relation in part.relations.values() for claim in relation.claims}
    return tuple(_told(part.claims[key], part, homes.get(key)) for key in ids if key in part.claims)


def _told(claim: Claim, part: Subgraph, relation: Relation | None) -> Told:
    return Told(
        claim=claim,
        subject=End(claim.subject, capital(_within(claim.subject, part))),
        verb=_verb(claim, part, relation),
        fact="" if claim.object else FACTS.get(claim.kind, ""),
        object=End(claim.object, _within(claim.object, part)) if claim.object else None,
        state=str(relation.state) if relation else "",
        details=tuple((word, value) for word, value in _details(claim, part) if value),
    )


def _verb(claim: Claim, part: Subgraph, relation: Relation | None) -> str:
    """The wording between the two ends, in the number of the subject."""
    if relation is None:
        return vocabulary().relations[claim.kind].says
    bare = replace(relation, roles=(), scopes=(), via=(), amounts=(), year="")
    said = predicate(bare, part, claim.subject)
    return said.removesuffix(in_text(part.entities[claim.object])).rstrip() if claim.object else said


def _within(entity: str, part: Subgraph) -> str:
    return in_text(part.entities[entity]) if entity in part.entities else entity


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
    return "; ".join(part.entities[entity].title if entity in part.entities else entity for entity in ids)

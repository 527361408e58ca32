"""What is behind the dates that are told of an entity: the claims that print them, or the first that speaks of it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from graph.lifetimes import first_known_day, spoken_of
from graph.model import Claim
from graph.queries.existing import NO_LIFE
from graph.queries.tables import Table
from graph.queries.views import evidence_in_order
from graph.subgraph import Subgraph
from graph.told import Evidence


def printed_by(asked: Table, entities: Collection[str], part: Subgraph) -> Mapping[str, tuple[Evidence, ...]]:
    """By entity what prints when it began and ended; where no beginning is printed, the first that speaks of it.

    The oldest source first; empty where no day is told. The part holds the claims that print; those that first speak
    of somebody are read anew, for it may have been read without them.
    """
    lives = {entity: part.lifetimes.get(entity, NO_LIFE) for entity in entities}
    heard = {entity: life.known for entity, life in lives.items() if life.begins is None and life.known is not None}
    near = asked.about(heard) if heard else Subgraph()
    part = replace(part, claims={**part.claims, **near.claims}, sources={**part.sources, **near.sources})
    first = _first_to_speak(heard, near)
    proofs = {}
    for entity, life in lives.items():
        printing = (part.claims[claim] for claim in (*life.begin_claims, *life.end_claims) if claim in part.claims)
        claims = {claim.id: claim for claim in (*printing, *first.get(entity, ()))}
        proofs[entity] = evidence_in_order(claims.values(), part)
    return proofs


def _first_to_speak(heard: Mapping[str, date], near: Subgraph) -> Mapping[str, tuple[Claim]]:
    """Of each entity the first claim, by id, of those whose source spoke on the day from which it is known."""
    days = {source.id: first_known_day(source.span()) for source in near.sources.values()}
    found: dict[str, tuple[Claim]] = {}
    for claim in sorted(near.claims.values(), key=lambda claim: claim.id):
        for end in spoken_of(claim):
            if not claim.planned and end in heard and heard[end] == days[claim.source]:
                found.setdefault(end, (claim,))
    return found

"""Some entities, relations, claims and sources that belong together: what loaders make, stores keep, pictures draw."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Claim, Entity, Lifetime, Relation, Source


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Four kinds of record by id, each in the order of its ids, and the entities' lifetimes."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    lifetimes: Mapping[str, Lifetime] = field(default_factory=dict)

    def closed_over(self, relation_ids: set[str], claim_ids: set[str], entity_ids: set[str]) -> "Subgraph":
        """The part with these relations, claims and entities, and with all that they name.

        Relations bring their claims; claims bring their ends and sources, and the entities of `via`, `decision` and
        `budget`. So the ends of a relation come by its claims, and not where none of these is known. Unknown ids are
        left out.
        """
        relations = {key: self.relations[key] for key in sorted(relation_ids) if key in self.relations}
        wanted = claim_ids | {claim for relation in relations.values() for claim in relation.claims}
        claims = {key: self.claims[key] for key in sorted(wanted) if key in self.claims}
        named = set(entity_ids)
        for claim in claims.values():
            named.update((claim.subject, claim.object, *claim.via, *claim.decision, *claim.budget))
        return Subgraph(
            sources={key: self.sources[key] for key in sorted({claim.source for claim in claims.values()})},
            entities={key: self.entities[key] for key in sorted(named) if key in self.entities},
            claims=claims,
            relations=relations,
            lifetimes={key: self.lifetimes[key] for key in sorted(named) if key in self.lifetimes},
        )


def named_beside(claim: Claim) -> tuple[str, ...]:
    """The ids of those whom a claim names at neither of its ends (`via`, `decision`, `budget`), each once."""
    ends = (claim.subject, claim.object)
    return tuple(dict.fromkeys(key for key in (*claim.via, *claim.decision, *claim.budget) if key not in ends))

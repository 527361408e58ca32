"""Claims become relations: the one place where relations are made, before any store (`model.md`, sections 1 to 3)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.bounds import Evidence, dates_of
from graph.ids import slug
from graph.kinds import RelationKind, Vocabulary, vocabulary
from graph.lifetimes import lifetimes
from graph.model import Claim, Entity, Lifetime, Relation, Source, State, Strength
from graph.spans import Span
from graph.spells import Spell, spells
from graph.subgraph import Subgraph

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What every relation is judged against."""

    kinds: Vocabulary
    spans: Mapping[str, Span | None]
    lives: Mapping[str, Lifetime]
    carriers: frozenset[str]
    disputes: frozenset[str]


def derive(
    sources: Iterable[Source],
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    kinds: Vocabulary | None = None,
) -> Subgraph:
    """The whole graph that these records add up to, every table in the order of its ids.

    The records are taken as checked: ids are unique, ends exist, kinds are known and dates can be read.
    """
    kinds = kinds or vocabulary()
    source_table = {source.id: source for source in sorted(sources, key=lambda source: source.id)}
    entity_table = {entity.id: entity for entity in sorted(entities, key=lambda entity: entity.id)}
    claim_table = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id)}
    spans = {source.id: source.span() for source in source_table.values()}
    lives = lifetimes(entity_table, claim_table.values(), spans, kinds)
    facts = _Facts(
        kinds,
        spans,
        lives,
        _carriers(entity_table, claim_table.values(), kinds),
        _disputes(claim_table.values()),
    )
    by_key: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claim_table.values():
        by_key[relation_key(claim, kinds)].append(claim)
    relations = [_relation(key, spell, facts) for key, group in by_key.items() for spell in spells(group, spans)]
    return Subgraph(
        source_table,
        entity_table,
        claim_table,
        {relation.id: relation for relation in sorted(relations, key=lambda relation: relation.id)},
        lives,
    )


def relation_key(claim: Claim, kinds: Vocabulary) -> Key:
    """What claims that say the same thing share: subject, kind, object, and for money and facts a little more.

    Role and scope are compared by their slugs. The ends of a symmetric kind stand in the order of their ids.
    """
    kind = kinds.relations[claim.kind]
    ends = [claim.subject, claim.object]
    if kind.symmetric:
        ends.sort()
    return ends[0], claim.kind, ends[1], *(_key_part(claim, name) for name in kind.key)


def _key_part(claim: Claim, name: str) -> str:
    value = getattr(claim, name)
    text = "+".join(sorted(value)) if isinstance(value, tuple) else slug(value)
    return f"{name}:{text}" if text else ""


def _relation_id(key: Key, spell: Spell) -> str:
    parts = ".".join(part for part in key if part)
    return f"{parts}@{spell.begins.isoformat()}" if spell.begins else parts


def _relation(key: Key, spell: Spell, facts: _Facts) -> Relation:
    kind = facts.kinds.relations[key[1]]
    supporting = [claim for claim in spell.claims if claim.supports]
    rests_on = [claim for claim in supporting if not claim.planned] or supporting or list(spell.claims)
    ends = [facts.lives[end] for end in (key[0], key[2]) if end]
    evidence = Evidence(rests_on, [facts.spans[claim.source] for claim in rests_on], ends)
    dates = dates_of(evidence)
    strength = _strength(kind, key[0], facts)
    lower, upper = (key[0], key[2]) if kind.answers == "subject" else (key[2], key[0])
    return Relation(
        id=_relation_id(key, spell),
        kind=kind.name,
        subject=key[0],
        object=key[2],
        state=_state(spell.claims, evidence, facts.disputes),
        bounds=dates.bounds,
        strength=strength,
        lower=lower if strength else "",
        upper=upper if strength else "",
        roles=_distinct(claim.role for claim in rests_on),
        scopes=_distinct(claim.scope for claim in rests_on),
        via=_distinct(entity for claim in rests_on for entity in claim.via),
        year=rests_on[0].year if kind.family == "money" else "",
        decision=rests_on[0].decision if kind.family == "money" else (),
        budget=rests_on[0].budget if kind.family == "money" else (),
        amounts=tuple(sorted({claim.amount for claim in rests_on if claim.amount is not None})),
        currency=next((claim.currency for claim in rests_on if claim.currency), ""),
        claims=tuple(claim.id for claim in spell.claims),
        sources=_distinct(sorted(claim.source for claim in supporting or spell.claims)),
        planned=all(claim.planned for claim in rests_on),
        not_before=dates.not_before,
        over_from=dates.over_from,
    )


def _state(claims: Sequence[Claim], evidence: Evidence, disputes: frozenset[str]) -> State:
    rests_on = evidence.claims
    against = [claim for claim in claims if not claim.supports]
    if len(against) == len(claims):
        return State.DENIED
    if (
        against
        or any(claim.dispute in disputes for claim in rests_on)
        or _apart(evidence.printed("start"))
        or _apart(evidence.printed("end"))
        or len({(claim.amount, claim.currency) for claim in rests_on if claim.amount is not None}) > 1
    ):
        return State.DISPUTED
    if all(claim.planned for claim in rests_on):
        return State.PLANNED
    stated = {claim.source for claim in rests_on if claim.status == "stated"}
    if not stated:
        return State.IMPLIED
    return State.CORROBORATED if len(stated) > 1 else State.SINGLE


def _apart(printed: Sequence[Span]) -> bool:
    """Whether printed dates have no day in common."""
    return bool(printed) and max(span.first for span in printed) > min(span.last for span in printed)


def _disputes(claims: Iterable[Claim]) -> frozenset[str]:
    """The dispute words that two claims share."""
    seen: set[str] = set()
    shared: set[str] = set()
    for claim in claims:
        if claim.dispute:
            (shared if claim.dispute in seen else seen).add(claim.dispute)
    return frozenset(shared)


def _strength(kind: RelationKind, subject: str, facts: _Facts) -> Strength | None:
    if kind.carries:
        return Strength.OVERSIGHT if subject in facts.carriers else None
    return kind.strength


def _carriers(entities: Mapping[str, Entity], claims: Iterable[Claim], kinds: Vocabulary) -> frozenset[str]:
    """Entities whose `part_of` carries answerability: programmes, units, and collectives of such parts only.

    A collective without a named part is none; collectives within collectives are followed, a circle of them is none.
    """
    carries = kinds.relations["part_of"].carries
    carriers = {entity.id for entity in entities.values() if kinds.allows(entity.kind, carries)}
    parts: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.kind == "part_of" and claim.supports and entities[claim.object].kind == "collective":
            parts[claim.object].add(claim.subject)
    grown = True
    while grown:
        found = {whole for whole, members in parts.items() if whole not in carriers and members <= carriers}
        carriers |= found
        grown = bool(found)
    return frozenset(carriers)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))

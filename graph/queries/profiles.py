"""`profile`: all that is claimed about A, source by source, facts included, and where it is only named."""

from collections.abc import Mapping, Sequence

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Claim, Entity, Relation, State
from graph.queries.options import Options
from graph.queries.tables import Table, counted, entity_named, table
from graph.queries.views import oldest_first, one_evidence
from graph.rows import Said
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, dates_words, listing


def profile(store: Store, subject: str, options: Options) -> Answer:
    """One row for each claim about `subject`, the oldest source first, undated ones last, then by claim id.

    Those that name it neither as subject nor as object are among them.
    """
    asked = table(store, "profile", (subject, ""), options)
    if asked.subject is None:
        raise BadQuestion("A name is missing: the one to ask about.")
    about, naming = asked.about([asked.subject.id]), asked.naming(asked.subject.id)
    of = _by_claim(asked, about) | _only_naming(asked, asked.subject, naming)
    part = _both(about, naming)
    kept = oldest_first((part.claims[key] for key in of if _is_about(asked, part.claims[key], part)), part)
    return asked.answer(
        lambda: _summary(asked, kept, of, part),
        kept,
        lambda claim: _row(claim, of[claim.id], part, asked.subject),
    )


def _by_claim(asked: Table, part: Subgraph) -> dict[str, Relation]:
    """The relation of each claim, of those that the filters and the days let through."""
    return {
        claim: relation
        for relation in asked.clock.within(part.relations.values())
        if asked.keeps(relation)
        for claim in relation.claims
    }


def _only_naming(asked: Table, subject: Entity, naming: Subgraph) -> dict[str, Relation]:
    """As `_by_claim`, of the claims that name the subject at neither end: others may say the same without naming it."""
    of = _by_claim(asked, naming)
    return {key: relation for key, relation in of.items() if named_as(naming.claims[key], subject.id)}


def _both(one: Subgraph, other: Subgraph) -> Subgraph:
    """What is told of is in one of the two parts."""
    return Subgraph(
        sources={**one.sources, **other.sources},
        entities={**one.entities, **other.entities},
        claims={**one.claims, **other.claims},
        relations={**one.relations, **other.relations},
        lifetimes={**one.lifetimes, **other.lifetimes},
    )


def named_as(claim: Claim, entity: str) -> str:
    """As what a claim names somebody at neither of its ends: "via", "decision" or "budget"; else empty."""
    if entity in (claim.subject, claim.object):
        return ""
    named = {"via": claim.via, "decision": claim.decision, "budget": claim.budget}
    return next((word for word, ids in named.items() if entity in ids), "")


def _row(claim: Claim, relation: Relation, part: Subgraph, subject: Entity | None) -> Said:
    evidence = one_evidence(claim, part)
    return Said(
        sentence=evidence.says,
        kind=relation.kind,
        named_as=named_as(claim, subject.id) if subject else "",
        evidence=evidence,
        state=str(relation.state),
        dates=dates_words(relation, part),
        entities=tuple(
            entity_named(part.entities[end]) for end in dict.fromkeys((relation.subject, relation.object)) if end
        ),
    )


def _is_about(asked: Table, claim: Claim, part: Subgraph) -> bool:
    """Whether source and kinds of entity let the claim through: those of what else it names."""
    if asked.options.sources and claim.source not in asked.options.sources:
        return False
    others = [end for end in (claim.subject, claim.object) if end and asked.subject and end != asked.subject.id]
    return not asked.options.entities or any(asked.shows(part.entities[end]) for end in others)


def _summary(asked: Table, kept: Sequence[Claim], of: Mapping[str, Relation], part: Subgraph) -> str:
    if not kept:
        return f"{asked.no_document} says anything{asked.of_kind} about {asked.named}{asked.on_day}."
    titles = list(dict.fromkeys(part.sources[claim.source].title for claim in kept))
    said = (
        f"{counted(len(titles), 'source says', 'sources say')} {counted(len(kept), 'thing', 'things')}{asked.of_kind} "
        f"about {asked.named}{asked.on_day}: {listing(titles)}."
    )
    disputed = sum(of[claim.id].state == State.DISPUTED for claim in kept)
    if disputed:
        said += f" {capital(counted(disputed, 'of them is', 'of them are'))} disputed."
    naming = sum(asked.subject is not None and bool(named_as(claim, asked.subject.id)) for claim in kept)
    if naming:
        said += f" {counted(naming, 'of them only names', 'of them only name')} it, as go-between, decision or budget."
    return said

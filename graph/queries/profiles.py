"""`profile`: all that is claimed about A, source by source, facts included, and where it is only named."""

from collections.abc import Mapping, Sequence

from graph.answers import Answer
from graph.errors import BadQuestion, NotInTime
from graph.model import Claim, Entity, Relation, State
from graph.queries.options import Options
from graph.queries.tables import Table, counted, entity_named, table
from graph.queries.views import oldest_first, one_evidence
from graph.rows import Said
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, dates_words, listing

TO_LOOK_FOR_NAMES = 0.2
"""The share of its seconds in which all of the data is read, to find what only names the one asked about."""
_NOT_LOOKED = (
    "Claims that only name it, as go-between, decision or budget, were not looked for: that takes reading all of the "
    "data, and more seconds."
)


def profile(store: Store, subject: str, options: Options) -> Answer:
    """One row for each claim about `subject`, the oldest source first, undated ones last, then by claim id.

    Those that name it neither as subject nor as object are among them. All of the data is looked through for these,
    where that can be read in a fifth of the seconds; else they are left out, and the answer says that it was cut.
    """
    asked = table(store, "profile", (subject, ""), options)
    if asked.subject is None:
        raise BadQuestion("A name is missing: the one to ask about.")
    part = asked.about([asked.subject.id])
    of = _by_claim(asked, part)
    whole = _everything(asked)
    if whole is not None:
        of |= _naming(asked, asked.subject, whole)
        part = whole
    kept = oldest_first((part.claims[key] for key in of if _is_about(asked, part.claims[key], part)), part)
    return asked.answer(
        lambda: _summary(asked, kept, of, part) + ("" if whole is not None else f" {_NOT_LOOKED}"),
        kept,
        lambda claim: _row(claim, of[claim.id], part, asked.subject),
        cut=None if whole is not None else "time",
    )


def _by_claim(asked: Table, part: Subgraph) -> dict[str, Relation]:
    """The relation of each claim, of those that the filters and the days let through."""
    return {
        claim: relation
        for relation in asked.clock.within(part.relations.values())
        if asked.keeps(relation)
        for claim in relation.claims
    }


def _everything(asked: Table) -> Subgraph | None:
    try:
        return asked.store.read(seconds=asked.clock.left * TO_LOOK_FOR_NAMES)
    except NotInTime:
        return None


def _naming(asked: Table, subject: Entity, whole: Subgraph) -> dict[str, Relation]:
    """As `_by_claim`, of the claims that name the subject at neither end."""
    # Most claims name nobody beside their ends: to ask that first makes it several times as fast.
    beside = (
        claim for claim in asked.clock.within(whole.claims.values()) if claim.via or claim.decision or claim.budget
    )
    naming = {claim.id: claim.subject for claim in beside if named_as(claim, subject.id)}
    ties = _by_claim(asked, asked.about(set(naming.values()))) if naming else {}
    return {claim: relation for claim, relation in ties.items() if claim in naming}


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

"""`profile`: all that is claimed about A, source by source, facts included."""

from collections.abc import Mapping, Sequence

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Claim, Relation, State
from graph.queries.options import Options
from graph.queries.tables import Table, counted, entity_named, table
from graph.queries.views import oldest_first, one_evidence
from graph.rows import Said
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, dates_words, listing


def profile(store: Store, subject: str, options: Options) -> Answer:
    """One row for each claim about `subject`, the oldest source first, undated ones last, then by claim id."""
    asked = table(store, "profile", (subject, ""), options)
    if asked.subject is None:
        raise BadQuestion("A name is missing: the one to ask about.")
    part = asked.about([asked.subject.id])
    of = {
        claim: relation
        for relation in asked.clock.within(part.relations.values())
        if asked.keeps(relation)
        for claim in relation.claims
    }
    kept = oldest_first((part.claims[key] for key in of if _is_about(asked, part.claims[key], part)), part)
    return asked.answer(lambda: _summary(asked, kept, of, part), kept, lambda claim: _row(claim, of[claim.id], part))


def _row(claim: Claim, relation: Relation, part: Subgraph) -> Said:
    evidence = one_evidence(claim, part)
    return Said(
        sentence=evidence.says,
        kind=relation.kind,
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
    return f"{said} {capital(counted(disputed, 'of them is', 'of them are'))} disputed." if disputed else said

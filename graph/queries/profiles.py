"""`profile`: all that is claimed about A, source by source, facts included."""

from collections.abc import Sequence

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Claim
from graph.queries.options import Options
from graph.queries.tables import Table, counted, entity_named, table
from graph.queries.views import evidence_in_order
from graph.rows import Said
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, dates_words, listing


def profile(store: Store, subject: str, options: Options) -> Answer:
    """One row for each claim about `subject`, the oldest source first, undated ones last, then by claim id."""
    asked = table(store, "profile", (subject, ""), options)
    if asked.subject is None:
        raise BadQuestion("A name is missing: the one to ask about.")
    part = asked.store.about([asked.subject.id])
    of = {claim: relation for relation in part.relations.values() if asked.keeps(relation) for claim in relation.claims}
    kept = [part.claims[key] for key in of if _is_about(asked, part.claims[key], part)]
    rows = [
        Said(
            sentence=evidence.says,
            kind=of[evidence.claim].kind,
            evidence=evidence,
            state=str(of[evidence.claim].state),
            dates=dates_words(of[evidence.claim], part),
            entities=tuple(
                entity_named(part.entities[end])
                for end in dict.fromkeys((of[evidence.claim].subject, of[evidence.claim].object))
                if end
            ),
        )
        for evidence in evidence_in_order(kept, part)
    ]
    return asked.answer(_summary(asked, rows), rows)


def _is_about(asked: Table, claim: Claim, part: Subgraph) -> bool:
    """Whether source and kinds of entity let the claim through: those of what else it names."""
    if asked.options.sources and claim.source not in asked.options.sources:
        return False
    others = [end for end in (claim.subject, claim.object) if end and asked.subject and end != asked.subject.id]
    return not asked.options.entities or any(asked.shows(part.entities[end]) for end in others)


def _summary(asked: Table, rows: Sequence[Said]) -> str:
    if not rows:
        return f"{asked.no_document} says anything about {asked.named}{asked.on_day}."
    titles = list(dict.fromkeys(row.evidence.title for row in rows))
    said = (
        f"{counted(len(titles), 'source says', 'sources say')} {counted(len(rows), 'thing', 'things')} about "
        f"{asked.named}{asked.on_day}: {listing(titles)}."
    )
    disputed = sum(row.state == "disputed" for row in rows)
    return f"{said} {capital(counted(disputed, 'of them is', 'of them are'))} disputed." if disputed else said

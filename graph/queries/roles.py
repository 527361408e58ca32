"""Roles asked for that no document tells of: refused with those that would work."""

from collections.abc import Iterable, Sequence

from graph.answers import Answer
from graph.errors import BadQuestion, NotInTime
from graph.ids import slug
from graph.kinds import vocabulary
from graph.model import Claim
from graph.near import NearTexts
from graph.queries.options import Options
from graph.queries.tables import some_of
from graph.store import Store
from graph.wording import listing, with_article

NEAR = 2
"""So many typing errors away a role may still be the one that is meant."""


def with_known_roles(store: Store, answer: Answer, options: Options) -> Answer:
    """The answer itself; one that found nothing is refused where a role asked for is no role of the data at all.

    The whole data is looked at only then, and only for as long as the question may take.

    :raises BadQuestion: when no claim tells of a role asked for; it names the roles that are near it, or that are said
        of the one asked about.
    """
    if not options.roles or answer.rows or answer.routes or answer.truncated == "time":
        return answer
    kinds = vocabulary().relations.values()
    known = {slug(word) for kind in kinds for word in (kind.role, kind.name) if word}
    strange = [role for role in sorted(options.roles) if not options.as_compared(role) & known]
    if not strange:
        return answer
    try:
        claims = list(store.read(without={"relations"}, seconds=options.seconds).claims.values())
    except NotInTime:
        return answer
    held = {slug(claim.role) for claim in claims}
    for role in strange:
        if options.as_compared(role).isdisjoint(held):
            about = {answer.question.subject, answer.question.object} - {""}
            own = [claim for claim in claims if claim.object and about & {claim.subject, claim.object}]
            raise BadQuestion(_refusal(role, answer, _printed(own), _printed(claims)))
    return answer


def _printed(claims: Iterable[Claim]) -> list[str]:
    """The roles of claims as they are printed, else as their kinds call them, by name."""
    kinds = vocabulary().relations
    roles = {claim.role.strip() or kinds[claim.kind].role for claim in claims} - {""}
    return sorted(roles, key=lambda role: (role.casefold(), role))


def _refusal(role: str, answer: Answer, own: Sequence[str], every: Sequence[str]) -> str:
    near = NearTexts(map(slug, every)).within(NEAR, slug(role))
    meant = sorted((each for each in every if slug(each) in near), key=lambda each: near[slug(each)])
    said = f"No document in this data tells of the role “{role}”."
    if meant:
        return f"{said} Near it: {some_of(meant, str)}."
    if own:
        names = filter(None, (answer.question.subject_name, answer.question.object_name))
        return f"{said} Said of {listing(map(with_article, names))}: {some_of(own, str)}."
    return f"{said} Roles told of are, for example: {some_of(every, str)}." if every else said

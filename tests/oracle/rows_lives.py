"""`list`, `profile` and `changes` by brute force, straight from `model.md`, sections 3 and 5."""

from collections import defaultdict
from datetime import date

from graph.model import Claim, Lifetime, Relation, State
from graph.spans import LAST_DAY, Span
from tests.oracle.judged import possible, sure
from tests.oracle.rows import Rows, row
from tests.oracle.sieve import Sieve


def existing(sieve: Sieve) -> Rows:
    """Who existed, how surely, and which sources speak of them."""
    named: dict[str, set[str]] = defaultdict(set)
    for claim in sieve.graph.claims.values():
        other = () if claim.kind == "possibly_same_as" else (claim.object,)
        for entity in (claim.subject, *other, *claim.via, *claim.decision, *claim.budget):
            named[entity].add(claim.source)
    return [
        row(entity, standing, frozenset(named[entity]))
        for entity in sieve.graph.entities
        if sieve.shown(entity)
        and (not sieve.asked.sources or sieve.asked.sources & named[entity])
        and (standing := sieve.standing(entity))
    ]


def profile(sieve: Sieve, subject: str) -> Rows:
    """The place of each claim, which claim, the state of its relation, and as what beside its ends: oldest first."""
    found = []
    for one in sieve.relations():
        others = [end for end in (one.subject, one.object) if end and end != subject]
        if sieve.asked.entities and not (others and sieve.shown(*others)):
            continue
        claims = [sieve.graph.claims[claim] for claim in one.claims]
        found += [(claim, one) for claim in claims if subject in (one.subject, one.object) or _beside(claim, subject)]
    if sieve.asked.sources:
        found = [(claim, one) for claim, one in found if claim.source in sieve.asked.sources]
    spans = {source.id: source.span() or Span(LAST_DAY, LAST_DAY) for source in sieve.graph.sources.values()}
    found.sort(key=lambda pair: (spans[pair[0].source], pair[0].id))
    return [
        row(f"{place:03}", claim.id, str(one.state), _beside(claim, subject))
        for place, (claim, one) in enumerate(found)
    ]


def _beside(claim: Claim, entity: str) -> str:
    """As what a claim names somebody who is at neither of its ends."""
    if entity in (claim.subject, claim.object):
        return ""
    if entity in claim.via:
        return "via"
    return "decision" if entity in claim.decision else "budget" if entity in claim.budget else ""


def changes(sieve: Sieve, subject: str, until: Span) -> Rows:
    """What happened, to which entity or tie: began, ended, changed, or was first known to be certain."""
    return [*_lives(sieve, subject, until), *_ties(sieve, subject, until)]


def _lives(sieve: Sieve, subject: str, until: Span) -> Rows:
    asked = sieve.asked
    if asked.kinds or asked.sources or asked.roles:
        return []
    rows = []
    for entity in sieve.graph.entities:
        life = sieve.graph.lifetimes.get(entity, Lifetime())
        change = _of_life(sieve, life, until)
        if change and subject in ("", entity) and sieve.shown(entity) and (asked.soft or not life.planned):
            rows.append(row(change, entity, "", ""))
    return rows


def _of_life(sieve: Sieve, life: Lifetime, until: Span) -> str:
    """By printed dates alone, an end before a beginning; what has no printed beginning can be heard of first."""

    def between(first: date) -> bool:
        return sieve.window.last < first <= until.last

    def unless_planned(word: str, claims: tuple[str, ...]) -> str:
        return word if any(not sieve.graph.claims[claim].planned for claim in claims) else "planned"

    if life.ends and between(life.ends.first):
        return unless_planned("ended", life.end_claims)
    if life.begins:
        return unless_planned("began", life.begin_claims) if between(life.begins.first) else ""
    return "attested" if life.known and between(life.known) else ""


def _ties(sieve: Sieve, subject: str, until: Span) -> Rows:
    happened: dict[str, list[Relation]] = defaultdict(list)
    for one in sorted(sieve.graph.relations.values(), key=lambda one: one.id):
        if not one.object or one.state == State.DENIED or one.kind == "possibly_same_as":
            continue
        if subject and subject not in (one.subject, one.object):
            continue
        if sieve.suits(one) and sieve.shown(one.subject, one.object):
            happened[_of_tie(sieve, one, until)].append(one)
    rows = []
    begun = [*happened["began"], *happened["attested"]]
    followed = set()
    for one in happened["ended"]:
        same = [later for later in begun if later.id not in followed and _tie(later) == _tie(one)]
        same = [later for later in same if bool(later.year) == bool(one.year)]
        if same:
            followed.add(same[0].id)
            rows.append(row("changed", "", one.id, same[0].id))
        else:
            rows.append(row("ended", "", one.id, ""))
    for word in ("began", "attested", "planned"):
        rows += [row(word, "", "", one.id) for one in happened[word] if one.id not in followed]
    return rows


def _tie(relation: Relation) -> tuple[str, str, str]:
    return relation.kind, relation.subject, relation.object


def _of_tie(sieve: Sieve, relation: Relation, until: Span) -> str:
    """What a printed date, or the year of a payment, makes of it; else whether it is certain for the first time."""
    since = sieve.window
    spans = (since, until, Span(since.first, until.last))
    there, then, ever = (any(possible(relation, day) for day in _days(relation, span)) for span in spans)
    if ever and not then and (relation.year or until.first >= relation.over_from):
        return "planned" if all(claim.planned for claim in sieve.resting(relation)) else "ended"
    if then and not there and (relation.year or since.last < relation.not_before):
        return "planned" if all(claim.planned for claim in sieve.resting(relation)) else "began"
    before, after = Span(date.min, since.last), Span(Span(since.first, since.last).after, until.last)
    known = any(sure(relation, day) for day in _days(relation, before))
    return "attested" if not known and any(sure(relation, day) for day in _days(relation, after)) else ""


def _days(relation: Relation, span: Span) -> list[date]:
    days = (span.first, span.last, relation.bounds.earliest_start, relation.bounds.latest_start)
    return [day for day in days if day in span and day < LAST_DAY]

"""What must hold for a claim: what it names exists, its ends fit its kind, its values fit one another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.kinds import RelationKind, Vocabulary
from graph.model import Claim, Entity
from graph.spans import read_span
from loaders.nearby import Nearby
from loaders.records import Placed, Records
from loaders.result import Findings
from loaders.rows import clip

_MEASURES = frozenset({"counted", "figure"})
"""Facts that say a number."""
_DECISIONS = frozenset({"decision", "instrument"})
_BUDGETS = frozenset({"fund", "programme"})


@dataclass(frozen=True, slots=True)
class _Context:
    """What every claim is checked against; `whole` names the tables of which every row could be read."""

    findings: Findings
    kinds: Vocabulary
    entities: Mapping[str, Entity]
    sources: frozenset[str]
    whole: frozenset[str]
    nearby: Mapping[str, Nearby]


def check_claims(records: Records, findings: Findings, kinds: Vocabulary) -> None:
    """Note everything that is wrong with the claims, one by one and together."""
    entities = {placed.record.id: placed.record for placed in reversed(records.entities)}
    sources = frozenset(placed.record.id for placed in records.sources)
    context = _Context(
        findings,
        kinds,
        entities,
        sources,
        frozenset(name for name, file in records.files.items() if findings.whole(file)),
        {"entities": Nearby(entities), "sources": Nearby(sources), "kinds": Nearby(kinds.relations)},
    )
    for placed in records.claims:
        _check_references(placed, context)
        kind = kinds.relations.get(placed.record.kind)
        if kind is None:
            _unknown_kind(placed, context)
            continue
        _check_ends(placed, kind, context)
        _check_values(placed, kind, context)
        _check_money(placed, kind, context)
    _check_repeats(records, findings)
    _check_disputes(records, findings)


def _unknown_kind(placed: Placed[Claim], context: _Context) -> None:
    kind = placed.record.kind
    if kind:
        context.findings.error(
            placed.at("kind"),
            f"the kind {clip(kind)} is not known",
            context.nearby["kinds"].advice(kind, f"the kinds are {', '.join(context.kinds.relations)}"),
        )


def _check_references(placed: Placed[Claim], context: _Context) -> None:
    claim = placed.record
    if "sources" in context.whole and claim.source and claim.source not in context.sources:
        _dangling(placed, "source", claim.source, "sources", context)
    if "entities" not in context.whole:
        return
    for column, key in _named(claim):
        if key not in context.entities:
            _dangling(placed, column, key, "entities", context)


def _named(claim: Claim) -> Iterator[tuple[str, str]]:
    """The entities that a claim names, each with its column."""
    yield from ((column, key) for column, key in (("subject", claim.subject), ("object", claim.object)) if key)
    for column, keys in (("via", claim.via), ("decision", claim.decision), ("budget", claim.budget)):
        yield from ((column, key) for key in keys)


def _dangling(placed: Placed[Claim], column: str, key: str, table: str, context: _Context) -> None:
    advice = context.nearby[table].advice(key, f"add a row for it to the table {table}, or correct it")
    context.findings.error(placed.at(column), f"the table {table} has no id {key!r}", advice)


def _check_ends(placed: Placed[Claim], kind: RelationKind, context: _Context) -> None:
    claim, findings = placed.record, context.findings
    if kind.is_fact:
        if claim.object:
            findings.error(placed.at("object"), f"{kind.name} is a fact and has no object", "leave the cell blank")
    elif not claim.object and not findings.wrong_at(placed.at("object")):
        findings.error(
            placed.at("object"), f"{kind.name} needs an object", "write the id of the entity at the other end"
        )
    elif claim.object == claim.subject and claim.object:
        findings.error(placed.at("object"), "subject and object are the same entity", "correct one of them")
        return
    _check_end(placed, "subject", claim.subject, kind.subjects, context)
    if not kind.is_fact:
        _check_end(placed, "object", claim.object, kind.objects, context)
    _check_named_kinds(placed, context)


def _check_end(placed: Placed[Claim], column: str, key: str, allowed: frozenset[str], context: _Context) -> None:
    kind = _kind_of(key, context)
    if kind and not context.kinds.allows(kind, allowed):
        context.findings.error(
            placed.at(column),
            f"{key} is a {kind}, which cannot be the {column} of {placed.record.kind}",
            f"that must be one of {', '.join(sorted(allowed))}{_swapped(placed.record, context)}",
        )


def _swapped(claim: Claim, context: _Context) -> str:
    """A hint where the claim would fit the other way round."""
    kind = context.kinds.relations[claim.kind]
    subject, target = _kind_of(claim.object, context), _kind_of(claim.subject, context)
    fits = (
        subject
        and target
        and context.kinds.allows(subject, kind.subjects)
        and context.kinds.allows(target, kind.objects)
    )
    return "; do subject and object stand the wrong way round?" if fits else ""


def _kind_of(key: str, context: _Context) -> str:
    """The kind of an entity; empty where that or the entity is not known, which is told elsewhere."""
    entity = context.entities.get(key)
    return entity.kind if entity is not None and entity.kind in context.kinds.entities else ""


def _check_named_kinds(placed: Placed[Claim], context: _Context) -> None:
    claim = placed.record
    for column, keys, allowed in (
        ("decision", claim.decision, _DECISIONS),
        ("budget", claim.budget, _BUDGETS),
    ):
        for key in keys:
            kind = _kind_of(key, context)
            if kind and not context.kinds.allows(kind, allowed):
                context.findings.error(
                    placed.at(column),
                    f"{key} is a {kind}, which cannot be a {column}",
                    f"that must be one of {', '.join(sorted(allowed))}",
                )


def _check_values(placed: Placed[Claim], kind: RelationKind, context: _Context) -> None:
    claim, findings = placed.record, context.findings
    if claim.start and claim.end and read_span(claim.end).last < read_span(claim.start).first:
        findings.error(
            placed.at("end"),
            f"the end {clip(claim.end)} is before the start {clip(claim.start)}",
            "correct one of them",
        )
    if kind.roles and claim.role not in kind.roles and (claim.role or kind.name == "listed"):
        findings.error(
            placed.at("role"),
            f"{clip(claim.role)} is no role of {kind.name}" if claim.role else f"{kind.name} needs a role",
            f"write {' or '.join(sorted(kind.roles))}",
        )
    no_date = kind.name == "dated" and not (claim.start or claim.end)
    if no_date and not any(findings.wrong_at(placed.at(column)) for column in ("start", "end")):
        findings.error(placed.at("start"), "dated needs a start or an end", "write the date as printed")


def _check_money(placed: Placed[Claim], kind: RelationKind, context: _Context) -> None:
    claim, findings = placed.record, context.findings
    money = kind.family == "money"
    if money and claim.amount is not None and not claim.currency and not findings.wrong_at(placed.at("currency")):
        findings.error(placed.at("currency"), "an amount of money needs a currency", "write three capitals, like GBP")
    if kind.name in _MEASURES and claim.amount is None and not findings.wrong_at(placed.at("amount")):
        findings.error(placed.at("amount"), f"{kind.name} needs an amount", "write the number, or use described")
    if claim.currency and claim.amount is None and not findings.wrong_at(placed.at("amount")):
        findings.warn(
            placed.at("currency"),
            "there is a currency without an amount",
            "leave it blank, or add the amount",
        )
    if claim.amount is not None and not money and kind.name not in _MEASURES:
        findings.warn(
            placed.at("amount"),
            f"an amount says nothing for {kind.name}",
            "use funds, figure or counted for it",
        )
    if not money:
        for column in ("decision", "budget"):
            if getattr(claim, column):
                findings.warn(placed.at(column), f"a {column} says nothing for {kind.name}", "it belongs to money")


def _check_repeats(records: Records, findings: Findings) -> None:
    """Two claims that differ in nothing but their ids and wording are most likely one, entered twice."""
    first: dict[tuple[object, ...], Placed[Claim]] = {}
    for placed in records.claims:
        claim = placed.record
        key = (
            *(
                claim.subject,
                claim.kind,
                claim.object,
                claim.role,
                claim.scope,
                claim.via,
                claim.start,
                claim.end,
            ),
            *(
                claim.year,
                claim.amount,
                claim.currency,
                claim.decision,
                claim.budget,
                claim.source,
                claim.locator,
            ),
            *(claim.planned, claim.stance, claim.says if claim.kind == "described" else ""),
        )
        other = first.setdefault(key, placed)
        if other.record.id != claim.id:
            findings.warn(placed.at("id"), f"this says the same as {other.record.id} in row {other.row}", "delete one")


def _check_disputes(records: Records, findings: Findings) -> None:
    sharing: dict[str, list[Placed[Claim]]] = defaultdict(list)
    for placed in records.claims:
        if placed.record.dispute:
            sharing[placed.record.dispute].append(placed)
    for word, group in sharing.items():
        if len(group) == 1:
            findings.warn(
                group[0].at("dispute"),
                f"no other claim has the dispute word {clip(word)}",
                "write the same word in the claims that cannot all be true",
            )

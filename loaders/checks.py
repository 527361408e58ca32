"""What must hold between records: ids are unique and exist, names are one entity's, claims fit."""

from collections.abc import Iterable, Sequence

from graph.ids import slug
from graph.kinds import Vocabulary, vocabulary
from graph.model import Entity, Source
from graph.names import normal
from loaders.claims import check_claims
from loaders.nearby import Nearby
from loaders.records import Placed, R, Records
from loaders.result import Findings
from loaders.rows import clip

MAX_NAME = 300
"""The most letters of a name: a longer one fits no picture."""


def check(records: Records, findings: Findings, kinds: Vocabulary | None = None) -> None:
    """Note everything that is wrong with these records, in one run."""
    kinds = kinds or vocabulary()
    _check_ids(records.sources, findings)
    _check_ids(records.entities, findings)
    _check_ids(records.claims, findings)
    _check_sources(records.sources, findings)
    _check_kinds(records.entities, findings, kinds)
    _check_names(records.entities, findings)
    _check_identifiers(records.entities, findings)
    check_claims(records, findings, kinds)
    _check_spoken_of(records, findings)


def _check_ids(table: Iterable[Placed[R]], findings: Findings) -> None:
    first: dict[str, int] = {}
    for placed in table:
        key = placed.record.id
        if key and first.setdefault(key, placed.row) != placed.row:
            findings.error(
                placed.at("id"),
                f"the id {key!r} is in row {first[key]} already",
                "give each row an id of its own",
            )


def _check_sources(sources: Iterable[Placed[Source]], findings: Findings) -> None:
    for placed in sources:
        if placed.record.date and placed.record.inferred:
            findings.warn(
                placed.at("inferred"),
                "the source has a printed date and an inferred one",
                "the printed date is used; leave inferred blank",
            )


def _check_kinds(entities: Iterable[Placed[Entity]], findings: Findings, kinds: Vocabulary) -> None:
    nearby = Nearby(kinds.entities)
    for placed in entities:
        kind = placed.record.kind
        if kind and kind not in kinds.entities:
            findings.error(
                placed.at("kind"),
                f"the kind {clip(kind)} is not known",
                nearby.advice(kind, f"the kinds are {', '.join(kinds.entities)}"),
            )


def _names(entity: Entity) -> list[tuple[str, str]]:
    """Every name with the column in which it stands."""
    return [
        *((column, name) for column, name in (("name", entity.name), ("short_name", entity.short_name)) if name),
        *(("aliases", alias) for alias in entity.aliases),
    ]


def _check_names(entities: Sequence[Placed[Entity]], findings: Findings) -> None:
    """Names are compared without case, accents and punctuation, as they are when an entity is looked up."""
    first: dict[str, tuple[Placed[Entity], str]] = {}
    ids = {placed.record.id for placed in entities}
    for placed in entities:
        for column, name in _names(placed.record):
            if len(name) > MAX_NAME:
                findings.error(placed.at(column), f"the name has {len(name)} characters", f"shorten it to {MAX_NAME}")
            if not slug(name):
                findings.warn(placed.at(column), f"{clip(name)} has no letter or digit", "nobody can ask for it")
            key = normal(name) or name.casefold()
            other, other_name = first.setdefault(key, (placed, name))
            if other.record.id != placed.record.id:
                findings.error(
                    placed.at(column),
                    f"{clip(name)} is also a name of {other.record.id} in row {other.row} ({clip(other_name)})",
                    "if they are one, keep one row; if not, leave the name to one of them; if in doubt, leave it to "
                    "one and claim possibly_same_as",
                )
            elif slug(name) in ids - {placed.record.id}:
                findings.warn(
                    placed.at(column), f"{clip(name)} reads like the id of another entity, {slug(name)}", "reword it"
                )


def _check_identifiers(entities: Iterable[Placed[Entity]], findings: Findings) -> None:
    first: dict[str, Placed[Entity]] = {}
    for placed in entities:
        for identifier in placed.record.identifiers:
            other = first.setdefault(identifier.casefold(), placed)
            if other.record.id != placed.record.id:
                findings.warn(
                    placed.at("identifiers"),
                    f"{clip(identifier)} is an identifier of {other.record.id} in row {other.row} too",
                    "check which of the two it belongs to, or whether they are one",
                )


def _check_spoken_of(records: Records, findings: Findings) -> None:
    if "claims" not in records.files or not findings.whole(records.files["claims"]):
        return
    spoken: set[str] = set()
    for placed in records.claims:
        claim = placed.record
        spoken.update((claim.subject, claim.object, *claim.via, *claim.decision, *claim.budget))
    for entity in records.entities:
        if entity.record.id and entity.record.id not in spoken:
            findings.warn(entity.at("id"), f"no claim speaks of {entity.record.id}", "add a claim, or delete the row")

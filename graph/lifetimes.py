"""When each entity existed, as far as the claims tell (`model.md`, section 3)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.kinds import Vocabulary
from graph.model import Claim, Lifetime
from graph.spans import FIRST_DAY, LAST_DAY, Span, read_span

BEGINNING_ROLES = frozenset({"", "founded", "signed"})
END_ROLES = frozenset({"", "closed"})


def first_known_day(span: Span | None) -> date | None:
    """The first day of a source, or the one day that an open interval has; None for an undated source."""
    if span is None:
        return None
    return span.first if span.first > FIRST_DAY else span.last


def last_known_day(span: Span | None) -> date | None:
    """The last day of a source, or the one day that an open interval has; None for an undated source."""
    if span is None:
        return None
    return span.last if span.last < LAST_DAY else span.first


def not_yet(life: Lifetime, window: Span) -> Span | None:
    """The printed beginning behind all of the days, which rules them out; None where there is none."""
    return life.begins if life.begins is not None and window.last < life.begins.first else None


def no_more(life: Lifetime, window: Span) -> Span | None:
    """The printed end before all of the days, which rules them out; None where there is none."""
    return life.ends if life.ends is not None and window.first > life.ends.last else None


def was_to_begin(life: Lifetime, claims: Mapping[str, Claim]) -> bool:
    """Whether plans alone print its beginning, where one is printed; `claims` are those about it, by id."""
    return life.begins is not None and all(claim in claims and claims[claim].planned for claim in life.begin_claims)


def was_to_end(life: Lifetime, claims: Mapping[str, Claim]) -> bool:
    """Whether plans alone print its end, where one is printed; `claims` are those about it, by id."""
    return life.ends is not None and all(claim in claims and claims[claim].planned for claim in life.end_claims)


@dataclass(slots=True)
class _Notes:
    """What has been read of one entity so far: printed dates as (span, claim id), unplanned and planned apart."""

    spoken: bool = False
    planned: bool = False
    first: date | None = None
    last: date | None = None
    begins: dict[bool, list[tuple[Span, str]]] = field(default_factory=lambda: {False: [], True: []})
    ends: dict[bool, list[tuple[Span, str]]] = field(default_factory=lambda: {False: [], True: []})


def lifetimes(
    entity_ids: Iterable[str], claims: Iterable[Claim], spans: Mapping[str, Span | None], kinds: Vocabulary
) -> dict[str, Lifetime]:
    """The lifetime of each entity, by id. `spans` gives the days of each source.

    A printed beginning or end that only planned claims give counts where no other is printed. A `dated` claim without
    a role prints a beginning with its start and an end with its end; one with the role `closed` prints an end with
    either. Contradicting claims begin and end nothing, but speak of their ends as existing.
    """
    notes: dict[str, _Notes] = defaultdict(_Notes)
    for claim in claims:
        _note_existence(notes, claim, spans.get(claim.source))
        if claim.supports:
            _note_printed(notes, claim, kinds)
    return {entity: _lifetime(notes[entity]) for entity in entity_ids}


def spoken_of(claim: Claim) -> tuple[str, ...]:
    """Of whom a claim speaks, as existing or planned: of both its ends, of a succession only of its subject."""
    return (claim.subject, claim.object) if claim.object and claim.kind != "succeeds" else (claim.subject,)


def _note_existence(notes: dict[str, _Notes], claim: Claim, span: Span | None) -> None:
    for end in spoken_of(claim):
        note = notes[end]
        if claim.planned:
            note.planned = True
            continue
        note.spoken = True
        first, last = first_known_day(span), last_known_day(span)
        if first is not None and last is not None:
            note.first = min(first, note.first or first)
            note.last = max(last, note.last or last)


def _note_printed(notes: dict[str, _Notes], claim: Claim, kinds: Vocabulary) -> None:
    planned = bool(claim.planned)
    if claim.kind == "dated":
        note = notes[claim.subject]
        if claim.start and claim.role in BEGINNING_ROLES:
            note.begins[planned].append((read_span(claim.start), claim.id))
        if claim.role in END_ROLES:
            end = claim.end or (claim.start if claim.role == "closed" else "")
            if end:
                note.ends[planned].append((read_span(end), claim.id))
    elif claim.start and kinds.relations[claim.kind].begins == "object":
        notes[claim.object].begins[planned].append((read_span(claim.start), claim.id))


def _lifetime(note: _Notes) -> Lifetime:
    begins = note.begins[False] or note.begins[True]
    ends = note.ends[False] or note.ends[True]
    beginning = min((span for span, _ in begins), default=None)
    days = [day for day in (beginning.first if beginning else None, note.first) if day is not None]
    return Lifetime(
        known=min(days, default=None),
        confirmed=note.last,
        begins=beginning,
        ends=max((span for span, _ in ends), key=lambda span: (span.last, span.first), default=None),
        begin_claims=tuple(sorted(claim for _, claim in begins)),
        end_claims=tuple(sorted(claim for _, claim in ends)),
        planned=note.planned and not note.spoken,
    )

"""Names, dates and ties in words that can be read aloud."""

import re
from collections.abc import Iterable
from datetime import date

from graph.heads import COMMON, SINGULAR, head_of
from graph.kinds import RelationKind, vocabulary
from graph.model import Claim, Entity, Relation, Source, State
from graph.spans import FIRST_DAY, LAST_DAY, PREFIX, Span, read_interval, read_span
from graph.subgraph import Subgraph

_PLURALS = {"is": "are", "has": "have", "was": "were"}
_WHO = frozenset({"person", "post"})


def in_text(entity: Entity) -> str:
    """The name as it stands within a sentence; no person has an article."""
    return entity.name if entity.kind == "person" else with_article(entity.name)


def with_article(name: str) -> str:
    """The name with "the" where English puts one, by the noun at its head; itself where it has one."""
    if re.match(r"(?:the|hm|nhs)\b.|\w+(?:'s|\u2019s|s'|s\u2019)\s", name, re.IGNORECASE):
        return name
    return f"the {name}" if head_of(name) in COMMON and len(name.split()) > 1 else name


def is_several(entity: Entity) -> bool:
    """Whether a verb stands in the plural after its name: "Trusts are", but "the health sector is"."""
    return entity.kind == "collective" and head_of(entity.name) not in SINGULAR


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """The text with a full stop, unless it ends with a sign already, so that a sentence can follow it."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def listing(words: Iterable[str]) -> str:
    """Words in a row, like "a, b and c"; the empty string for none."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def pronoun(entity: Entity, relation: Relation) -> str:
    """How a sentence goes on about an entity: "who" for people and for what a post does, else "which"."""
    return "who" if entity.kind in _WHO and relation.kind != "holds_post" else "which"


def day_words(day: date) -> str:
    """A day in words, like "9 December 2021"."""
    return f"{day.day} {day:%B %Y}"


def span_words(span: Span) -> str:
    """A span as short as it can be said: a day, a month, a year, "October 2024 to March 2025", "after …"."""
    if span.first == FIRST_DAY:
        return f"{day_words(span.last)} or earlier"
    if span.last == LAST_DAY:
        return f"{day_words(span.first)} or later"
    first, last = _sides(span)
    return first if first == last else f"{first} to {last}"


def when_words(span: Span) -> str:
    """A span with its preposition: "on 9 December 2021", "in 2020", "between April 2024 and March 2025"."""
    if not span.closed or span.first == span.last:
        return f"on {span_words(span)}"
    first, last = _sides(span)
    return f"in {first}" if first == last else f"between {first} and {last}"


def between_words(first: Span, second: Span) -> str:
    """From the end of a closed span to the end of another: "between 2015 and 2022"."""
    return f"between {_sides(first)[1]} and {_sides(second)[1]}"


def _sides(span: Span) -> tuple[str, str]:
    """The first and the last of the days, months or years that a closed span is made of; the same where it is one."""
    if span.first.day == 1 and span.after.day == 1:
        if span.first.month == 1 and span.after.month == 1 and span.first.year == span.last.year:
            return str(span.first.year), str(span.first.year)
        return f"{span.first:%B %Y}", f"{span.last:%B %Y}"
    return day_words(span.first), day_words(span.last)


def spoken(source: Source) -> str:
    """When a source spoke: its printed date, the inferred one marked so, or "undated"."""
    if source.date:
        return source.date
    if not source.inferred:
        return "undated"
    first, _, last = source.inferred.partition("/")
    if last.strip() == "..":
        return f"{span_words(read_span(first))} or later (inferred)"
    return f"{span_words(read_interval(source.inferred))} (inferred)"


def wide_scopes(scopes: Iterable[str]) -> tuple[str, ...]:
    """The scopes without those that another one contains."""
    every = tuple(dict.fromkeys(scopes))
    return tuple(
        scope for scope in every if not any(scope != other and scope.casefold() in other.casefold() for other in every)
    )


def money(amount: object, currency: str) -> str:
    """An amount in words, like "£150,000" or "EUR 1,234.50"."""
    return f"£{amount:,}" if currency == "GBP" else f"{currency} {amount:,}".strip()


def predicate(relation: Relation, part: Subgraph, from_id: str) -> str:
    """What is said of the entity `from_id`, without naming it: "reports to the London Health Board"."""
    other = relation.object if relation.subject == from_id else relation.subject
    words = [verb_of(relation, from_id, several=is_several(part.entities[from_id]))]
    if other:
        words.append(in_text(part.entities[other]))
    if relation.via:
        through = listing(in_text(part.entities[entity]) for entity in relation.via)
        words.append(f"through {through}")
    if relation.amounts:
        words.append(f"({listing(money(amount, relation.currency) for amount in relation.amounts)})")
    if relation.year:
        words.append(f"in {relation.year}")
    if relation.roles:
        words.append(f"(as {'; '.join(relation.roles)})")
    if relation.scopes:
        words.append(f"(for {'; '.join(wide_scopes(relation.scopes))})")
    return " ".join(words)


def verb_of(relation: Relation, from_id: str, *, several: bool) -> str:
    """What is said of the entity `from_id` up to the name of the other: "reports to", of several "report to"."""
    kind = vocabulary().relations[relation.kind]
    says, reverse = _to_come(kind) if relation.state == State.PLANNED else (kind.says, kind.reverse)
    return (_plural if several else str)(says if relation.subject == from_id else reverse)


def _plain(kind: RelationKind) -> str:
    """The plain form of a kind that is worded in the past, like "establish"; empty for all others."""
    return kind.asked[0] if kind.says.endswith("ed") and " " not in kind.says else ""


def _to_come(kind: RelationKind) -> tuple[str, str]:
    """The wordings in both directions of what is planned: nobody has "established" what is still to be."""
    if not (plain := _plain(kind)):
        return kind.says, kind.reverse
    return f"{plain}{'es' if plain.endswith('sh') else 's'}", kind.reverse.replace("was ", "is ", 1)


def _plural(verb: str) -> str:
    """The wording of a kind for several: "is part of" becomes "are part of", "is a member of" "are members of"."""
    first, *others = verb.split(" ")
    if first.endswith("shes"):
        first = first.removesuffix("es")
    if others[:1] == ["a"] and len(others) > 2:
        others = [_several(others[1]), *others[2:]]
    return " ".join([_PLURALS.get(first, first.removesuffix("s")), *others])


def _several(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def who_words(kinds: Iterable[str]) -> str:
    """Of which of these kinds a tie is, as a verb of its subject: "chairs or co-chairs"; empty without kinds."""
    return " or ".join(vocabulary().relations[kind].says for kind in kinds)


def what_words(subject: str, kinds: Iterable[str]) -> str:
    """The question what somebody is tied to by ties of these kinds: "What does the GLA fund"; empty without kinds."""
    said = []
    for kind in kinds:
        verb = vocabulary().relations[kind].says
        first, _, rest = verb.partition(" ")
        if first in ("is", "was"):
            said.append(f"{first} {subject} {rest}")
        elif plain := _plain(vocabulary().relations[kind]):
            said.append(f"did {subject} {plain}")
        else:
            said.append(f"does {subject} {_plural(verb)}")
    return f"What {' or '.join(said)}" if said else ""


def told_of(entity: Entity, verb: str, others: str, *, several: bool) -> str:
    """Ties of one kind as a sentence without its end, like "HEG has as members A and B"; `others` in words."""
    words = (_plural(verb) if is_several(entity) else verb).split(" ")
    if several and words[1:3] == ["as", "a"]:
        words[2:] = [_several(words[3]), *words[4:]]
    return f"{capital(in_text(entity))} {' '.join(words)} {others}"


def sentence(relation: Relation, part: Subgraph, from_id: str) -> str:
    """The relation as a sentence that begins with the entity `from_id`."""
    said = f"{in_text(part.entities[from_id])} {predicate(relation, part, from_id)}"
    if relation.state == State.PLANNED:
        return f"It is planned that {said}."
    if relation.state == State.DENIED:
        return f"It is denied that {said}."
    return f"{capital(said)}."


def dates_words(relation: Relation, part: Subgraph) -> str:
    """When the relation held: printed dates, else when it was first stated and last confirmed."""
    claims = [part.claims[claim] for claim in relation.claims if claim in part.claims]
    supporting = [claim for claim in claims if claim.supports] or claims
    rests_on = [claim for claim in supporting if not claim.planned] or supporting
    if relation.year and not any(claim.start or claim.end for claim in rests_on):
        return f"in the financial year {relation.year}"
    planned = "planned " if relation.planned else ""
    start = _printed(f"{planned}from", rests_on, "start")
    end = _printed(f"{planned}until", rests_on, "end")
    if planned:
        said = f"said {listing(dict.fromkeys(spoken(part.sources[claim.source]) for claim in rests_on))}"
        return ", ".join(words for words in (start, end, said) if words)
    stated = _stated(rests_on, part, printed_start=bool(start), printed_end=bool(end))
    return ", ".join(words for words in (start, end, stated) if words) or "no day is known"


def _printed(word: str, claims: Iterable[Claim], side: str) -> str:
    texts = dict.fromkeys(PREFIX.sub("", getattr(claim, side)) for claim in claims)
    known = [text for text in texts if text]
    return f"{word} {' or '.join(known)}" if known else ""


def _stated(claims: Iterable[Claim], part: Subgraph, *, printed_start: bool, printed_end: bool) -> str:
    dated = sorted(
        (span, spoken(source))
        for source in {claim.source: part.sources[claim.source] for claim in claims}.values()
        if (span := source.span()) is not None
    )
    if not dated or (printed_start and printed_end):
        return ""
    first, last = dated[0][1], max(dated, key=lambda pair: (pair[0].last, pair[1]))[1]
    if printed_start:
        return f"last confirmed {last}"
    if printed_end:
        return f"first stated {first}"
    return f"stated {first}" if first == last else f"first stated {first}, last confirmed {last}"

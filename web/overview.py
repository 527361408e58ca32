"""What the first page says of the data as a whole; made once for each version of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Flask, current_app

from graph.errors import BadSpan
from graph.model import Relation, State
from graph.queries.rivals import rivals_of
from graph.queries.views import tie_of
from graph.spans import LAST_DAY, Span, read_span
from graph.store import Store
from graph.subgraph import Subgraph
from graph.told import Evidence, Tie
from graph.wording import capital, in_text, sentence, span_words
from web.age import newest_of
from web.current import current_settings, current_store
from web.drawing import Drawing, draw_top
from web.figures import Figures, figures_of
from web.kept import Kept
from web.words import fact_words
from web.worked import Prospects, Worked, prospects_of, worked_questions

_OVERVIEW, _WORKED = "govgraph.overview", "govgraph.worked"
MOST_DISPUTES = 30


@dataclass(frozen=True, slots=True)
class Dispute:
    """A relation on which the documents disagree: in words, as a tie with its claims, and whom it is said of."""

    words: str
    tie: Tie
    subject: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts, disputes, the documents' own dates (newest first), where each claim stands, and more.

    `top` is a picture, `source_of` the source of each claim, `titles` those of the sources. `prospects` are what the
    worked questions may be about, `figures` what the page about the data counts.
    """

    version: str = ""
    sources: int = 0
    entities: int = 0
    claims: int = 0
    newest: str = ""
    disputes: tuple[Dispute, ...] = ()
    more_disputes: int = 0
    days: tuple[str, ...] = ()
    top: Drawing | None = None
    source_of: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    prospects: Prospects = field(default_factory=Prospects)
    figures: Figures = field(default_factory=Figures)


def init_app(app: Flask) -> None:
    """Let this app keep what it makes of its data."""
    app.extensions[_OVERVIEW] = Kept(_overview)
    app.extensions[_WORKED] = Kept(_worked)
    app.jinja_env.globals["rivals_of"] = _rivals_of


def current_overview() -> Overview:
    """The overview of the data that answers now."""
    kept: Kept[Overview] = current_app.extensions[_OVERVIEW]
    return kept.of(current_store())


def current_worked() -> tuple[Worked, ...]:
    """Worked questions on the data that answers now."""
    kept: Kept[tuple[Worked, ...]] = current_app.extensions[_WORKED]
    return kept.of(current_store())


def _worked(store: Store) -> tuple[Worked, ...]:
    overview = current_overview()
    day = overview.days[0] if overview.days else ""
    return worked_questions(store, overview.prospects, day, current_settings().seconds)


def _overview(store: Store) -> Overview:
    graph = store.read()
    version = store.settling_version()
    if not version:
        return Overview()
    days = _days(graph)
    disputes = _disputes(graph)
    return Overview(
        version=version,
        sources=len(graph.sources),
        entities=len(graph.entities),
        claims=len(graph.claims),
        newest=newest_of(graph.sources.values()),
        disputes=tuple(disputes[:MOST_DISPUTES]),
        more_disputes=max(0, len(disputes) - MOST_DISPUTES),
        days=days,
        top=draw_top(graph),
        source_of={claim.id: claim.source for claim in graph.claims.values()},
        titles={source.id: source.title for source in graph.sources.values()},
        prospects=prospects_of(graph),
        figures=figures_of(graph),
    )


def _days(graph: Subgraph) -> tuple[str, ...]:
    """The dates of the sources, printed or inferred to a month or a year, the newest first, each once."""
    spans: dict[str, Span] = {}
    for source in graph.sources.values():
        span = source.span()
        words = source.date or (span_words(span) if span and span.closed else "")
        if span and words and _can_be_asked(words):
            spans[words] = span
    return tuple(sorted(spans, key=lambda words: (spans[words].last, words), reverse=True))


def _disputes(graph: Subgraph) -> list[Dispute]:
    """Disputed relations, those that hold now before those that have ended, then by id."""
    disputed = [relation for relation in graph.relations.values() if relation.state == State.DISPUTED]
    disputed.sort(key=lambda relation: (relation.bounds.latest_end != LAST_DAY, relation.id))
    return [
        Dispute(_words(relation, graph), tie_of(relation, graph, relation.subject), relation.subject)
        for relation in disputed
    ]


def _rivals_of(tie: Tie) -> tuple[Evidence, ...]:
    """What others say instead of a tie, in an answer or not."""
    return tie.rivals or rivals_of(current_store(), tie.state, [item.claim for item in tie.sources])


def _words(relation: Relation, graph: Subgraph) -> str:
    """The sentence of a tie; of a fact only whose it is and what sort, since its claims disagree on the rest."""
    if relation.object:
        return sentence(relation, graph, relation.subject)
    name = capital(in_text(graph.entities[relation.subject]))
    said = fact_words(relation)
    return f"{name}: {said[:1].lower()}{said[1:]}"


def _can_be_asked(words: str) -> bool:
    try:
        read_span(words)
    except BadSpan:
        return False
    return True

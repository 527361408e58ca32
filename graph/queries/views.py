"""Relations and routes as the parts of an answer: sentences, states, dates and the claims behind them."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from graph import answers, told
from graph.model import Claim, Relation, State, Strength
from graph.queries.classes import Ladder, Path, RouteClass
from graph.spans import ANY_DAY, FIRST_DAY, LAST_DAY, Span
from graph.subgraph import Subgraph
from graph.wording import capital, dates_words, in_text, predicate, pronoun, sentence, spoken

SOFT_WORDS: dict[State | None, str] = {
    State.DISPUTED: "Disputed",
    State.PLANNED: "Only planned",
    State.IMPLIED: "Only implied",
    None: "Only possible",
}
"""How a summary tells what is not firm, by what makes it so, the gravest first; None where it is the days alone."""
_REMARKS = {State.DISPUTED: "disputed", State.PLANNED: "planned", State.IMPLIED: "implied only"}


def tie_of(relation: Relation, part: Subgraph, from_id: str, window: Span = ANY_DAY) -> told.Tie:
    """One relation, read from the entity `from_id`; its certainty is that of the days asked about."""
    bounds = relation.bounds
    return told.Tie(
        id=relation.id,
        kind=relation.kind,
        sentence=sentence(relation, part, from_id),
        state=str(relation.state),
        strength=relation.strength.word if relation.strength else "",
        certainty=certainty_of(relation, window),
        dates=told.Dates(
            earliest_start=_day(bounds.earliest_start),
            latest_start=_day(bounds.latest_start),
            earliest_end=_day(bounds.earliest_end),
            latest_end=_day(bounds.latest_end),
            words=dates_words(relation, part),
        ),
        roles=relation.roles,
        scopes=relation.scopes,
        sources=evidence_of(relation, part),
    )


def certainty_of(relation: Relation, window: Span) -> str:
    """Whether it was in force on the days asked about: "certain", "possible", "never", or "undated"."""
    if not relation.dated:
        return "undated"
    if relation.certain_within(window):
        return "certain"
    return "possible" if relation.possible_within(window) else "never"


def evidence_of(relation: Relation, part: Subgraph) -> tuple[told.Evidence, ...]:
    """The claims of a relation, the oldest source first, undated ones last, then by claim id."""
    return evidence_in_order((part.claims[claim] for claim in relation.claims), part)


def evidence_in_order(claims: Iterable[Claim], part: Subgraph) -> tuple[told.Evidence, ...]:
    """Claims as evidence, the oldest source first, undated ones last, then by claim id."""
    return tuple(one_evidence(claim, part) for claim in oldest_first(claims, part))


def oldest_first(claims: Iterable[Claim], part: Subgraph) -> list[Claim]:
    """The claims of the oldest source first, undated ones last, then by claim id."""
    always = Span(LAST_DAY, LAST_DAY)
    return sorted(claims, key=lambda claim: (part.sources[claim.source].span() or always, claim.id))


def one_evidence(claim: Claim, part: Subgraph) -> told.Evidence:
    """One claim as evidence."""
    return told.Evidence(
        claim=claim.id,
        source=claim.source,
        title=part.sources[claim.source].title,
        locator=claim.locator,
        says=claim.says,
        status=claim.status,
        stance=claim.stance or "supports",
        planned=claim.planned,
        published=spoken(part.sources[claim.source]),
    )


def step_of(pair: tuple[str, str], relations: Sequence[Relation], part: Subgraph, window: Span) -> answers.Step:
    """One step with all its relations, which stand in the order in which they are to be told."""
    ties = tuple(tie_of(relation, part, pair[0], window) for relation in relations)
    return answers.Step(
        from_id=pair[0],
        to_id=pair[1],
        from_name=part.entities[pair[0]].title,
        to_name=part.entities[pair[1]].title,
        kind=ties[0].kind,
        sentence=ties[0].sentence,
        relations=ties,
    )


class RouteTeller:
    """Tells ranked routes; a step that several of them share is told once."""

    def __init__(self, ladder: Ladder, lens: Strength) -> None:
        self._ladder = ladder
        self._lens = lens
        self._steps: dict[tuple[str, str, RouteClass], answers.Step] = {}

    def route(self, path: Path, of: RouteClass, *, held: bool = True) -> answers.Route:
        """A ranked route; `held` is False for one that is never known to have held at one time."""
        ladder = self._ladder
        steps = ladder.told(path, of, self._lens)
        return answers.Route(
            strength=of.strength.word,
            firm=not of.soft,
            certainty=ladder.certainty(path, of) if held else "never",
            sentence=chain_sentence(path, steps, ladder.part),
            steps=tuple(self._step(pair, of, told) for pair, told in zip(pairwise(path), steps, strict=True)),
        )

    def _step(self, pair: tuple[str, str], of: RouteClass, relations: Sequence[Relation]) -> answers.Step:
        key = (*pair, of)
        if key not in self._steps:
            self._steps[key] = step_of(pair, relations, self._ladder.part, self._ladder.options.window)
        return self._steps[key]


def connection_of(path: Path, steps: Sequence[Sequence[Relation]], part: Subgraph, note: str) -> answers.Connection:
    """A chain of ties that is no answerability, or is told apart for the reason that `note` gives."""
    pairs = list(pairwise(path))
    return answers.Connection(
        note=note,
        sentence=chain_sentence(path, steps, part),
        steps=tuple(step_of(pair, ties, part, ANY_DAY) for pair, ties in zip(pairs, steps, strict=True)),
    )


def chain_sentence(path: Path, steps: Sequence[Sequence[Relation]], part: Subgraph) -> str:
    """The chain as one sentence: "HEDG is a sub-group of HEG, which reports to the London Health Board, …"."""
    said = in_text(part.entities[path[0]])
    for entity, relations in zip(path, steps, strict=False):
        relation = relations[0]
        joint = " " if entity == path[0] else f", {pronoun(part.entities[entity], relation)} "
        remark = f" ({_REMARKS[relation.state]})" if relation.state in _REMARKS else ""
        said += f"{joint}{predicate(relation, part, entity)}{remark}"
    return f"{capital(said)}."


def _day(day: date) -> str | None:
    return None if day in (FIRST_DAY, LAST_DAY) else day.isoformat()

"""Yes, qualified, no, or not stated: the verdict, with the sentence that gives its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.answers import Route, Verdict
from graph.model import Relation, State, Strength
from graph.queries.frame import Frame, absent
from graph.spans import ANY_DAY
from graph.walks import SAME, Walk, When
from graph.wording import capital, day_words, in_text, listing, sentence, wide_scopes

_WEAKER = {
    "oversight": "Oversight is weaker than reporting",
    "leadership": "To be chaired or led by somebody is weaker than to report to them",
}

UNLIMITED = 1_000_000
"""More steps than any route has."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and why, and the best route where there is one; `cut` where the time did not suffice to rule out."""

    verdict: Verdict
    reason: str = ""
    best: Route | None = None
    cut: frozenset[str] = frozenset()


def of_routes(frame: Frame, routes: tuple[Route, ...]) -> Judgement:
    """The verdict of the best route: yes for a firm line, else qualified, with what weakens it."""
    best = routes[0]
    if best.strength == "line" and best.firm:
        return Judgement("yes", best=best)
    reasons = [_unconfirmed(frame, best)] if best.certainty == "possible" and frame.window != ANY_DAY else []
    if best.strength != "line":
        # With kinds asked for, other lines were not searched for.
        line = "" if frame.options.kinds else ": no document states an unbroken line of reporting"
        reasons.append(f"{_WEAKER[best.strength]}{line}.")
    if best.certainty == "never":
        reasons.append("These ties are never known to hold at one time.")
    elif not best.firm and (doubts := _doubts(best)):
        reasons.append(f"It rests on weaker evidence: {listing(doubts)}.")
    elif not best.firm and frame.window == ANY_DAY:
        reasons.append("It is possible, not certain, that all of this held at one time.")
    scopes = wide_scopes(scope for step in best.steps for scope in step.relations[0].scopes)
    if scopes:
        reasons.append(f"It is limited in scope: {listing(scopes)}.")
    return Judgement("qualified", " ".join(reasons), best)


def _unconfirmed(frame: Frame, route: Route) -> str:
    """That no document shows the route for the days asked about, with the day up to which all of it is confirmed."""
    ties = [step.relations[0] for step in route.steps]
    ends = [tie.dates.earliest_end for tie in ties if tie.dates.earliest_end]
    told = f"No document shows that all of this held{frame.on_day}: it is possible, not certain."
    confirmed = date.fromisoformat(min(ends)) - timedelta(days=1) if ends else None
    if confirmed is None or confirmed >= frame.window.first or any(tie.state == State.PLANNED for tie in ties):
        return told
    return f"{told} Documents confirm the whole of it up to {day_words(confirmed)} at most."


def _doubts(route: Route) -> list[str]:
    """What makes the ties of a route soft by their state, as parts of a sentence."""
    return [
        f"“{tie.sentence.rstrip('.')}” is {'not settled' if tie.kind == SAME else tie.state}"
        for tie in (step.relations[0] for step in route.steps)
        if tie.state in (State.DISPUTED, State.PLANNED, State.IMPLIED) or tie.kind == SAME
    ]


def of_no_route(frame: Frame, *, truncated: str | None) -> Judgement:
    """No, where the sources rule it out and the search was whole; else not stated. `truncated` is what cut it."""
    if truncated:
        return _cut_short(frame, truncated)
    reason = _end_absent(frame) or _denied(frame)
    return Judgement("no", reason) if reason else _over(frame)


def _cut_short(frame: Frame, cut: str) -> Judgement:
    """Not stated, and by what the search was cut short."""
    options = frame.options
    where = {"time": f" after {options.seconds:g} seconds", "hops": f" at a length of {options.hops}"}.get(cut, "")
    return Judgement("not stated", f"The search was cut short{where}, so nothing is ruled out.", cut=frozenset({cut}))


def _end_absent(frame: Frame) -> str:
    ends = [end.id for end in (frame.subject, frame.object) if end is not None]
    return _first_absent(frame, ends)


def _first_absent(frame: Frame, entities: Sequence[str]) -> str:
    """How print rules out the first of these entities that did not exist on the days asked about."""
    if frame.window == ANY_DAY:
        return ""
    part = frame.reading.around(entities)
    return next((words for entity in entities if (words := absent(part, entity, frame.window))), "")


def _denied(frame: Frame) -> str:
    """The denied tie from one end to the other, where that is what was asked about."""
    if frame.object is None:
        return ""
    part = frame.reading.among([frame.subject.id, frame.object.id])
    for relation in part.relations.values():
        if _is_asked(relation, frame) and relation.state == State.DENIED:
            claim = part.claims[relation.claims[0]]
            return f"{sentence(relation, part, frame.subject.id)} ({part.sources[claim.source].title}, {claim.locator})"
    return ""


def _is_asked(relation: Relation, frame: Frame) -> bool:
    return (
        frame.object is not None
        and (relation.lower, relation.upper) == (frame.subject.id, frame.object.id)
        and (relation.strength or Strength.LEADERSHIP) <= frame.lens
        and (not frame.options.kinds or relation.kind in frame.options.kinds)
        and (frame.window == ANY_DAY or relation.possible_within(frame.window))
    )


def _over(frame: Frame) -> Judgement:
    """No, where there is a route without a day, and none is left without the ties that print rules out."""
    if frame.window == ANY_DAY:
        return Judgement("not stated")
    left, ever = (frame.store.shortest(loose_walk(frame, when)) for when in (When.NOT_RULED_OUT, When.ALWAYS))
    if "time" in (left.cut, ever.cut):
        return _cut_short(frame, "time")
    if left.routes or not ever.routes:
        return Judgement("not stated")
    missing = _first_absent(frame, [entity for route in ever.routes for entity in route])
    what = f"lead to {in_text(frame.object)}" if frame.object else "be asked about"
    reason = missing or f"By printed dates, every line that might {what} had ended or not begun{frame.on_day}."
    return Judgement("no", reason)


def loose_walk(frame: Frame, when: When) -> Walk:
    """The walk of the question over all ties of its lens, with another test of time and no limit of hops.

    Steps are a filter and stay; one route is enough.
    """
    options = frame.options
    return Walk(
        frame.ties(when),
        frame.subject.id,
        frame.object.id if frame.object else "",
        down=frame.ask == "down",
        hops=options.steps or UNLIMITED,
        through=options.entity_kinds if frame.object else frozenset(),
        seconds=frame.left,
        most=1,
    )


def heading(verdict: str, best: Route | None) -> str:
    """A verdict in two to six words; `best` is the best route of an answer that has any."""
    if verdict != "qualified" or best is None:
        return {"yes": "Yes", "no": "No"}.get(verdict, "The documents do not say")
    if best.strength == "line":
        return "Only with reservations"
    return f"Only by {best.strength}" if len(best.steps) == 1 else "Only indirectly"


def summary(judgement: Judgement, said: str) -> str:
    """The sentences of an answer: the verdict in words unless it is not stated, what was found, and the reason."""
    head = "" if judgement.verdict == "not stated" else f"{heading(judgement.verdict, judgement.best)}."
    return " ".join(filter(None, (head, capital(said), judgement.reason)))

"""`up` and `down`: to whom somebody answers, step by step to the top, and who answers to somebody."""

from graph.answers import Answer, Route
from graph.model import State, Strength
from graph.queries.classes import Ladder, Path, RouteClass, ids_on
from graph.queries.frame import Frame, frame
from graph.queries.options import Options
from graph.queries.ranking import Ranked, gravest
from graph.queries.search import Search
from graph.queries.stops import stops_of
from graph.queries.undated import undated_ties
from graph.queries.verdicts import Judgement, of_no_route, of_routes, summary
from graph.queries.views import SOFT_WORDS, RouteTeller
from graph.store import Store
from graph.wording import capital, in_text, is_several, listing

DEFAULT_LENS = Strength.LINE
MOST_NAMED = 6
"""How many who answer to somebody the summary names; it counts the others."""
TOLD_ANYWAY = 1000
"""So many routes that were found in time are told even if the time is up by then."""


def up(store: Store, subject: str, options: Options) -> Answer:
    """To whom `subject` answers: for each entity reached the shortest routes of its best class, best class first."""
    return _chain(frame(store, "up", (subject, ""), options, DEFAULT_LENS))


def down(store: Store, subject: str, options: Options) -> Answer:
    """Who answers to `subject`: routes that end there, for each entity that reaches it."""
    return _chain(frame(store, "down", (subject, ""), options, DEFAULT_LENS))


def _chain(asked: Frame) -> Answer:
    ranked = Search(asked).reached(asked.subject.id, down=asked.ask == "down")
    reached = {asked.subject.id, *ids_on(path for path, _ in (*ranked.routes, *ranked.never))}
    if asked.ask == "up":
        # The stops look at all that touches them: what the routes need is part of it.
        asked.reading.around(reached)
    routes = routes_of(asked, ranked)
    judgement = of_routes(asked, routes) if routes else of_no_route(asked, truncated=ranked.truncated)
    return Answer(
        question=asked.question(),
        verdict=judgement.verdict,
        summary=_summary(asked, judgement, routes, cut=bool(ranked.cuts)),
        routes=routes,
        ties=undated_ties(asked, reached),
        stops=stops_of(asked, reached),
        truncated=gravest(ranked.cuts | judgement.cut),
    )


def routes_of(asked: Frame, ranked: Ranked) -> tuple[Route, ...]:
    """The ranked routes told, in their order; those that never held at one time stand as soft ones among them.

    The first `TOLD_ANYWAY` of them do not wait for the clock; where time leaves some out, that is noted among the cuts.
    """
    both: list[tuple[Path, RouteClass, bool]] = [(path, of, True) for path, of in ranked.routes]
    both += [(path, of, False) for path, of in ranked.never]
    both.sort(key=lambda route: (route[1], len(route[0]), route[0]))
    part = asked.reading.among(ids_on(path for path, _, _ in both))
    teller = RouteTeller(Ladder(part, asked.options), asked.lens)
    told = [teller.route(path, of, held=held) for path, of, held in both[:TOLD_ANYWAY]]
    told += [teller.route(path, of, held=held) for path, of, held in asked.clock.within(both[TOLD_ANYWAY:])]
    if len(told) < len(both):
        ranked.cuts.add("time")
    return tuple(told)


def _summary(asked: Frame, judgement: Judgement, routes: tuple[Route, ...], *, cut: bool) -> str:
    name = in_text(asked.subject)
    if judgement.verdict == "no":
        return summary(judgement, "")
    if not routes:
        whom = "who answers to" if asked.ask == "down" else "to whom"
        tail = name if asked.ask == "down" else f"{name} answers"
        found = f"{asked.nothing(cut=bool(judgement.cut))} says {whom} {tail} {asked.by}{asked.on_day}."
        return summary(judgement, found)
    if asked.ask == "down":
        more = "The search was cut short: there may be more." if cut else ""
        told = (_who_answers(asked, routes, name, cut=cut), judgement.reason, more)
        return " ".join(filter(None, told))
    longest = max((route for route in routes if _like(route, routes[0])), key=lambda route: len(route.steps))
    # A line needs no yes: the question was to whom, not whether.
    return longest.sentence if judgement.verdict == "yes" else summary(judgement, longest.sentence)


def _who_answers(asked: Frame, routes: tuple[Route, ...], name: str, *, cut: bool) -> str:
    """Those who answer firmly, then, apart, those of whom it is disputed, planned, implied or only possible."""
    firm = list(dict.fromkeys(route.steps[0].from_id for route in routes if route.firm))
    by = f"{asked.by}{asked.on_day}"
    if firm:
        entities = asked.reading.among(firm[:1]).entities
        several = len(firm) > 1 or is_several(entities[firm[0]])
        said = [f"{capital(_named(asked, firm, cut=cut))} answer{'' if several else 's'} to {name} {by}."]
    else:
        said = [f"No document shows for certain that anybody answers to {name} {by}."]
    for why, ids in _by_doubt(routes).items():
        said.append(f"{why}: {_named(asked, ids, cut=cut)}.")
    return " ".join(said)


def _by_doubt(routes: tuple[Route, ...]) -> dict[str, list[str]]:
    """Who answers by soft routes alone, each once, by what makes the best of theirs soft."""
    found: dict[State | None, list[str]] = {state: [] for state in SOFT_WORDS}
    told = {route.steps[0].from_id for route in routes if route.firm}
    for route in routes:
        below = route.steps[0].from_id
        if below not in told:
            told.add(below)
            states = {step.relations[0].state for step in route.steps}
            found[next((state for state in SOFT_WORDS if state in states), None)].append(below)
    return {SOFT_WORDS[state]: ids for state, ids in found.items() if ids}


def _named(asked: Frame, ids: list[str], *, cut: bool) -> str:
    entities = asked.reading.among(ids[:MOST_NAMED]).entities
    at_least = "at least " if cut else ""
    more = [f"{at_least}{len(ids) - MOST_NAMED} more"] if len(ids) > MOST_NAMED else []
    return listing([*(in_text(entities[entity]) for entity in ids[:MOST_NAMED]), *more])


def _like(route: Route, best: Route) -> bool:
    return (route.strength, route.firm) == (best.strength, best.firm)

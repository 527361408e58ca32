"""What is wrong with a question as typed, at which field, and the nearest that would work."""

from collections.abc import Collection
from dataclasses import dataclass

from graph.errors import BadSpan, GovernanceError, UnknownEntity, UnknownSource
from graph.kinds import vocabulary
from graph.queries.options import MAX_HOPS
from web.asked import PARAMETERS, QUESTIONS, Asked
from web.current import current_store
from web.errors import Nearest, status_of
from web.forms import optional
from web.params import MAX_TEXT, MAX_VALUES, Args, BadParameter, only, shown, whole


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to change: the field's name in the address (empty: none alone), what is wrong, what would work."""

    field: str
    message: str
    nearest: tuple[Nearest, ...] = ()
    status: int = 400


def problems_with_names(asked: Asked) -> list[Problem]:
    """What is wrong with the names of a question; empty where each means one entity."""
    found = []
    for field, typed in (("subject", asked.subject), ("object", asked.object)):
        if not typed and optional(asked.question, field):
            continue
        if not typed:
            words = "whom you ask about" if field == "subject" else "to whom it might answer"
            found.append(Problem(field, f"Type {words}: a name, a short name, or part of one."))
            continue
        try:
            current_store().names().resolve(typed)
        except UnknownEntity as error:
            nearest = _nearest(asked, field, error.suggestions)
            found.append(Problem(field, _message(typed, error, bool(nearest)), nearest, status_of(error)))
    return found


def problems_with_parameters(args: Args, asked: Asked) -> list[Problem]:
    """What the address of a question holds that means nothing, with the same question without it; mostly empty."""
    try:
        only(args, (*PARAMETERS, "typed"))
    except BadParameter as error:
        return [Problem(error.parameter, str(error), (Nearest("Ask without it", asked.address()),))]
    return []


def problems_in(args: Args, error: GovernanceError) -> list[Problem]:
    """What is wrong with a question that could not be asked: the error, and every name that would be the next one."""
    first = problem_of(error)
    names = problems_with_names(as_typed(args)) if isinstance(error, BadParameter) else []
    return [*(problem for problem in names if problem.field != first.field), first]


def problem_of(error: GovernanceError) -> Problem:
    """The error of a question as a problem with one of its fields."""
    if isinstance(error, BadParameter):
        return Problem(error.parameter, str(error))
    fields: dict[type[GovernanceError], str] = {BadSpan: "at", UnknownSource: "source", UnknownEntity: "subject"}
    return Problem(fields.get(type(error), ""), str(error), status=status_of(error))


def as_typed(args: Args) -> Asked:
    """What was typed, right or wrong, to fill the form with; each value as far as a field takes it.

    Of what the form holds unseen only what can be asked is kept: nobody could correct it there.
    """

    def first(name: str) -> str:
        return _printable(args.get(name, ""))

    def those(name: str, known: Collection[str] | None = None) -> tuple[str, ...]:
        values = {_printable(value) for value in args.getlist(name)[:MAX_VALUES]} - {""}
        return tuple(sorted(values if known is None else values.intersection(known)))

    question = first("q") if first("q") in QUESTIONS else "between"
    kinds = vocabulary()
    return Asked(
        question=question,
        subject=first("subject"),
        object=first("object"),
        at=first("at"),
        until=first("until"),
        lens=first("lens"),
        steps=_steps(args),
        same=first("same") == "1",
        soft=first("firm") != "1",
        kinds=those("kind", kinds.entities if question == "list" else kinds.relations),
        sources=those("source", [source.id for source in current_store().sources()] if "source" in args else ()),
        roles=those("role"),
        entities=those("entity_kind", kinds.entities),
    )


def _printable(value: str) -> str:
    return "".join(char for char in value[:MAX_TEXT] if char.isprintable())


def _steps(args: Args) -> int | None:
    try:
        return whole(args, "steps", 1, MAX_HOPS)
    except BadParameter:
        return None


def _message(typed: str, error: UnknownEntity, has_nearest: bool) -> str:
    """What is wrong with a name, without the names that stand below as links anyway."""
    if not has_nearest:
        return f"Nothing is called {shown(typed)}. Type a name, a short name, or part of one."
    if "may mean several" in str(error):
        return f"{shown(typed)} may mean several. Choose the one you mean."
    return f"Nothing is called {shown(typed)}. Choose what you mean, or type another name."


def _nearest(asked: Asked, field: str, ids: tuple[str, ...]) -> tuple[Nearest, ...]:
    """The same question with each of the suggested entities in the field."""
    known = current_store().about(ids, among=True).entities
    return tuple(
        Nearest(f"{known[key].title} ({vocabulary().entities[known[key].kind].label})", asked.address(**{field: key}))
        for key in ids
        if key in known
    )

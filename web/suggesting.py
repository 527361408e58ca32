"""What is suggested while one types a name: whom it may mean, why, and what to put into the field."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from flask import Blueprint, Flask, Response, current_app, jsonify, request

from graph.errors import UnknownEntity
from graph.kinds import vocabulary
from graph.model import Entity
from graph.names import NameIndex, Suggestion, normal
from graph.store import Store
from web import params
from web.current import current_store
from web.kept import Kept

bp = Blueprint("suggesting", __name__)

_SUCCESSORS = "govgraph.successors"
Successors = Mapping[str, Sequence[Entity]]
MOST_SUGGESTED = 10
LONGEST_NAME = 6
"""How many words at the end of a sentence are taken for a name that is being typed."""
MOST_FORMER = 3
"""Of how many of those found it is looked up who has succeeded them."""
SHORTEST_NAME = 3
"""How many letters at the end of a sentence are taken for the beginning of a name."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """One that may be meant: what to put into the field, its name, kind, the heading of its group, and why it is here.

    `why` is empty where it was found by the name that is shown.
    """

    value: str
    name: str
    kind: str
    group: str
    why: str


def init_app(app: Flask) -> None:
    """Let this app keep who has succeeded whom."""
    app.extensions[_SUCCESSORS] = Kept(_successors)


@bp.get("/suggest")
def suggest() -> Response:
    """Entities that a typed text may mean, by broad kind: the group of the best one first, in each the best first.

    With `sentence=1` the text is a sentence, and the name that is being typed stands at its end.
    """
    text, index = params.one(request.args, "text"), current_store().names()
    if params.flag(request.args, "sentence"):
        found = in_sentence(index, text)
    else:
        known = index.suggest(text, MOST_SUGGESTED)
        found = [*(_suggested(index, one, text) for one in known), *_formerly(index, known)]
    groups = list(dict.fromkeys(one.group for one in found))
    ordered = sorted(found, key=lambda one: groups.index(one.group))
    return jsonify({"suggestions": [asdict(one) for one in ordered]})


def why_found(entity: Entity, matched: str, typed: str) -> str:
    """Why an entity was found where the name that is shown does not hold what was typed; empty where it does."""
    if normal(matched) == normal(entity.title) or _begins(typed, entity.title):
        return ""
    if matched == entity.short_name:
        return f"{matched} for short"
    return f"its id is {matched}" if matched == entity.id else f"also called {matched}"


def in_sentence(index: NameIndex, text: str) -> list[Suggested]:
    """Whom the words at the end of a sentence may begin to name; `value` is the whole sentence with the name."""
    words = text.split()
    for start in range(max(0, len(words) - LONGEST_NAME), len(words)):
        typed = " ".join(words[start:])
        if len(normal(typed)) < SHORTEST_NAME:
            break
        found = [one for one in index.suggest(typed, MOST_SUGGESTED) if _begins(typed, one.matched)]
        if found:
            before = " ".join(words[: start + (words[start].lower() == "the")])
            suggested = [_suggested(index, one, typed) for one in found]
            return [replace(one, value=f"{before} {one.value}".strip()) for one in suggested]
    return []


def _begins(typed: str, name: str) -> bool:
    """Whether every word typed begins a word of the name."""
    known = normal(name).split()
    return all(any(word.startswith(part) for word in known) for part in normal(typed).split())


def _suggested(index: NameIndex, found: Suggestion, typed: str) -> Suggested:
    entity, kinds = found.entity, vocabulary().entities
    return Suggested(
        value=_field_value(index, entity),
        name=entity.title,
        kind=kinds[entity.kind].label,
        group=_heading(kinds[kinds[entity.kind].broader].plural),
        why=why_found(entity, found.matched, typed),
    )


def _successors(store: Store) -> Successors:
    """Those that have succeeded an entity, by its id; nothing that is doubtful."""
    near = store.of_kinds({"succeeds"})
    followed: dict[str, list[Entity]] = defaultdict(list)
    for one in near.relations.values():
        if one.sound:
            followed[one.object].append(near.entities[one.subject])
    return followed


def _formerly(index: NameIndex, found: Sequence[Suggestion]) -> list[Suggested]:
    """Those that have succeeded the best of what was found, and were not found themselves."""
    kept: Kept[Successors] = current_app.extensions[_SUCCESSORS]
    successors = kept.of(current_store())
    present = {one.entity.id for one in found}
    return [
        replace(_suggested(index, Suggestion(later, later.name), ""), why=f"formerly {one.entity.title}")
        for one in found[:MOST_FORMER]
        for later in successors.get(one.entity.id, ())
        if later.id not in present
    ]


def _heading(plural: str) -> str:
    return "Papers" if plural == "instruments" else plural.capitalize()


def _field_value(index: NameIndex, entity: Entity) -> str:
    """The name where it means this entity alone, else the id."""
    try:
        return entity.title if index.resolve(entity.title) == entity else entity.id
    except UnknownEntity:
        return entity.id

"""Pages of entities: all of them by kind, and each with what is said of it."""

from itertools import groupby

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.errors import UnknownEntity
from graph.kinds import vocabulary
from graph.model import Entity
from web import params
from web.current import current_store
from web.described import groups_of, life_words, rank_of
from web.drawing import draw_surroundings
from web.paging import MOST_PAGES, Page, page_of
from web.suggesting import why_found

bp = Blueprint("entities", __name__)

MOST_FOUND = 100


@bp.get("/entities")
def entities_page() -> str:
    """All entities by kind, or those that a typed name may mean."""
    text, number = params.one(request.args, "text"), params.whole(request.args, "page", 1, MOST_PAGES)
    every = current_store().entities()
    present = {entity.kind for entity in every}
    kinds = [kind for kind in vocabulary().entities if kind in present]
    kind = params.choice(request.args, "kind", kinds)
    meant = current_store().names().suggest(text, MOST_FOUND)
    found = [one.entity for one in meant] if text else sorted(every, key=_by_kind)
    chosen = [entity for entity in found if not kind or entity.kind == kind]
    shown: Page[Entity] = page_of(chosen, number)
    # What was found by a text stays in the order in which it may be meant.
    groups = [("", list(shown.items))] if text else [(key, list(some)) for key, some in groupby(shown.items, _kind)]
    return render_template(
        "entities.html",
        page=shown,
        groups=groups,
        why={one.entity.id: why_found(one.entity, one.matched, text) for one in meant},
        text=text,
        kind=kind,
        kinds=kinds,
        labels=vocabulary().entities,
    )


@bp.get("/entity")
def find() -> Response:
    """The way to the page of what a typed name means, else to all that it may mean."""
    text = params.one(request.args, "name")
    try:
        return redirect(url_for("entities.entity_page", entity=current_store().names().resolve(text).id))
    except UnknownEntity:
        return redirect(url_for("entities.entities_page", text=text or None))


@bp.get("/entity/<path:entity>")
def entity_page(entity: str) -> str:
    """One entity: names, when it existed, its ties in groups, its surroundings as a picture.

    :raises UnknownEntity: when there is none of that id, with those that may be meant.
    """
    store = current_store()
    part = store.about([entity])
    if entity not in part.entities:
        near = [found.entity.id for found in store.names().suggest(entity[: params.MAX_TEXT], 5)]
        raise UnknownEntity(f"Nothing in this data has the id {params.shown(entity)}.", near)
    number = params.whole(request.args, "page", 1, MOST_PAGES)
    shown = page_of(sorted(part.relations.values(), key=lambda relation: rank_of(relation, entity)), number)
    return render_template(
        "entity.html",
        entity=part.entities[entity],
        kind=vocabulary().entities[part.entities[entity].kind],
        life=life_words(part.lifetimes.get(entity), part),
        page=shown,
        groups=tuple(groups_of(shown.items, part, entity)),
        drawing=draw_surroundings(part, entity),
    )


def _kind(entity: Entity) -> str:
    return entity.kind


def _by_kind(entity: Entity) -> tuple[int, str, str]:
    """In the order of the vocabulary, in which bodies come first, then by name."""
    return list(vocabulary().entities).index(entity.kind), entity.title.casefold(), entity.id

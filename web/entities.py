"""Pages of entities: all of them by kind, and each with what is said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, render_template, request

from graph.errors import UnknownEntity
from graph.kinds import vocabulary
from graph.model import Entity, Lifetime, Relation
from graph.queries.existing import document_of, documents_of
from graph.queries.views import tie_of
from graph.spans import ANY_DAY
from graph.subgraph import Subgraph
from graph.told import Tie
from graph.wording import span_words
from web import params
from web.current import current_store
from web.drawing import draw_surroundings
from web.paging import MOST_PAGES, Page, page_of
from web.words import FAMILIES, fact_words

bp = Blueprint("entities", __name__)

MOST_FOUND = 100
ABOVE, BELOW = "Answers to", "Who answers to it"


@dataclass(frozen=True, slots=True)
class Row:
    """One tie and the entity at its other end; a fact has none, and is told in words of its own."""

    tie: Tie
    other: Entity | None
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Ties of one sort, under their heading."""

    heading: str
    rows: tuple[Row, ...]


@bp.get("/entities")
def entities_page() -> str:
    """All entities by kind, or those that a typed name may mean."""
    text, number = params.one(request.args, "text"), params.whole(request.args, "page", 1, MOST_PAGES)
    every = current_store().entities()
    present = {entity.kind for entity in every}
    kinds = [kind for kind in vocabulary().entities if kind in present]
    kind = params.choice(request.args, "kind", kinds)
    if text:
        found = [suggestion.entity for suggestion in current_store().names().suggest(text, MOST_FOUND)]
    else:
        found = sorted(every, key=_by_kind)
    chosen = [entity for entity in found if not kind or entity.kind == kind]
    shown: Page[Entity] = page_of(chosen, number)
    # What was found by a text stays in the order in which it may be meant.
    groups = [("", list(shown.items))] if text else [(key, list(some)) for key, some in groupby(shown.items, _kind)]
    return render_template(
        "entities.html", page=shown, groups=groups, text=text, kind=kind, kinds=kinds, labels=vocabulary().entities
    )


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
    shown = page_of(sorted(part.relations.values(), key=lambda relation: _rank(relation, entity)), number)
    return render_template(
        "entity.html",
        entity=part.entities[entity],
        kind=vocabulary().entities[part.entities[entity].kind],
        life=_life_words(part.lifetimes.get(entity), part),
        page=shown,
        groups=tuple(_groups(shown.items, part, entity)),
        drawing=draw_surroundings(part, entity),
    )


def _kind(entity: Entity) -> str:
    return entity.kind


def _by_kind(entity: Entity) -> tuple[int, str, str]:
    """In the order of the vocabulary, in which bodies come first, then by name."""
    return list(vocabulary().entities).index(entity.kind), entity.title.casefold(), entity.id


def _heading(relation: Relation, entity: str) -> str:
    if relation.lower == entity:
        return ABOVE
    if relation.upper == entity:
        return BELOW
    return FAMILIES.get(vocabulary().relations[relation.kind].family, "Other ties")


def _rank(relation: Relation, entity: str) -> tuple[int, int, str]:
    """Upwards first, then downwards, then the others in the order of their headings, the strongest first."""
    order = [ABOVE, BELOW, *FAMILIES.values(), "Other ties"]
    return order.index(_heading(relation, entity)), relation.strength or 9, relation.id


def _groups(relations: Sequence[Relation], part: Subgraph, entity: str) -> Iterator[Group]:
    """The relations, which are in order, as ties under their headings."""
    headings: dict[str, list[Row]] = {}
    for relation in relations:
        other = relation.object if relation.subject == entity else relation.subject
        row = Row(tie_of(relation, part, entity, ANY_DAY), part.entities.get(other), fact_words(relation))
        headings.setdefault(_heading(relation, entity), []).append(row)
    for heading, rows in headings.items():
        yield Group(heading, tuple(rows))


def _life_words(life: Lifetime | None, part: Subgraph) -> str:
    """When it existed, as far as the documents tell, in one sentence."""
    if life is None or (life.known is None and life.begins is None):
        return "No document says when it existed."
    words = []
    documents = documents_of(part)
    if life.planned:
        words.append("Planned: only plans speak of it.")
    if life.begins:
        words.append(f"Began {span_words(life.begins)}.")
    elif life.known:
        first = document_of(life.known, documents.first)
        words.append(f"First spoken of {first}; no document prints when it began.")
    if life.ends:
        words.append(f"Ended {span_words(life.ends)}.")
    elif life.confirmed:
        words.append(f"Last confirmed {document_of(life.confirmed, documents.last)}.")
    return " ".join(words)

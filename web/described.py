"""What is said of an entity, as its page and the explorer tell it: its ties in groups, and when it existed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.exploring.doors import HEADINGS
from graph.kinds import vocabulary
from graph.lifetimes import was_to_begin, was_to_end
from graph.model import Entity, Lifetime, Relation
from graph.queries.existing import document_of, documents_of
from graph.queries.views import tie_of
from graph.spans import ANY_DAY, Span
from graph.subgraph import Subgraph
from graph.told import Tie
from graph.wording import span_words
from web.words import FAMILIES, fact_words


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


def _heading(relation: Relation, entity: str) -> str:
    if relation.lower == entity:
        return HEADINGS["up"]
    if relation.upper == entity:
        return HEADINGS["down"]
    return FAMILIES.get(vocabulary().relations[relation.kind].family, HEADINGS["ties"])


def rank_of(relation: Relation, entity: str) -> tuple[int, int, str]:
    """Upwards first, then downwards, then the others in the order of their headings, the strongest first."""
    order = [HEADINGS["up"], HEADINGS["down"], *FAMILIES.values(), HEADINGS["ties"]]
    return order.index(_heading(relation, entity)), relation.strength or 9, relation.id


def groups_of(relations: Sequence[Relation], part: Subgraph, entity: str, window: Span = ANY_DAY) -> Iterator[Group]:
    """The relations, which are in order, as ties under their headings, as certain as they are on the days."""
    headings: dict[str, list[Row]] = {}
    for relation in relations:
        other = relation.object if relation.subject == entity else relation.subject
        row = Row(tie_of(relation, part, entity, window), part.entities.get(other), fact_words(relation))
        headings.setdefault(_heading(relation, entity), []).append(row)
    for heading, rows in headings.items():
        yield Group(heading, tuple(rows))


def life_words(life: Lifetime | None, part: Subgraph) -> str:
    """When it existed, as far as the documents tell, in one sentence."""
    if life is None or (life.known is None and life.begins is None):
        return "No document says when it existed."
    words = []
    documents = documents_of(part)
    if life.planned:
        words.append("Planned: only plans speak of it.")
    if life.begins:
        words.append(f"{'Was to begin' if was_to_begin(life, part.claims) else 'Began'} {span_words(life.begins)}.")
    elif life.known:
        first = document_of(life.known, documents.first)
        words.append(f"First spoken of {first}; no document prints when it began.")
    if life.ends:
        words.append(f"{'Was to end' if was_to_end(life, part.claims) else 'Ended'} {span_words(life.ends)}.")
    elif life.confirmed:
        words.append(f"Last confirmed {document_of(life.confirmed, documents.last)}.")
    return " ".join(words)

"""The surroundings as a picture: each shown entity a box with its openings, each folded group one box."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.exploring.doors import GROUPS, door_words
from graph.exploring.folding import Fold
from graph.exploring.surroundings import Surroundings
from graph.kinds import vocabulary
from graph.model import Entity, Relation
from graph.pictures.marks import Chip, Dress, Extras
from graph.pictures.scene import Scene, scene_of
from graph.pictures.style import CHANGES
from graph.spans import Span
from graph.subgraph import Subgraph
from graph.wording import between_words, when_words


@dataclass(frozen=True, slots=True)
class Compared:
    """Two days, and what happened between them to entities and to ties, by id, as keys of `style.CHANGES`."""

    first: Span
    second: Span
    entities: Mapping[str, str]
    ties: Mapping[str, str]

    @property
    def caption(self) -> str:
        """How to read the picture."""
        return f"What changed {between_words(self.first, self.second)}; drawn as {when_words(self.second)}."


def extras_of(part: Subgraph, compared: Compared | None) -> Extras:
    """What a picture of a part says of two days that are compared, if they are."""
    if not compared:
        return Extras()
    changed = {name: change for name, change in compared.entities.items() if name in part.entities}
    dresses = {name: Dress((), _kind_word(part.entities[name].kind, change)) for name, change in changed.items()}
    return Extras(dresses, compared.ties)


def scene_of_surroundings(around: Surroundings, compared: Compared | None = None, *, doors: bool = True) -> Scene:
    """The picture; the keys of its chips are those of `chip_key`, a folded group has the id `box_id`.

    Without `doors` it has no chips: nothing can be opened on paper. Where two days are compared it holds what there was
    between them, drawn as on the second, and marks what happened.
    """
    focus = around.near.entities[around.view.focus]
    dresses = {
        entity: Dress(
            tuple(Chip(chip_key(entity, door.direction), door_words(door)) for door in around.doors[entity] if doors),
            _kind_word(around.near.entities[entity].kind, compared.entities.get(entity, "") if compared else ""),
        )
        for entity in around.doors
    }
    folds = {
        box_id(fold): Dress((Chip(fold.key, f"+ show all {len(fold.members)}"),) if doors else (), "folded together")
        for fold in around.choice.folds
    }
    scene = scene_of(
        _part(around),
        focus={focus.id},
        title=f"{focus.title} and its surroundings",
        window=compared.second if compared else around.view.window,
        extras=Extras(dresses | folds, compared.ties if compared else None),
    )
    return replace(scene, caption=compared.caption) if compared else scene


def _kind_word(kind: str, change: str) -> str:
    """What stands at the foot of a box where something happened to it; empty where nothing did."""
    return f"{vocabulary().entities[kind].label}, {CHANGES[change]}" if change else ""


def chip_key(entity: str, direction: str) -> str:
    """How the chip of an opening is called in the scene."""
    return f"{entity} {direction}"


def box_id(fold: Fold) -> str:
    """The id of the box of a folded group; no id of an entity, for it holds a space."""
    return f"folded {fold.key}"


def fold_words(fold: Fold) -> str:
    """The group as a heading: "28 charities"; of several kinds "28 members" or "28 others"."""
    noun = vocabulary().entities[fold.kind].plural if fold.kind else GROUPS[fold.direction]
    return f"{len(fold.members)} {noun}"


def _part(around: Surroundings) -> Subgraph:
    """Only what is drawn, with the ties of each folded group drawn to the box that stands for it."""
    near, choice = around.near, around.choice
    entities = {entity: near.entities[entity] for entity in choice.shown}
    relations = {key: near.relations[key] for key in around.drawn}
    for fold in choice.folds:
        entities[box_id(fold)] = Entity(box_id(fold), "collective", fold_words(fold))
        relations |= {key: _moved(near.relations[key], fold) for key in around.folded[fold.key]}
    return Subgraph(entities=entities, relations=relations)


def _moved(relation: Relation, fold: Fold) -> Relation:
    """The relation with the box of the folded group where its member stood."""

    def end(entity: str) -> str:
        return box_id(fold) if entity in fold.members else entity

    return replace(
        relation,
        subject=end(relation.subject),
        object=end(relation.object),
        lower=end(relation.lower),
        upper=end(relation.upper),
    )

"""The explorer: an entity and its surroundings as picture, tree, table and evidence, all of one address."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.errors import UnknownEntity
from graph.exploring.scenes import box_id, chip_key, fold_words, scene_of_surroundings
from graph.exploring.surroundings import MOST_BOXES, Surroundings, surroundings
from graph.exploring.tree import tree_of
from graph.kinds import vocabulary
from graph.pictures.canvas import canvas_of
from graph.pictures.scene import Scene
from graph.pictures.svg import svg
from graph.pictures.svg_legend import legend_svg
from graph.wording import when_words
from web import params
from web.current import current_store
from web.explored import SORTS, Explored, read_explored
from web.panels import panel_of, reading, rows_of

bp = Blueprint("exploring", __name__)

VENDORED = "vendor/vis-network-10.1.5.min.js"
"""Its name holds its version, so that it is kept by a browser until it changes."""
HEADS = dict(zip(SORTS, ("Tie", "From", "To", "Support", "When"), strict=True))


@bp.get("/explore")
def find() -> Response:
    """The way to the surroundings of what a typed name means, else to all that it may mean."""
    text, at = params.one(request.args, "name"), params.day(request.args, "at")
    try:
        return redirect(url_for("exploring.explorer", entity=current_store().names().resolve(text).id, at=at or None))
    except UnknownEntity:
        return redirect(url_for("entities.entities_page", text=text or None))


@bp.get("/explore/<path:entity>")
def explorer(entity: str) -> str:
    """An entity and what is opened around it.

    :raises UnknownEntity: when there is none of that id, with those that may be meant.
    """
    store = current_store()
    explored = read_explored(store, entity, request.args)
    try:
        around = surroundings(store, explored.view, {explored.box})
    except UnknownEntity as error:
        near = [found.entity.id for found in store.names().suggest(entity[: params.MAX_TEXT], 5)]
        raise UnknownEntity(f"Nothing in this data has the id {params.shown(entity)}.", near) from error
    scene = scene_of_surroundings(around)
    panel = panel_of(around, scene, explored)
    addresses = _addresses(scene, around, explored)
    rows, more_rows = rows_of(around, explored.sort)
    return render_template(
        "explorer.html",
        explored=explored,
        around=around,
        focus=around.near.entities[entity],
        entities=around.near.entities,
        kinds=vocabulary().entities,
        scene=scene,
        panel=panel,
        tree=tree_of(around),
        rows=rows,
        more_rows=more_rows,
        heads=HEADS,
        picture=svg(scene, **addresses, selected=panel.key),
        legend=legend_svg(scene),
        canvas=canvas_of(scene, **addresses),
        reading=lambda relation: reading(around, relation),
        fold_words=fold_words,
        box_id=box_id,
        when=when_words(explored.view.window) if explored.at else "",
        any_day=replace(explored, at="", box="", line="").address(),
        most_boxes=MOST_BOXES,
        vendored=VENDORED,
        link_address=request.host_url.rstrip("/") + explored.address(),
    )


def _addresses(scene: Scene, around: Surroundings, explored: Explored) -> dict[str, Any]:
    """Where a box, a line and a chip of the picture lead to."""
    chips = {
        chip_key(door.entity, door.direction): explored.toggled(door.entity, door.direction)
        for doors in around.doors.values()
        for door in doors
    }
    return {
        "links": {box.entity: explored.selecting(box=box.entity) for box in scene.boxes},
        "lines": {link.relations[0]: explored.selecting(line=link.relations[0]) for link in scene.links},
        "chips": chips | {fold.key: explored.showing(fold.key) for fold in around.choice.folds},
    }

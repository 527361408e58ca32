"""The explorer: an entity and its surroundings as picture, tree, table and evidence, all of one address."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.errors import UnknownEntity
from graph.exploring.scenes import box_id, chip_key, fold_words
from graph.exploring.surroundings import MOST_BOXES, Surroundings, surroundings
from graph.exploring.tree import tree_of
from graph.kinds import vocabulary
from graph.model import Strength
from graph.pictures.canvas import canvas_of
from graph.pictures.scene import Scene
from graph.pictures.svg import svg
from graph.pictures.svg_legend import legend_svg
from web import params
from web.compared import comparison_of
from web.current import current_base, current_settings, current_store
from web.explored import SORTS, Explored, read_explored
from web.filters import SURETIES, filters_set, hidden_words, limits_words, offers_of, titles_of
from web.limits import NO_LIMITS, read_limits
from web.offered import offered
from web.panels import Reading, panel_of, rows_of
from web.seen import explored_scene
from web.timeline import days_of, pairs_of, spoken_of, timeline_of

bp = Blueprint("exploring", __name__)

VENDORED = "vendor/vis-network-10.1.5.min.js"
"""Its name holds its version, so that it is kept by a browser until it changes."""
FORM = "form"
"""The parameter by which the form of days and filters is known."""
PARTS = ("all", "evidence")
"""What a step may ask for instead of the whole page: what can change, or of that only what a selection changes."""
HEADS = dict(zip(SORTS, ("Tie", "From", "To", "Support", "When"), strict=True))


@bp.get("/explore")
def find() -> Response:
    """The way to the surroundings of what a typed name means, else to all that it may mean; days and filters stay."""
    text, limits = params.one(request.args, "name"), read_limits(current_store(), request.args)
    try:
        entity = current_store().names().resolve(text).id
        return redirect(url_for("exploring.explorer", entity=entity, **limits.query()))
    except UnknownEntity:
        return redirect(url_for("entities.entities_page", text=text or None))


@bp.get("/explore/<path:entity>")
def explorer(entity: str) -> Response | str:
    """An entity and what is opened around it; what the form of days and filters sends is led to its address.

    :raises BadParameter: when a value in the address cannot be used.
    :raises UnknownEntity: when there is none of that id, with those that may be meant.
    """
    store = current_store()
    explored = read_explored(store, entity, request.args)
    if FORM in request.args:
        # A form sends all of its fields; an address has one form.
        return redirect(explored.address())
    try:
        around = surroundings(store, explored.view, {explored.box})
    except UnknownEntity as error:
        near = [found.entity.id for found in store.names().suggest(entity[: params.MAX_TEXT], 5)]
        raise UnknownEntity(f"Nothing in this data has the id {params.shown(entity)}.", near) from error
    comparison = comparison_of(store, around, explored.limits, current_settings().seconds)
    scene = explored_scene(around, explored, comparison)
    panel = panel_of(around, scene, explored)
    told = {"explored": explored, "around": around, "panel": panel, "focus": around.near.entities[entity]}
    parts = params.choice(request.args, "parts", PARTS)
    if parts == "evidence":
        return render_template("explorer_evidence.html", box_id=box_id, **told)
    addresses = _addresses(scene, around, explored)
    rows, more_rows = rows_of(around, explored.sort, comparison)
    return render_template(
        "explorer.html",
        **told,
        parts=parts,
        entities=around.near.entities,
        kinds=vocabulary().entities,
        scene=scene,
        tree=tree_of(around),
        rows=rows,
        more_rows=more_rows,
        heads=HEADS,
        picture=svg(scene, **addresses, selected=panel.key),
        legend=legend_svg(scene),
        canvas=canvas_of(scene, **addresses),
        reading=Reading(around, comparison),
        fold_words=fold_words,
        box_id=box_id,
        comparison=comparison,
        **_limits(around, explored),
        is_stale=_is_stale(around, explored),
        most_boxes=MOST_BOXES,
        vendored=VENDORED,
        link_address=current_base() + explored.address(),
        offered=offered(explored.address(), explored.file, drawn=True, listed=bool(rows)),
    )


def _is_stale(around: Surroundings, explored: Explored) -> bool:
    """Whether the address names something that is not in the data, as one may that was kept before a load."""
    named = {explored.box, *(opening.entity for opening in explored.view.opened)} - {""}
    is_line_gone = explored.line not in {"", *around.near.relations}
    return is_line_gone or not named <= around.near.entities.keys()


def _limits(around: Surroundings, explored: Explored) -> dict[str, Any]:
    """What the page says of days and filters, and offers."""
    titles, spans = titles_of(around.near), spoken_of(around)
    return {
        "limits_words": limits_words(explored, titles),
        "hidden_words": hidden_words(around),
        "filters_set": filters_set(explored, titles),
        "without_limits": explored.limited(NO_LIMITS),
        "offers": offers_of(around),
        "sureties": SURETIES,
        "lens_now": (explored.limits.sieve.lens or Strength.LEADERSHIP).word,
        "timeline": timeline_of(around, explored),
        "days": days_of(spans, explored),
        "pairs": pairs_of(spans, explored),
        "form_marker": FORM,
    }


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

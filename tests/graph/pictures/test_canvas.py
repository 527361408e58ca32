import json

from graph.model import Entity
from graph.pictures.canvas import canvas_of
from graph.pictures.scene import Scene, scene_of
from tests.worlds import say, world

EVIL = '<img src=x onerror=alert(1)> href "</script>'


def scene() -> Scene:
    return scene_of(
        world(
            [say("a", "reports_to", "b"), say("c", "chairs", "a"), say("d", "member_of", "a", source="undated")],
            entities=[Entity("a", "board", EVIL, note="a private note"), Entity("d", "collective", "Everybody")],
        ),
        focus="a",
    )


def test_boxes_stand_where_the_scene_has_them() -> None:
    data = canvas_of(scene(), links={"a": "/a"})
    boxes = {node["key"]: node for node in data["nodes"] if node["part"] == "box"}
    for box in scene().boxes:
        node = boxes[box.entity]
        assert (node["x"], node["y"]) == (box.x + box.width / 2, box.y + box.height / 2)
        assert node["bold"] == list(box.short_lines)
        assert node["physics"] is False
    assert boxes["a"]["address"] == "/a"
    assert boxes["d"]["form"] == "stack"


def test_every_line_goes_from_box_to_box_in_straight_stretches() -> None:
    data = canvas_of(scene(), lines={scene().links[0].relations[0]: "/line"})
    ids = {node["id"] for node in data["nodes"]}
    assert {edge[end] for edge in data["edges"] for end in ("from", "to")} <= ids
    assert {edge["line"] for edge in data["edges"]} == set(range(len(scene().links)))
    first = scene().links[0]
    assert (data["lines"][0]["key"], data["lines"][0]["address"]) == (first.relations[0], "/line")
    assert f" {first.verbs[0]} " in data["lines"][0]["name"]
    at = {node["id"]: node for node in data["nodes"]}
    for edge in data["edges"]:
        start, end = at[edge["from"]], at[edge["to"]]
        assert start["x"] == end["x"] or start["y"] == end["y"]


def test_strength_is_told_by_dashes_and_signs() -> None:
    data = canvas_of(scene())
    styles = [link.style for link in scene().links]
    signs = {node["line"]: node["head"] for node in data["nodes"] if node["part"] == "sign"}
    assert {styles[line]: head for line, head in signs.items()} == {
        "line": "filled",
        "leadership": "diamond",
        "membership": "dot",
    }
    dashes = {styles[edge["line"]]: edge["dashes"] for edge in data["edges"]}
    assert dashes == {"line": False, "leadership": False, "membership": [4.0, 4.0]}


def test_nothing_goes_to_the_browser_that_is_not_drawn() -> None:
    text = json.dumps(canvas_of(scene()))
    assert "private" not in text
    assert '"title"' not in text
    assert canvas_of(scene()) == canvas_of(scene())

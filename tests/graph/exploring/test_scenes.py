from dataclasses import replace

from graph.exploring.scenes import Compared, box_id, chip_key, fold_words, scene_of_surroundings
from graph.exploring.surroundings import surroundings
from graph.spans import Span, read_span
from graph.store import Store
from tests.graph.exploring.views import at_first
from tests.graph.pictures.graphs import overlapping, through_boxes
from tests.worlds import london, say, world


def test_boxes_have_their_openings_as_chips(store: Store) -> None:
    store.load(world([say("a", "reports_to", "b"), say("c", "member_of", "a"), say("b", "reports_to", "d")]))
    scene = scene_of_surroundings(surroundings(store, at_first("a")))
    chips = {box.entity: [(chip.key, chip.words) for chip in box.chips] for box in scene.boxes}
    assert chips["b"] == [(chip_key("b", "up"), "+ 1 above")]
    assert [words for _, words in chips["a"]] == ["\N{MINUS SIGN} above", "\N{MINUS SIGN} members"]
    assert chips["c"] == []
    assert [box.entity for box in scene.boxes if box.focus] == ["a"]


def test_a_folded_group_is_one_box_with_one_line(store: Store) -> None:
    names = [f"m{number:03}" for number in range(70)]
    store.load(world([say(name, "member_of", "hub") for name in names], kinds=dict.fromkeys(names, "charity")))
    around = surroundings(store, at_first("hub"))
    scene = scene_of_surroundings(around)
    fold = around.choice.folds[0]
    assert fold_words(fold) == "70 charities"
    box = next(box for box in scene.boxes if box.entity == box_id(fold))
    assert (box.shape, box.short_lines, box.kind_word) == ("stack", ("70 charities",), "folded together")
    assert [chip.words for chip in box.chips] == ["+ show all 70"]
    assert [(link.from_box, link.to_box, len(link.relations)) for link in scene.links] == [(box_id(fold), "hub", 70)]


def test_no_two_boxes_touch_and_no_line_passes_a_box(store: Store) -> None:
    store.load(london())
    for entity in store.entities():
        view = at_first(entity.id).toggled(entity.id, "ties")
        scene = scene_of_surroundings(surroundings(store, view))
        assert overlapping(scene) == []
        if len(scene.boxes) <= 40:
            assert through_boxes(scene) == []


def test_two_days_compared_are_one_picture_with_what_happened_in_words_and_lines(store: Store) -> None:
    store.load(
        world(
            [
                say("a", "reports_to", "b", "2015"),
                say("a", "reports_to", "b", "2021"),
                say("c", "reports_to", "b", "2021", start="2018"),
                say("d", "reports_to", "b", "2015", start="2010", end="2017"),
            ]
        )
    )
    first, second = read_span("2015"), read_span("2021")
    around = surroundings(store, at_first("b", Span(first.first, second.last)))
    ties = {one.subject: one.id for one in around.near.relations.values()}
    compared = Compared(first, second, {"c": "began"}, {ties["c"]: "began", ties["d"]: "ended"})
    scene = scene_of_surroundings(around, compared)
    links = {link.from_box: link for link in scene.links}
    assert {name: link.change for name, link in links.items()} == {"a": "same", "c": "began", "d": "ended"}
    assert "+ began" in links["c"].label_lines
    assert links["d"].label_lines == ("reports to", "\N{MINUS SIGN} ended")
    words = {box.entity: box.kind_word for box in scene.boxes}
    assert (words["c"], words["a"]) == ("board, + began", "board")
    assert scene.caption == "What changed between 2015 and 2021; drawn as in 2021."
    assert {"same", "began", "never"} <= {entry.key for entry in scene.legend}
    assert overlapping(scene) == []


def test_nothing_touches_where_everything_is_marked_as_changed(store: Store) -> None:
    store.load(london())
    day = read_span("2025")
    for entity in store.entities():
        around = surroundings(store, at_first(entity.id))
        every = Compared(read_span("2015"), day, dict.fromkeys(around.choice.shown, "attested"), {})
        for change in ("attested", "changed"):
            scene = scene_of_surroundings(around, replace(every, ties=dict.fromkeys(around.drawn, change)))
            assert overlapping(scene) == []
            if len(scene.boxes) <= 40:
                assert through_boxes(scene) == []


def test_a_group_of_several_kinds_is_called_after_its_opening(store: Store) -> None:
    kinds = {f"m{number:03}": ("charity", "board", "group", "person", "post")[number % 5] for number in range(70)}
    store.load(world([say(name, "member_of", "hub") for name in kinds], kinds=kinds))
    around = surroundings(store, at_first("hub"), most=4)
    (fold,) = around.choice.folds
    assert (fold.key, fold_words(fold)) == ("hub:members:", "70 members or seats")
    assert [box.entity for box in scene_of_surroundings(around).boxes] == [box_id(fold), "hub"]

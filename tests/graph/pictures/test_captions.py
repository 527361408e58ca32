from datetime import date
from decimal import Decimal

from graph.pictures.captions import caption_of, description_of, marked, sentences_of, title_of
from graph.pictures.marks import Extras
from graph.pictures.scene import scene_of
from graph.spans import ANY_DAY, Span, read_span
from graph.subgraph import Subgraph
from tests.worlds import reports, say, world


def named(part: Subgraph) -> list[str]:
    scene = scene_of(part)
    told = zip(scene.links, sentences_of(scene.boxes, scene.links), strict=True)
    return [marked(link, sentence) for link, sentence in told]


def test_a_small_picture_is_told_in_full() -> None:
    scene = scene_of(world([*reports("ab"), say("c", "chairs", "b")]))
    assert scene.description == "3 boxes and 2 lines between them. A reports to B; B is chaired by C."


def test_a_large_one_by_its_tops() -> None:
    scene = scene_of(world(reports("ax", "bx", "cx", "dy", "ey")))
    assert scene.description == "7 boxes and 5 lines between them. At the top, answering to nobody here: X and Y."


def test_what_is_left_out_is_said() -> None:
    scene = scene_of(world(reports("ax", "bx", "cx")), most=2)
    assert scene.left_out == ("B", "C")
    assert scene.caption.endswith("Left out for want of room: B and C.")
    assert scene.description.endswith("Left out for want of room: B and C.")


def test_the_title_names_the_focus() -> None:
    part = world(reports("ab", "bc", "cd", "de"))
    assert scene_of(part, focus={"b"}).title == "Who answers to whom: B"
    assert scene_of(part).title == "Who answers to whom: A, B, C and 2 more"
    assert title_of([]) == "An empty picture"


def test_the_caption_names_the_days() -> None:
    day = date(2021, 12, 9)
    assert caption_of((), (), Span(day, day)) == "As at 9 December 2021."
    assert caption_of((), (), ANY_DAY) == ""
    assert description_of((), (), ()) == "Nothing to draw."


def test_a_link_that_changed_is_told_by_what_happened_and_not_as_a_doubt() -> None:
    part = world([say("a", "reports_to", "b", start="2010", end="2012"), say("a", "member_of", "b")])
    ties = {tie.kind: key for key, tie in part.relations.items()}
    changes = {ties["reports_to"]: "ended", ties["member_of"]: "planned"}
    (link,) = scene_of(part, window=read_span("2021"), extras=Extras(changes=changes)).links
    assert marked(link, "A reports to B") == (
        "A reports to B (ended: reports to, planned to begin or end: is a member of)"
    )
    (link,) = scene_of(part, window=read_span("2021"), extras=Extras(changes={})).links
    assert marked(link, "A reports to B").startswith("A reports to B (did not change")
    (link,) = scene_of(part, window=read_span("2021")).links
    assert marked(link, "A reports to B") == "A reports to B (not in force at this time)"


def test_a_line_is_named_with_all_its_ties() -> None:
    part = world([*reports("ab"), say("b", "oversees", "a"), say("a", "supports", "b")])
    assert named(part) == ["A reports to, is overseen by and supports B"]


def test_of_many_ties_a_line_names_the_first_and_how_many_more() -> None:
    kinds = ("advises", "supports", "funds", "represents", "member_of")
    (name,) = named(world([say("a", kind, "b") for kind in kinds]))
    assert name.endswith(" B, and 1 more tie")


def test_several_are_told_in_the_plural() -> None:
    part = world([say("a", "member_of", "b")], {"a": "collective"})
    assert named(part) == ["A are members of B"]


def test_a_line_is_named_with_its_sums_and_its_doubts() -> None:
    paid = say("a", "funds", "b", amount=Decimal(1500), currency="GBP", year="2024-25", planned="planned")
    assert named(world([paid])) == ["A funds B: £1,500 in 2024-25 (possibly in force, or planned)"]

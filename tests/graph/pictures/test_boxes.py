from graph.kinds import vocabulary
from graph.model import Entity
from graph.pictures.boxes import box_of


def test_the_short_name_stands_over_the_full_one() -> None:
    box = box_of(Entity("heg", "group", "Health Equity Group", "HEG"), vocabulary())
    assert (box.short_lines, box.name_lines, box.kind_word, box.shape) == (
        ("HEG",),
        ("Health Equity Group",),
        "group",
        "rounded",
    )
    assert box.width == 200


def test_a_full_name_alone_is_bold() -> None:
    box = box_of(Entity("a", "person", "Sadiq Khan"), vocabulary())
    assert (box.short_lines, box.name_lines, box.shape) == (("Sadiq Khan",), (), "pill")


def test_a_long_word_widens_the_box() -> None:
    assert box_of(Entity("a", "board", "W" * 40), vocabulary()).width > 600


def test_an_unknown_kind_is_a_rectangle() -> None:
    box = box_of(Entity("a", "guild", "A"), vocabulary())
    assert (box.kind_word, box.shape) == ("guild", "rectangle")

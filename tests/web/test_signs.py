from graph.kinds import vocabulary
from graph.pictures.style import LINES
from web.signs import example, lines, shapes


def test_each_kind_of_entity_has_its_shape_once() -> None:
    picture, looks = shapes()
    labels = [label for _, kinds in looks for label in kinds]
    assert sorted(labels) == sorted(kind.label for kind in vocabulary().entities.values())
    assert picture.count("data-entity=") == len(looks)


def test_each_line_is_told_in_words_and_no_two_that_count_look_alike() -> None:
    told = dict(lines())
    assert list(told) == [style.words for style in LINES.values()]
    assert told[LINES["line"].words] == "thick and unbroken, with a filled arrowhead"
    assert told[LINES["membership"].words] == "dotted, with a dot at what one belongs to"
    assert len({told[LINES[key].words] for key in ("line", "oversight", "leadership", "membership", "work")}) == 5


def test_the_example_shows_every_sort_of_line_that_its_text_tells() -> None:
    picture = example()
    for words in ("disputed", "planned", "£5,000", "overseen by", "chaired by", "possibly in force, or planned"):
        assert words in picture
    assert picture.count("data-relations=") == 8

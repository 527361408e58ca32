import re
from dataclasses import replace

import pytest

from graph.pictures.scene import scene_of
from graph.render.brief import Brief
from graph.render.pdf import pdf
from graph.render.signs import IN_PICTURES, IN_WORDS, STAND_IN, drawable
from tests.graph.render.papers import Paper
from tests.worlds import reports, world


def every(held: str) -> list[str]:
    return [chr(code) for code in range(0x20, 0x1_0000) if re.match(f"[{held}]", chr(code))]


def test_every_sign_that_is_said_to_be_held_can_be_drawn() -> None:
    words = tuple(f"a{sign}b" for sign in every(IN_WORDS))
    assert len(words) > 2_800
    scene = replace(scene_of(world(reports("ab")), title="B"), caption=" ".join(every(IN_PICTURES)))
    assert pdf(scene, Brief("Signs", "As at 2021", remarks=words)).startswith(b"%PDF")


def test_pictures_are_drawn_with_our_own_fonts_alone() -> None:
    scene = replace(
        scene_of(world(reports("ab")), title="B"), caption="Office of Łódź, Llŷr, " + "".join(every(IN_PICTURES))
    )
    paper = Paper(pdf(scene, Brief("Signs", "As at 2021")))
    assert paper.fonts.keys() == {"GovgraphSansRegular", "GovgraphSansBold"}
    assert "OfficeofŁódź,Llŷr" in paper.pages[0]


@pytest.mark.parametrize("held", [IN_PICTURES, IN_WORDS])
def test_what_is_held_stays_as_it_is(held: str) -> None:
    assert drawable("".join(every(held)), held) == "".join(every(held))


def test_accents_are_composed_and_what_cannot_be_drawn_has_its_stand_in() -> None:
    assert drawable("Siobha\u0301n, Łódź, Ελλάδα, Київ") == "Siobhán, Łódź, Ελλάδα, Київ"
    assert drawable("Nguyễn, 5\u201110", IN_PICTURES) == "Nguyen, 5-10"
    assert drawable("中a") == f"{STAND_IN}a"
    assert drawable("a\u202eb\u200dc\x00\ud800") == "abc"
    assert drawable("a\nb\u2028c") == "a b c"
    assert drawable("<text>\u0338") == "<text>"

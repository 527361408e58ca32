import re

from graph.pictures import style
from graph.pictures.canvas import LOOK
from graph.pictures.scene import scene_of
from graph.pictures.svg import svg
from graph.pictures.themes import CHOSEN, DARK, style_sheet, variable
from tests.graph.pictures.graphs import governance
from tests.graph.pictures.test_style import contrast

COLOUR = re.compile("#[0-9A-F]{6}")


def test_every_colour_that_is_drawn_has_another_on_a_dark_page_and_one_of_the_readers_own() -> None:
    drawn = {colour for seed in range(6) for colour in COLOUR.findall(svg(scene_of(governance(seed, 25), focus="e01")))}
    lines = {colour for line in style.LINES.values() for colour in (line.colour, line.faint)}
    looks = {value for name, value in LOOK.items() if name != "font"}
    assert drawn | lines | looks <= DARK.keys() == CHOSEN.keys()


def test_on_a_dark_page_lines_can_be_seen_and_text_can_be_read() -> None:
    paper, ink = DARK[style.WHITE], DARK[style.INK]
    for line in style.LINES.values():
        assert contrast(DARK[line.colour], paper) >= 3
        assert contrast(DARK[line.faint], paper) >= 3
    for ground in (style.WHITE, style.FOCUS_FILL, style.DISPUTED_FILL):
        assert contrast(ink, DARK[ground]) >= 4.5
    assert contrast(DARK[style.DARK_GREY], DARK[style.FOCUS_FILL]) >= 4.5
    assert contrast(DARK[style.FOCUS_LINE], paper) >= 4.5
    assert contrast(DARK[style.FOCUS_LINE], DARK[style.FOCUS_FILL]) >= 3


def test_the_style_sheet_names_each_colour_for_dark_pages_and_for_the_readers_own() -> None:
    sheet = style_sheet()
    for colour in DARK:
        assert sheet.count(f"{variable(colour)}: ") == 2
        assert f'.picture [fill="{colour}"]' in sheet
    assert variable(style.INK) == "--picture-1a1a1a"


def test_what_is_printed_keeps_its_colours() -> None:
    assert style_sheet().count("@media screen and ") == 2

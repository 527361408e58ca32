import io
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

import graph.render.png as rendering
from graph.errors import TooLarge
from graph.pictures.svg import sheet
from graph.pictures.svg_tools import add
from graph.render.png import LEAST_PRINTED, LONG, PRINTED, SCALE, SHORT, pixels, png, print_pixels
from tests.graph.render.briefs import scene

MANY_SIGNS = "The London Health Board – Ŵyn £3"


def drawing(width: float, height: float, text: str = "") -> str:
    root = sheet("x", "img", ("", ""), width, height)
    add(root, "text", {"x": "10", "y": "30", "font-size": "20"}, text)
    return ET.tostring(root, encoding="unicode")


def opened(made: bytes) -> Any:
    return Image.open(io.BytesIO(made))


def inked(made: bytes, box: tuple[float, float, float, float]) -> int:
    """How many dots within a box of the drawing are not white."""
    part = opened(made).convert("L").crop(tuple(round(side * SCALE) for side in box))
    return sum(part.point(lambda light: light < 128).histogram()[1:])


def test_a_file_for_screens_has_two_dots_to_a_pixel_and_says_how_large_it_is() -> None:
    drawn = scene()
    made = png(drawn)
    assert struct.unpack(">I", made[16:20])[0] == drawn.width * SCALE
    image = opened(made)
    image.verify()
    assert image.info["dpi"] == pytest.approx((192, 192), abs=0.1)
    assert made == png(drawn)


@pytest.mark.parametrize(
    ("size", "inches"),
    [
        ((640, 800), (640 / 96, 800 / 96)),
        ((3_000, 1_000), (LONG, LONG / 3)),
        ((1_000, 2_000), (LONG / 2, LONG)),
        ((2_000, 2_000), (SHORT, SHORT)),
    ],
)
def test_a_file_for_print_is_as_large_as_a3_at_most_at_300_dots_to_an_inch(
    size: tuple[int, int], inches: tuple[float, float]
) -> None:
    image = opened(print_pixels(drawing(*size)))
    assert image.info["dpi"] == pytest.approx((PRINTED, PRINTED), abs=0.1)
    assert [side / PRINTED for side in image.size] == pytest.approx(inches, abs=0.01)


def test_a_large_picture_has_fewer_dots_and_a_larger_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "MOST_DOTS", 1_000_000)
    side = 1_000
    assert opened(pixels(drawing(side * 0.8, side * 0.8))).size == pytest.approx((side, side), abs=2)
    with pytest.raises(TooLarge, match="Ask for less"):
        pixels(drawing(side + 10, side + 10))
    with pytest.raises(TooLarge, match="as SVG"):
        print_pixels(drawing(SHORT * PRINTED / LEAST_PRINTED + 10, 5_000))


def test_text_is_drawn_where_it_stands() -> None:
    drawn, bare = drawing(400, 50, MANY_SIGNS), drawing(400, 50)
    assert inked(pixels(drawn), (10, 10, 300, 36)) > 2_000
    assert inked(pixels(drawn), (0, 40, 400, 50)) == inked(pixels(bare), (0, 0, 400, 50)) == 0


def test_no_font_of_the_machine_is_ever_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a machine without fonts draws the same text: without those that are shipped there is none anywhere."""
    drawn = drawing(400, 50, MANY_SIGNS)
    bare = pixels(drawing(400, 50))
    assert pixels(drawn) != bare
    monkeypatch.setattr(rendering, "FONTS", tmp_path)
    assert pixels(drawn) == bare


@pytest.mark.parametrize("sign", ["\u0627", "\u59d4", "\N{HOSPITAL}", "\u0416"])
def test_a_sign_that_the_fonts_lack_is_a_box_and_never_left_out(sign: str) -> None:
    made = pixels(drawing(100, 50, sign))
    assert inked(made, (10, 10, 40, 40)) > 50
    assert made == pixels(drawing(100, 50, "\u4f1a"))


def test_letters_beyond_english_are_drawn_among_others_in_the_same_weight() -> None:
    names = ("Office of Llŷr", "Office of Llŵr", "Office of Llřr", "Office of Llňr")
    made = {pixels(drawing(200, 50, name)) for name in names}
    assert len(made) == len(names), "what is not found is the same box, whatever it is"
    ink = [inked(each, (10, 10, 190, 40)) for each in made]
    assert max(ink) < 1.1 * min(ink)

import struct

from graph.pictures.scene import scene_of
from graph.render.png import SCALE, png
from tests.worlds import reports, world


def test_a_picture_has_its_text_whatever_fonts_the_machine_has() -> None:
    scene = scene_of(world(reports("ab")), title="B")
    made = png(scene)
    assert made.startswith(b"\x89PNG")
    width, _ = struct.unpack(">II", made[16:24])
    assert width == scene.width * SCALE
    # With no font at all the words would be missing, and the file far smaller.
    assert len(made) > 8_000
    assert made == png(scene)

"""The legend apart from its picture."""

from xml.etree import ElementTree as ET

from graph.pictures.scene import scene_of
from graph.pictures.svg_legend import legend_svg
from tests.worlds import say, world


def test_each_sign_is_a_picture_of_its_own_that_says_what_it_means() -> None:
    part = world([say("a", "reports_to", "b"), say("c", "member_of", "b", planned="planned")])
    scene = scene_of(part, focus="a")
    signs = ET.fromstring(f"<all>{legend_svg(scene)}</all>")  # noqa: S314
    assert [sign.get("aria-label") for sign in signs] == [entry.words for entry in scene.legend]
    assert all(float(sign.get("width", "0")) < 320 for sign in signs)
    assert ["".join(sign.itertext()) for sign in signs] == [entry.words for entry in scene.legend]


def test_a_picture_without_lines_has_no_legend() -> None:
    assert legend_svg(scene_of(world([say("a", "described")]), focus="a")) == ""

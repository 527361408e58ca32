"""The chips of a box as SVG: round signs that can be followed."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from graph.pictures.boxes import STACK
from graph.pictures.chips import CHIP_HEIGHT
from graph.pictures.marks import Box, Chip
from graph.pictures.style import CHIP_FILL, CHIP_LINE, CHIP_SIZE, FOCUS_LINE
from graph.pictures.svg_tools import add, followed, number


def add_chips(root: ET.Element, box: Box, addresses: Mapping[str, str]) -> None:
    """Draw the chips of a box, after it; those with an address can be followed."""
    name = box.short_name or box.name or box.entity
    middle = box.x + (box.width - (STACK if box.shape == "stack" else 0)) / 2
    for chip in box.chips:
        attributes = {"aria-label": f"{chip.words}, {name}", "data-chip": chip.key}
        _add_chip(followed(root, addresses.get(chip.key, ""), attributes), chip, middle + chip.x, box.y + chip.y)


def _add_chip(parent: ET.Element, chip: Chip, middle: float, top: float) -> None:
    place = {"x": number(middle - chip.width / 2), "y": number(top), "width": number(chip.width)}
    shape = {"height": number(CHIP_HEIGHT), "rx": number(CHIP_HEIGHT / 2)}
    look = {"fill": CHIP_FILL, "stroke": CHIP_LINE, "stroke-width": "1"}
    add(parent, "rect", place | shape | look)
    words = {"x": number(middle), "y": number(top + CHIP_HEIGHT / 2 + 4), "text-anchor": "middle"}
    add(parent, "text", words | {"font-size": str(CHIP_SIZE), "fill": FOCUS_LINE}, chip.words)

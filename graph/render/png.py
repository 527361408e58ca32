"""A drawing as PNG, the same on every machine: with the fonts of this folder, and no others.

A sign for which these have no shape (they hold those of Latin scripts) is drawn as a crossed box, never left out; the
same picture as SVG, and every document, has it as text.
"""

import re
import struct
import zlib
from pathlib import Path

from graph.errors import TooLarge
from graph.pictures.scene import Scene
from graph.pictures.svg import svg

INCH = 96.0
"""Pixels of a drawing that are an inch of paper, where it is neither made larger nor smaller."""
SCALE = 2.0
"""Dots of the file to a pixel of the drawing: sharp on fine screens."""
MOST_DOTS = 25_000_000
"""Of a file; while it is made it takes eight bytes of memory for each, and a quarter of a second for a million."""
PRINTED = 300
"""Dots to an inch of a file for print."""
LONG, SHORT = 380 / 25.4, 257 / 25.4
"""Inches that A3 leaves within margins of 20 mm, whichever way it is turned: what is printed is no larger."""
LEAST_PRINTED = 0.7
"""Dots to a pixel of what is printed; with fewer its names are not to be read."""
FONTS = Path(__file__).parent / "fonts"
FAMILY = "Govgraph Sans"
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')
_HEAD = 33
"""Bytes of a PNG file before all that follows its header."""


def png(scene: Scene) -> bytes:
    """The picture with its legend and caption, on white; as for `pixels`."""
    return pixels(svg(scene))


def pixels(drawing: str) -> bytes:
    """An `<svg>` of ours for screens, two dots to a pixel, or as many as `MOST_DOTS` allow.

    The file says how large it is on paper: 96 pixels of the drawing to an inch.

    :raises TooLarge: when there would be less than one dot to a pixel.
    """
    width, height = _size_of(drawing)
    scale = min(SCALE, (MOST_DOTS / (width * height)) ** 0.5)
    if scale < 1:
        raise _too_large(width, height)
    return _drawn(drawing, scale, INCH * scale)


def print_pixels(drawing: str) -> bytes:
    """An `<svg>` of ours for paper, 300 dots to an inch: 96 of its pixels to an inch, or as large as A3 holds.

    So a name of 13 pixels is 10 points high, or less where the picture has to be made smaller. No file has more than
    14 million dots.

    :raises TooLarge: when there would be less than `LEAST_PRINTED` dots to a pixel.
    """
    width, height = _size_of(drawing)
    long, short = max(width, height) / INCH, min(width, height) / INCH
    scale = min(1.0, LONG / long, SHORT / short) * PRINTED / INCH
    if scale < LEAST_PRINTED:
        raise _too_large(width, height)
    return _drawn(drawing, scale, PRINTED)


def _drawn(drawing: str, scale: float, density: float) -> bytes:
    # Imported here: it brings a renderer along.
    import resvg_py

    made = resvg_py.svg_to_bytes(
        svg_string=drawing,
        zoom=scale,
        skip_system_fonts=True,
        font_files=[str(path) for path in sorted(FONTS.glob("*.ttf"))],
        sans_serif_family=FAMILY,
        font_family=FAMILY,
    )
    return _with_density(bytes(made), density)


def _too_large(width: float, height: float) -> TooLarge:
    return TooLarge(
        f"The picture is {width:,.0f} by {height:,.0f} pixels large, which as PNG could not be read. Ask for less: "
        "one day (--at), one kind of tie (--kind), fewer steps (--steps), or about one body; or take it as SVG."
    )


def _size_of(drawing: str) -> tuple[float, float]:
    found = _SIZE.match(drawing)
    if not found:
        raise ValueError("the drawing does not say how large it is")
    return float(found[1]), float(found[2])


def _with_density(made: bytes, density: float) -> bytes:
    """The file with its dots to an inch, by which a program knows how large to place it; PNG counts them to a metre."""
    chunk = b"pHYs" + struct.pack(">IIB", *[round(density / 0.0254)] * 2, 1)
    told = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return made[:_HEAD] + told + made[_HEAD:]

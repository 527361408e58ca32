"""A scene as PNG, the same on every machine: with the fonts of this folder, and no others."""

from pathlib import Path

from graph.pictures.scene import Scene
from graph.pictures.svg import svg

SCALE = 2.0
"""Pixels of the file to a pixel of the scene: sharp on paper and on fine screens."""
FONTS = Path(__file__).parent / "fonts"
FAMILY = "Govgraph Sans"


def png(scene: Scene) -> bytes:
    """The picture with its legend and caption, on white."""
    # Imported here: it brings a renderer along.
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg(scene),
            zoom=SCALE,
            skip_system_fonts=True,
            font_files=[str(path) for path in sorted(FONTS.glob("*.ttf"))],
            sans_serif_family=FAMILY,
            font_family=FAMILY,
        )
    )

"""The colours of a picture on a page that is dark, or whose reader has chosen the colours: one style sheet.

A picture itself has the colours of `style`, so that it can stand alone and be printed.
"""

from collections.abc import Mapping

from graph.pictures import style

DARK: Mapping[str, str] = {
    style.WHITE: "#11171D",
    style.INK: "#E9EEF2",
    style.DARK_BLUE: "#86B8E6",
    style.TURQUOISE: "#3FC4B8",
    style.DARK_PINK: "#EA94C2",
    style.ORANGE: "#F7894F",
    style.DARK_GREY: "#AEB9C2",
    style.LIGHT_PURPLE: "#B9A1E0",
    style.FOCUS_FILL: "#22384A",
    style.CHIP_LINE: "#5D7186",
    style.SELECTED: "#FF9B6A",
    style.DISPUTED_FILL: "#7A5200",
    "#5F81A2": "#5F86AB",
    "#AD6A90": "#B0709A",
    "#7D7D7D": "#87919A",
}
"""For each colour of a picture the one that takes its place on a dark page."""
_GROUNDS = frozenset({style.WHITE, style.FOCUS_FILL, style.DISPUTED_FILL})
CHOSEN: Mapping[str, str] = {
    colour: "Canvas" if colour in _GROUNDS else "Highlight" if colour == style.SELECTED else "CanvasText"
    for colour in DARK
}
"""For each colour of a picture that of the reader's own choice."""


def variable(colour: str) -> str:
    """The name under which a page holds what is drawn for a colour: `--picture-1a1a1a`."""
    return f"--picture-{colour[1:].lower()}"


def style_sheet() -> str:
    """The style sheet, for the pictures on a page; what is printed keeps its colours."""
    rules = [
        f'.picture [{part}="{colour}"], .legend [{part}="{colour}"] {{ {part}: var({variable(colour)}, {colour}); }}'
        for colour in DARK
        for part in ("fill", "stroke")
    ]
    return "\n".join(
        [
            *rules,
            _block("screen and (prefers-color-scheme: dark)", DARK),
            _block("screen and (forced-colors: active)", CHOSEN),
            ".picture svg, .legend svg { forced-color-adjust: none; }",
            "@media print { .picture [data-chip] { display: none; } }",
            "",
        ]
    )


def _block(medium: str, colours: Mapping[str, str]) -> str:
    values = " ".join(f"{variable(colour)}: {drawn};" for colour, drawn in colours.items())
    return f"@media {medium} {{ :root {{ {values} }} }}"

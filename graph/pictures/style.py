"""How things look, as data: colours, type, and one line style for each strength and family of ties.

The colours are white, ink and the six data colours of the Government Analysis Function. What a line means is told by
its dashes, its head and a word before it is told by its colour.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Head = Literal["filled", "open", "diamond", "dot", "none"]
"""The sign at one end of a line. A diamond stands at the end it comes from (the body that is chaired)."""

WHITE = "#FFFFFF"
INK = "#1A1A1A"
DARK_BLUE = "#12436D"
TURQUOISE = "#28A197"
DARK_PINK = "#801650"
ORANGE = "#F46A25"
DARK_GREY = "#3D3D3D"
LIGHT_PURPLE = "#A285D1"

FONTS = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
SHORT_SIZE = 15
NAME_SIZE = 13
KIND_SIZE = 11
LABEL_SIZE = 12
CHIP_SIZE = 12
LEGEND_SIZE = 12
CAPTION_SIZE = 13

BOX_FILL = WHITE
FOCUS_FILL = "#E7EDF3"
BOX_LINE = DARK_GREY
CHIP_FILL = WHITE
CHIP_LINE = "#8296AB"
FOCUS_LINE = DARK_BLUE
SELECTED = "#C2410C"
"""The ring around what is selected; a data colour would say something of the tie."""


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How one family of ties is drawn; `faint` is the colour of the same line where it is only possible."""

    words: str
    colour: str
    faint: str
    width: float
    dash: str
    head: Head


LINES: Mapping[str, LineStyle] = {
    "line": LineStyle("by line: reports or accounts to", DARK_BLUE, "#5F81A2", 2.25, "", "filled"),
    "oversight": LineStyle("by oversight: is overseen by", DARK_BLUE, "#5F81A2", 1.75, "9 5", "open"),
    "leadership": LineStyle("by leadership: is led or held by", DARK_PINK, "#AD6A90", 1.25, "", "diamond"),
    "money": LineStyle("money", TURQUOISE, TURQUOISE, 2.5, "", "filled"),
    "membership": LineStyle("is a member of", LIGHT_PURPLE, LIGHT_PURPLE, 1.75, "0.1 5", "dot"),
    "work": LineStyle("other work together", ORANGE, ORANGE, 1.5, "", "open"),
    "duties": LineStyle("has a duty, to nobody named", DARK_GREY, "#7D7D7D", 1.25, "10 3 2 3", "open"),
    "ties": LineStyle("other tie", DARK_GREY, "#7D7D7D", 1.25, "", "open"),
    "time": LineStyle("comes after", DARK_GREY, "#7D7D7D", 1.25, "12 4", "open"),
    "names": LineStyle("may be the same", DARK_GREY, "#7D7D7D", 1.25, "2 3", "none"),
}
"""By the word of a strength, or by a family of `kinds.yaml`, in the order in which they win in a bundle."""

POSSIBLE_DASH = "4 4"
NEVER_DASH = "2 7"
THICKER = 2.0
"""How much thicker a line is that is known to have begun or changed between two days."""
HAPPENED: Mapping[str, str] = {
    "began": "began",
    "ended": "ended",
    "changed": "changed",
    "attested": "first documented",
    "planned": "planned to begin or end",
}
"""What may have happened between two days, in words, the gravest first."""
_SIGNS = ("+", "\N{MINUS SIGN}", "\N{PLUS-MINUS SIGN}", "*", "~")
CHANGES: Mapping[str, str] = {
    change: f"{sign} {words}" for sign, (change, words) in zip(_SIGNS, HAPPENED.items(), strict=True)
}
"""The same with their signs."""
DISPUTED_FILL = "#FFC145"
"""No data colour either."""
LABEL_LINE = 15.0
SIGN = 18.0
"""Room for the sign before the word "disputed"."""
ANSWERING = ("line", "oversight", "leadership")
"""The lines by which somebody answers to somebody."""
DOWNWARDS = frozenset(
    {"funds", "approves", "commissions", "established", "published", "empowers", "accountable_for", "reports_on"}
)
"""Kinds without answerability whose subject is better drawn above their object."""

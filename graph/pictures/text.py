"""How wide words are, and where a name is wrapped, without a font at hand.

Widths are those of the wider of DejaVu Sans and Arial for each sign, so that a name fits in any sans.
"""

import re
import unicodedata

_PLAIN = (
    ("'ijl", 28), ("I", 30), (" ,.", 32), ("/:;\\|", 34), ("f", 36), ("-", 38), ("()[]t", 40), ("!r", 42),
    ('"', 46), ("*J`", 50), ("sz\u201c\u201d", 54), ("?L_c\u2013", 58), ("kvxy\u2022", 60), ("FTaeo", 62),
    ("$0123456789bdghnpqu{}\u00a3\u20ac", 64), ("EKPSY", 68), ("ABVXZ", 70), ("CRU", 74), ("HN", 76), ("&DG", 78),
    ("OQ", 80), ("w", 82), ("#+<=>^~\u00d7", 84), ("M", 88), ("%", 96), ("m", 98), ("@W\u2026\u2014", 102),
)  # fmt: skip
_BOLD = (
    (" ',./I\\ijl|", 38), (":;-\u2018\u2019", 42), ("f", 44), ("!()[]", 46), ("t", 48), ("`r", 50), ('"*', 54),
    ("J_\u2013", 56), ("csz", 60), ("?L", 64), ("vxy\u201c\u201d", 66), ("aek", 68),
    ("$0123456789EFTo\u00a3\u20ac", 70),
    ("bdghnpqu{}", 72), ("CPSYZ", 74), ("ABKRVX", 78), ("U", 82), ("#+<=>DGHN^~\u00d7", 84), ("OQ", 86), ("&", 88),
    ("w", 94), ("@M\u2014\u2026", 100), ("%", 102), ("m", 106), ("W", 112),
)  # fmt: skip
_WIDTHS = {
    False: {sign: width / 100 for signs, width in _PLAIN for sign in signs},
    True: {sign: width / 100 for signs, width in _BOLD for sign in signs},
}
_UNKNOWN = 1.0
_WIDE = 1.15
_BREAKS = re.compile(r"(?<=[/\u2013\u2014])(?=\w)|(?<=\w-)(?=\w)")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text in pixels, on the generous side."""
    return sum(_sign_width(sign, bold) for sign in text) * size


def wrap(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """The words of a text in lines of at most `width` pixels; empty for a text without words.

    A word is never cut: one that is too wide for a line has a line of its own, which is then too wide. A hyphenated
    word may be divided after its hyphen or slash.
    """
    lines: list[str] = []
    for word in text.split():
        pieces = [word] if width_of(word, size, bold=bold) <= width else _BREAKS.split(word)
        for number, piece in enumerate(pieces):
            joined = (lines[-1] + ("" if number else " ") + piece) if lines else piece
            if lines and width_of(joined, size, bold=bold) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return tuple(lines)


def folded(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """As `wrap`, but a word that is too wide for a line, like an address, goes on in the next: no line is too wide."""
    lines: list[str] = []
    for line in wrap(text, size, width, bold=bold):
        rest = line
        while rest:
            fits = _signs_within(rest, size, width, bold)
            lines.append(rest[:fits])
            rest = rest[fits:]
    return tuple(lines)


def _signs_within(line: str, size: float, width: float, bold: bool) -> int:
    """How many signs from the first fit into a width; at least one."""
    left = width / size
    for at, sign in enumerate(line):
        left -= _sign_width(sign, bold)
        if left < 0:
            return max(at, 1)
    return len(line)


def _sign_width(sign: str, bold: bool) -> float:
    table = _WIDTHS[bold]
    if sign in table:
        return table[sign]
    if unicodedata.combining(sign):
        return 0.0
    base = unicodedata.normalize("NFD", sign)[0]
    if base in table:
        return table[base]
    return _WIDE if unicodedata.east_asian_width(sign) in ("W", "F") else _UNKNOWN

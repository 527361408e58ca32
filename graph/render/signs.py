"""Which signs can be drawn on every machine: those of the fonts of this folder, and of those that typst brings."""

import re
import unicodedata

from graph.pictures.svg_tools import plain

STAND_IN = "\N{WHITE SQUARE}"
IN_PICTURES = (
    " -~\u00a0-\u00ac\u00ae-\u0181\u0192\u01a0\u01a1\u01af\u01b0\u01cd-\u01dd\u01e2-\u01e7\u01ea\u01eb\u01ee-\u01f0"
    "\u01f4\u01f5\u01f7-\u0201\u0218-\u0220\u0222\u0223\u0226\u0227\u0237\u0259\u02bb-\u02c1\u02c6-\u02cc\u02da\u02dc-\u02de"
    "\u1e02\u1e03\u1e06\u1e07\u1e0a-\u1e11\u1e16\u1e17\u1e1e-\u1e2b\u1e32-\u1e3b\u1e3e-\u1e49\u1e52\u1e53\u1e56-\u1e63"
    "\u1e66\u1e67\u1e6a-\u1e6f\u1e72\u1e73\u1e7e-\u1e85\u1e8e-\u1e97\u1e9e\u1e9f\u1ef2-\u1ef9\u2009\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20a1\u20a3\u20a4\u20a6\u20a7\u20a9\u20ab\u20ac\u20b1\u20b2"
    "\u20b4\u20b5\u20b8-\u20ba\u20bd\u2113\u2122\u2191\u2193\u2212\u2215"
)
"""Ranges of a regular expression: signs of the fonts of this folder."""
IN_WORDS = (
    " -~\u00a0-\u00ac\u00ae-\u02ff"  # Latin
    "\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ff"  # Greek
    "\u0400-\u0482\u048a-\u04ff\u0531-\u0556\u0561-\u0587\u05d0-\u05ea\u10d0-\u10fa"  # Cyrillic ... Georgian
    "\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u2040\u2044-\u2052\u2054-\u205f"  # more Latin, punctuation
    "\u2070\u2071\u2074-\u208e\u20a0-\u20c0\u2100-\u211e\u2120\u2122\u2126-\u2151\u2153-\u2184"  # numbers, money
    "\u2190-\u23ff\u2460-\u2606\u2713\u2714\u2717\u2c60-\u2c7f\ufb00-\ufb06\ufffd"  # arrows, mathematics, marks
)
"""Those and the ones of the fonts that typst brings, where each sign can be drawn on its own, whatever is beside it."""
_ACCENTED = re.compile("\\w[\u0300-\u036f]+")


def drawable(text: str, held: str = IN_WORDS) -> str:
    """The text in signs that are `held`: `STAND_IN` for each that is not.

    Letters with accents are composed where there is such a sign, and stand without them where there is none; so do
    signs that are others in disguise. Signs that only steer others (such as the order of writing) are dropped; breaks
    of lines become spaces.
    """
    composed = _ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), plain(text))
    return re.sub(f"[^{held}]", lambda found: _in_its_place(found[0], held), composed)


def _in_its_place(sign: str, held: str) -> str:
    if sign.isspace():
        return " "
    if sign in "\N{HYPHEN}\N{NON-BREAKING HYPHEN}":
        return "-"
    kind = unicodedata.category(sign)
    if kind[0] == "M" or kind in ("Cf", "Cc"):
        return ""
    return re.sub(f"[^{held}]", "", unicodedata.normalize("NFKD", sign)) or STAND_IN

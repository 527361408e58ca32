"""A picture and its words as a tagged PDF (PDF/UA-1), set by typst, with the same fonts on every machine.

The words are set in the fonts of this folder, which hold Latin letters with the signs around them, and beyond these in
the fonts that typst brings along (Greek, Cyrillic, Armenian, Georgian and Hebrew letters, arrows, mathematics); the
picture is drawn with those of this folder alone, like PNG. What is not held, such as Arabic or Chinese, stands as a
white square, because a PDF/UA may not have an empty sign; then the paper says so at its end. The title and the text
alternatives, which are heard and not drawn, keep every sign.

Nothing of the data is read as typst's own language: words come to the template as JSON, pictures as SVG.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from graph.pictures.captions import long_description_of
from graph.pictures.scene import Scene
from graph.pictures.style import DARK_BLUE, DARK_GREY
from graph.pictures.svg import svg
from graph.pictures.svg_tools import plain
from graph.render.bounds import must_be_readable, must_fit
from graph.render.brief import RIVALS, SOURCES, Brief, Document, Section, Sheet, Statement, cited
from graph.render.package import MAKER
from graph.render.paper import LONGEST_WORD, SIDE, Plan, heading_of, plan_of, widths_of
from graph.render.png import FAMILY, FONTS
from graph.render.signs import IN_PICTURES, STAND_IN, drawable
from graph.wording import ended

TEMPLATE = Path(__file__).parent / "paper.typ"
LETTER, MARGINS = 1.75, 4.0
"""How wide a letter of a table is, and what a column keeps free, in millimetres."""
MOST_FOOT = 800
"""Signs at the foot of a page; all of it stands at the end."""
_HEARD = {"called", "alternative"}
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)")
_ADDRESS = re.compile(r"https?://[!-~]{1,2000}")


def pdf(scene: Scene | None, brief: Brief) -> bytes:
    """The paper as a file: answer, picture, what it rests on in sentences, tables, sources, how it was asked.

    The same bytes for the same scene and brief. The picture is drawn from its SVG, with its names as text.

    :raises TooLarge: when the scene has more boxes than `bounds.MOST_BOXES`, or the words more than `MOST_LINES` lines.
    """
    # Imported here: it brings a typesetter along.
    import typst

    must_be_readable(brief)
    if scene:
        must_fit(scene)
    plan = plan_of(scene, brief.sheets)
    data = _drawable(_words(brief, plan))
    drawings = [drawable(svg(part), IN_PICTURES) for part in plan.parts]
    if any(STAND_IN in drawn for drawn in (json.dumps(data, ensure_ascii=False), *drawings)):
        data["remarks"].append(f"{STAND_IN} stands for a sign that the fonts of this paper do not hold.")
    files: Any = {
        "main.typ": TEMPLATE.read_bytes(),
        "words.json": json.dumps(data).encode(),
        **{f"{number}.svg": drawn.encode() for number, drawn in enumerate(drawings, start=1)},
    }
    made = typst.compile(
        files, font_paths=_fonts(), ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1"], timestamp=0
    )
    return bytes(made)


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])


def _drawable(value: Any) -> Any:
    """The same plain data, every text of it in signs that can be drawn; what is only heard keeps all of its signs."""
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, Mapping):
        return {key: plain(each) if key in _HEARD else _drawable(each) for key, each in value.items()}
    return [_drawable(each) for each in value] if isinstance(value, list | tuple) else value


def _words(brief: Brief, plan: Plan) -> dict[str, Any]:
    """All that the template sets, as plain data."""
    anchors = _anchors(brief.documents)
    facts = (("Kept as", brief.kept), ("Data version", brief.version), (brief.origin_name, brief.origin))
    return {
        "font": FAMILY,
        "longest": LONGEST_WORD,
        "colours": {"heading": DARK_BLUE, "quiet": DARK_GREY},
        "side": SIDE,
        "maker": MAKER,
        "called": brief.heading,
        "title": brief.title,
        "days": " · ".join(filter(None, (brief.as_at, brief.kept))),
        "verdict": f"{brief.verdict}." if brief.verdict else "",
        "summary": brief.summary,
        "note": [line for line in brief.noted.splitlines() if line.strip()],
        "foot": brief.foot if len(brief.foot) <= MOST_FOOT else f"{brief.foot[:MOST_FOOT]}…",
        "pictures": [_picture(part, brief, number, len(plan.parts)) for number, part in enumerate(plan.parts, 1)],
        "pictures_turned": plan.pictures_turned,
        "tables_turned": plan.tables_turned,
        "room": plan.picture_room,
        "sections": [_section(section, anchors) for section in brief.sections],
        "sheets": [_sheet(sheet, plan.table_room, anchors) for sheet in brief.sheets if sheet.heads],
        "documents": _documents(brief.documents, anchors),
        "remarks": list(brief.remarks),
        "origin": [{"name": name, "value": value, "address": _address(value)} for name, value in facts if value],
    }


def _anchors(documents: Sequence[Document]) -> dict[str, str]:
    """The name of the place of the paper where a document or a place of one stands, by its number."""
    numbers = [number for each in documents for number in (each.number, *(place.number for place in each.places))]
    return {number: f"source-{index}" for index, number in enumerate(dict.fromkeys(numbers))}


def _picture(part: Scene, brief: Brief, number: int, count: int) -> dict[str, Any]:
    heading = heading_of(brief, number, count)
    long = long_description_of(part.boxes, part.links, part.description)
    return {
        "file": f"{number}.svg",
        "alternative": f"{ended(heading)} {long}",
        "caption": f"Figure {number}. {ended(heading)} {brief.as_at}.",
    }


def _section(section: Section, anchors: Mapping[str, str]) -> dict[str, Any]:
    """Its points: a point holds a statement and those that follow as "also", and has a number or none."""
    points: list[dict[str, Any]] = []
    for statement in section.statements:
        if statement.lead == "also" and points:
            points[-1]["told"].append(_statement(statement, "Also: ", anchors))
        else:
            points.append({"numbered": bool(statement.lead), "told": [_statement(statement, "", anchors)]})
    return {"heading": section.heading, "points": points}


def _statement(statement: Statement, lead: str, anchors: Mapping[str, str]) -> dict[str, Any]:
    return {
        "text": f"{lead}{statement.text}",
        "standing": statement.standing,
        "cited": _linked(cited(statement), anchors),
        "under": list(statement.under),
    }


def _sheet(sheet: Sheet, room: float, anchors: Mapping[str, str]) -> dict[str, Any]:
    cites = [head in (SOURCES, RIVALS) for head in sheet.heads]
    return {
        "caption": sheet.caption,
        "heads": list(sheet.heads),
        "widths": widths_of((sheet.heads, *sheet.rows), room, LETTER, MARGINS),
        "rows": [
            [_linked(cell, anchors if linked else {}) for cell, linked in zip(row, cites, strict=True)]
            for row in sheet.rows
        ],
    }


def _documents(documents: Sequence[Document], anchors: Mapping[str, str]) -> list[dict[str, Any]]:
    free = dict(anchors)  # Each is given once, even if a number were not.
    return [
        {
            "number": document.number,
            "anchor": free.pop(document.number, ""),
            "title": document.title,
            "details": document.details,
            "address": document.address,
            "link": _address(document.address),
            "places": [
                {"number": place.number, "anchor": free.pop(place.number, ""), "words": place.words}
                for place in document.places
            ],
        }
        for document in documents
    ]


def _linked(words: str, anchors: Mapping[str, str]) -> list[dict[str, str]]:
    """The words in pieces, each with the place of the paper to which it leads, if any."""
    pieces = _NUMBER.split(words) if anchors else [words]
    return [{"words": piece, "anchor": anchors.get(piece, "")} for piece in pieces if piece]


def _address(words: str) -> str:
    """The words where they are an address of the web that can be followed; empty otherwise."""
    return words if _ADDRESS.fullmatch(words) else ""

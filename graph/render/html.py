"""A picture and its words as a web page that needs nothing else, and as what stands in a frame on another's page.

Both are one template with its style and its script inside. Whatever comes from the data is text there.
"""

import re
from base64 import b64encode
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from operator import itemgetter
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from graph.pictures.scene import Scene
from graph.pictures.svg import svg
from graph.pictures.svg_legend import legend_svg
from graph.pictures.svg_tools import plain
from graph.pictures.themes import style_sheet
from graph.render.bounds import must_be_readable
from graph.render.brief import RIVALS, SOURCES, Brief, Sheet, Statement

PARTS = Path(__file__).parent / "page"
STYLE = "page.css"
SCRIPTS = ("sight.js", "ties.js", "page.js")
"""In the order in which they are written one after the other."""
FONTS = Path(__file__).parent / "fonts"
FACES = {400: "govgraph-sans-regular.ttf", 700: "govgraph-sans-bold.ttf"}
"""By weight; letters beyond these are drawn in a font of the reader's."""
FRAME_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src {0}; script-src {0}"
"""What a frame needs of its header, with "'nonce-…'" for `{0}`; `frame-ancestors` is for who sends it to say."""
_PAGE_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; font-src data:; "
    "style-src '{style}'; script-src '{script}'"
)
_WEB = re.compile(r"https?://[^\s\\]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the ids of the ties that it tells, as far as its sources show that."""

    cells: tuple[str, ...]
    ties: tuple[str, ...]


def html(scene: Scene | None, brief: Brief) -> bytes:
    """The page as a file that asks for nothing: picture, answer, sentences, tables, sources; the same for the same.

    Its policy stands in it and names its style and its script by their hashes; its font is inside.

    :raises TooLarge: when there are more words than a paper holds.
    """
    must_be_readable(brief)
    style, script = _style(with_fonts=True), _script()
    policy = _PAGE_POLICY.format(style=_hash(style), script=_hash(script))
    return _page(scene, brief, {"style": style, "policy": policy, "framed": False, "page": "", "nonce": ""})


def frame(scene: Scene | None, brief: Brief, nonce: str, page: str) -> bytes:
    """The same, the picture first and the rest folded, to be sent with `FRAME_POLICY`; the fonts are the reader's.

    `page` is the address of the whole page, to which the one link of the frame leads.

    :raises TooLarge: when there are more words than a paper holds.
    """
    must_be_readable(brief)
    return _page(scene, brief, {"style": _style(), "policy": "", "framed": True, "page": page, "nonce": nonce})


def _page(scene: Scene | None, brief: Brief, kind: dict[str, object]) -> bytes:
    words = {
        "brief": brief,
        "scene": scene,
        "picture": _picture(scene) if scene else "",
        "legend": legend_svg(scene) if scene else "",
        "tables": [(sheet, rows_of(sheet, brief)) for sheet in brief.sheets],
        "numbered": (SOURCES, RIVALS),
        "script": _script(),
    }
    text = _templates().get_template("page.html").render(words | kind)
    return plain(text).encode()


def _picture(scene: Scene) -> str:
    """Without legend and caption, which stand beneath it, where a narrow page can hold them."""
    return svg(replace(scene, legend=(), caption=""))


def rows_of(sheet: Sheet, brief: Brief) -> tuple[Row, ...]:
    """The rows of a table with the ties of the statements all of whose places they cite."""
    at = sheet.heads.index(SOURCES) if SOURCES in sheet.heads else None
    if at is None:
        return tuple(Row(row, ()) for row in sheet.rows)
    # By one of its places each: to look at every statement for every row takes minutes where there are thousands.
    by_place: dict[str, list[tuple[int, Statement]]] = {}
    for number, each in enumerate(each for section in brief.sections for each in section.statements if each.places):
        by_place.setdefault(each.places[0], []).append((number, each))
    rows = []
    for row in sheet.rows:
        cited = set(row[at].split(", "))
        near = sorted((found for place in cited for found in by_place.get(place, ())), key=itemgetter(0))
        told = (statement.relations for _, statement in near if cited.issuperset(statement.places))
        rows.append(Row(row, tuple(dict.fromkeys(tie for ties in told for tie in ties))))
    return tuple(rows)


def is_web(address: str) -> bool:
    """Whether an address may be a link: one of the web, whole."""
    return bool(_WEB.fullmatch(address))


def anchor(number: str) -> str:
    """The id of a source or of one of its places, by its number."""
    return f"source-{number.replace('.', '-')}"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(PARTS),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["web"] = is_web
    environment.filters["anchor"] = anchor
    return environment


@cache
def _script() -> str:
    parts = "".join((PARTS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


@cache
def _style(*, with_fonts: bool = False) -> str:
    faces = "".join(_face(weight, FONTS / name) for weight, name in FACES.items()) if with_fonts else ""
    return f"{faces}{(PARTS / STYLE).read_text(encoding='utf-8')}{style_sheet()}"


def _face(weight: int, path: Path) -> str:
    inside = b64encode(path.read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "Govgraph Sans"; font-weight: {weight}; '
        f'src: url("data:font/ttf;base64,{inside}") format("truetype"); }}\n'
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"

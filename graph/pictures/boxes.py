"""An entity as a box: its words in lines, and how large the box must be to hold them."""

from graph.kinds import Vocabulary
from graph.model import Entity
from graph.pictures.chips import chips_in_rows, height_of
from graph.pictures.marks import Box, Dress
from graph.pictures.style import KIND_SIZE, NAME_SIZE, SHORT_SIZE
from graph.pictures.text import width_of, wrap

WIDTHS = (200.0, 230.0, 260.0)
FEW_LINES = 4
"""A name that needs more lines gets the next width."""
SIDE = 12.0
HEAD = 10.0
SHORT_LINE = 18.0
NAME_LINE = 16.0
KIND_LINE = 18.0
STACK = 6.0
"""How far the lower sheets of a stack stand out, inside the size of the box."""


_PLAIN = Dress()


def box_of(entity: Entity, kinds: Vocabulary, *, focus: bool = False, dress: Dress = _PLAIN) -> Box:
    """The box of an entity, at no place yet: 200 pixels wide, wider where the name is long."""
    bold, plain = (entity.short_name, entity.title) if entity.short_name else (entity.title or entity.id, "")
    if plain.casefold() == bold.casefold():
        plain = ""
    kind = kinds.entities.get(entity.kind)
    extra = STACK if kind and kind.shape == "stack" else 0.0
    for width in WIDTHS:
        room = width - 2 * SIDE - extra
        short_lines = wrap(bold, SHORT_SIZE, room, bold=True)
        name_lines = wrap(plain, NAME_SIZE, room)
        if len(short_lines) + len(name_lines) <= FEW_LINES:
            break
    kind_word = dress.kind_word or (kind.label if kind else entity.kind)
    widest = max(
        [
            *(width_of(line, SHORT_SIZE, bold=True) for line in short_lines),
            *(width_of(line, NAME_SIZE) for line in name_lines),
            width_of(kind_word, KIND_SIZE),
        ]
    )
    width = float(round(max(width, widest + 2 * SIDE + extra)))
    lines = HEAD + len(short_lines) * SHORT_LINE + len(name_lines) * NAME_LINE + KIND_LINE
    chips = chips_in_rows(dress.chips, width - 2 * SIDE - extra, lines)
    return Box(
        entity=entity.id,
        short_name=entity.short_name,
        name=entity.title,
        short_lines=short_lines,
        name_lines=name_lines,
        kind_word=kind_word,
        shape=kind.shape if kind else "rectangle",
        width=width,
        height=HEAD + lines + height_of(chips) + extra,
        focus=focus,
        chips=chips,
    )

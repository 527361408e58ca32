from graph.kinds import vocabulary
from graph.pictures import style


def contrast(colour: str, ground: str) -> float:
    one, other = sorted((luminance(colour), luminance(ground)))
    return (other + 0.05) / (one + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_lines_can_be_seen() -> None:
    for line in style.LINES.values():
        assert contrast(line.colour, style.WHITE) >= 3
        assert contrast(line.faint, style.WHITE) >= 3
    assert contrast(style.BOX_LINE, style.WHITE) >= 3
    assert contrast(style.FOCUS_LINE, style.FOCUS_FILL) >= 3


def test_text_can_be_read() -> None:
    for ground in (style.WHITE, style.FOCUS_FILL, style.DISPUTED_FILL):
        assert contrast(style.INK, ground) >= 4.5
    assert contrast(style.DARK_GREY, style.FOCUS_FILL) >= 4.5


def test_lines_differ_without_colour() -> None:
    looks = {(line.width, line.dash, line.head) for line in style.LINES.values()}
    assert len(looks) == len(style.LINES)
    assert not {style.POSSIBLE_DASH, style.NEVER_DASH} & {line.dash for line in style.LINES.values()}


def test_every_family_of_ties_has_a_line() -> None:
    kinds = vocabulary().relations.values()
    families = {kind.strength.word if kind.strength else kind.family for kind in kinds if not kind.is_fact}
    assert families <= style.LINES.keys()
    assert vocabulary().relations.keys() >= style.DOWNWARDS

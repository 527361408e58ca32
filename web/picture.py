"""A picture with its words in every form that an office uses; the ending of a file tells which."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.exploring.scenes import Compared, extras_of
from graph.pictures.scene import Scene, scene_of
from graph.pictures.svg import svg
from graph.render.brief import Brief
from graph.spans import ANY_DAY, Span
from graph.store import Store
from graph.subgraph import Subgraph
from web.briefing import brief_of_answer, brief_of_part
from web.drawing import MOST_BOXES, scene_of_answer


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn and what is said around it; `left_out` entities belong to it but found no room."""

    scene: Scene
    brief: Brief
    left_out: int = 0

    def to_bytes(self, form: str) -> bytes:
        """The file of a form (an ending like ".pptx"), the same for the same picture.

        :raises BadQuestion: when there is no such form.
        :raises TooLarge: when the form cannot hold so many boxes.
        """
        return _maker(form)(self.scene, self.brief)

    def save(self, path: str | Path) -> None:
        """Write the file of the form that its ending tells, such as "hedg.pptx".

        :raises BadQuestion: when it tells none.
        :raises TooLarge: when the form cannot hold so many boxes.
        :raises OSError: when the file cannot be written.
        """
        Path(path).write_bytes(self.to_bytes(Path(path).suffix))


def picture(
    part: Subgraph,
    *,
    title: str = "",
    focus: str = "",
    window: Span = ANY_DAY,
    compared: Compared | None = None,
) -> Picture:
    """The picture of a part of the graph, all of it: `picture(part).save("part.pptx")`.

    Where two days are compared, the part holds what there was between them; it is drawn as on the second, with what
    happened in signs and in words.
    """
    extras, most = extras_of(part, compared), len(part.entities)
    window = compared.second if compared else window
    scene = scene_of(part, focus={focus} - {""}, title=title, window=window, most=most, extras=extras)
    if compared:
        scene = replace(scene, caption=compared.caption)
    return Picture(scene, brief_of_part(part, scene.title, window, compared))


def picture_of(store: Store, answer: Answer, form: str = ".svg", origin: str = "") -> Picture | None:
    """The picture of an answer for a form; None where there is nothing to draw.

    Where a form draws on one page only, what has no room is left out, and the words say so. `origin` is the address or
    the command by which it can be made again.

    :raises BadQuestion: when there is no such form.
    """
    _maker(form)
    found = scene_of_answer(store, answer, _MOST_BOXES.get(form.lower(), MOST_BOXES))
    if found is None:
        return None
    scene, left_out = found
    brief = brief_of_answer(store, answer, origin)
    if left_out:
        remark = f"{left_out} more belong to the answer but are not in the picture."
        brief = replace(brief, remarks=(*brief.remarks, remark))
    return Picture(scene, brief, left_out)


def _maker(form: str) -> Callable[[Scene, Brief], bytes]:
    """What makes a form.

    :raises BadQuestion: when there is no such form.
    """
    maker = FORMS.get(form.lower())
    if maker is None:
        raise BadQuestion(f"A picture cannot be made as “{form}”; its forms are {', '.join(FORMS)}.")
    return maker


def _svg(scene: Scene, _brief: Brief) -> bytes:
    return svg(scene).encode()


def _powerpoint(scene: Scene, brief: Brief) -> bytes:
    from graph.render.powerpoint import powerpoint

    return powerpoint(scene, brief)


def _word(scene: Scene, brief: Brief) -> bytes:
    from graph.render.word import word

    return word(scene, brief)


def _png(scene: Scene, _brief: Brief) -> bytes:
    from graph.render.png import png

    return png(scene)


FORMS: Mapping[str, Callable[[Scene, Brief], bytes]] = {
    ".svg": _svg,
    ".png": _png,
    ".pptx": _powerpoint,
    ".docx": _word,
}
"""By ending. What makes a form is imported on first use."""
_MOST_BOXES = {".pptx": 1_000, ".docx": 1_000}
"""What goes on over several slides or pages leaves nothing out, and refuses what is too much for it."""

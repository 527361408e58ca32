"""A picture with its words in every form that an office uses; the ending of a file tells which."""

from dataclasses import dataclass, replace
from pathlib import Path

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.exploring.scenes import Compared, extras_of
from graph.pictures.scene import Scene, scene_of
from graph.render.brief import Brief
from graph.render.forms import Needs, ending_of, form_of
from graph.spans import ANY_DAY, Span
from graph.store import Store
from graph.subgraph import Subgraph
from web.briefing import brief_of_answer, brief_of_part
from web.drawing import MOST_BOXES, scene_of_answer

MOST_SPREAD = 1_000
"""Boxes that are handed to a form of several pages, which refuses by itself what is too much for it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, if anything, and what is said around it; `left_out` entities belong to it but found no room."""

    scene: Scene | None
    brief: Brief
    left_out: int = 0

    @property
    def drawn(self) -> Scene:
        """What is drawn.

        :raises BadQuestion: when nothing is.
        """
        if self.scene is None:
            raise BadQuestion(Needs.PICTURE.value)
        return self.scene

    def to_bytes(self, ending: str) -> bytes:
        """The file of a form (an ending like ".pptx"), the same for the same picture.

        :raises BadQuestion: when there is no such form, or nothing to draw or to list in it.
        :raises TooLarge: when the form cannot hold so many boxes.
        """
        form = form_of(ending)
        if form.lacks(self.scene, self.brief):
            raise BadQuestion(form.needs.value)
        return form.make(self.scene, self.brief)

    def save(self, path: str | Path) -> None:
        """Write the file of the form that its ending tells, such as "hedg.pptx".

        :raises BadQuestion: when it tells none, or there is nothing to draw or to list in it.
        :raises TooLarge: when the form cannot hold so many boxes.
        :raises OSError: when the file cannot be written.
        """
        Path(path).write_bytes(self.to_bytes(ending_of(Path(path).name)))


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


def picture_of(store: Store, answer: Answer, ending: str = ".svg", origin: str = "") -> Picture:
    """The answer with its picture, for a form; without a scene where there is nothing to draw.

    Where a form draws on one page only, what has no room is left out, and the words say so. `origin` is the address or
    the command by which it can be made again.

    :raises BadQuestion: when there is no such form.
    """
    scene, left_out = scene_of_answer(store, answer, MOST_SPREAD if form_of(ending).spreads else MOST_BOXES) or (
        None,
        0,
    )
    brief = brief_of_answer(store, answer, origin)
    if left_out:
        remark = f"{left_out} more belong to the answer but are not in the picture."
        brief = replace(brief, remarks=(*brief.remarks, remark))
    return Picture(scene, brief, left_out)

"""What the tests read out of documents of an office, with the libraries that write them and by the file format."""

import io
import math
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn


@dataclass(frozen=True)
class Glued:
    """A connector: the ids of the shapes that it is glued to, its ends, and the places that it is glued to."""

    alternative: str
    ends: tuple[int, int]
    at: tuple[tuple[float, float], tuple[float, float]]
    places: tuple[tuple[float, float], tuple[float, float]]


def slides_of(data: bytes) -> list[Any]:
    """The slides of a presentation."""
    return list(Presentation(io.BytesIO(data)).slides)


def picture_on(slide: Any) -> Any:
    """The group that is the picture; None where the slide has none."""
    groups = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP and shape.name == "Picture"]
    return groups[0] if groups else None


def boxes_of(group: Any) -> list[Any]:
    """The shapes of a picture that lines may be glued to at places of their own."""
    return [shape for shape in group.shapes if shape._element.find(f".//{qn('a:cxnLst')}") is not None]


def connectors_of(group: Any) -> Iterator[Glued]:
    """The connectors of a picture."""
    shapes = {shape.shape_id: shape for shape in group.shapes}
    for shape in group.shapes:
        glue = shape._element.find(f".//{qn('p:cNvCxnSpPr')}")
        if glue is None:
            continue
        first, last = glue.find(qn("a:stCxn")), glue.find(qn("a:endCxn"))
        ends = int(first.get("id")), int(last.get("id"))
        places = [_place(shapes[end], int(each.get("idx"))) for end, each in zip(ends, (first, last), strict=True)]
        yield Glued(alternative(shape), ends, _ends(shape), (places[0], places[1]))


def alternative(shape: Any) -> str:
    """The long text alternative of a shape."""
    return str(shape._element._nvXxPr.cNvPr.get("descr", ""))


def words_of(slide: Any) -> str:
    """All text of a slide, in groups too, without its notes."""
    return " ".join(text.text or "" for text in slide._element.iter(qn("a:t")))


def parts_of_zip(data: bytes) -> dict[str, bytes]:
    """The parts of a document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def _place(shape: Any, number: int) -> tuple[float, float]:
    guides = {guide.get("name"): guide.get("fmla").split() for guide in shape._element.iter(qn("a:gd"))}
    x, y = guides[f"x{number}"], guides[f"y{number}"]
    return shape.left + shape.width * int(x[2]) / int(x[3]), shape.top + shape.height * int(y[2]) / int(y[3])


def _ends(shape: Any) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a connector begins and ends: its frame mirrored, and then turned about its middle."""
    place = shape._element.spPr.find(qn("a:xfrm"))
    turn = math.radians(int(place.get("rot", "0")) / 60_000)
    wide, high = shape.width / 2, shape.height / 2
    middle = shape.left + wide, shape.top + high
    found = []
    for side in (-1, 1):
        x = side * wide * (-1 if place.get("flipH") else 1)
        y = side * high * (-1 if place.get("flipV") else 1)
        found.append(
            (
                middle[0] + x * math.cos(turn) - y * math.sin(turn),
                middle[1] + x * math.sin(turn) + y * math.cos(turn),
            )
        )
    return found[0], found[1]

"""A PDF opened again by another program: its words, its tags and what it says of itself."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pypdf import PdfReader


def squeezed(text: str) -> str:
    """The text without spaces and ends of lines, which a page puts where it needs them."""
    return "".join(text.split())


@dataclass(frozen=True)
class Tag:
    """An element of the structure: its name, its alternative, and the whole of it."""

    name: str
    alternative: str
    element: Any

    @property
    def attributes(self) -> dict[str, Any]:
        """All of them, whatever they are about."""
        held = self.element.get("/A", [])
        return {key: value for each in (held if isinstance(held, list) else [held]) for key, value in each.items()}


class Paper:
    """What a reader of screens, an archive and a test see of a PDF."""

    def __init__(self, made: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(made), strict=True)
        self.root: Any = self.reader.trailer["/Root"]

    @cached_property
    def pages(self) -> list[str]:
        """The words of each page, squeezed."""
        return [squeezed(page.extract_text()) for page in self.reader.pages]

    def words(self, foot: str) -> str:
        """All words, squeezed, without the foot of the pages."""
        count = len(self.pages)
        feet = [squeezed(f"{foot}Page{number}of{count}") for number in range(1, count + 1)]
        assert all(page.count(each) == 1 for page, each in zip(self.pages, feet, strict=True))
        return "".join(page.replace(each, "") for page, each in zip(self.pages, feet, strict=True))

    @cached_property
    def tags(self) -> list[Tag]:
        """The elements of the structure in the order in which they are read."""
        return list(_tags(self.root["/StructTreeRoot"]["/K"]))

    def tagged(self, name: str) -> list[Tag]:
        """The elements of one name."""
        return [tag for tag in self.tags if tag.name == name]

    @property
    def about(self) -> str:
        """The metadata as XML."""
        return str(self.root["/Metadata"].get_data().decode())

    @property
    def fonts(self) -> dict[str, bool]:
        """Every font, also those of drawings, and whether it is in the file."""
        fonts = [item for item in self._objects() if item.get("/Type") == "/FontDescriptor"]
        return {
            str(font["/FontName"]).partition("+")[2]: "/FontFile2" in font or "/FontFile3" in font for font in fonts
        }

    @property
    def keys(self) -> set[str]:
        """Every name of a key anywhere in the file."""
        return {key for item in self._objects() for key in item}

    def _objects(self) -> Iterator[dict[str, Any]]:
        for number in range(1, int(str(self.reader.trailer["/Size"]))):
            item: Any = self.reader.get_object(number)
            if isinstance(item, dict):
                yield item


def _tags(kids: Any) -> Iterator[Tag]:
    kids = kids.get_object()
    for kid in kids if isinstance(kids, list) else [kids]:
        element = kid.get_object()
        if isinstance(element, dict) and "/S" in element:
            yield Tag(str(element["/S"])[1:], str(element.get("/Alt", "")), element)
            if "/K" in element:
                yield from _tags(element["/K"])

"""Small things that every part of an SVG needs."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.w3.org/2000/svg"
_SAFE = re.compile(r"(?:https?://|/(?!/)|[?#])", re.IGNORECASE)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """The text without the signs that XML does not allow."""
    return _NOT_XML.sub("", text)


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{round(value, 1):g}" if value < 100_000 else str(round(value))


def followed(parent: ET.Element, address: str, attributes: Mapping[str, str] | None = None) -> ET.Element:
    """A link inside `parent`; `parent` itself where the address is not one of this site or of the web."""
    if not _SAFE.match(address):
        return parent
    return add(parent, "a", {"href": address} | dict(attributes or {}))


def add(parent: ET.Element, tag: str, attributes: Mapping[str, str], text: str = "") -> ET.Element:
    """A new child of `parent`."""
    child = ET.SubElement(parent, tag, dict(attributes))
    child.text = text or None
    return child

"""Files as text: which encodings are read, and what is said of the others."""

import codecs
import csv
import io
from pathlib import Path

from loaders.result import Findings, Place

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 stands before UTF-16, whose mark is the beginning of its own."""
_FOREIGN = (
    (
        b"PK\x03\x04",
        "an Excel workbook or another zip file",
        "save the sheet as CSV UTF-8, or load the .xlsx file itself",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook", "save the sheet as CSV UTF-8"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first"),
    (b"%PDF", "a PDF", "copy its table into a spreadsheet and save that as CSV UTF-8"),
)
SAVE_AS = "save it as 'CSV UTF-8 (comma delimited)' in Excel, with the character set 'Unicode (UTF-8)' in LibreOffice"


def read_bytes(path: Path, limit: int, findings: Findings) -> bytes | None:
    """What is in a file; None, with the reason noted, where it is missing, unreadable or over the limit."""
    place = Place(path.name)
    try:
        if not path.exists():
            findings.lose(place, f"there is no such file in {path.parent}", "put it there, or correct its name")
        elif not path.is_file():
            findings.lose(place, "this is a folder or a device, not a file", "put a file there")
        elif path.stat().st_size > limit:
            findings.lose(place, f"the file is larger than {limit:,} bytes", "split it, or delete what is not needed")
        else:
            return path.read_bytes()
    except OSError as error:
        findings.lose(place, f"the file cannot be read ({error.strerror})", "close it elsewhere and check its rights")
    except ValueError:
        findings.lose(place, "this is no name that a file can have", "correct it")
    return None


def read_text(path: Path, limit: int, findings: Findings) -> str | None:
    """The text of a file in UTF-8, or UTF-16 or UTF-32 with their mark; else None, with the reason noted."""
    data = read_bytes(path, limit, findings)
    if data is None:
        return None
    place = Place(path.name)
    for signature, what, advice in _FOREIGN:
        if data.startswith(signature):
            findings.lose(place, f"this is {what}, not a table in text", advice)
            return None
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    # Half of what looks like UTF-8 being NUL bytes is UTF-16 that has lost its mark.
    if encoding == "utf-8" and data.count(0) * 4 > len(data):
        findings.lose(place, "the text is not in UTF-8 (it looks like UTF-16 without its mark)", SAVE_AS)
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        _explain(place, data, error, findings)
        return None


def _explain(place: Place, data: bytes, error: UnicodeDecodeError, findings: Findings) -> None:
    offset = len(codecs.BOM_UTF8) if error.encoding == "utf-8" and data.startswith(codecs.BOM_UTF8) else 0
    start = error.start + offset
    name = "UTF-8" if error.encoding.startswith("utf-8") else error.encoding.upper()
    byte = data[start] if start < len(data) else 0
    findings.lose(
        place._replace(row=_row_of(data[:start], error.encoding)),
        f"the text is not in {name}: byte 0x{byte:02x} cannot be read"
        + (f" (in Windows-1252 it is {_windows(byte)!r})" if name == "UTF-8" and _windows(byte) else ""),
        SAVE_AS,
    )


def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore")


def _row_of(before: bytes, encoding: str) -> int:
    """The row in which the text after these bytes stands; line breaks within cells are no rows."""
    text = before.decode(encoding, errors="replace")
    if '"' not in text:
        return len(io.StringIO(text + "x", newline="").readlines())
    try:
        return sum(1 for _ in csv.reader(io.StringIO(text + "x", newline="")))
    except csv.Error:
        return text.count("\n") + 1

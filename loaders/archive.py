"""The zip file that a workbook is, looked at before anything unpacks it."""

import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from loaders.result import Findings, Place

MAX_UNPACKED = 400_000_000
"""Bytes of all parts together."""
MAX_RATIO = 200
"""How many times its packed size a part larger than RATIO_FROM may have; real tables reach 60."""
RATIO_FROM = 5_000_000
_HEAD = 100_000
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_FORMULA = re.compile(rb"<(\w+:)?f[\s/>]")
_MERGED = re.compile(rb"<(\w+:)?mergeCell\s")
_OLD = b"\xd0\xcf\x11\xe0"
RESAVE = "open it in Excel or LibreOffice and save it as an .xlsx workbook"


@dataclass(frozen=True, slots=True)
class Traits:
    """What its sheets hold."""

    formulas: bool = False


def inspect_archive(place: Place, data: bytes, findings: Findings) -> Traits | None:
    """What a workbook holds; None, with the reason noted, where it is none or would be unsafe to unpack."""
    if data.startswith(_OLD):
        findings.lose(place, "this is an old (.xls) or a password-protected workbook", f"{RESAVE}, without a password")
        return None
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _inspect(place, archive, findings)
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error):
        findings.lose(place, "this is no workbook, or a damaged one", RESAVE)
        return None


def _inspect(place: Place, archive: ZipFile, findings: Findings) -> Traits | None:
    parts = archive.infolist()
    packed_too_well = any(
        part.file_size > RATIO_FROM and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts
    )
    if packed_too_well or sum(part.file_size for part in parts) > MAX_UNPACKED:
        findings.lose(
            place, "the workbook would unpack to far more than it should", "keep the three sheets alone in it"
        )
        return None
    formulas = merged = False
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        sheet = "worksheets/" in part.filename
        # zipfile never gives more bytes than the size that was checked above.
        with archive.open(part) as stream:
            content = stream.read() if sheet else stream.read(_HEAD)
        # No spreadsheet program writes these; they serve to blow up or to reach other files. UTF-16 has NULs.
        if _DOCTYPE.search(content[:_HEAD].replace(b"\0", b"")):
            findings.lose(place, f"its part {part.filename} defines XML entities", RESAVE)
            return None
        formulas = formulas or (sheet and _FORMULA.search(content) is not None)
        merged = merged or (sheet and _MERGED.search(content) is not None)
    if merged:
        findings.warn(place, "it has merged cells, of which only the first has a value", "unmerge them and fill each")
    return Traits(formulas)

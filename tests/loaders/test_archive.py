import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from loaders import archive
from loaders.archive import inspect_archive
from loaders.result import Findings, Place


def packed(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name.replace("__", "/") + ".xml", content)
    return stream.getvalue()


def inspected(data: bytes) -> tuple[bool | None, list[str]]:
    findings = Findings()
    traits = inspect_archive(Place("t.xlsx"), data, findings)
    return traits.formulas if traits else None, [str(problem) for problem in findings.ordered({})]


def test_formulas_and_merged_cells_are_seen() -> None:
    assert inspected(packed(xl__worksheets__sheet1=b"<c><v>1</v></c>")) == (False, [])
    assert inspected(packed(xl__worksheets__sheet1=b"<c><f>A1</f></c>")) == (True, [])
    assert "merged cells" in inspected(packed(xl__worksheets__sheet1=b'<mergeCell ref="A1:B1"/>'))[1][0]


@pytest.mark.parametrize("data", [b"", b"x", b"PK\x03\x04", packed(a=b"x")[:-10], packed(a=b"x" * 999)[:-60]])
def test_what_is_no_zip_file_is_told(data: bytes) -> None:
    assert inspected(data)[0] is None
    assert "this is no workbook, or a damaged one" in inspected(data)[1][0]


def test_old_and_protected_workbooks_are_named() -> None:
    assert "old (.xls) or a password-protected" in inspected(b"\xd0\xcf\x11\xe0...")[1][0]


def test_what_would_unpack_to_far_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "would unpack to far more" in inspected(packed(xl__worksheets__sheet1=b" " * 6_000_000))[1][0]
    monkeypatch.setattr(archive, "MAX_UNPACKED", 10)
    assert "would unpack to far more" in inspected(packed(a=b"01234567", b=b"01234567"))[1][0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_entities_are_refused(encoding: str) -> None:
    text = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert "defines XML entities" in inspected(packed(xl__sharedStrings=text.encode(encoding)))[1][0]

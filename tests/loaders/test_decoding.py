import os
from pathlib import Path

import pytest

from loaders.decoding import read_text
from loaders.result import Findings


def read(tmp_path: Path, content: bytes) -> tuple[str | None, list[str]]:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    findings = Findings()
    return read_text(path, 1_000, findings), [str(problem) for problem in findings.ordered({})]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read(tmp_path: Path, encoding: str) -> None:
    text = "id,name\na,£ é 漢\n"
    assert read(tmp_path, text.encode(encoding)) == (text, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_that_has_lost_its_mark_is_told(tmp_path: Path, encoding: str) -> None:
    (problem,) = read(tmp_path, "id,name\na,b\n".encode(encoding))[1]
    assert "it looks like UTF-16 without its mark" in problem


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_windows_1252_is_told_with_the_row_of_the_first_bad_byte(tmp_path: Path, mark: bytes) -> None:
    text, problems = read(tmp_path, mark + b'id,name\na,"x\ny"\nb,it\x92s\nc,\xa3\n')
    assert text is None
    assert problems == [
        "t.csv, row 3: the text is not in UTF-8: byte 0x92 cannot be read (in Windows-1252 it is '\u2019'); save it as "
        "'CSV UTF-8 (comma delimited)' in Excel, with the character set 'Unicode (UTF-8)' in LibreOffice"
    ]


def test_half_a_character_at_the_end_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xff\xfea\x00b")[0] is None
    assert read(tmp_path, b"id\n\xe2\x82")[1][0].startswith("t.csv, row 2: the text is not in UTF-8")


@pytest.mark.parametrize(
    ("start", "what"), [(b"PK\x03\x04", "Excel workbook"), (b"\xd0\xcf\x11\xe0", "old Excel"), (b"%PDF-1.7", "PDF")]
)
def test_other_sorts_of_file_are_named(tmp_path: Path, start: bytes, what: str) -> None:
    assert what in read(tmp_path, start + b"...")[1][0]


def test_missing_and_unreadable_files_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path, tmp_path / "a\0b"):
        findings = Findings()
        assert read_text(path, 10, findings) is None
        assert findings.failed


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id")
    path.chmod(0)
    findings = Findings()
    assert read_text(path, 10, findings) is None
    assert "cannot be read" in str(findings.ordered({})[0])


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    os.mkfifo(path)
    findings = Findings()
    assert read_text(path, 10, findings) is None
    assert "a folder or a device" in str(findings.ordered({})[0])

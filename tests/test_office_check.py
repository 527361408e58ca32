"""What the check of the forms says; that it runs with LibreOffice is no part of these tests."""

from pathlib import Path

import pytest

from tests.office_check import NotOpened, Office, main, missing


def test_words_are_found_however_they_are_broken_and_what_is_not_there_is_told_once() -> None:
    text = "The Health Equity\nGroup con\N{LATIN SMALL LIGATURE FI}rms\n it"
    assert missing(["Health Equity Group", "confirms it", "", "no", "no"], text) == ["no"]


def test_without_libreoffice_it_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--soffice", "/nowhere/soffice"]) == 1
    assert "LibreOffice is not there: install it, or name it with --soffice PATH" in capsys.readouterr().out


def test_a_program_that_makes_nothing_has_not_opened_the_file(tmp_path: Path) -> None:
    with pytest.raises(NotOpened, match="not opened"):
        Office("true", tmp_path, tmp_path).open(tmp_path / "a.docx")
    with pytest.raises(NotOpened, match="nowhere"):
        Office("/nowhere/soffice", tmp_path, tmp_path).version()

import pytest

from loaders.result import Findings, Place, Severity
from loaders.text import inspect


def told(text: str, column: str = "name") -> list[tuple[Severity, str]]:
    findings = Findings()
    inspect(Place("t.csv", 2, column), text, findings)
    return [(problem.severity, problem.message) for problem in findings.ordered({})]


@pytest.mark.parametrize("text", ["London", "café", "漢字", "it’s", "\u05d0\u200e", "👩\u200d⚕"])
def test_usual_text_is_in_order(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "name"), [("a\0b", "U+0000"), ("a\x1bb", "U+001B"), ("a\x92b", "U+0092"), ("\uffff", "U+FFFF")]
)
def test_unprintable_characters_are_errors(text: str, name: str) -> None:
    ((severity, message),) = told(text)
    assert severity == Severity.ERROR
    assert f"the unprintable character {name}" in message


def test_line_breaks_are_errors_but_in_notes_and_further_columns() -> None:
    assert told("a\nb")[0][1] == "'a b' holds a line break or a tab"
    assert told("a\nb", "note") == []
    assert told("a\nb", "reviewed by") == []


@pytest.mark.parametrize("text", ["a\u200bb", "\u202eabc", "a\ufeffb"])
def test_invisible_characters_are_warned_of(text: str) -> None:
    ((severity, message),) = told(text)
    assert severity == Severity.WARNING
    assert "invisible" in message


@pytest.mark.parametrize("text", ["it’s", "Café", "£5"])
def test_what_a_wrong_conversion_leaves_is_warned_of(text: str) -> None:
    wrong = text.encode().decode("cp1252", errors="replace")
    assert told(wrong)[0][0] == Severity.WARNING
    assert "converted wrongly" in told(wrong)[0][1]
